import { html, NestElement, nothing } from '/app/base/element.js';
import { get, withParameters } from '/app/base/api.js';
import { t } from '/app/base/i18n.js';
import { amount, day } from '/app/base/format.js';
import { Query } from '/app/base/query.js';
import { href } from '/app/base/router.js';
import { shown } from '/app/ui/states.js';
import { range } from '/app/plans/budget-card.js';

const MOST_CATEGORIES = 12;
const EACH = 100;
const FIRST = 15;

/**
 * What counts in the shown period of a budget, the newest first. The list of transactions knows one category at a time, so each is
 * asked for, and those of other tags and accounts are left out here. Where there is more than can be asked for at once, it says so,
 * and each category has a link to all of its own.
 */
class BudgetTransactions extends NestElement {
  static properties = { budget: { attribute: false }, all: { state: true } };

  #found = new Query(this, () => this.#path(), ['transaction', 'transfer', 'budget'], (path, signal) => this.#load(signal));

  constructor() {
    super();
    this.all = false;
  }

  get #filter() {
    const { current, currency, tags, accountIds } = this.budget;
    return { from: current.from, to: current.to, currency, tag: tags.length === 1 ? tags[0] : null, accountId: accountIds.length === 1 ? accountIds[0] : null };
  }

  /** What is asked for, as one text, so that it is asked for again when it is another. */
  #path() {
    const { id, categories, tags, accountIds } = this.budget;
    return JSON.stringify([id, this.#filter, categories, tags, accountIds]);
  }

  async #load(signal) {
    const { categories, tags, accountIds } = this.budget;
    const asked = categories.length === 0 ? [{ type: 'expense' }] : categories.slice(0, MOST_CATEGORIES).map((category) => ({ category }));
    const pages = await Promise.all(asked.map((one) => get(withParameters('/transactions', { ...this.#filter, ...one, limit: EACH }), { signal })));
    const items = pages
      .flatMap((page) => page.items)
      .filter((one) => one.type !== 'transfer')
      .filter((one) => tags.length === 0 || one.tags.some((tag) => tags.includes(tag)))
      .filter((one) => accountIds.length === 0 || accountIds.includes(one.accountId))
      .sort((one, other) => (one.date < other.date ? 1 : one.date > other.date ? -1 : 0));
    return { items, more: pages.some((page) => page.next) || categories.length > MOST_CATEGORIES };
  }

  render() {
    return html`<section class="card" aria-labelledby="counted-heading">
      <header><h2 id="counted-heading">${t('budgets.counted', { period: range(this.budget.current) })}</h2></header>
      ${shown(this.#found, (found) => this.#list(found), 5)} ${this.#links()}
    </section>`;
  }

  #list({ items, more }) {
    if (items.length === 0) {
      return html`<p class="soft">${t('budgets.nothingCounted')}</p>`;
    }
    return html`<ul class="list budget-counted">
        ${(this.all ? items : items.slice(0, FIRST)).map(
          (one) => html`<li>
            <span class="soft small nowrap">${day(one.date, 'short')}</span>
            <a class="grow cut" href=${href(`/transactions/${one.id}`)}>${one.description}</a>
            <span class="soft small cut">${this.budget.categories.length === 1 ? nothing : one.category}</span>
            ${amount(one.amount, one.currency, { coloured: one.type === 'income' })}
          </li>`,
        )}
      </ul>
      ${!this.all && items.length > FIRST ? html`<button type="button" @click=${() => (this.all = true)}>${t('budgets.showAll', { count: items.length })}</button>` : nothing}
      ${more && (this.all || items.length <= FIRST) ? html`<p class="soft small">${t('budgets.thereIsMore')}</p>` : nothing}`;
  }

  #links() {
    const { categories } = this.budget;
    const filter = this.#filter;
    return html`<p class="small budget-links">${t('budgets.amongTransactions')}
      ${categories.length === 0
        ? html`<a href=${href('/transactions', { ...filter, type: 'expense' })}>${t('budgets.allSpending')}</a>`
        : categories.map((category) => html`<a href=${href('/transactions', { ...filter, category })}>${category}</a> `)}
    </p>`;
  }
}
customElements.define('nest-budget-transactions', BudgetTransactions);
