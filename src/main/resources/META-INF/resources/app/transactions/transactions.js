import { html, NestElement, nothing } from '/app/base/element.js';
import { get, request } from '/app/base/api.js';
import { sayProblem } from '/app/base/changes.js';
import { download } from '/app/base/download.js';
import { t } from '/app/base/i18n.js';
import { Query } from '/app/base/query.js';
import { currentRoute, href, onRoute, setParameters } from '/app/base/router.js';
import { today } from '/app/base/session.js';
import { icon } from '/app/ui/icons.js';
import { empty, failure, loading } from '/app/ui/states.js';
import { filtersOf, listPath, noFilters, sortOf, SORTS, sumsPath } from '/app/transactions/filters.js';
import { ACCOUNTS, accountsById } from '/app/transactions/lookups.js';
import { openTransaction, recordTransaction } from '/app/transactions/opening.js';
import { Pages } from '/app/transactions/pages.js';
import { Selection } from '/app/transactions/selection.js';
import '/app/transactions/filter-bar.js';
import '/app/transactions/row-editor.js';
import '/app/transactions/selection-bar.js';
import '/app/transactions/sums.js';
import '/app/transactions/transaction-list.js';

const PAGE = 100;
const MONEY = ['transaction', 'transfer', 'account', 'import', 'schedule'];

/** All transactions, or those that the filters in the address leave. `#/transactions/<id>` opens one in full. */
class Transactions extends NestElement {
  static properties = {
    exporting: { state: true },
    top: { state: true },
  };

  #filters = filtersOf(currentRoute().parameters);
  #sort = sortOf(currentRoute().parameters);
  #pages = new Pages(this, () => listPath(this.#filters, { sort: this.#sort, limit: PAGE }), () => this.#sort);
  #selection = new Selection();
  #shown = null;
  #accounts = new Query(this, () => ACCOUNTS, ['account'], accountsById);
  #total = new Query(this, () => listPath(this.#filters, { limit: 1, count: true }), MONEY, async (path, signal) => (await get(path, { signal })).total);
  #sums = new Query(this, () => sumsPath(this.#filters), MONEY);
  #leave;
  #resized = new ResizeObserver(() => this.#measure());

  constructor() {
    super();
    this.exporting = false;
    this.top = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#leave = onRoute((route) => route.path[0] === 'transactions' && this.#arrive(route));
    this.#arrive(currentRoute());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave();
    this.#resized.disconnect();
  }

  #arrive({ path, parameters }) {
    this.#filters = filtersOf(parameters);
    this.#sort = sortOf(parameters);
    this.requestUpdate();
    if (path[1]) {
      this.#open(path[1]);
    }
  }

  /** Opens what the address names; afterwards it names the list. */
  async #open(id) {
    location.replace(href('/transactions', Object.fromEntries(currentRoute().parameters)));
    try {
      await openTransaction(await get(`/transactions/${id}`));
    } catch (problem) {
      sayProblem(problem);
    }
  }

  async firstUpdated() {
    // The form opens at once when it is wanted, also without a network.
    import('/app/transactions/transaction-dialog.js').catch(() => {});
    await this.$('nest-transaction-filters').updateComplete;
    this.#resized.observe(this.$('.transactions-search'));
  }

  /** What sticks at the top of the window. */
  #measure() {
    this.top = this.$('.transactions-search').offsetHeight;
  }

  willUpdate() {
    if (this.#pages.shown !== this.#shown) {
      this.#shown = this.#pages.shown;
      this.#selection.clear();
    }
  }

  updated() {
    // The pages are the same object, whatever is in them.
    this.$('nest-transaction-list')?.requestUpdate();
  }

  async #export() {
    this.exporting = true;
    try {
      const { data } = await request('GET', listPath(this.#filters, { sort: this.#sort }), { accept: 'text/csv' });
      download(`${t('transactions.fileName')}-${today()}.csv`, data);
    } catch (problem) {
      sayProblem(problem);
    }
    this.exporting = false;
  }

  #nothing() {
    if (Object.keys(this.#filters).length > 0) {
      return empty({
        picture: 'search',
        title: t('transactions.nothingFound'),
        text: t('transactions.nothingFoundText'),
        action: html`<button type="button" @click=${() => setParameters(noFilters())}>${t('transactions.clearAll')}</button>`,
      });
    }
    return empty({
      picture: 'transactions',
      title: t('transactions.nothingYet'),
      text: t('transactions.nothingYetText'),
      action: html`<div class="row transactions-first">
        <button type="button" class="primary" @click=${() => recordTransaction()}>${t('transactions.add')}</button>
        <a class="button" href=${href('/imports')}>${t('transactions.importFile')}</a>
      </div>`,
    });
  }

  #list() {
    const pages = this.#pages;
    if (pages.problem && pages.renewing) {
      return failure(pages.problem, () => pages.retry());
    }
    if (pages.loading) {
      return loading(12);
    }
    if (pages.rows.length === 0 && pages.complete) {
      return this.#nothing();
    }
    return html`${pages.outdated ? html`<p class="stale" role="status">${icon('warning')} ${t('base.stale')}</p>` : nothing}
      <nest-transaction-list
        .pages=${pages}
        .selection=${this.#selection}
        .accounts=${this.#accounts.data ?? new Map()}
        .total=${this.#total.data}
        .sort=${this.#sort}
        .top=${this.top}
        @sort=${(event) => setParameters({ sort: event.detail === SORTS[0] ? null : event.detail })}
        @selected=${() => this.requestUpdate()}
      ></nest-transaction-list>`;
  }

  render() {
    const accounts = this.#accounts.data ?? new Map();
    return html`<div class="view">
      <header class="view-head">
        <h1>${t('transactions.title')}</h1>
        <div class="actions">
          <button type="button" class="transactions-csv" aria-label=${t('base.asCsv')} title=${t('base.asCsv')} ?disabled=${this.exporting || this.#total.data === 0}
            @click=${() => this.#export()}>${icon('download')} <span class="transactions-wide">CSV</span></button>
          <button type="button" class="primary transactions-wide" @click=${() => recordTransaction()}>${icon('add')} ${t('transactions.addShort')}</button>
        </div>
      </header>
      <h2 class="visually-hidden">${t('transactions.filters')}</h2>
      <nest-transaction-filters .filters=${this.#filters} .sort=${this.#sort} .accounts=${accounts}></nest-transaction-filters>
      <nest-transaction-sums .total=${this.#total.data} .totals=${this.#sums.data?.totals ?? null}></nest-transaction-sums>
      <h2 class="visually-hidden">${t('transactions.listed')}</h2>
      ${this.#list()}
      <nest-transaction-selection .pages=${this.#pages} .selection=${this.#selection} .count=${this.#selection.size}
        @selected=${() => this.requestUpdate()}></nest-transaction-selection>
    </div>`;
  }
}
customElements.define('nest-transactions', Transactions);
