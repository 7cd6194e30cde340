import { currentLocale } from '/app/base/i18n.js';
import { preference } from '/app/base/preferences.js';
import { html } from 'lit';
import { signOf } from '/app/base/money.js';

/** Amounts, days and numbers as people write them, by Intl in the page's language. */
const kept = new Map();

function formatter(Kind, options) {
  const key = Kind.name + currentLocale() + JSON.stringify(options);
  if (!kept.has(key)) {
    kept.set(key, new Kind(currentLocale(), options));
  }
  return kept.get(key);
}

const HIDDEN = '•••';

/** Whether amounts are hidden now. */
export function hidden() {
  return preference('hidden', false);
}

/**
 * An amount in its currency, exact; dots where amounts are hidden.
 *
 * @param options `sign: true` shows a plus, too; `short: true` leaves out decimals, and says 12K: for axes and tight places;
 *     `short: 'whole'` only leaves out decimals, `'compact'` always says 12K
 */
export function money(amount, currency, { sign = false, short = false } = {}) {
  if (amount === null || amount === undefined) {
    return '';
  }
  if (hidden()) {
    return HIDDEN;
  }
  const options = { style: 'currency', currency, signDisplay: sign ? 'exceptZero' : 'auto' };
  if (short) {
    const large = short === 'compact' || (short === true && Math.abs(Number(amount)) >= 10_000);
    Object.assign(options, { maximumFractionDigits: large ? 1 : 0, minimumFractionDigits: 0 });
    if (large) {
      options.notation = 'compact';
    }
  }
  try {
    return formatter(Intl.NumberFormat, options).format(amount);
  } catch {
    return `${amount} ${currency}`;
  }
}

/** An amount as an element: aligned digits, and coloured by its sign where asked for. */
export function amount(value, currency, { sign = false, coloured = false, short = false } = {}) {
  const kind = coloured && !hidden() && value ? ['negative', '', 'positive'][signOf(value) + 1] : '';
  return html`<span class="money ${kind}">${money(value, currency, { sign, short })}</span>`;
}

/** An amount for a text field: digits and the language's decimal mark, without groups or currency. */
export function plainAmount(value) {
  return value === null || value === undefined
    ? ''
    : value.replace('.', formatter(Intl.NumberFormat, {}).formatToParts(1.5).find((part) => part.type === 'decimal').value);
}

export function number(value, options = {}) {
  return formatter(Intl.NumberFormat, options).format(value);
}

/** A share, 0 to 1, as percent. */
export function percent(value, digits = 0) {
  return formatter(Intl.NumberFormat, { style: 'percent', maximumFractionDigits: digits }).format(value);
}

const DAYS = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  shortMonth: { month: 'short' },
  monthYear: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
};

/** A calendar day (`2026-11-20`), or a month (`2026-11`), in one of the styles above. */
export function day(value, style = 'medium') {
  if (!value) {
    return '';
  }
  const whole = value.length === 7 ? value + '-01' : value;
  return formatter(Intl.DateTimeFormat, { ...DAYS[style], timeZone: 'UTC' }).format(new Date(whole + 'T00:00:00Z'));
}

/** An instant, by day and minute in the browser's own time. */
export function instant(value) {
  return value ? formatter(Intl.DateTimeFormat, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value)) : '';
}

/** How long ago or ahead an instant is, in words. */
export function ago(value) {
  const seconds = (new Date(value) - Date.now()) / 1000;
  const [unit, size] = [
    ['year', 31_556_952],
    ['month', 2_629_746],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ].find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return formatter(Intl.RelativeTimeFormat, { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}

/** How many days ahead or ago, in words: today, tomorrow, in 5 days. */
export function inDays(count) {
  return formatter(Intl.RelativeTimeFormat, { numeric: 'auto' }).format(count, 'day');
}

/** A currency's name. */
export function currencyName(code) {
  try {
    return formatter(Intl.DisplayNames, { type: 'currency' }).of(code);
  } catch {
    return code;
  }
}
