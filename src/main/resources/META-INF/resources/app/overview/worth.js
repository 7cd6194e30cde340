import { html, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { amount, currencyName, day, percent } from '/app/base/format.js';
import { absolute, minus, share, signOf } from '/app/base/money.js';
import { addDays } from '/app/base/days.js';
import { href } from '/app/base/router.js';
import { card } from '/app/overview/card.js';
import '/app/plot/line-plot.js';

/** Shares beyond this say nothing to anybody. */
const MOST_SHARE = 10;

/** What there is in all, how that has changed in the period, and how it went. */
export function worthCard(data) {
  const { worth, currency, counts, from } = data;
  if (counts.transactions === 0 && data.accounts.length === 0) {
    return nothing;
  }
  const now = worth.items.at(-1)?.balance ?? worth.opening;
  const points = [{ day: addDays(from, -1), amount: worth.opening }, ...worth.items.map((item) => ({ day: item.to, amount: item.balance }))];
  return card({
    name: 'worth',
    title: t('overview.worth'),
    width: 'wide tall',
    content: html`<p class="overview-big">${amount(now, currency)}</p>
      <p class="overview-change">${change(worth.opening, now, currency)} <span class="soft">${t('overview.since', { day: day(from) })}</span></p>
      <nest-line-plot
        .label=${t('overview.worth')}
        .currency=${currency}
        .height=${260}
        .fill=${true}
        .series=${[{ label: t('overview.worth'), colour: 1, points }]}
      ></nest-line-plot>
      ${lacking([...worth.unconverted, ...data.unconverted])}`,
  });
}

function change(before, now, currency) {
  const difference = minus(now, before);
  const part = signOf(before) === 0 ? null : share(difference, absolute(before));
  return html`${amount(difference, currency, { sign: true, coloured: true })}
  ${part !== null && Math.abs(part) < MOST_SHARE ? html`<span class="numbers">(${part > 0 ? '+' : ''}${percent(part, 1)})</span>` : nothing}`;
}

/** What is left out because there is no rate for it. */
function lacking(unconverted) {
  const counts = new Map();
  unconverted.forEach(({ currency, count }) => counts.set(currency, Math.max(count, counts.get(currency) ?? 0)));
  return counts.size === 0
    ? nothing
    : html`<div class="note warning small overview-lacking">
        <div>
          ${[...counts].map(
            ([code, count]) =>
              html`<p>${count > 0 ? t('overview.noRate', { currency: currencyName(code), count }) : t('overview.noRateSometimes', { currency: currencyName(code) })}</p>`,
          )}
          <a href=${href('/settings/rates')}>${t('overview.enterRates')}</a>
        </div>
      </div>`;
}
