import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { change, sayProblem } from '/app/base/changes.js';
import { amount } from '/app/base/format.js';
import { Query } from '/app/base/query.js';
import { currentRoute, go, href } from '/app/base/router.js';
import { open } from '/app/ui/dialog.js';
import { icon } from '/app/ui/icons.js';
import '/app/ui/menu.js';
import { shown } from '/app/ui/states.js';
import { deleteAccount } from '/app/accounts/account-removal.js';
import { grouped, kindName, MOVES } from '/app/accounts/account-words.js';
import '/app/accounts/balance-over-time.js';
import '/app/accounts/months-in-and-out.js';
import '/app/accounts/latest-transactions.js';

/** One account: what lies in it, how that came about, and what can be done with it. */
class Account extends NestElement {
  static properties = { accountId: { attribute: false }, going: { state: true } };

  #account = new Query(this, () => (this.going ? null : `/accounts/${encodeURIComponent(this.accountId)}`), MOVES);

  constructor() {
    super();
    this.going = false;
  }

  /** What was asked for of another account is not shown for this one. */
  willUpdate(changed) {
    if (changed.get('accountId')) {
      this.#account.data = null;
    }
  }

  async #record() {
    await import('/app/transactions/transaction-dialog.js');
    open('nest-transaction-dialog', { given: { accountId: this.accountId } });
  }

  async #transfer() {
    await import('/app/accounts/transfer-dialog.js');
    open('nest-transfer-dialog', { fromAccountId: this.accountId });
  }

  async #edit(account) {
    await import('/app/accounts/account-dialog.js');
    open('nest-account-dialog', { account });
  }

  async #history(account) {
    await import('/app/accounts/account-history.js');
    open('nest-account-history', { account });
  }

  #close({ id, name, closed }) {
    const said = closed ? t('accounts.reopened', { name }) : t('accounts.closedNow', { name });
    change('PATCH', `/accounts/${id}`, { body: { closed: !closed }, said, types: ['account'] }).catch(sayProblem);
  }

  async #delete(account) {
    const going = (is) => {
      this.going = is;
      return this.updateComplete;
    };
    if ((await deleteAccount(account, going)) && currentRoute().path[1] === account.id) {
      go('/accounts');
    }
  }

  #menu(account) {
    return [
      { text: t('base.edit'), icon: 'edit', run: () => this.#edit(account) },
      { text: account.closed ? t('accounts.reopen') : t('accounts.close'), icon: account.closed ? 'play' : 'pause', run: () => this.#close(account) },
      { text: t('accounts.history'), icon: 'history', run: () => this.#history(account) },
      { text: t('base.delete'), icon: 'delete', danger: true, run: () => this.#delete(account) },
    ];
  }

  #actions(account) {
    return html`<div class="actions">
      ${account.closed
        ? html`<button type="button" @click=${() => this.#close(account)}>${icon('play')} ${t('accounts.reopen')}</button>`
        : html`<button type="button" class="primary" @click=${() => this.#record()}>${icon('add')} ${t('accounts.record')}</button>
            <button type="button" @click=${() => this.#transfer()}>${icon('transfers')} ${t('accounts.transfer')}</button>
            <a class="button" href=${href('/imports', { accountId: account.id })}>${icon('imports')} ${t('accounts.import')}</a>`}
      <nest-menu .items=${this.#menu(account)} .label=${t('accounts.actionsOf', { name: account.name })}></nest-menu>
    </div>`;
  }

  #view(account) {
    const facts = [kindName(account.kind), account.institution, account.number && grouped(account.number)].filter(Boolean);
    return html`<div class="view-head">
        <h1>${account.name} ${account.closed ? html`<span class="badge">${t('accounts.closed')}</span>` : nothing}</h1>
        ${this.#actions(account)}
      </div>
      <section class="card accounts-head" aria-label=${t('accounts.balance')}>
        <p class="soft">${facts.join(' · ')}</p>
        <p class="accounts-balance">${amount(account.balance, account.currency, { coloured: account.balance.startsWith('-') })}</p>
        ${account.closed ? html`<p class="soft">${t('accounts.closedHint')}</p>` : nothing}
        <nest-balance-over-time .account=${account}></nest-balance-over-time>
      </section>
      <div class="accounts-columns">
        <nest-months-in-and-out class="card" .account=${account}></nest-months-in-and-out>
        <nest-latest-transactions class="card" .account=${account}></nest-latest-transactions>
      </div>`;
  }

  #gone() {
    return html`<h1>${t('accounts.gone')}</h1>
      <p>${t('accounts.goneText')}</p>`;
  }

  render() {
    const gone = this.#account.problem?.status === 404;
    return html`<div class="view">
      <p><a class="accounts-back" href=${href('/accounts')}>${icon('left')} ${t('accounts.title')}</a></p>
      ${gone ? this.#gone() : shown(this.#account, (account) => this.#view(account), 10)}
    </div>`;
  }
}
customElements.define('nest-account', Account);
