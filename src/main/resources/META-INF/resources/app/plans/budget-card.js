import { html, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { amount, day, money } from '/app/base/format.js';
import { absolute, signOf } from '/app/base/money.js';
import { href } from '/app/base/router.js';
import { today } from '/app/base/session.js';
import { icon } from '/app/ui/icons.js';
import { budgetBar } from '/app/plans/budget-bar.js';
import { tenseOf } from '/app/plans/budget-sums.js';
import { ruleInWords } from '/app/plans/recurrence.js';

/** What a budget is for, in words. */
export function purpose(budget) {
  const parts = [...budget.categories, ...budget.tags.map((tag) => '#' + tag)];
  if (parts.length === 0) {
    return budget.accountIds.length > 0 ? t('budgets.someAccounts') : t('budgets.allSpending');
  }
  return parts.length > 6 ? t('budgets.andMore', { names: parts.slice(0, 5).join(', '), count: parts.length - 5 }) : parts.join(', ');
}

/** How a period stands, in words: what is left of it, or what was spent too much. */
export function standing(period, currency) {
  return signOf(period.left) < 0
    ? html`<span class="strong negative">${t('budgets.overspent', { amount: money(absolute(period.left), currency) })}</span>`
    : html`<span class="strong">${t('budgets.left', { amount: money(period.left, currency) })}</span>`;
}

/** What may be spent on each day, or why nothing may; nothing of days that have passed. */
export function perDay(period, currency) {
  const tense = tenseOf(period, today());
  if (tense !== 'present' || signOf(period.left) < 0) {
    return nothing;
  }
  return signOf(period.perDay) > 0
    ? t('budgets.perDay', { amount: money(period.perDay, currency), day: day(period.to, 'short') })
    : signOf(period.planned) > 0
      ? t('budgets.allPlanned', { day: day(period.to, 'short') })
      : t('budgets.nothingLeft', { day: day(period.to, 'short') });
}

/** What else is worth knowing of a period: each a sentence. */
export function remarks(period, currency) {
  return [
    signOf(period.planned) > 0 && t('budgets.planned', { amount: money(period.planned, currency) }),
    signOf(period.carried) > 0 && t('budgets.carried', { amount: money(period.carried, currency) }),
    signOf(period.carried) < 0 && t('budgets.carriedDebt', { amount: money(absolute(period.carried), currency) }),
    signOf(period.spent) < 0 && t('budgets.cameBack', { amount: money(absolute(period.spent), currency) }),
    period.otherCurrencies && t('budgets.otherCurrencies'),
  ].filter(Boolean);
}

/** A budget in the list, as of the period that was asked for. */
export function budgetCard(budget, date) {
  const period = budget.current;
  return html`<li class="card budget-card">
    <div class="spread">
      <h3><a href=${href(`/budgets/${budget.id}`, { date })}>${budget.name}</a></h3>
      ${period ? html`<span class="soft small nowrap">${range(period)}</span>` : nothing}
    </div>
    ${purpose(budget) === budget.name ? nothing : html`<p class="soft small">${purpose(budget)}</p>`}
    ${period
      ? html`${budgetBar(period)}
          <div class="spread">
            <span>${standing(period, budget.currency)}</span>
            <span class="soft small">${t('budgets.spentOf', { spent: money(period.spent, budget.currency), available: money(period.available, budget.currency) })}</span>
          </div>
          <p class="small budget-day">${perDay(period, budget.currency)}</p>
          ${remarks(period, budget.currency).map((remark) => html`<p class="soft small">${remark}</p>`)}`
      : html`<p class="soft">${icon('calendar')} ${t('budgets.noPeriod', { amount: money(budget.amount, budget.currency), rule: ruleInWords(budget.recurrence, budget.start), day: day(budget.start) })}</p>`}
  </li>`;
}

/** From when to when a period is, with the year where it is not this one. */
export function range(period) {
  return `${day(period.from, 'short')} – ${day(period.to, period.to.slice(0, 4) === today().slice(0, 4) ? 'short' : 'medium')}`;
}

/** A large figure with what it is. */
export function figure(label, value, currency, hint = nothing) {
  return html`<div class="budget-figure"><dt>${label}</dt><dd>${amount(value, currency)}</dd>${hint === nothing ? nothing : html`<dd class="soft small">${hint}</dd>`}</div>`;
}
