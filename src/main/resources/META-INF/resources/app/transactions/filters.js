import { withParameters } from '/app/base/api.js';
import { t } from '/app/base/i18n.js';
import { currencyName, day, money, number } from '/app/base/format.js';
import { currency, today } from '/app/base/session.js';
import { addDays, addMonths, endOfMonth, startOfMonth } from '/app/base/days.js';

/**
 * Which transactions are shown, as the address says it: by the names that the service has for it, so that every view that knows
 * a filter can point here.
 */
const NAMES = ['q', 'type', 'category', 'tag', 'accountId', 'from', 'to', 'minAmount', 'maxAmount', 'currency', 'importId', 'transferId'];

/** What sums do not know. */
const OF_LISTS_ONLY = ['importId', 'transferId'];

/** The orders there are, the usual one first. */
export const SORTS = ['-date', 'date', '-amount', 'amount'];

/** Times that are chosen by one click, and the days they are. */
export const PERIODS = ['thisMonth', 'lastMonth', 'thisYear', 'lastYear'];

/** The filters of an address: only those that are set. */
export function filtersOf(parameters) {
  return Object.fromEntries(NAMES.map((name) => [name, parameters.get(name)]).filter(([, value]) => value));
}

/** The order that an address names. */
export function sortOf(parameters) {
  return SORTS.includes(parameters.get('sort')) ? parameters.get('sort') : SORTS[0];
}

/** The path of what a list of these is: `/transactions?…`. */
export function listPath(filters, more) {
  return withParameters('/transactions', { ...filters, ...more });
}

/** The path of their sums; null if the service cannot add them up. */
export function sumsPath(filters) {
  return OF_LISTS_ONLY.some((name) => filters[name]) ? null : withParameters('/transactions/summary', filters);
}

/** What takes all filters away, for the address. */
export function noFilters() {
  return Object.fromEntries(NAMES.map((name) => [name, null]));
}

/** The first and last day of one of the PERIODS. */
export function daysOf(period) {
  const now = today();
  const year = now.slice(0, 4);
  switch (period) {
    case 'thisMonth':
      return { from: startOfMonth(now), to: endOfMonth(now) };
    case 'lastMonth':
      return { from: addMonths(startOfMonth(now), -1), to: addDays(startOfMonth(now), -1) };
    case 'thisYear':
      return { from: `${year}-01-01`, to: `${year}-12-31` };
    default:
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
  }
}

/** Which of the PERIODS the filters name: `all` if any day, `other` if none of them. */
export function periodOf({ from, to }) {
  if (!from && !to) {
    return 'all';
  }
  return PERIODS.find((period) => daysOf(period).from === from && daysOf(period).to === to) ?? 'other';
}

/**
 * The filters as people read them, each with the parameters that take it away: `[{names, text}]`.
 *
 * @param accounts by id
 */
export function described(filters, accounts) {
  const chips = [];
  const add = (text, ...names) => chips.push({ text, names });
  if (filters.q) {
    add(t('transactions.chips.q', { text: filters.q }), 'q');
  }
  if (filters.type) {
    add(t(`transactions.types.${filters.type}`), 'type');
  }
  if (filters.from || filters.to) {
    add(days(filters), 'from', 'to');
  }
  if (filters.category) {
    add(t('transactions.chips.category', { text: filters.category }), 'category');
  }
  if (filters.tag) {
    add(t('transactions.chips.tag', { text: filters.tag }), 'tag');
  }
  if (filters.accountId) {
    add(filters.accountId === 'none' ? t('transactions.noAccount') : (accounts.get(filters.accountId)?.name ?? t('transactions.account')), 'accountId');
  }
  if (filters.minAmount) {
    add(t('transactions.chips.min', { amount: bound(filters.minAmount, filters.currency) }), 'minAmount');
  }
  if (filters.maxAmount) {
    add(t('transactions.chips.max', { amount: bound(filters.maxAmount, filters.currency) }), 'maxAmount');
  }
  if (filters.currency) {
    add(currencyName(filters.currency), 'currency');
  }
  if (filters.importId) {
    add(t('transactions.chips.import'), 'importId');
  }
  if (filters.transferId) {
    add(t('transactions.chips.transfer'), 'transferId');
  }
  return chips;
}

function days({ from, to }) {
  const period = periodOf({ from, to });
  if (from && to && from === startOfMonth(from) && to === endOfMonth(from)) {
    return day(from.slice(0, 7), 'month');
  }
  if (period === 'thisYear' || period === 'lastYear') {
    return from.slice(0, 4);
  }
  if (from && to) {
    return from === to ? day(from) : t('transactions.chips.between', { from: day(from), to: day(to) });
  }
  return from ? t('transactions.chips.from', { day: day(from) }) : t('transactions.chips.to', { day: day(to) });
}

/** A bound of amounts: in a currency only where one is named, because it holds for all. */
function bound(amount, code) {
  if (Number.isNaN(Number(amount))) {
    return amount;
  }
  const shown = money(amount, code ?? currency());
  return code || !/\d/.test(shown) ? shown : number(Number(amount), { maximumFractionDigits: 4 });
}
