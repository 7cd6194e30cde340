import { svg } from '/app/base/element.js';
import { money, day } from '/app/base/format.js';

/** Space around what is plotted, in pixels; the left side grows with its labels. */
export const MARGIN = { top: 10, right: 12, bottom: 26, left: 56 };

/** Lines and labels of amounts. */
export function amountAxis(y, width, currency) {
  return y.ticks(5).map(
    (tick) => svg`<g class="tick" transform="translate(0 ${y(tick)})">
      <line class=${tick === 0 ? 'zero' : ''} x1=${MARGIN.left} x2=${width - MARGIN.right}></line>
      <text x=${MARGIN.left - 8} dy="0.32em" text-anchor="end">${money(String(tick), currency, { short: true })}</text>
    </g>`,
  );
}

/** Labels of days, as many as there is room for: `places` are `[x, day]`. */
export function dayAxis(places, width, height, style = 'short') {
  const step = Math.max(1, Math.ceil((places.length * 64) / Math.max(width - MARGIN.left - MARGIN.right, 64)));
  return places.filter((_, at) => (places.length - 1 - at) % step === 0).map(
    ([x, value], at, all) => svg`<text class="axis-day" x=${x} y=${height - 8} text-anchor=${
      at === all.length - 1 && x > width - 40 ? 'end' : x < MARGIN.left + 20 ? 'start' : 'middle'
    }>${day(value, style)}</text>`,
  );
}

/** A box beside a point, that stays within the plot: lines are `[label, value, colour class]`. */
export function tooltip(x, width, title, lines) {
  const boxWidth = Math.min(width - 16, 210);
  const left = x + 12 + boxWidth > width ? Math.max(4, x - 12 - boxWidth) : x + 12;
  const height = 26 + lines.length * 19;
  return svg`<g class="tooltip" transform="translate(${left} 6)" aria-hidden="true">
    <rect width=${boxWidth} height=${height} rx="8"></rect>
    <text class="title" x="10" y="18">${title}</text>
    ${lines.map(
      ([label, value, colour], at) => svg`<g transform="translate(10 ${37 + at * 19})">
        <circle class="swatch ${colour}" cx="4" cy="-4" r="4"></circle>
        <text x="14">${label}</text><text class="value" x=${boxWidth - 20} text-anchor="end">${value}</text>
      </g>`,
    )}
  </g>`;
}
