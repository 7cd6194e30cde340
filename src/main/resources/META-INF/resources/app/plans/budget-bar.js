import { html, svg } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { percent } from '/app/base/format.js';
import { compare, share, signOf, sum } from '/app/base/money.js';

const WIDTH = 1000;
const HEIGHT = 12;
const GAP = 12;

/**
 * How much of what is available is spent (solid) and planned (hatched), as one bar. What was spent too much fills all of it, with
 * a mark where it should have ended.
 */
export function budgetBar(period) {
  const { available, spent, planned } = period;
  const over = signOf(period.left) < 0;
  const whole = compare(spent, available) > 0 ? spent : available;
  const place = (part) => Math.min(Math.max(share(part, whole), 0), 1) * WIDTH;
  const end = place(spent);
  const plannedEnd = place(sum(spent, planned));
  const label = t('budgets.barLabel', { spent: percent(share(spent, available)), planned: percent(share(planned, available)) });
  return html`<svg class="budget-bar ${over ? 'over' : signOf(period.left) >= 0 && compare(planned, period.left) > 0 ? 'near' : ''}" role="img" aria-label=${label}
    viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none">
    <rect class="whole" width=${WIDTH} height=${HEIGHT}></rect>
    <rect class="planned" x=${end} width=${Math.max(plannedEnd - end, 0)} height=${HEIGHT}></rect>
    ${stripes(end, plannedEnd)}
    <rect class="spent" width=${end} height=${HEIGHT}></rect>
    ${over && signOf(available) > 0 ? svg`<rect class="limit" x=${place(available)} width="4" height=${HEIGHT}></rect>` : ''}
  </svg>`;
}

function stripes(from, to) {
  const count = Math.max(Math.floor((to - from) / GAP), 0);
  return Array.from({ length: count }, (_, at) => svg`<rect class="stripe" x=${from + at * GAP} width=${GAP / 3} height=${HEIGHT}></rect>`);
}
