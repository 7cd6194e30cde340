import { get, withParameters } from '/app/base/api.js';

/** What forms complete from. */

/** Names of categories that begin with or contain a text, the best known first. */
export async function completeCategory(text) {
  const { items } = await get(withParameters('/categories', { q: text.trim() }));
  return items.map((one) => one.name);
}

let tags = null;

/** Tags that transactions have had, which are read once. */
export async function completeTag(text) {
  tags ??= get('/transactions/summary?groupBy=tag').then(({ groups }) => [...new Set(groups.map((group) => group.key).filter(Boolean))]);
  const known = await tags.catch((problem) => {
    tags = null;
    throw problem;
  });
  return known.filter((one) => one.toLowerCase().includes(text.trim().toLowerCase()));
}

/** Accounts in their order, but those that are closed last. */
export function closedLast(accounts) {
  return accounts.toSorted((one, other) => one.closed - other.closed);
}
