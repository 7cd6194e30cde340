import { html, NestElement, nothing } from '/app/base/element.js';
import { day, instant, money } from '/app/base/format.js';
import { t } from '/app/base/i18n.js';
import { Query } from '/app/base/query.js';
import { shown } from '/app/ui/states.js';

const FIELDS = ['type', 'amount', 'description', 'category', 'date', 'accountId', 'currency', 'tags', 'notes'];
const NAMES = { accountId: 'account' };

/** What became of a transaction, who did it and when: read when it is unfolded. */
class TransactionHistory extends NestElement {
  static properties = {
    transactionId: { attribute: false },
    accounts: { attribute: false },
    open: { state: true },
  };

  #history = new Query(this, () => (this.open ? `/transactions/${this.transactionId}/history?limit=100` : null), ['transaction']);

  constructor() {
    super();
    this.open = false;
  }

  #value(name, object) {
    const value = object[name];
    if (value === null || value === undefined || value.length === 0) {
      return t('transactions.history.nothing');
    }
    switch (name) {
      case 'type':
        return t(`transactions.types.${value}`);
      case 'amount':
        return money(value, object.currency);
      case 'date':
        return day(value);
      case 'accountId':
        return this.accounts.get(value)?.name ?? t('transactions.history.otherAccount');
      case 'tags':
        return value.map((tag) => `#${tag}`).join(' ');
      default:
        return value;
    }
  }

  #who({ type, name }) {
    return name ?? t(`transactions.history.by.${type}`);
  }

  #entry(entry, before) {
    const changed = before?.object && entry.object ? FIELDS.filter((name) => JSON.stringify(before.object[name]) !== JSON.stringify(entry.object[name])) : [];
    return html`<li>
      <p><span class="strong">${t(`transactions.history.${entry.op}`)}</span> <span class="soft">${instant(entry.at)} · ${this.#who(entry.actor)}</span></p>
      ${changed.length === 0
        ? nothing
        : html`<ul>
            ${changed.map(
              (name) => html`<li>${t(`transactions.${NAMES[name] ?? name}`)}: ${this.#value(name, before.object)} → ${this.#value(name, entry.object)}</li>`,
            )}
          </ul>`}
    </li>`;
  }

  render() {
    return html`<details class="transactions-history" @toggle=${(event) => (this.open = event.target.open)}>
      <summary>${t('transactions.history.title')}</summary>
      ${this.open
        ? shown(this.#history, ({ items }) => html`<ol class="small">${items.map((entry, at) => this.#entry(entry, items[at + 1]))}</ol>`, 2)
        : nothing}
    </details>`;
  }
}
customElements.define('nest-transaction-history', TransactionHistory);
