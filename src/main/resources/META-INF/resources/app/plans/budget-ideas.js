import { html, NestElement, nothing } from '/app/base/element.js';
import { withParameters } from '/app/base/api.js';
import { t } from '/app/base/i18n.js';
import { addDays, addMonths, startOfMonth } from '/app/base/days.js';
import { money } from '/app/base/format.js';
import { compare, negate, share, signOf } from '/app/base/money.js';
import { Query } from '/app/base/query.js';
import { currency, today } from '/app/base/session.js';
import { icon } from '/app/ui/icons.js';

const MONTHS = 3;
const MOST = 8;

/**
 * What one could make budgets of: the categories that most was spent on in the last three months and that no budget names yet,
 * each with what it was in a month. Tells `idea` with `{name, amount, categories}`.
 */
class BudgetIdeas extends NestElement {
  static properties = { budgets: { attribute: false } };

  #spent = new Query(this, () => this.#path(), ['transaction', 'import']);

  constructor() {
    super();
    this.budgets = [];
  }

  #path() {
    const to = addDays(startOfMonth(today()), -1);
    const from = addMonths(startOfMonth(today()), -MONTHS);
    return withParameters('/transactions/summary', { groupBy: 'category', type: 'expense', from, to, currency: currency() });
  }

  get #ideas() {
    const taken = new Set(this.budgets.flatMap((budget) => budget.categories));
    return (this.#spent.data?.groups ?? [])
      .filter((group) => group.key !== null && !taken.has(group.key) && signOf(group.expense) < 0)
      .sort((one, other) => compare(one.expense, other.expense))
      .slice(0, MOST)
      .map((group) => ({ name: group.key, categories: [group.key], amount: roundUp(negate(group.expense)) }));
  }

  render() {
    const ideas = this.#ideas;
    if (ideas.length === 0) {
      return nothing;
    }
    return html`<section class="card" aria-labelledby="ideas-heading">
      <header><h2 id="ideas-heading">${t('budgets.ideas')}</h2></header>
      <p class="soft small">${t('budgets.ideasHint', { count: MONTHS })}</p>
      <ul class="budget-ideas">
        ${ideas.map(
          (idea) => html`<li>
            <button type="button" @click=${() => this.tell('idea', idea)}>
              ${icon('add')} <span>${idea.name}</span> <span class="soft money">${t('budgets.aMonth', { amount: money(idea.amount, currency(), { short: true }) })}</span>
            </button>
          </li>`,
        )}
      </ul>
    </section>`;
  }
}
customElements.define('nest-budget-ideas', BudgetIdeas);

/** A round amount not below the mean of the months: a suggestion, which need not be exact. */
function roundUp(total) {
  const mean = share(total, String(MONTHS));
  const step = mean < 20 ? 1 : mean < 100 ? 5 : mean < 1000 ? 10 : 10 ** (Math.floor(Math.log10(mean)) - 1);
  return String(Math.ceil(mean / step) * step);
}
