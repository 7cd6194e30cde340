import { html, nothing } from '/app/base/element.js';
import { get, withParameters } from '/app/base/api.js';
import { currentLocale, t } from '/app/base/i18n.js';
import { change } from '/app/base/changes.js';
import { plainAmount } from '/app/base/format.js';
import { parseAmount } from '/app/base/money.js';
import { today } from '/app/base/session.js';
import '/app/ui/combobox.js';
import { field, selectField, textField } from '/app/ui/fields.js';
import { FormDialog } from '/app/ui/form-dialog.js';
import { shown } from '/app/ui/states.js';
import { allAccounts, MOVES } from '/app/accounts/account-words.js';

async function categories(text) {
  const { items } = await get(withParameters('/categories', { q: text, limit: 8 }));
  return items.map((category) => category.name);
}

/** Moves money between two accounts (`fromAccountId` may be chosen already), or changes `transfer`. */
class TransferDialog extends FormDialog {
  transfer = null;
  fromAccountId = '';
  /** All accounts, where the opener knows them: then it opens at once, and offline, too. */
  accounts = null;
  #accounts = allAccounts(this);
  #begun = false;

  connectedCallback() {
    this.#accounts.data = this.accounts;
    const transfer = this.transfer ?? {};
    this.begin({
      fromAccountId: transfer.fromAccountId ?? this.fromAccountId,
      toAccountId: transfer.toAccountId ?? '',
      amount: plainAmount(transfer.amount),
      receivedAmount: plainAmount(transfer.receivedAmount),
      date: transfer.date ?? today(),
      receivedDate: transfer.receivedDate === transfer.date ? '' : transfer.receivedDate,
      description: transfer.description ?? '',
      category: transfer.category ?? '',
      tags: (transfer.tags ?? []).join(', '),
      notes: transfer.notes ?? '',
    });
    super.connectedCallback();
  }

  /** The fields come with the accounts, after the dialog; whoever is not elsewhere yet begins in the first. */
  updated() {
    const first = this.$('#transfer-fromAccountId');
    if (first && !this.#begun) {
      this.#begun = true;
      (this.transfer ? this.$('#transfer-amount') : first).focus();
    }
  }

  heading() {
    return this.transfer ? t('transfers.edit') : t('transfers.add');
  }

