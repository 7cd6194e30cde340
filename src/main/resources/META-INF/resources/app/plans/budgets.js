import { html, NestElement, nothing, repeat } from '/app/base/element.js';
import { getAll } from '/app/base/api.js';
import { t } from '/app/base/i18n.js';
import { addMonths } from '/app/base/days.js';
import { day, money } from '/app/base/format.js';
import { Query } from '/app/base/query.js';
import { currentRoute, RouteController, setParameters } from '/app/base/router.js';
import { currency, today } from '/app/base/session.js';
import { open } from '/app/ui/dialog.js';
import { icon } from '/app/ui/icons.js';
import { empty, shown } from '/app/ui/states.js';
import { budgetCard, figure } from '/app/plans/budget-card.js';
import { isForAll, safeToday, together } from '/app/plans/budget-sums.js';
import '/app/plans/budget-ideas.js';

const SEARCHED_FROM = 13;

/** Budgets: how each stands in the period that is looked at, or one of them where the address names one. */
class Budgets extends NestElement {
  #route = new RouteController(this);
  #budgets = new Query(this, () => this.#path(), ['budget', 'transaction', 'transfer', 'schedule', 'account'], async (path, signal) => {
    const budgets = await getAll(path, { signal });
    return budgets.sort((one, other) => one.name.localeCompare(other.name));
  });

  get #id() {
    const { path } = currentRoute();
    return path[0] === 'budgets' ? (path[1] ?? null) : null;
  }

  get #date() {
    return currentRoute().parameters.get('date') ?? today();
  }

  #path() {
    return this.#id ? null : `/budgets?limit=100&date=${encodeURIComponent(this.#date)}`;
  }

  willUpdate() {
    if (this.#id) {
      import('/app/plans/budget-page.js');
    }
  }

  #look(months) {
    const date = addMonths(this.#date, months);
    // As many months from today, so that the same month is found again whatever its length.
    const own = date.slice(0, 7) === today().slice(0, 7);
    setParameters({ date: own ? null : date });
  }

  async #add(idea = {}) {
    await import('/app/plans/budget-dialog.js');
    await open('nest-budget-dialog', { idea });
  }

  render() {
    const id = this.#id;
    if (id) {
      return html`<nest-budget .budgetId=${id}></nest-budget>`;
    }
    return html`<div class="view">
      <div class="view-head">
        <h1>${t('budgets.title')}</h1>
        <div class="actions"><button type="button" class="primary" @click=${() => this.#add()}>${icon('add')} ${t('budgets.add')}</button></div>
      </div>
      ${shown(this.#budgets, (budgets) => (budgets.length === 0 ? this.#first() : this.#list(budgets)), 8)}
    </div>`;
  }

  #first() {
    return html`<div class="card">
        <h2 class="visually-hidden">${t('budgets.each')}</h2>
        ${empty({ picture: 'budgets', title: t('budgets.emptyTitle'), text: t('budgets.emptyText'),
          action: html`<button type="button" class="primary" @click=${() => this.#add()}>${icon('add')} ${t('budgets.addFirst')}</button>` })}
      </div>
      <nest-budget-ideas .budgets=${[]} @idea=${(event) => this.#add(event.detail)}></nest-budget-ideas>`;
  }

  #list(budgets) {
    const date = this.#date;
    const own = date === today();
    const search = (currentRoute().parameters.get('q') ?? '').trim().toLowerCase();
    const found = budgets.filter((budget) => [budget.name, ...budget.categories].some((text) => text.toLowerCase().includes(search)));
    return html`${this.#months()} ${own ? this.#safe(budgets) : nothing}
      ${budgets.length >= SEARCHED_FROM
        ? html`<input type="search" aria-label=${t('budgets.search')} placeholder=${t('budgets.search')} .value=${search} @input=${(event) => setParameters({ q: event.target.value })} />`
        : nothing}
      <section aria-labelledby="budgets-heading" class="stack">
        <h2 id="budgets-heading" class="visually-hidden">${t('budgets.each')}</h2>
        <ul class="grid budget-grid">
          ${repeat(found, (budget) => budget.id, (budget) => budgetCard(budget, own ? null : date))}
        </ul>
        ${found.length === 0 ? html`<p class="soft" role="status">${t('budgets.noneFound')}</p>` : nothing}
      </section>
      ${own ? html`<nest-budget-ideas .budgets=${budgets} @idea=${(event) => this.#add(event.detail)}></nest-budget-ideas>` : nothing}`;
  }

  #months() {
    const own = this.#date.slice(0, 7) === today().slice(0, 7);
    return html`<div class="row budget-months">
      <button type="button" class="icon" aria-label=${t('budgets.earlier')} title=${t('budgets.earlier')} @click=${() => this.#look(-1)}>${icon('left')}</button>
      <span class="strong" role="status">${day(this.#date, 'month')}</span>
      <button type="button" class="icon" aria-label=${t('budgets.later')} title=${t('budgets.later')} @click=${() => this.#look(1)}>${icon('right')}</button>
      ${own ? nothing : html`<button type="button" class="quiet" @click=${() => setParameters({ date: null })}>${t('budgets.backToToday')}</button>`}
    </div>`;
  }

  #safe(budgets) {
    const own = currency();
    const safe = safeToday(budgets, own);
    if (safe === null) {
      return nothing;
    }
    const sums = together(budgets.filter((budget) => !isForAll(budget)), own) ?? together(budgets, own);
    const others = [...new Set(budgets.map((budget) => budget.currency))].filter((one) => one !== own);
    return html`<section class="card budget-safe" aria-labelledby="safe-heading">
      <h2 id="safe-heading" class="visually-hidden">${t('budgets.safe')}</h2>
      <dl>
        ${figure(t('budgets.safe'), safe, own, t('budgets.safeHint'))} ${figure(t('budgets.spent'), sums.spent, own, t('budgets.ofAvailable', { amount: money(sums.available, own) }))}
        ${figure(t('budgets.stillPlanned'), sums.planned, own)}
      </dl>
      ${others.length > 0 ? html`<p class="soft small">${t('budgets.otherBudgets', { currencies: others.join(', '), own })}</p>` : nothing}
    </section>`;
  }
}
customElements.define('nest-budgets', Budgets);
