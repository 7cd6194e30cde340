import { getAll } from '/app/base/api.js';
import { addDays } from '/app/base/days.js';
import { signOf, sum } from '/app/base/money.js';
import { below } from '/app/goals/forest.js';

/** Goals whose contributions are read for one plot: beyond that it shows the goal's own alone. */
const MOST = 24;

/** The goals whose contributions a goal's savings are the sum of: itself, and those within that share its currency. */
export function savers(goal) {
  const within = below(goal).filter((one) => one.currency === goal.currency && signOf(one.savedAmount) > 0);
  return within.length < MOST ? [goal, ...within] : [goal];
}

/** All contributions to some goals. */
export async function contributionsTo(ids, signal) {
  const lists = await Promise.all(ids.map((id) => getAll(`/goals/${id}/contributions?limit=100`, { signal })));
  return lists.flat();
}

/** How much had been saved after each day on which that changed, from nothing before the first until a last day. */
export function savedOver(contributions, until) {
  const days = Map.groupBy(contributions, (one) => one.date);
  const points = [];
  let saved = null;
  for (const date of [...days.keys()].sort()) {
    const amounts = days.get(date).map((one) => one.amount);
    if (saved === null) {
      points.push({ day: addDays(date, -1), amount: '0' });
    }
    saved = sum(...(saved === null ? [] : [saved]), ...amounts);
    points.push({ day: date, amount: saved });
  }
  if (points.length > 0 && points.at(-1).day < until) {
    points.push({ day: until, amount: saved });
  }
  return points;
}
