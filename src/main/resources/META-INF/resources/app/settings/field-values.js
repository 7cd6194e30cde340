import { hasText, t } from '/app/base/i18n.js';
import { day, instant, money, number } from '/app/base/format.js';
import { currency } from '/app/base/session.js';

/** What objects of the service hold, in words, for the history. */
const AMOUNTS = new Set(['amount', 'openingBalance', 'targetAmount', 'receivedAmount', 'minAmount', 'maxAmount']);
const ACCOUNTS = new Set(['accountId', 'fromAccountId', 'toAccountId', 'accountIds']);
const CHOICES = new Set(['kind', 'type', 'mode', 'weekend', 'rollover', 'state', 'decision']);
const PLAIN_DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT/;

/** Says rules of recurrence in words, once it is loaded: few changes have one. */
let ruleInWords = (rule) => rule;

/** Loads what is needed to say objects in words; without it, rules are shown as they are. */
export async function loadWords() {
  ruleInWords = await import('/app/plans/recurrence.js').then(
    (module) => module.ruleInWords,
    () => ruleInWords,
  );
}

/** What follows from other things, or says nothing to people. */
const LEFT_OUT = new Set([
  'id', 'createdAt', 'updatedAt', 'balance', 'transactionCount', 'savedAmount', 'progress', 'childCount', 'itemCount', 'doneCount', 'current',
  'next', 'outId', 'inId', 'parentId', 'goalId', 'bucketListId', 'transactionId', 'transferId', 'importId', 'scheduleId', 'position', 'bytes',
  'sha256', 'encoding', 'statements', 'questions', 'counts', 'warnings', 'layout', 'doneAt', 'appliedAt', 'undoneAt',
]);

/** A leaf in words; `names` are those of accounts by id. */
function inWords(field, value, parent, names) {
  if (value === null || value === undefined || value === '' || value.length === 0) {
    return '–';
  }
  if (Array.isArray(value)) {
    return value.map((one) => inWords(field, one, parent, names)).join(', ');
  }
  if (typeof value === 'boolean') {
    return value ? t('settings.yes') : t('settings.no');
  }
  if (AMOUNTS.has(field)) {
    return money(value, (field === 'receivedAmount' ? parent.receivedCurrency : parent.currency) ?? currency());
  }
  if (ACCOUNTS.has(field)) {
    return names.get(value) ?? t('settings.goneAccount');
  }
  if (field === 'recurrence') {
    return ruleInWords(value, parent.start);
  }
  if (field === 'rate' || typeof value === 'number') {
    return number(value, { maximumFractionDigits: 10 });
  }
  if (PLAIN_DAY.test(value) || INSTANT.test(value)) {
    return PLAIN_DAY.test(value) ? day(value) : instant(value);
  }
  const known = `settings.value.${field}.${value}`;
  return CHOICES.has(field) && hasText(known) ? t(known) : value;
}

/** All leaves of an object as `path: {field, text}`; those that say nothing to people are left out. */
function leaves(object, names, path = [], found = new Map()) {
  for (const [field, value] of Object.entries(object ?? {})) {
    if (LEFT_OUT.has(field)) {
      continue;
    }
    const here = [...path, field];
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      leaves(value, names, here, found);
    } else if (!Array.isArray(value) || value.every((one) => typeof one !== 'object')) {
      found.set(here.join('.'), inWords(field, value, object, names));
    }
  }
  return found;
}

function label(path) {
  return path
    .split('.')
    .filter((part) => hasText(`settings.fields.${part}`))
    .map((part) => t(`settings.fields.${part}`))
    .join(' – ');
}

/**
 * What is another after than before: `[{label, before, after}]`. Of what was created or deleted, all that is set.
 *
 * @param names of accounts, a Map by id
 */
export function changedFields(before, after, names) {
  const was = leaves(before, names);
  const is = leaves(after, names);
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((path) => ({ label: label(path), before: was.get(path) ?? '–', after: is.get(path) ?? '–' }))
    .filter((row) => row.label && row.before !== row.after);
}

/** What people call an object. */
export function nameOf(type, object) {
  if (type === 'rate') {
    return `${object.currency}, ${day(object.day)}`;
  }
  if (type === 'contribution') {
    return money(object.amount, object.currency);
  }
  return object.name ?? object.description ?? object.fileName ?? '';
}
