import { prefer, preference } from '/app/base/preferences.js';

/**
 * Which goals are open in the tree, remembered in this browser: a depth down to which they are, and those for which it is
 * otherwise.
 */
const NAME = 'openGoals';
const FIRST = { depth: 1, others: [] };
/** So many at most, because a browser's room is little. The oldest are forgotten. */
const MOST = 500;

function kept() {
  return preference(NAME, FIRST);
}

/** Whether a goal is open, at its depth from 0. */
export function isOpen(id, depth) {
  const { depth: all, others } = kept();
  return depth < all !== others.includes(id);
}

/** Opens or closes some goals: `[{id, depth}]`. */
export function setOpen(goals, open) {
  const { depth: all, others } = kept();
  const ids = new Set(goals.map((goal) => goal.id));
  const otherwise = goals.filter((goal) => goal.depth < all !== open).map((goal) => goal.id);
  prefer(NAME, { depth: all, others: [...others.filter((id) => !ids.has(id)), ...otherwise].slice(-MOST) });
}

/** Opens all, or closes all. */
export function setAllOpen(open) {
  prefer(NAME, { depth: open ? 10_000 : 0, others: [] });
}
