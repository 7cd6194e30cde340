import { html, nothing } from '/app/base/element.js';
import { change, sayProblem } from '/app/base/changes.js';
import { instant } from '/app/base/format.js';
import { t } from '/app/base/i18n.js';
import { prefer, preference } from '/app/base/preferences.js';
import { Query } from '/app/base/query.js';
import { href } from '/app/base/router.js';
import { NestDialog } from '/app/ui/dialog.js';
import { segmented } from '/app/ui/fields.js';
import { icon } from '/app/ui/icons.js';
import { shown } from '/app/ui/states.js';
import { Earlier, entryBody, entryChanges, entryFields, entryValues } from '/app/transactions/entry-form.js';
import { Form } from '/app/transactions/form.js';
import { ACCOUNTS, accountsById } from '/app/transactions/lookups.js';
import { nameOf } from '/app/transactions/row.js';
import { canTransfer, isExchange, transferBody, transferChanges, transferFields, transferValues } from '/app/transactions/transfer-form.js';
import { amountFault } from '/app/transactions/values.js';
import '/app/transactions/transaction-history.js';

const LAST_ACCOUNT = 'lastAccount';

/**
 * Records an income, an expense or a transfer, or shows one in full to change it. For a new one, `given` may have what is known
 * already: `{type, accountId, category, date, …}`; else `transaction`, and `transfer` where it is a side of one.
 */
class TransactionDialog extends NestDialog {
  transaction = null;
  transfer = null;
  given = {};

  #type = null;
  #form = null;
  #busy = false;
  #remembered = false;
  #earlier = new Earlier();
  #accounts = new Query(this, () => ACCOUNTS, ['account'], accountsById);

