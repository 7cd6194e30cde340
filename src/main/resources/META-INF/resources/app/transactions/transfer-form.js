import { html, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { href } from '/app/base/router.js';
import { today } from '/app/base/session.js';
import { selectField, textField } from '/app/ui/fields.js';
import { amountField, categoryField, dayField, moreFields } from '/app/transactions/entry-form.js';
import { accountChoices } from '/app/transactions/lookups.js';
import { amountText, changesOf, sent } from '/app/transactions/values.js';

/** The fields of money that is moved from one account to another. */
const NAMES = ['fromAccountId', 'toAccountId', 'amount', 'receivedAmount', 'date', 'receivedDate', 'description', 'category', 'tags', 'notes'];

export function transferValues(transfer, given = {}) {
  return {
    fromAccountId: transfer?.fromAccountId ?? given.accountId ?? '',
    toAccountId: transfer?.toAccountId ?? '',
    amount: transfer ? amountText(transfer.amount) : (given.amount ?? ''),
    receivedAmount: transfer ? amountText(transfer.receivedAmount) : '',
    date: transfer?.date ?? given.date ?? today(),
    receivedDate: transfer && transfer.receivedDate !== transfer.date ? transfer.receivedDate : '',
    description: transfer?.description ?? given.description ?? '',
    category: transfer?.category ?? given.category ?? '',
    tags: transfer?.tags ?? given.tags ?? [],
    notes: transfer?.notes ?? given.notes ?? '',
  };
}

/** Whether what arrives is in another currency than what leaves, so that both have to be said. */
export function isExchange(form, accounts) {
  const from = accounts.get(form.values.fromAccountId)?.currency;
  const to = accounts.get(form.values.toAccountId)?.currency;
  return Boolean(from && to && from !== to);
}

/** What is sent of a new one. */
export function transferBody(form, accounts) {
  const names = isExchange(form, accounts) ? NAMES : NAMES.filter((name) => name !== 'receivedAmount');
  return Object.fromEntries(names.map((name) => [name, sent(name, form.values[name])]).filter(([, value]) => value !== null && value !== ''));
}

/** What is sent of a change. Within one currency, what arrives follows what leaves. */
export function transferChanges(form, accounts) {
  const names = isExchange(form, accounts) ? NAMES : NAMES.filter((name) => name !== 'receivedAmount');
  return changesOf(names, form.before, form.values);
}

/** Whether there is anywhere to move money to. */
export function canTransfer(accounts) {
  return accounts.size > 1;
}

function accountField(form, accounts, name) {
  const chosen = form.values[name];
  return selectField({
    id: `transaction-${name}`,
    label: t(`transactions.${name}`),
    value: chosen,
    fault: form.fault(name),
    options: [['', t('transactions.choose')], ...accountChoices(accounts, chosen)],
    change: form.set(name),
  });
}

/** All fields of a transfer; `leave` is called when the person goes where accounts are added. */
export function transferFields(form, accounts, leave) {
  if (!canTransfer(accounts)) {
    return html`<p class="note">${t('transactions.twoAccounts')}</p>
      <p><a href=${href('/accounts')} @click=${leave}>${t('accounts.title')}</a></p>`;
  }
  const from = accounts.get(form.values.fromAccountId)?.currency ?? '';
  const to = accounts.get(form.values.toAccountId)?.currency ?? '';
  return html`${amountField(form, 'amount', t('transactions.amount'), from, true)}
    <div class="fields">${accountField(form, accounts, 'fromAccountId')} ${accountField(form, accounts, 'toAccountId')}</div>
    ${isExchange(form, accounts) ? amountField(form, 'receivedAmount', t('transactions.receivedAmount'), to) : nothing}
    <div class="fields">
      ${dayField(form)} ${form.before.receivedDate === '' ? nothing : dayField(form, 'receivedDate', t('transactions.receivedDate'))} ${categoryField(form)}
    </div>
    ${textField({
      id: 'transaction-description',
      label: t('transactions.description'),
      optional: true,
      value: form.values.description,
      fault: form.fault('description'),
      input: form.set('description'),
    })}
    ${moreFields(form)}`;
}
