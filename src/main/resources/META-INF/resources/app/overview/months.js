import { html, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { money } from '/app/base/format.js';
import { negate, signOf, sum } from '/app/base/money.js';
import { endOfMonth } from '/app/base/days.js';
import { go } from '/app/base/router.js';
import { card } from '/app/overview/card.js';
import '/app/plot/bar-plot.js';

/** More months than this are shown by year. */
const MOST_MONTHS = 24;

/** What came in beside what went out. A click on a month, or a year, shows its transactions. */
export function monthsCard({ months, currency }) {
  const income = sum('0', ...months.map((month) => month.income));
  const expense = sum('0', ...months.map((month) => month.expense));
  if (signOf(income) === 0 && signOf(expense) === 0) {
    return nothing;
  }
  const kept = sum(income, expense);
  const words = signOf(kept) < 0 ? 'overview.drawn' : 'overview.kept';
  return card({
    name: 'months',
    title: t('overview.inAndOut'),
    content: html`<p>${t(words, { amount: money(signOf(kept) < 0 ? negate(kept) : kept, currency), income: money(income, currency) })}</p>
      <nest-bar-plot
        .label=${t('overview.inAndOut')}
        .currency=${currency}
        .height=${330}
        .series=${[
          { label: t('overview.income'), colour: 1 },
          { label: t('overview.spending'), colour: 2 },
        ]}
        .groups=${groups(months)}
        .pickable=${t('overview.pickMonth')}
        @pick=${(event) => pick(event.detail)}
      ></nest-bar-plot>`,
  });
}

function groups(months) {
  const key = ({ month }) => (months.length > MOST_MONTHS ? month.slice(0, 4) : month);
  return [...Map.groupBy(months, key)].map(([day, all]) => ({
    day,
    amounts: [sum(...all.map((month) => month.income)), negate(sum(...all.map((month) => month.expense)))],
  }));
}

function pick(period) {
  const isYear = period.length === 4;
  const from = isYear ? `${period}-01-01` : `${period}-01`;
  go('/transactions', { from, to: isYear ? `${period}-12-31` : endOfMonth(from) });
}
