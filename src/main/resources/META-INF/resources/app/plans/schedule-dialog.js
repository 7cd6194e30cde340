import { html, nothing } from '/app/base/element.js';
import { currentLocale, t } from '/app/base/i18n.js';
import { withParameters } from '/app/base/api.js';
import { change } from '/app/base/changes.js';
import { currencyName, plainAmount } from '/app/base/format.js';
import { absolute, parseAmount } from '/app/base/money.js';
import { currency, today } from '/app/base/session.js';
import { field, segmented, selectField, textField, toggle } from '/app/ui/fields.js';
import { allAccounts } from '/app/accounts/account-words.js';
import { changed, FormDialog, NotANumber } from '/app/plans/form-dialog.js';
import { closedLast, completeCategory, completeTag } from '/app/plans/lookups.js';
import { nameOf } from '/app/plans/schedule-words.js';
import '/app/plans/rule-field.js';
import '/app/plans/token-field.js';
import { missing } from '/app/ui/states.js';
import '/app/ui/combobox.js';

const TYPES = ['expense', 'income', 'transfer'];
const WEEKENDS = ['keep', 'before', 'after'];
const MODES = ['post', 'suggest'];
const TOLERANCES = [0, 5, 10, 20, 50];

/** Makes a schedule, or changes the one that is given as `schedule`. `idea` is what a new one begins with. */
class ScheduleDialog extends FormDialog {
  schedule = null;
  idea = {};
  #all = allAccounts(this);

  connectedCallback() {
    super.connectedCallback();
    const { transaction = {}, ...known } = this.schedule ?? this.idea;
    this.input ??= {
      ...{ name: null, start: today(), recurrence: 'FREQ=MONTHLY', weekend: 'keep', mode: 'post', tolerance: 0, catchUp: false },
      ...{ type: 'expense', description: '', currency: currency(), category: null, tags: [], notes: null, accountId: null, toAccountId: null },
      ...known,
      ...transaction,
      amount: transaction.amount ? plainAmount(absolute(transaction.amount)) : '',
    };
  }

  heading() {
    return this.schedule ? t('schedules.edit') : t('schedules.add');
  }

  get submitLabel() {
    return this.schedule ? t('base.save') : t('schedules.create');
  }

  get shownFaults() {
    return ['start', 'recurrence', 'name', ...['description', 'amount', 'currency', 'category', 'tags', 'notes', 'accountId', 'toAccountId'].map((name) => 'transaction/' + name)];
  }

