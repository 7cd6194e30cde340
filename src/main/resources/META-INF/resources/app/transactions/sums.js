import { html, NestElement, nothing } from '/app/base/element.js';
import { amount } from '/app/base/format.js';
import { t } from '/app/base/i18n.js';
import { signOf } from '/app/base/money.js';

/** How many transactions there are, and what they come to in each currency. */
class Sums extends NestElement {
  static properties = {
    total: { attribute: false },
    totals: { attribute: false },
  };

  #one({ currency, income, expense, transfer, balance }) {
    const entries = [
      ['income', income],
      ['expense', expense],
      ['transfer', transfer],
    ].filter(([, sum]) => signOf(sum) !== 0);
    return html`<dl>
      ${entries.map(
        ([name, sum]) => html`<div>
          <dt>${t(`transactions.sums.${name}`)}</dt>
          <dd>${amount(sum, currency, { coloured: name === 'income' })}</dd>
        </div>`,
      )}
      ${entries.length === 1
        ? nothing
        : html`<div class="strong"><dt>${t('transactions.sums.balance')}</dt><dd>${amount(balance, currency, { sign: true })}</dd></div>`}
    </dl>`;
  }

  render() {
    return html`<div class="transactions-sums">
      <p role="status">${this.total === null ? html`<span class="visually-hidden">${t('base.loading')}</span>` : t('transactions.count', { count: this.total })}</p>
      ${(this.totals ?? []).map((one) => this.#one(one))}
    </div>`;
  }
}
customElements.define('nest-transaction-sums', Sums);
