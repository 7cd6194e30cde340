import { get, withParameters } from '/app/base/api.js';
import { addDays, addMonths, daysBetween } from '/app/base/days.js';
import { today } from '/app/base/session.js';

/** For how long balances are shown, and how often in it: the first interval is the one that is taken if none is chosen. */
export const PERIODS = {
  month: ['day', 'week'],
  quarter: ['day', 'week', 'month'],
  year: ['week', 'day', 'month'],
  all: ['month', 'week'],
};

/** The service says no more than 1,000 intervals at once. */
const MOST_WEEKS = 7 * 990;
const LONGEST = 12 * 80;

/** The period and the interval that an address asks for, or the usual ones. */
export function chosen(parameters) {
  const period = parameters.get('period') in PERIODS ? parameters.get('period') : 'year';
  const interval = PERIODS[period].includes(parameters.get('interval')) ? parameters.get('interval') : PERIODS[period][0];
  return { period, interval };
}

/** Where the balances of a period are asked for; that of all begins with the first transaction, which has to be looked for. */
export async function balances(accountId, { period, interval }, signal) {
  const to = today();
  const path = `/accounts/${accountId}/balances`;
  if (period !== 'all') {
    const from = addDays(addMonths(to, { month: -1, quarter: -3, year: -12 }[period]), 1);
    return get(withParameters(path, { from, to, interval }), { signal });
  }
  const { items } = await get(withParameters('/transactions', { accountId, sort: 'date', limit: 1 }), { signal });
  const earliest = addMonths(to, -LONGEST);
  const first = items[0]?.date ?? to;
  const from = first > to ? to : first < earliest ? earliest : first;
  return get(withParameters(path, { from, to, interval: daysBetween(from, to) > MOST_WEEKS ? 'month' : interval }), { signal });
}

/** The balances as points of a line, the first one of the day before the period. */
export function points({ opening, items }) {
  return [{ day: addDays(items[0].from, -1), amount: opening }, ...items.map((item) => ({ day: item.to, amount: item.balance }))];
}
