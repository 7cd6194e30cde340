import { html, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { amount, money } from '/app/base/format.js';
import { negate, share, signOf, sum } from '/app/base/money.js';
import { href } from '/app/base/router.js';
import { styled } from '/app/base/styled.js';
import { card } from '/app/overview/card.js';

const SHOWN = 5;
const NEAR = 0.85;

/** What may still be spent today by the budgets, and the budgets themselves: those that are nearest to their end first. */
export function safeCard({ budgets, currency, counts }) {
  if (budgets.length === 0) {
    return nothing;
  }
  const perDay = sums(budgets, currency);
  const [[own, safe], ...others] = perDay;
  const first = [...budgets].sort((one, other) => used(other) - used(one)).slice(0, SHOWN);
  return card({
    name: 'safe',
    title: t('overview.safe'),
    width: 'narrow tall',
    more: [href('/budgets'), counts.budgets > SHOWN ? t('overview.allBudgets', { count: counts.budgets }) : t('budgets.title')],
    content: html`<p class="overview-big">${amount(safe, own)}</p>
      <p class="soft">
        ${others.map(([code, more]) => html`+ ${amount(more, code)} `)}
        ${signOf(safe) === 0 ? t('overview.safeNone') : t('overview.safeHint', { count: budgets.length })}
      </p>
      <ul class="overview-budgets">${first.map(budgetRow)}</ul>`,
  });
}

/** Per day by currency: the user's own first, if there is a budget in it. */
function sums(budgets, currency) {
  const found = new Map();
  budgets.forEach((budget) => found.set(budget.currency, sum(found.get(budget.currency) ?? '0', budget.perDay)));
  return [...found].sort(([one], [other]) => (other === currency) - (one === currency));
}

function used(budget) {
  return signOf(budget.available) > 0 ? share(sum(budget.spent, budget.planned), budget.available) : Infinity;
}

function budgetRow(budget) {
  const { currency, available, spent, left, planned } = budget;
  const over = signOf(left) < 0;
  const part = Math.min(Math.max(signOf(available) > 0 ? share(spent, available) : 1, 0), 1);
  const toCome = Math.min(Math.max(signOf(available) > 0 ? share(planned, available) : 0, 0), 1 - part);
  return html`<li>
    <div class="spread">
      <a class="cut" href=${href('/budgets/' + budget.id)}>${budget.name}</a>
      <span class=${over ? 'negative strong' : ''}>
        ${over ? t('overview.over', { amount: money(negate(left), currency) }) : t('overview.left', { amount: money(left, currency) })}
      </span>
    </div>
    <div class="overview-bar ${over ? 'over' : part >= NEAR ? 'near' : ''}" aria-hidden="true">
      <span ${styled({ width: `${part * 100}%` })}></span><span class="planned" ${styled({ width: `${toCome * 100}%` })}></span>
    </div>
    <p class="soft small">
      ${t('overview.spentOf', { spent: money(spent, currency), available: money(available, currency) })}${signOf(planned) > 0
        ? html` · ${t('overview.planned', { amount: money(planned, currency) })}`
        : nothing}
    </p>
  </li>`;
}
