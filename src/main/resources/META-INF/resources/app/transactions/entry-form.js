import { get, withParameters } from '/app/base/api.js';
import { html, nothing } from '/app/base/element.js';
import { currencyName } from '/app/base/format.js';
import { currentLocale, t } from '/app/base/i18n.js';
import { currency, today } from '/app/base/session.js';
import { field, selectField, textField } from '/app/ui/fields.js';
import '/app/ui/combobox.js';
import '/app/transactions/tags-field.js';
import { accountChoices, completeCategory } from '/app/transactions/lookups.js';
import { changesOf, sent, valuesOf } from '/app/transactions/values.js';

/** The fields of incomes and expenses. Those that transfers have, too, are exported. */
const NAMES = ['type', 'amount', 'currency', 'description', 'category', 'date', 'accountId', 'tags', 'notes'];

export function entryValues(transaction, given) {
  return transaction
    ? valuesOf(transaction)
    : { type: 'expense', amount: '', description: '', category: '', accountId: '', currency: currency(), date: today(), tags: [], notes: '', ...given };
}

/** The currency that an amount is in: the account's, where there is one. */
function currencyOf(form, accounts) {
  return accounts.get(form.values.accountId)?.currency ?? form.values.currency;
}

/** What is sent of a new one. */
export function entryBody(form, accounts) {
  const values = { ...form.values, currency: currencyOf(form, accounts) };
  return Object.fromEntries(NAMES.map((name) => [name, sent(name, values[name])]).filter(([, value]) => value !== null && value !== ''));
}

/** What is sent of a change. Into an account of another currency, the amount is one of that. */
export function entryChanges(form, accounts) {
  return changesOf(NAMES, form.before, { ...form.values, currency: currencyOf(form, accounts) });
}

/** An amount, large. */
export function amountField(form, name, label, code, autofocus = false) {
  return html`<div class="transactions-big">
    ${textField({
      id: `transaction-${name}`,
      label: t('transactions.inCurrency', { label, currency: code }),
      mode: 'decimal',
      value: form.values[name],
      secret: true,
      fault: form.fault(name),
      autofocus,
      required: true,
      input: form.set(name),
    })}
  </div>`;
}

export function categoryField(form) {
  const id = 'transaction-category';
  return field({
    id,
    label: t('transactions.category'),
    optional: true,
    fault: form.fault('category'),
    control: html`<nest-combobox
      .inputId=${id}
      .label=${t('transactions.category')}
      .value=${form.values.category}
      .fault=${form.fault('category')}
      .complete=${completeCategory}
      @pick=${(event) => form.set('category')(event.detail)}
    ></nest-combobox>`,
  });
}

export function dayField(form, name = 'date', label = t('transactions.date')) {
  return textField({ id: `transaction-${name}`, type: 'date', label, value: form.values[name], fault: form.fault(name), input: form.set(name) });
}

/** Tags and notes, folded away until they are wanted. */
export function moreFields(form) {
  const open = form.before.tags.length > 0 || form.before.notes !== '' || form.fault('tags') !== null || form.fault('notes') !== null;
  const notes = form.fault('notes');
  return html`<details class="transactions-more" ?open=${open}>
    <summary>${t('transactions.tagsAndNotes')}</summary>
    <div class="stack">
      <nest-transaction-tags .inputId=${'transaction-tags'} .tags=${form.values.tags} .fault=${form.fault('tags')} @tags=${(event) => form.set('tags')(event.detail)}></nest-transaction-tags>
      ${field({
        id: 'transaction-notes',
        label: t('transactions.notes'),
        optional: true,
        fault: notes,
        control: html`<textarea
          id="transaction-notes"
          aria-invalid=${notes ? 'true' : nothing}
          aria-describedby=${notes ? 'transaction-notes-hint' : nothing}
          .value=${form.values.notes}
          @input=${(event) => form.set('notes')(event.target.value)}
        ></textarea>`,
      })}
    </div>
  </details>`;
}

const ENOUGH = 2;

/** Descriptions of earlier ones, and the category each had last. */
export class Earlier {
  #categories = new Map();

  complete = async (text) => {
    const typed = text.trim();
    if (typed.length < ENOUGH) {
      return [];
    }
    const { items } = await get(withParameters('/transactions', { q: typed, limit: 50 }));
    const matches = ({ type, description }) =>
      type !== 'transfer' && description.toLocaleLowerCase(currentLocale()).includes(typed.toLocaleLowerCase(currentLocale()));
    const found = new Map(items.filter(matches).toReversed().map((one) => [one.description, one.category]));
    found.forEach((category, description) => this.#categories.set(description, category));
    return [...found.keys()].toReversed();
  };

  categoryOf(description) {
    return this.#categories.get(description) ?? null;
  }
}

function descriptionField(form, earlier) {
  const id = 'transaction-description';
  const fault = form.fault('description');
  return field({
    id,
    label: t('transactions.description'),
    fault,
    control: html`<nest-combobox
      .inputId=${id}
      .label=${t('transactions.description')}
      .value=${form.values.description}
      .fault=${fault}
      .complete=${earlier.complete}
      @pick=${(event) => form.set('description')(event.detail)}
      @choose=${(event) => {
        const category = earlier.categoryOf(event.detail);
        if (category && form.values.category === form.before.category) {
          form.set('category')(category);
        }
      }}
    ></nest-combobox>`,
  });
}

/** All fields of an income or expense. */
export function entryFields(form, accounts, earlier) {
  const choices = accountChoices(accounts, form.values.accountId);
  const code = currencyOf(form, accounts);
  return html`${amountField(form, 'amount', t('transactions.amount'), code, true)} ${descriptionField(form, earlier)}
    <div class="fields">
      ${categoryField(form)} ${dayField(form)}
      ${choices.length === 0
        ? nothing
        : selectField({
            id: 'transaction-account',
            label: t('transactions.account'),
            value: form.values.accountId,
            fault: form.fault('accountId'),
            options: [['', t('transactions.noAccount')], ...choices],
            change: form.set('accountId'),
          })}
      ${accounts.has(form.values.accountId)
        ? nothing
        : selectField({
            id: 'transaction-currency',
            label: t('transactions.currency'),
            value: form.values.currency,
            fault: form.fault('currency'),
            options: Intl.supportedValuesOf('currency').map((one) => [one, `${one} – ${currencyName(one)}`]),
            change: form.set('currency'),
          })}
    </div>
    ${moreFields(form)}`;
}
