import { html, NestElement, nothing, repeat } from '/app/base/element.js';
import { withParameters } from '/app/base/api.js';
import { t } from '/app/base/i18n.js';
import { amount, day } from '/app/base/format.js';
import { Query } from '/app/base/query.js';
import { href } from '/app/base/router.js';
import { shown } from '/app/ui/states.js';
import { MOVES } from '/app/accounts/account-words.js';

/** The latest transactions of `account`. */
class LatestTransactions extends NestElement {
  static properties = { account: { attribute: false } };

  #latest = new Query(this, () => withParameters('/transactions', { accountId: this.account.id, limit: 10 }), MOVES);

  #row(one) {
    return html`<li class="accounts-latest">
      <span class="grow">
        <a class="cut" href=${href('/transactions/' + one.id, { accountId: this.account.id })}>${one.description}</a>
        <span class="soft small cut">${[day(one.date), one.category].filter(Boolean).join(' · ')}</span>
      </span>
      ${amount(one.amount, one.currency, { coloured: one.type !== 'transfer' })}
    </li>`;
  }

  render() {
    const some = this.#latest.data?.items.length > 0;
    return html`<header>
        <h2>${t('accounts.latest')}</h2>
        ${some ? html`<a href=${href('/transactions', { accountId: this.account.id })}>${t('accounts.allOfThem')}</a>` : nothing}
      </header>
      ${shown(
        this.#latest,
        ({ items }) =>
          items.length > 0
            ? html`<ul class="list">${repeat(items, (one) => one.id, (one) => this.#row(one))}</ul>`
            : html`<p class="soft">${t('accounts.noTransactions')}</p>`,
        10,
      )}`;
  }
}
customElements.define('nest-latest-transactions', LatestTransactions);
