import { html, NestElement, nothing } from '/app/base/element.js';
import { withParameters } from '/app/base/api.js';
import { t } from '/app/base/i18n.js';
import { change, sayProblem } from '/app/base/changes.js';
import { amount, day } from '/app/base/format.js';
import { PagedQuery } from '/app/base/paged-query.js';
import { currentRoute, href, RouteController } from '/app/base/router.js';
import { confirm, open } from '/app/ui/dialog.js';
import { icon } from '/app/ui/icons.js';
import '/app/ui/menu.js';
import { empty, onward, shown } from '/app/ui/states.js';
import '/app/ui/virtual-list.js';
import { allAccounts, MOVES } from '/app/accounts/account-words.js';
import '/app/accounts/transfer-filters.js';
import '/app/accounts/transfer-suggestions.js';

const ROW = 68;
const FILTERS = ['q', 'accountId', 'from', 'to'];

/** Money moved between one's own accounts, the newest first. */
class Transfers extends NestElement {
  #accounts = allAccounts(this);
  #transfers = new PagedQuery(this, () => withParameters('/transfers', { ...this.#filters(), limit: 50 }), MOVES);
  #route = new RouteController(this);

  #filters() {
    const { parameters } = currentRoute();
    return Object.fromEntries(FILTERS.map((name) => [name, parameters.get(name)]).filter(([, value]) => value));
  }

  async #edit(transfer = null) {
    await import('/app/accounts/transfer-dialog.js');
    open('nest-transfer-dialog', { transfer, accounts: this.#accounts.data });
  }

  async #delete({ id, description }) {
    if (await confirm({ text: t('transfers.deleteAsk', { name: description }), more: t('transfers.deleteMore'), action: t('base.delete'), danger: true })) {
      change('DELETE', `/transfers/${id}`, { said: t('transfers.deleted'), types: MOVES }).catch(sayProblem);
    }
  }

  #unlink({ id }) {
    change('POST', `/transfers/${id}/unlink`, { said: t('transfers.unlinked'), types: MOVES }).catch(sayProblem);
  }

  #row(transfer) {
    const name = (id) => this.#accounts.data?.find((account) => account.id === id)?.name ?? '';
    const route = `${name(transfer.fromAccountId)} → ${name(transfer.toAccountId)}`;
    const facts = [day(transfer.date), transfer.description === route ? null : route, transfer.category, ...transfer.tags].filter(Boolean);
    return html`<div class="transfers-row" role="listitem">
      <div class="grow">
        <button type="button" class="transfers-name cut" title=${transfer.description} @click=${() => this.#edit(transfer)}>${transfer.description}</button>
        <div class="soft small cut">${facts.join(' · ')}</div>
      </div>
      <div class="transfers-amounts">
        ${amount(transfer.amount, transfer.currency)}
        ${transfer.currency === transfer.receivedCurrency
          ? nothing
          : html`<span class="soft small"><span aria-hidden="true">→ </span>${amount(transfer.receivedAmount, transfer.receivedCurrency)}</span>`}
      </div>
      <nest-menu
        .label=${t('accounts.actionsOf', { name: transfer.description })}
        .items=${[
          { text: t('base.edit'), icon: 'edit', run: () => this.#edit(transfer) },
          { text: t('transfers.unlink'), icon: 'link', run: () => this.#unlink(transfer) },
          { text: t('base.delete'), icon: 'delete', danger: true, run: () => this.#delete(transfer) },
        ]}
      ></nest-menu>
    </div>`;
  }

  #list({ items }) {
    if (items.length > 0) {
      return html`<div class="card transfers-list" role="list" aria-label=${t('transfers.title')}>
        <nest-virtual-list
          .count=${items.length}
          .rowHeight=${ROW}
          .key=${(at) => items[at]?.id}
          .row=${(at) => this.#row(items[at])}
          @near-end=${() => this.#transfers.stopped || this.#transfers.more()}
        ></nest-virtual-list>
      </div>
      ${onward(this.#transfers, nothing)}`;
    }
    if (Object.keys(this.#filters()).length > 0) {
      return html`<div class="card">${empty({ level: 2, picture: 'search', title: t('transfers.noneFound'), text: t('transfers.noneFoundText') })}</div>`;
    }
    const enough = this.#accounts.data === null || this.#accounts.data.filter((account) => !account.closed).length > 1;
    return html`<div class="card">
      ${empty({
        level: 2,
        picture: 'transfers',
        title: t('transfers.empty'),
        text: enough ? t('transfers.emptyText') : t('transfers.needsTwo'),
        action: enough
          ? html`<button type="button" class="primary" @click=${() => this.#edit()}>${icon('add')} ${t('transfers.add')}</button>`
          : html`<a class="button primary" href=${href('/accounts')}>${t('accounts.title')}</a>`,
      })}
    </div>`;
  }

  render() {
    const filtered = Object.keys(this.#filters()).length > 0;
    const some = filtered || this.#transfers.data?.items.length > 0;
    return html`<div class="view">
      <div class="view-head">
        <h1>${t('transfers.title')}</h1>
        ${some ? html`<button type="button" class="primary" @click=${() => this.#edit()}>${icon('add')} ${t('transfers.add')}</button>` : nothing}
      </div>
      <nest-transfer-suggestions .accounts=${this.#accounts.data ?? []}></nest-transfer-suggestions>
      ${some ? html`<nest-transfer-filters .accounts=${this.#accounts.data ?? []}></nest-transfer-filters>` : nothing}
      <div aria-live="polite" aria-busy=${this.#transfers.busy ? 'true' : 'false'}>${shown(this.#transfers, (data) => this.#list(data), 10)}</div>
    </div>`;
  }
}
customElements.define('nest-transfers', Transfers);
