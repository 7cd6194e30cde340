import { html, live, NestElement, nothing } from '/app/base/element.js';
import { plainAmount } from '/app/base/format.js';
import { currentLocale, t } from '/app/base/i18n.js';
import { parseAmount } from '/app/base/money.js';
import { currentRoute, onRoute, setParameters } from '/app/base/router.js';
import { icon } from '/app/ui/icons.js';
import { field, selectField, textField } from '/app/ui/fields.js';
import '/app/ui/combobox.js';
import { daysOf, described, noFilters, periodOf, PERIODS, SORTS } from '/app/transactions/filters.js';
import { completeCategory, completeTag } from '/app/transactions/lookups.js';

const PAUSE = 250;
const TYPES = ['expense', 'income', 'transfer'];

/** Search, filters and order of the transactions, which stand in the address, and chips that say and take away what is set. */
class FilterBar extends NestElement {
  static properties = {
    filters: { attribute: false },
    sort: { attribute: false },
    accounts: { attribute: false },
    open: { state: true },
    faults: { state: true },
  };

  #leave;
  #timers = new Map();
  /** What is being typed, by parameter: `{text, value}`. It is shown until the address says something else. */
  #typed = new Map();

  constructor() {
    super();
    this.open = false;
    this.faults = {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.#leave = onRoute(() => this.#search());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave();
    this.#timers.forEach((timer) => clearTimeout(timer));
  }

  willUpdate() {
    for (const [name, { value }] of this.#typed) {
      if (!this.#timers.has(name) && value !== (this.filters[name] ?? '')) {
        this.#typed.delete(name);
      }
    }
  }

  firstUpdated() {
    this.#search();
  }

  /** Goes to the search where the address asks for it, which it does once. */
  #search() {
    if (currentRoute().path[0] === 'transactions' && currentRoute().parameters.has('search')) {
      setParameters({ search: null });
      this.$('#transactions-q')?.focus();
      this.$('#transactions-q')?.select();
    }
  }

