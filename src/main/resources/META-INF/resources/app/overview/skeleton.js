import { html } from '/app/base/element.js';
import { loading } from '/app/ui/states.js';

/** What the overview looks like before it is there: cards of about the same sizes at the same places. */
const CARDS = [
  ['wide', 'tall', 5],
  ['narrow', 'tall', 7],
  ['narrow', 'middle', 6],
  ['wide', 'middle', 4],
];

export function skeleton(fresh) {
  const cards = fresh ? [['wide', 'start', 6]] : CARDS;
  return html`<div class="overview-cards">
    ${cards.map(([width, height, lines]) => html`<div class="card overview-card ${width} ${height}">${loading(lines)}</div>`)}
  </div>`;
}