  get #isNew() {
    return this.transaction === null;
  }

  get #isTransfer() {
    return this.#type === 'transfer';
  }

  get #known() {
    return this.#accounts.data ?? new Map();
  }

  willUpdate() {
    if (this.#form === null) {
      this.#begin(this.transaction?.type ?? this.given.type ?? 'expense', this.given);
    }
    if (this.#isNew && !this.#remembered && this.#accounts.data) {
      this.#remembered = true;
      this.#useAccount();
    }
  }

  #begin(type, given) {
    this.#type = type;
    this.#form = new Form(this, this.#valuesOf(given));
  }

  #valuesOf(given) {
    return this.#isTransfer ? transferValues(this.transfer, given) : entryValues(this.transaction, { ...given, type: this.#type });
  }

  /**
   * A new one is in the account that the last one was in; at first, in the one that is used most. But what was entered in a
   * currency stays in that, if it is being saved already or the currency was chosen.
   */
  #useAccount() {
    const open = [...this.#known.values()].filter((account) => !account.closed);
    const last = preference(LAST_ACCOUNT);
    const id = open.some((account) => account.id === last) || last === '' ? last : open.sort((one, other) => other.transactionCount - one.transactionCount)[0]?.id;
    const name = this.#isTransfer ? 'fromAccountId' : 'accountId';
    const { values, before } = this.#form;
    const meant = this.#busy || values.currency !== before.currency;
    if (meant && this.#known.get(id)?.currency !== values.currency) {
      return;
    }
    if (id && values[name] === '') {
      this.#form.before = { ...this.#form.before, [name]: id };
      this.#form.values = { ...this.#form.values, [name]: id };
    }
  }

  /** Makes a new one of another type. What was typed goes along, and is still lost if it is not saved. */
  #become(type) {
    if (!this.#isTransfer && type !== 'transfer') {
      this.#type = type;
      this.#form.set('type')(type);
      return;
    }
    const known = ({ amount, date, description, category, tags, notes, accountId, fromAccountId }) => ({
      ...{ ...this.given, amount, date, description, category, tags, notes },
      accountId: accountId ?? fromAccountId,
    });
    const { before, values } = this.#form;
    this.#begin(type, known(before));
    this.#form.values = this.#valuesOf(known(values));
    this.requestUpdate();
  }

  get mayClose() {
    return !this.#busy && !this.#form.touched;
  }

  heading() {
    return this.#isNew ? t('transactions.add') : t('transactions.change');
  }

  #check() {
    const form = this.#form;
    return form.faulty({
      amount: amountFault(form.values.amount),
      ...(this.#isTransfer && isExchange(form, this.#known) && { receivedAmount: amountFault(form.values.receivedAmount) }),
    });
  }

  async #send(said) {
    const accounts = this.#known;
    const [path, id] = this.#isTransfer ? ['/transfers', this.transfer?.id] : ['/transactions', this.transaction?.id];
    if (this.#isNew) {
      const body = this.#isTransfer ? transferBody(this.#form, accounts) : entryBody(this.#form, accounts);
      return change('POST', path, { body, said: t('transactions.said.recorded', { name: this.#name() }) });
    }
    const body = this.#isTransfer ? transferChanges(this.#form, accounts) : entryChanges(this.#form, accounts);
    return Object.keys(body).length === 0 ? null : change('PATCH', `${path}/${id}`, { body, said });
  }

  #name() {
    return nameOf({ description: this.#form.values.description.trim() || t(`transactions.types.${this.#type}`) });
  }

  /** Whether it was saved, or is kept to be sent later. */
  async #save() {
    if (this.#busy || this.#check()) {
      await this.#toFault();
      return false;
    }
    this.#busy = true;
    this.requestUpdate();
    try {
      // Whoever is quick waits for them here: an amount is in the currency of its account.
      await this.#accounts.settled();
      await this.updateComplete;
      if (!this.isConnected) {
        return false; // it was closed meanwhile
      }
      await this.#send(t('transactions.said.changed', { name: this.#name() }));
      if (this.#isNew && this.#accounts.data) {
        prefer(LAST_ACCOUNT, this.#form.values.accountId ?? this.#form.values.fromAccountId);
      }
      return true;
    } catch (problem) {
      if (problem.kept) {
        sayProblem(problem);
        return true;
      }
      this.#form.refuse(problem);
      await this.#toFault();
      return false;
    } finally {
      this.#busy = false;
      this.requestUpdate();
    }
  }

  async #toFault() {
    await this.updateComplete;
    this.$('[aria-invalid="true"]')?.focus();
  }

  async submit() {
    if (await this.#save()) {
      this.finish(true);
    }
  }

  async #another() {
    if (await this.#save()) {
      const { date, accountId, fromAccountId } = this.#form.values;
      this.#begin(this.#type, { date, accountId: accountId ?? fromAccountId });
      this.requestUpdate();
      await this.updateComplete;
      this.$('#transaction-amount').focus();
    }
  }

  async #delete() {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    try {
      const path = this.transfer ? `/transfers/${this.transfer.id}` : `/transactions/${this.transaction.id}`;
      await change('DELETE', path, { said: t('transactions.said.deleted', { name: nameOf(this.transaction) }) });
    } catch (problem) {
      if (!problem.kept) {
        this.#form.refuse(problem);
        return;
      }
      sayProblem(problem);
    } finally {
      this.#busy = false;
    }
    this.finish(true);
  }

  #types() {
    const types = this.#isNew ? ['expense', 'income', 'transfer'] : ['expense', 'income'];
    return this.transfer
      ? nothing
      : segmented({
          name: 'transaction-type',
          label: t('transactions.type'),
          value: this.#type,
          options: types.map((type) => [type, t(`transactions.types.${type}`)]),
          change: (type) => this.#become(type),
        });
  }

  /** Where it came from, and what became of it. */
  #about() {
    const { scheduleId, importId, id, createdAt } = this.transaction;
    const link = (path, picture, text) =>
      html`<a class="button small" href=${href(path)} @click=${() => this.finish(null)}>${icon(picture)} ${text}</a>`;
    return html`<div class="row small">
        <span class="soft">${t('transactions.recordedAt', { when: instant(createdAt) })}</span>
        ${scheduleId ? link(`/schedules/${scheduleId}`, 'schedules', t('transactions.from.schedule')) : nothing}
        ${importId ? link(`/imports/${importId}`, 'imports', t('transactions.from.import')) : nothing}
        ${this.transfer ? link('/transfers', 'transfers', t('transfers.title')) : nothing}
      </div>
      <nest-transaction-history .transactionId=${id} .accounts=${this.#known}></nest-transaction-history>`;
  }

  content() {
    const { problem } = this.#form;
    return html`${problem ? html`<p class="note danger" role="alert">${problem.offline ? t('base.offline') : problem.message}</p>` : nothing} ${this.#types()}
    ${this.#isTransfer
      ? shown(this.#accounts, (accounts) => transferFields(this.#form, accounts, () => this.finish(null)), 5)
      : entryFields(this.#form, this.#known, this.#earlier)}
    ${this.#isNew ? nothing : this.#about()}`;
  }

  actions() {
    if (this.#isTransfer && !canTransfer(this.#known)) {
      return nothing;
    }
    return html`${this.#isNew
        ? html`<button type="button" ?disabled=${this.#busy} @click=${() => this.#another()}>${t('transactions.saveAndAnother')}</button>`
        : html`<button type="button" class="quiet transactions-delete" @click=${() => this.#delete()}>${icon('delete')} ${t('base.delete')}</button>
            <button type="button" @click=${() => this.finish(null)}>${t('base.cancel')}</button>`}
      <button type="submit" class="primary" ?disabled=${this.#busy}>${t('base.save')}</button>`;
  }
}
customElements.define('nest-transaction-dialog', TransactionDialog);
