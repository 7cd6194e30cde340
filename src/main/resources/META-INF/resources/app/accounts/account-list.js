import { html, NestElement, nothing, repeat } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { amount } from '/app/base/format.js';
import { sum } from '/app/base/money.js';
import { Query } from '/app/base/query.js';
import { href } from '/app/base/router.js';
import { currency } from '/app/base/session.js';
import { withParameters } from '/app/base/api.js';
import { open } from '/app/ui/dialog.js';
import { icon } from '/app/ui/icons.js';
import { empty, shown } from '/app/ui/states.js';
import { allAccounts, KINDS, lastDigits, MOVES } from '/app/accounts/account-words.js';

/** What some accounts come to, by currency: `[[currency, balance]]`, one's own currency first. */
function totals(accounts) {
  const byCurrency = Map.groupBy(accounts, (account) => account.currency);
  return [...byCurrency]
    .map(([code, some]) => [code, sum(...some.map((account) => account.balance))])
    .sort(([one], [other]) => (other === currency()) - (one === currency()) || one.localeCompare(other));
}

/** All accounts by kind, with what lies in them. */
class AccountList extends NestElement {
  #accounts = allAccounts(this, MOVES);
  #together = new Query(this, () => withParameters('/balances', { convertTo: currency() }), [...MOVES, 'rate']);

  async #add() {
    await import('/app/accounts/account-dialog.js');
    open('nest-account-dialog');
  }

  async #transfer() {
    await import('/app/accounts/transfer-dialog.js');
    open('nest-transfer-dialog', { accounts: this.#accounts.data });
  }

  #row(account) {
    const where = [account.institution, lastDigits(account.number)].filter(Boolean).join(' · ');
    return html`<li>
      <a class="accounts-row" href=${href('/accounts/' + account.id)}>
        <span class="grow">
          <span class="accounts-name">${account.name}</span>
          ${where ? html`<span class="soft small">${where}</span>` : nothing}
        </span>
        ${amount(account.balance, account.currency, { coloured: account.balance.startsWith('-') })}
        ${icon('right')}
      </a>
    </li>`;
  }

  #rows(accounts) {
    return html`<ul class="accounts-rows">
      ${repeat(accounts, (account) => account.id, (account) => this.#row(account))}
    </ul>`;
  }

  #group(kind, accounts) {
    return html`<section class="card" aria-labelledby="accounts-${kind}">
      <header class="accounts-group">
        <h2 id="accounts-${kind}">${t(`accounts.kinds.${kind}`)}</h2>
        ${accounts.length > 1 ? html`<span class="accounts-sums">${totals(accounts).map(([code, value]) => amount(value, code))}</span>` : nothing}
      </header>
      ${this.#rows(accounts)}
    </section>`;
  }

  /** All currencies together, where there are several: as good as the rates that are known. */
  #converted() {
    const all = this.#together.data;
    if (!all?.converted || all.items.length < 2) {
      return nothing;
    }
    const missing = all.converted.unconverted?.map((one) => one.currency) ?? [];
    return html`<p class="soft small">
      ${t('accounts.together')} ${amount(all.converted.balance, all.converted.currency)}
      ${missing.length > 0
        ? html`– ${t('accounts.unconverted', { currencies: missing.join(', ') })} <a href=${href('/settings/rates')}>${t('accounts.enterRate')}</a>`
        : nothing}
    </p>`;
  }

  #all(accounts) {
    if (accounts.length === 0) {
      return html`<div class="card">
        ${empty({
          level: 2,
          picture: 'accounts',
          title: t('accounts.empty'),
          text: t('accounts.emptyText'),
          action: html`<button type="button" class="primary" @click=${() => this.#add()}>${icon('add')} ${t('accounts.add')}</button>`,
        })}
      </div>`;
    }
    const openOnes = accounts.filter((account) => !account.closed);
    const closed = accounts.filter((account) => account.closed);
    return html`<section class="card accounts-total" aria-labelledby="accounts-total">
        <h2 id="accounts-total">${t('accounts.total')}</h2>
        <p class="accounts-totals">${totals(accounts).map(([code, value]) => amount(value, code))}</p>
        ${this.#converted()}
      </section>
      ${KINDS.map((kind) => [kind, openOnes.filter((account) => account.kind === kind)])
        .filter(([, some]) => some.length > 0)
        .map(([kind, some]) => this.#group(kind, some))}
      ${closed.length > 0
        ? html`<details class="card accounts-closed">
            <summary><h2>${t('accounts.closedOnes', { count: closed.length })}</h2></summary>
            ${this.#rows(closed)}
          </details>`
        : nothing}`;
  }

  render() {
    const accounts = this.#accounts.data;
    return html`<div class="view accounts-list">
      <div class="view-head">
        <h1>${t('accounts.title')}</h1>
        <div class="actions">
          ${accounts?.length > 1 ? html`<button type="button" @click=${() => this.#transfer()}>${icon('transfers')} ${t('accounts.transfer')}</button>` : nothing}
          ${accounts?.length > 0 ? html`<button type="button" class="primary" @click=${() => this.#add()}>${icon('add')} ${t('accounts.add')}</button>` : nothing}
        </div>
      </div>
      ${shown(this.#accounts, (all) => this.#all(all), 8)}
    </div>`;
  }
}
customElements.define('nest-account-list', AccountList);
