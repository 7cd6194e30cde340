import { plainAmount } from '/app/base/format.js';
import { absolute, parseAmount } from '/app/base/money.js';
import { currentLocale, t } from '/app/base/i18n.js';

/** What fields hold of a transaction, and what is sent of it. */

/** The fields of a transaction as texts. */
export function valuesOf(transaction) {
  return {
    type: transaction.type,
    amount: amountText(transaction.amount),
    description: transaction.description ?? '',
    category: transaction.category ?? '',
    accountId: transaction.accountId ?? '',
    currency: transaction.currency,
    date: transaction.date,
    tags: transaction.tags ?? [],
    notes: transaction.notes ?? '',
  };
}

/** An amount for a field, without its sign. */
export function amountText(amount) {
  return amount === null || amount === undefined ? '' : plainAmount(absolute(amount));
}

/** What is wrong with an amount that was typed, or null. */
export function amountFault(text) {
  return parseAmount(text, currentLocale()) === null ? t('transactions.noAmount') : null;
}

const AMOUNTS = new Set(['amount', 'receivedAmount']);
const REQUIRED = new Set(['description', 'type', 'currency', 'date']);

/** A field's text as the service takes it. */
export function sent(name, value) {
  if (AMOUNTS.has(name)) {
    return parseAmount(value, currentLocale());
  }
  return value === '' && !REQUIRED.has(name) ? null : value;
}

/** Of some fields, those that the person has changed, as they are sent. */
export function changesOf(names, before, after) {
  return Object.fromEntries(
    names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).map((name) => [name, sent(name, after[name])]),
  );
}
