import { negate } from '/app/base/money.js';

/**
 * What if: what would be otherwise than it is. It is kept in the address, as one parameter.
 *
 * `{spending: {category: percent}, without: [ids of schedules], amounts: {id of a schedule: amount},
 * extras: [{kind: 'in' | 'out', amount, date, monthly, text}]}`
 */
export const NOTHING = { spending: {}, without: [], amounts: {}, extras: [] };

/** That of an address; whatever is not understood is as it is now. */
export function scenarioOf(text) {
  try {
    const { spending, without, amounts, extras } = JSON.parse(text) ?? {};
    return { spending: spending ?? {}, without: without ?? [], amounts: amounts ?? {}, extras: extras ?? [] };
  } catch {
    return NOTHING;
  }
}

/** For the address: null if nothing is changed. */
export function addressOf(scenario) {
  return isNothing(scenario) ? null : JSON.stringify(scenario);
}

export function isNothing({ spending, without, amounts, extras }) {
  return Object.keys(spending).length + without.length + Object.keys(amounts).length + extras.length === 0;
}

/** The question to the service. An extra that comes every month is asked as a schedule would be made. */
export function questionOf({ spending, without, amounts, extras }, { until, interval, accountId, currency }) {
  const place = accountId ? { accountId } : { currency };
  return {
    until,
    interval,
    ...place,
    without: { schedules: without },
    with: {
      schedules: extras
        .filter((extra) => extra.monthly)
        .map(({ kind, amount, date, text }) => ({
          start: date,
          recurrence: 'FREQ=MONTHLY',
          transaction: { type: kind === 'in' ? 'income' : 'expense', description: text, amount, ...place },
        })),
      transactions: extras
        .filter((extra) => !extra.monthly)
        .map(({ kind, amount, date, text }) => ({ date, amount: kind === 'in' ? amount : negate(amount), description: text })),
    },
    change: {
      schedules: Object.entries(amounts)
        .filter(([id]) => !without.includes(id))
        .map(([id, amount]) => ({ id, transaction: { amount } })),
      spending,
    },
  };
}