  fields() {
    const input = this.input;
    const transfer = input.type === 'transfer';
    return html`${segmented({ name: 'schedule-type', label: t('schedules.type'), value: input.type, options: TYPES.map((one) => [one, t(`schedules.types.${one}`)]), change: (one) => this.set('type', one) })}
      ${this.#text('description', { maxlength: 200, autofocus: true, required: true, placeholder: t(`schedules.examples.${input.type}`) })}
      <div class="fields">
        ${this.#text('amount', { mode: 'decimal', secret: true, required: true })} ${this.#currency()}
        ${transfer
          ? html`${this.#account('accountId', t('schedules.fromAccount'), t('schedules.chooseAccount'))} ${this.#account('toAccountId', t('schedules.toAccount'), t('schedules.chooseAccount'))}`
          : this.#account('accountId', t('schedules.account'), t('schedules.noAccount'))}
        ${this.#category()}
      </div>
      ${missing(this.#all)}
      ${textField({ id: 'schedule-start', label: t('schedules.start'), type: 'date', value: input.start, input: (value) => this.set('start', value), fault: this.fault('start'), required: true })}
      <nest-rule-field .rule=${input.recurrence} .start=${input.start || today()} .fault=${this.fault('recurrence')} @rule=${(event) => this.set('recurrence', event.detail)}></nest-rule-field>
      ${!this.schedule && input.start && input.start < today()
        ? toggle({ id: 'schedule-catch-up', label: t('schedules.catchUp'), hint: t('schedules.catchUpHint'), value: input.catchUp, change: (value) => this.set('catchUp', value) })
        : nothing}
      ${this.#choices('mode', MODES)} ${this.#more()}`;
  }

  #text(name, options = {}) {
    return textField({ id: 'schedule-' + name, label: t(`schedules.${name}`), value: this.input[name], input: (value) => this.set(name, value), fault: this.fault('transaction/' + name), ...options });
  }

  /** Those that are open, and those that the schedule has or had; none before they are there. */
  get #accounts() {
    const had = this.schedule?.transaction ?? this.idea.transaction ?? {};
    const kept = [had, this.input].flatMap(({ accountId, toAccountId }) => [accountId, toAccountId]);
    return closedLast(this.#all.data ?? []).filter((account) => !account.closed || kept.includes(account.id));
  }

  get #ownAccount() {
    return this.#accounts.find((account) => account.id === this.input.accountId) ?? null;
  }

  /** The account's, or one's own choice where there is none. */
  #currency() {
    const own = this.#ownAccount?.currency ?? null;
    const code = own ?? this.input.currency;
    const codes = own ? [own] : [...new Set([code, ...Intl.supportedValuesOf('currency')])];
    return selectField({ id: 'schedule-currency', label: t('schedules.currency'), value: code, disabled: own !== null, change: (value) => this.set('currency', value), fault: this.fault('transaction/currency'),
      options: codes.map((one) => [one, `${one} – ${currencyName(one)}`]) });
  }

  #account(name, label, none) {
    return selectField({ id: 'schedule-' + name, label, value: this.input[name] ?? '', disabled: this.#all.data === null, fault: this.fault('transaction/' + name), change: (value) => this.set(name, value || null),
      options: [['', none], ...this.#accounts.map((account) => [account.id, account.name]), ...this.#gone(this.input[name])] });
  }

  /** What is chosen and has been deleted since, so that it can be seen and another one chosen. */
  #gone(id) {
    return id && this.#all.data?.every((account) => account.id !== id) ? [[id, t('budgets.goneAccount')]] : [];
  }

  #category() {
    const fault = this.fault('transaction/category');
    return field({ id: 'schedule-category', label: t('schedules.category'), optional: true, fault,
      control: html`<nest-combobox .inputId=${'schedule-category'} .value=${this.input.category ?? ''} .fault=${fault} .complete=${completeCategory}
        @pick=${(event) => this.set('category', event.detail.trim() || null)}></nest-combobox>` });
  }

  #choices(name, values) {
    return html`<fieldset class="plans-choices">
      <legend>${t(`schedules.${name}`)}</legend>
      ${values.map(
        (one) => html`<label><input type="radio" name=${name} value=${one} .checked=${this.input[name] === one} @change=${() => this.set(name, one)} /> <span>${t(`schedules.${name}s.${one}`)}</span></label>`,
      )}
    </fieldset>`;
  }

  #more() {
    const { name, tags, notes, tolerance, weekend } = this.input;
    const tolerances = [...new Set([...TOLERANCES, tolerance])].sort((one, other) => one - other);
    const open = Boolean(name || notes || tags.length > 0 || tolerance > 0 || weekend !== 'keep');
    return html`<details class="plans-more" ?open=${open && this.schedule !== null}>
      <summary>${t('schedules.more')}</summary>
      <div class="stack">
        ${this.#choices('weekend', WEEKENDS)}
        ${selectField({ id: 'schedule-tolerance', label: t('schedules.tolerance'), hint: t('schedules.toleranceHint'), value: String(tolerance), change: (value) => this.set('tolerance', Number(value)), fault: this.fault('tolerance'),
          options: tolerances.map((one) => [String(one), one === 0 ? t('schedules.exactly') : t('schedules.within', { percent: one })]) })}
        ${textField({ id: 'schedule-name', label: t('schedules.name'), hint: t('schedules.nameHint'), value: name ?? '', input: (value) => this.set('name', value || null), fault: this.fault('name'), maxlength: 100, optional: true })}
        <nest-token-field .inputId=${'schedule-tags'} .label=${t('schedules.tags')} .fault=${this.fault('transaction/tags')} .optional=${true} .values=${tags} .complete=${completeTag}
          @values=${(event) => this.set('tags', event.detail)}></nest-token-field>
        ${field({ id: 'schedule-notes', label: t('schedules.notes'), optional: true, fault: this.fault('transaction/notes'),
          control: html`<textarea id="schedule-notes" .value=${notes ?? ''} @input=${(event) => this.set('notes', event.target.value || null)}></textarea>` })}
      </div>
    </details>`;
  }

  async send() {
    const input = this.input;
    const amount = parseAmount(input.amount, currentLocale());
    if (amount === null) {
      throw new NotANumber('transaction/amount');
    }
    const transfer = input.type === 'transfer';
    const transaction = {
      type: input.type,
      description: input.description,
      amount: input.type === 'expense' ? '-' + absolute(amount) : amount,
      currency: this.#ownAccount?.currency ?? input.currency,
      category: input.category,
      tags: input.tags,
      notes: input.notes,
      accountId: input.accountId,
      toAccountId: transfer ? input.toAccountId : null,
    };
    const body = { name: input.name, start: input.start, recurrence: input.recurrence, weekend: input.weekend, mode: input.mode, tolerance: input.tolerance };
    const name = input.name ?? input.description;
    if (!this.schedule) {
      return change('POST', withParameters('/schedules', { catchUp: input.catchUp && input.start < today() ? 'true' : null }), { body: { ...body, transaction }, said: t('schedules.made', { name }), types: null });
    }
    const patch = changed(this.schedule, body);
    const ofTransaction = changed({ ...this.schedule.transaction, amount: this.#asTyped() }, transaction);
    if (Object.keys(ofTransaction).length > 0) {
      patch.transaction = ofTransaction;
    }
    return Object.keys(patch).length === 0 ? null : change('PATCH', `/schedules/${this.schedule.id}`, { body: patch, said: t('schedules.changed', { name: name || nameOf(this.schedule) }) });
  }

  /** The amount that was there, as it would be if it were typed again. */
  #asTyped() {
    const { type, amount } = this.schedule.transaction;
    const typed = parseAmount(plainAmount(absolute(amount)), currentLocale());
    return type === 'expense' ? '-' + typed : typed;
  }
}
customElements.define('nest-schedule-dialog', ScheduleDialog);