  #set(parameters) {
    setParameters(parameters);
  }

  /** Sets a parameter when nothing more has been typed for a moment. */
  #soon(name, text, value = text.trim()) {
    this.#typed.set(name, { text, value });
    clearTimeout(this.#timers.get(name));
    this.#timers.set(
      name,
      setTimeout(() => this.#now(name), PAUSE),
    );
  }

  #now(name) {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
    this.#set({ [name]: this.#typed.get(name)?.value || null });
  }

  #amount(name, text) {
    const amount = text.trim() === '' ? '' : parseAmount(text, currentLocale());
    this.faults = { ...this.faults, [name]: amount === null ? t('transactions.noAmount') : null };
    if (amount !== null) {
      this.#soon(name, text, amount);
    }
  }

  /** What a field shows. */
  #text(name, shown = this.filters[name] ?? '') {
    return this.#typed.get(name)?.text ?? shown;
  }

  #key(event) {
    if (event.key === 'Enter') {
      this.#soon('q', event.target.value);
      this.#now('q');
    } else if (event.key === 'Escape') {
      event.target.blur();
    }
  }

  /** Beside the search where there is room, else among the filters. */
  #period() {
    return {
      chosen: periodOf(this.filters),
      choices: ['all', ...PERIODS, 'other'].map((period) => [period, t(`transactions.periods.${period}`)]),
      choose: (period) => {
        if (period === 'other') {
          this.open = true;
          this.requestUpdate();
        } else {
          this.#set(period === 'all' ? { from: null, to: null } : daysOf(period));
        }
      },
    };
  }

  #wide() {
    const { chosen, choices, choose } = this.#period();
    return html`<select class="transactions-period transactions-wide" aria-label=${t('base.period')} @change=${(event) => choose(event.target.value)}>
      ${choices.map(([period, text]) => html`<option value=${period} .selected=${live(period === chosen)}>${text}</option>`)}
    </select>`;
  }

  #completed(name, label, complete) {
    const id = `transactions-filter-${name}`;
    return field({
      id,
      label,
      control: html`<nest-combobox
        .inputId=${id}
        .label=${label}
        .value=${this.#text(name)}
        .complete=${complete}
        @pick=${(event) => this.#soon(name, event.detail)}
      ></nest-combobox>`,
    });
  }

  #day(name, label) {
    return textField({ id: `transactions-filter-${name}`, type: 'date', label, value: this.#text(name), input: (value) => this.#soon(name, value) });
  }

  #bound(name, label) {
    return textField({
      id: `transactions-filter-${name}`,
      label,
      mode: 'text',
      secret: true,
      value: this.#text(name, plainAmount(this.filters[name])),
      fault: this.faults[name],
      input: (text) => this.#amount(name, text),
    });
  }

  #panel() {
    const { filters, accounts } = this;
    const { chosen, choices, choose } = this.#period();
    const currencies = [...new Set([...accounts.values()].map((account) => account.currency).concat(filters.currency ?? []))].sort();
    return html`<div class="card transactions-panel" id="transactions-panel">
      <div class="fields">
        <div class="whole transactions-narrow">
          ${selectField({ id: 'transactions-filter-period', label: t('base.period'), value: chosen, options: choices, change: choose })}
        </div>
        ${selectField({
          id: 'transactions-filter-type',
          label: t('transactions.type'),
          value: filters.type,
          options: [['', t('base.all')], ...TYPES.map((type) => [type, t(`transactions.types.${type}`)])],
          change: (type) => this.#set({ type }),
        })}
        ${this.#completed('category', t('transactions.category'), completeCategory)} ${this.#completed('tag', t('transactions.tag'), completeTag)}
        ${selectField({
          id: 'transactions-filter-accountId',
          label: t('transactions.account'),
          value: filters.accountId,
          options: [['', t('base.all')], ['none', t('transactions.noAccount')], ...[...accounts.values()].map((account) => [account.id, account.name])],
          change: (accountId) => this.#set({ accountId }),
        })}
        ${this.#day('from', t('transactions.firstDay'))} ${this.#day('to', t('transactions.lastDay'))}
        ${this.#bound('minAmount', t('transactions.minAmount'))} ${this.#bound('maxAmount', t('transactions.maxAmount'))}
        ${currencies.length > 1
          ? selectField({
              id: 'transactions-filter-currency',
              label: t('transactions.currency'),
              value: filters.currency,
              options: [['', t('base.all')], ...currencies.map((code) => [code, code])],
              change: (code) => this.#set({ currency: code }),
            })
          : nothing}
        ${selectField({
          id: 'transactions-filter-sort',
          label: t('transactions.order'),
          value: this.sort,
          options: SORTS.map((sort) => [sort, t(`transactions.sorts.${sort}`)]),
          change: (sort) => this.#set({ sort: sort === SORTS[0] ? null : sort }),
        })}
      </div>
      <p class="hint">${t('transactions.signHint')}</p>
    </div>`;
  }

  /** What is filtered, each with a button that takes it away. */
  #chips() {
    const chips = described(this.filters, this.accounts);
    if (chips.length === 0) {
      return nothing;
    }
    return html`<ul class="row transactions-chips" aria-label=${t('transactions.filtered')}>
      ${chips.map(
        ({ text, names }) => html`<li>
          <button type="button" class="small" aria-label=${t('transactions.takeAway', { text })}
            @click=${() => this.#set(Object.fromEntries(names.map((name) => [name, null])))}><span class="cut">${text}</span> ${icon('close')}</button>
        </li>`,
      )}
      <li><button type="button" class="quiet small" @click=${() => this.#set(noFilters())}>${t('transactions.clearAll')}</button></li>
    </ul>`;
  }

  render() {
    return html`<div class="transactions-search" role="search">
        <div class="transactions-q">
          ${icon('search')}
          <input
            id="transactions-q"
            type="search"
            autocomplete="off"
            enterkeyhint="search"
            aria-label=${t('transactions.search')}
            placeholder=${t('transactions.search')}
            .value=${this.#text('q')}
            @input=${(event) => this.#soon('q', event.target.value)}
            @keydown=${this.#key}
          />
        </div>
        ${this.#wide()}
        <button type="button" aria-label=${t('transactions.filters')} aria-expanded=${this.open ? 'true' : 'false'} aria-controls="transactions-panel"
          @click=${() => (this.open = !this.open)}>${icon('filter')} <span class="transactions-wide">${t('transactions.filters')}</span></button>
      </div>
      ${this.open ? this.#panel() : nothing} ${this.#chips()}`;
  }
}
customElements.define('nest-transaction-filters', FilterBar);
