/**
 * Money as the service writes it: exact decimal strings, never floating point. Sums and comparisons are made of whole minor
 * units.
 */
const DIGITS = 6; // more than any currency has: sums of different ones cannot lose any

function scaled(text) {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text ?? '0');
  if (!match) {
    throw new Error(`no amount: ${text}`);
  }
  const units = BigInt(match[2] + (match[3] ?? '').padEnd(DIGITS, '0').slice(0, DIGITS));
  return match[1] === '-' ? -units : units;
}

function written(units, digits) {
  const text = (units < 0n ? -units : units).toString().padStart(DIGITS + 1, '0');
  const whole = text.slice(0, -DIGITS);
  const rest = text.slice(-DIGITS).slice(0, digits);
  return (units < 0n ? '-' : '') + whole + (rest ? '.' + rest : '');
}

function fractionOf(...texts) {
  return Math.max(...texts.map((text) => (text ?? '').split('.')[1]?.length ?? 0), 0);
}

/** The sum of amounts, with as many decimals as the longest. */
export function sum(...amounts) {
  return written(amounts.reduce((total, amount) => total + scaled(amount), 0n), fractionOf(...amounts));
}

/** The first less the second. */
export function minus(one, other) {
  return written(scaled(one) - scaled(other), fractionOf(one, other));
}

export function negate(amount) {
  return amount.startsWith('-') ? amount.slice(1) : scaled(amount) === 0n ? amount : '-' + amount;
}

/** Without its sign. */
export function absolute(amount) {
  return amount.replace(/^[+-]/, '');
}

/** -1, 0 or 1: the sign of an amount. */
export function signOf(amount) {
  const units = scaled(amount);
  return units > 0n ? 1 : units < 0n ? -1 : 0;
}

/** Less than, equal to or more than 0, as the first is to the second: for sorting. */
export function compare(one, other) {
  return signOf(minus(one, other));
}

/** How much of the second the first is, 0 to 1 and beyond: for bars and percentages. */
export function share(part, whole) {
  const all = Number(whole);
  return all === 0 ? 0 : Number(part) / all;
}

/**
 * What a person has typed, as the service takes it: `1.234,56`, `1,234.56`, `1 234.5`, `1'234` and `-5` are understood. A
 * single mark followed by three digits is read as the language of the page does. Null if it is no amount.
 */
export function parseAmount(text, locale) {
  const typed = text.trim().replace(/[\s\u00a0\u202f'’]/g, '').replace(/^[−–]/, '-').replace(/^\+/, '');
  if (!/^-?(\d[\d.,]*|[.,]\d+)$/.test(typed)) {
    return null;
  }
  const marks = [...typed.replace(/[^.,]/g, '')];
  const last = marks.at(-1);
  const decimal = new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === 'decimal').value;
  let mark = null;
  if (new Set(marks).size === 2) {
    mark = last;
  } else if (marks.length === 1) {
    const after = typed.length - typed.indexOf(last) - 1;
    mark = after === 3 && last !== decimal && !typed.replace('-', '').startsWith('0') ? null : last;
  }
  if (mark && typed.indexOf(mark) !== typed.lastIndexOf(mark)) {
    return null;
  }
  const [whole, fraction] = mark ? typed.split(mark) : [typed];
  const plain = whole.replace(/[.,]/g, '');
  if (/[.,]/.test(whole) && !/^-?\d{1,3}([.,]\d{3})+$/.test(whole)) {
    return null;
  }
  return (plain === '' || plain === '-' ? plain + '0' : plain) + (fraction ? '.' + fraction : '');
}
