import { addDays } from '/app/base/days.js';
import { compare, sum } from '/app/base/money.js';

/** Whether a budget is for all that is spent. */
export function isForAll(budget) {
  return budget.categories.length + budget.tags.length + budget.accountIds.length === 0;
}

/**
 * What may be spent today over all budgets of a currency: what they leave for each day together, but no more than one for all
 * spending leaves. Null if there are none.
 */
export function safeToday(budgets, currency) {
  const own = budgets.filter((budget) => budget.currency === currency && budget.current);
  const some = own.filter((budget) => !isForAll(budget)).map((budget) => budget.current.perDay);
  const all = own.filter(isForAll).map((budget) => budget.current.perDay);
  const least = all.reduce((one, other) => (one === null || compare(other, one) < 0 ? other : one), null);
  if (some.length === 0) {
    return least;
  }
  const together = sum(...some);
  return least !== null && compare(least, together) < 0 ? least : together;
}

/** The sums of all budgets of a currency: `{available, spent, left, planned}`; null if there are none. */
export function together(budgets, currency) {
  const periods = budgets.filter((budget) => budget.currency === currency && budget.current).map((budget) => budget.current);
  return periods.length === 0
    ? null
    : Object.fromEntries(['available', 'spent', 'left', 'planned'].map((name) => [name, sum(...periods.map((period) => period[name]))]));
}

/** Whether a period is over on a day, or still to come, or neither. */
export function tenseOf(period, day) {
  return period.to < day ? 'past' : period.from > day ? 'future' : 'present';
}

/** The first day of the periods of a rule that a new budget begins with: such that today lies in one. */
export function usualStart(rule, day) {
  const payday = /^FREQ=MONTHLY;BYMONTHDAY=(\d+)$/.exec(rule);
  if (payday) {
    const [year, month, date] = day.split('-').map(Number);
    const inMonth = (at) => {
      const last = new Date(Date.UTC(year, at, 0)).getUTCDate();
      return new Date(Date.UTC(year, at - 1, Math.min(Number(payday[1]), last))).toISOString().slice(0, 10);
    };
    return date >= Number(inMonth(month).slice(8)) ? inMonth(month) : inMonth(month - 1);
  }
  if (rule.includes('FREQ=WEEKLY')) {
    return addDays(day, -((new Date(day + 'T00:00:00Z').getUTCDay() + 6) % 7));
  }
  return rule.includes('FREQ=YEARLY') ? day.slice(0, 5) + '01-01' : rule.includes('FREQ=DAILY') ? day : day.slice(0, 8) + '01';
}
