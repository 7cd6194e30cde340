import { html, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { money } from '/app/base/format.js';
import { negate, signOf, sum } from '/app/base/money.js';
import { href } from '/app/base/router.js';
import { card } from '/app/overview/card.js';
import '/app/plot/share-plot.js';

const SHOWN = 8;

/** What was spent on what: each category leads to its transactions of the period. */
export function categoriesCard({ categories, otherCategories, currency, from, to, counts }) {
  if (categories.length === 0) {
    return nothing;
  }
  const spent = (expenses) => negate(sum('0', ...expenses.map((one) => one.expense)));
  const whole = spent([...categories, otherCategories]);
  // A single other one can as well be named.
  const shown = otherCategories.categories === 0 && categories.length === SHOWN + 1 ? SHOWN + 1 : SHOWN;
  const rest = [...categories.slice(shown), otherCategories];
  const others = categories.slice(shown).length + otherCategories.categories;
  const parts = categories.slice(0, shown).map((one) => ({
    label: one.category ?? t('overview.noCategory'),
    amount: negate(one.expense),
    href: one.category === null ? null : href('/transactions', { category: one.category, from, to, type: 'expense' }),
  }));
  if (others > 0 && signOf(spent(rest)) > 0) {
    parts.push({ label: t('overview.others', { count: others }), amount: spent(rest), href: href('/transactions', { from, to, type: 'expense' }) });
  }
  return card({
    name: 'categories',
    title: t('overview.byCategory'),
    content: html`<p>${t('overview.spentInAll', { amount: money(whole, currency) })}</p>
      <nest-share-plot
        .label=${t('overview.byCategory')}
        .partLabel=${t('overview.category')}
        .amountLabel=${t('overview.spending')}
        .currency=${currency}
        .parts=${parts}
        .whole=${whole}
      ></nest-share-plot>
      ${counts.budgets === 0 ? html`<p class="soft">${t('overview.budgetHint')} <a href=${href('/budgets')}>${t('overview.makeBudget')}</a></p>` : nothing}`,
  });
}
