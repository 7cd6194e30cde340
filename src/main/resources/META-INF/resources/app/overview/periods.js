import { addMonths, startOfMonth } from '/app/base/days.js';

/** How far back the overview looks: whole months before this one, and how often it says what there was. */
const PERIODS = {
  month: { months: 1, interval: 'day' },
  quarter: { months: 3, interval: 'day' },
  year: { months: 12, interval: 'week' },
  years: { months: 60, interval: 'month' },
};

export const PERIOD_NAMES = Object.keys(PERIODS);

/** The one that an address names; a year if it names none. */
export function periodOf(name) {
  return name in PERIODS ? name : 'year';
}

/** What the service is asked for: the first day and the interval. */
export function spanOf(name, today) {
  const { months, interval } = PERIODS[name];
  return { from: startOfMonth(addMonths(today, -months)), interval };
}
