import { getAll } from '/app/base/api.js';
import { t } from '/app/base/i18n.js';
import { Query } from '/app/base/query.js';

/** The kinds of accounts, in the order in which people look for them. */
export const KINDS = ['checking', 'savings', 'cash', 'credit-card', 'investment', 'loan', 'other'];

/** The changes that move a balance. */
export const MOVES = ['account', 'transaction', 'transfer'];

export function kindName(kind) {
  return t(`accounts.kind.${kind}`);
}

/** All accounts, by name. There are at most some hundred. */
export function allAccounts(host, types = ['account']) {
  return new Query(host, () => '/accounts?sort=name&limit=100', types, (path, signal) => getAll(path, { signal }));
}

/** The end of an account's number, by which people know it. */
export function lastDigits(number) {
  return number ? `…${number.slice(-4)}` : '';
}

/** A number in groups of four, as it is printed on cards and statements. */
export function grouped(number) {
  return number.replace(/(.{4})(?=.)/g, '$1 ');
}