  #account(id) {
    return this.#accounts.data?.find((account) => account.id === id);
  }

  get #currencies() {
    return [this.#account(this.input.fromAccountId)?.currency, this.#account(this.input.toAccountId)?.currency];
  }

  /** Whether what arrives is of another currency than what leaves. */
  get #between() {
    const [from, to] = this.#currencies;
    return Boolean(from && to && from !== to);
  }

  /** Whether its description names accounts that it no longer is between: then the service names them anew. */
  get #renamed() {
    const names = [this.transfer.fromAccountId, this.transfer.toAccountId].map((id) => this.#account(id)?.name);
    const moved = this.differs('fromAccountId') || this.differs('toAccountId');
    return moved && !this.differs('description') && this.transfer.description === names.join(' → ');
  }

  async submit() {
    await this.#accounts.settled();
    if (!this.isConnected || !this.#accounts.data) {
      return; // why they are not there is said in the place of the fields
    }
    const { fromAccountId, toAccountId, date, receivedDate, description, category, tags, notes } = this.input;
    const amount = parseAmount(this.input.amount, currentLocale());
    const receivedAmount = this.#between ? parseAmount(this.input.receivedAmount, currentLocale()) : null;
    const faults = {
      ...(!fromAccountId && { fromAccountId: t('transfers.chooseAccount') }),
      ...(!toAccountId && { toAccountId: t('transfers.chooseAccount') }),
      ...(amount === null && { amount: t('accounts.notAnAmount') }),
      ...(this.#between && receivedAmount === null && { receivedAmount: t('accounts.notAnAmount') }),
    };
    if (Object.keys(faults).length > 0) {
      this.refuse(faults);
      return;
    }
    const body = {
      fromAccountId,
      toAccountId,
      amount,
      ...(this.#between && { receivedAmount }),
      date,
      receivedDate: receivedDate || null,
      description: description.trim() || null,
      category: category.trim() || null,
      tags: tags.split(',').map((tag) => tag.trim()).filter(Boolean),
      notes: notes.trim() || null,
    };
    if (this.transfer === null) {
      this.save(() => change('POST', '/transfers', { body, said: t('transfers.added'), types: MOVES }));
    } else if (this.mayClose) {
      this.finish(null);
    } else {
      const changes = { ...this.changesOf(body), ...(this.#renamed && { description: null }) };
      this.save(() => change('PATCH', `/transfers/${this.transfer.id}`, { body: changes, said: t('transfers.saved'), types: MOVES }));
    }
  }

  /** The accounts to choose from: open ones, and the one that it is already. */
  #choice(name, label) {
    const chosen = this.input[name];
    const options = this.#accounts.data
      .filter((account) => !account.closed || account.id === chosen)
      .map((account) => [account.id, `${account.name} (${account.currency})`]);
    return selectField({
      id: `transfer-${name}`,
      label,
      value: chosen,
      change: this.set(name),
      fault: this.fault(name, ...(name === 'toAccountId' ? ['same-account', 'account-closed'] : [])),
      options: [...(chosen ? [] : [['', t('transfers.choose')]]), ...options],
    });
  }

  #text(name, options) {
    return textField({ id: `transfer-${name}`, value: this.input[name], input: this.set(name), fault: this.fault(name), ...options });
  }

  #fields() {
    const [from, to] = this.#currencies;
    const between = this.#between;
    return html`${this.note('same-account', 'account-closed')}
      <div class="fields">${this.#choice('fromAccountId', t('transfers.from'))} ${this.#choice('toAccountId', t('transfers.to'))}</div>
      <div class="fields">
        ${this.#text('amount', { label: between ? t('transfers.leaves', { currency: from }) : t('transfers.amountOf', { currency: from ?? '' }), mode: 'decimal', secret: true, required: true })}
        ${between ? this.#text('receivedAmount', { label: t('transfers.arrives', { currency: to }), mode: 'decimal', secret: true, required: true }) : nothing}
      </div>
      <div class="fields">
        ${this.#text('date', { type: 'date', label: t('transfers.day') })}
        ${this.#text('receivedDate', { type: 'date', label: t('transfers.receivedDay'), hint: t('transfers.receivedDayHint'), optional: true })}
      </div>
      ${this.#text('description', { label: t('transfers.description'), optional: true, maxlength: 200, hint: this.transfer ? null : t('transfers.descriptionHint') })}
      ${field({
        id: 'transfer-category',
        label: t('transfers.category'),
        fault: this.fault('category'),
        optional: true,
        control: html`<nest-combobox .inputId=${'transfer-category'} .value=${this.input.category} .complete=${categories} .fault=${this.fault('category')}
          @pick=${(event) => this.set('category')(event.detail)}></nest-combobox>`,
      })}
      <details ?open=${Boolean(this.transfer?.tags.length || this.transfer?.notes)}>
        <summary>${t('transfers.more')}</summary>
        <div class="stack transfers-more">
          ${this.#text('tags', { label: t('transfers.tags'), hint: t('transfers.tagsHint') })}
          ${field({
            id: 'transfer-notes',
            label: t('transfers.notes'),
            fault: this.fault('notes'),
            control: html`<textarea id="transfer-notes" maxlength="2000" .value=${this.input.notes} @input=${(event) => this.set('notes')(event.target.value)}></textarea>`,
          })}
        </div>
      </details>`;
  }

  content() {
    return shown(this.#accounts, () => this.#fields(), 8);
  }

  actions() {
    return this.buttons(this.transfer ? t('base.save') : t('transfers.add'));
  }
}
customElements.define('nest-transfer-dialog', TransferDialog);
