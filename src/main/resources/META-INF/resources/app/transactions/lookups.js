import { get, getAll, withParameters } from '/app/base/api.js';
import { currentLocale } from '/app/base/i18n.js';
import { currentUser } from '/app/base/session.js';

/** What fields complete from, and what ids are called. */

/** Categories that contain what was typed: those that begin with it first, then those that are used most. */
export async function completeCategory(text) {
  const typed = text.trim().toLocaleLowerCase(currentLocale());
  const { items } = await get(withParameters('/categories', { q: text.trim(), limit: 50 }));
  const begins = ({ name }) => (name.toLocaleLowerCase(currentLocale()).startsWith(typed) ? 0 : 1);
  return items.sort((one, other) => begins(one) - begins(other) || other.count - one.count).map(({ name }) => name);
}

const KEPT = 60_000;
let tags = { at: 0, names: null };

/** Tags in use that contain what was typed. They are read at most once a minute. */
export async function completeTag(text) {
  if (Date.now() - tags.at > KEPT) {
    const { groups } = await get('/transactions/summary?groupBy=tag');
    tags = { at: Date.now(), names: [...new Set(groups.map((group) => group.key).filter(Boolean))] };
  }
  const typed = text.trim().toLocaleLowerCase(currentLocale());
  return tags.names.filter((name) => name.toLocaleLowerCase(currentLocale()).includes(typed));
}

let known = { user: null, accounts: null };

/** For a Query: all accounts by id, in the order of their names; those known from before where nobody can be reached. */
export async function accountsById(path, signal) {
  const user = currentUser()?.id;
  try {
    const accounts = new Map((await getAll(path, { signal })).map((account) => [account.id, account]));
    known = { user, accounts };
    return accounts;
  } catch (problem) {
    if (problem.offline && known.user === user) {
      return known.accounts;
    }
    throw problem;
  }
}

/** The path for it. */
export const ACCOUNTS = '/accounts?sort=name&limit=100';

/** Choices for a field of accounts: those that are open, and the one that is chosen. */
export function accountChoices(accounts, chosen) {
  return [...accounts.values()]
    .filter((account) => !account.closed || account.id === chosen)
    .map((account) => [account.id, account.name]);
}
