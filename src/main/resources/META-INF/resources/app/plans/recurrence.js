import { currentLocale, t } from '/app/base/i18n.js';
import { day } from '/app/base/format.js';

/**
 * Recurrence rules as the service keeps them (`FREQ=MONTHLY;BYMONTHDAY=25`), as parts that forms can change, and in words. People
 * never have to read a rule itself.
 */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const WORKING_DAYS = 'MO,TU,WE,TH,FR';
const MOST_DATES = 4;

/**
 * The parts of a rule: `{freq, interval, byDay: [{position, weekday}], byMonthDay: [1], byMonth: [4], bySetPos: [-1], count, until}`.
 * `position` is null where it is every such day; `count` and `until` (a day) are null where it does not end.
 */
export function parseRule(text) {
  const values = new Map(text.toUpperCase().split(';').map((part) => part.split('=')));
  const numbers = (name) => (values.get(name) ?? '').split(',').filter(Boolean).map(Number);
  const until = values.get('UNTIL') ?? null;
  return {
    freq: values.get('FREQ') ?? 'MONTHLY',
    interval: Number(values.get('INTERVAL') ?? 1),
    byDay: (values.get('BYDAY') ?? '').split(',').filter(Boolean).map((one) => ({
      position: one.length > 2 ? Number(one.slice(0, -2)) : null,
      weekday: one.slice(-2),
    })),
    byMonthDay: numbers('BYMONTHDAY'),
    byMonth: numbers('BYMONTH'),
    bySetPos: numbers('BYSETPOS'),
    count: values.has('COUNT') ? Number(values.get('COUNT')) : null,
    until: until && `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`,
  };
}

/** A rule of parts; those that are left out are as usual. */
export function writeRule({ freq, interval = 1, byDay = [], byMonthDay = [], byMonth = [], bySetPos = [], count = null, until = null }) {
  const parts = [
    ['FREQ', freq],
    ['INTERVAL', interval === 1 ? '' : interval],
    ['COUNT', count ?? ''],
    ['UNTIL', until ? until.replaceAll('-', '') : ''],
    ['BYMONTH', byMonth.join()],
    ['BYMONTHDAY', byMonthDay.join()],
    ['BYDAY', byDay.map(({ position, weekday }) => (position ?? '') + weekday).join()],
    ['BYSETPOS', bySetPos.join()],
  ];
  return parts.filter(([, value]) => value !== '').map(([name, value]) => `${name}=${value}`).join(';');
}

/** The same rule, written as it is everywhere else here, so that two can be compared. */
export function plainRule(rule) {
  return writeRule(parseRule(rule));
}

/** The same rule without its end. */
export function endless(rule) {
  return writeRule({ ...parseRule(rule), count: null, until: null });
}

/** The day of the week of a calendar day: `FR`. */
export function weekdayOf(value) {
  return WEEKDAYS[(new Date(value + 'T00:00:00Z').getUTCDay() + 6) % 7];
}

/** A weekday's name, as it begins a line or stands in a row of them. */
export function weekdayName(weekday, style = 'long') {
  const monday = Date.UTC(2024, 0, 1);
  return new Intl.DateTimeFormat(currentLocale(), { weekday: style, timeZone: 'UTC' }).format(monday + WEEKDAYS.indexOf(weekday) * 86_400_000);
}

/** A rule in words: "every month on the 27th, until 31 December 2027". `start` says what the rule leaves to it. */
export function ruleInWords(rule, start) {
  const parts = parseRule(rule);
  return [middle(parts, start), end(parts)].filter(Boolean).join(', ');
}

function middle(parts, start) {
  if (isWorkingDays(parts)) {
    return t('schedules.rule.workingDays');
  }
  const { freq, interval } = withoutNeedlessMonths(parts);
  const when = whenOf(parts, start);
  const every = t(`schedules.rule.every.${freq}`, { count: interval });
  const said = when === null ? `${every}, ${t('schedules.rule.ownDays')}` : [every, when].filter(Boolean).join(' ');
  return parts.byMonth.length > 0 && !(freq === 'YEARLY' && when !== null) ? `${said}, ${t('schedules.rule.onlyIn', { months: months(parts) })}` : said;
}

function end({ count, until }) {
  if (count !== null) {
    return t('schedules.rule.times', { count });
  }
  return until ? t('schedules.rule.until', { day: day(until) }) : '';
}

function isWorkingDays({ freq, interval, byDay, byMonthDay, byMonth, bySetPos }) {
  return ['DAILY', 'WEEKLY'].includes(freq) && interval === 1 && weekdays(byDay) === WORKING_DAYS && [byMonthDay, byMonth, bySetPos].every((one) => one.length === 0);
}

/** Every Friday of every month is every week on Friday. */
function withoutNeedlessMonths({ freq, interval, byDay, byMonthDay, bySetPos }) {
  const weekly = freq === 'MONTHLY' && interval === 1 && byDay.length > 0 && byDay.every((one) => one.position === null) && byMonthDay.length + bySetPos.length === 0;
  return { freq: weekly ? 'WEEKLY' : freq, interval };
}

function weekdays(byDay) {
  return byDay.map(({ position, weekday }) => (position ?? '') + weekday).join();
}

/** On which days, within its weeks, months or years; null where there are no plain words for it. */
function whenOf(parts, start) {
  const { byDay, byMonthDay, bySetPos } = parts;
  const { freq } = withoutNeedlessMonths(parts);
  if (freq === 'DAILY') {
    return [byDay, byMonthDay, bySetPos].some((one) => one.length > 0) ? null : '';
  }
  if (freq === 'WEEKLY') {
    const days = byDay.length > 0 ? byDay.map((one) => one.weekday) : [weekdayOf(start)];
    return bySetPos.length > 0 ? null : t('schedules.rule.onDays', { days: list(inWeek(days).map((one) => t(`schedules.rule.days.${one}`))) });
  }
  return freq === 'MONTHLY' ? inMonth(parts, start) : inYear(parts, start);
}

function inWeek(days) {
  return WEEKDAYS.filter((one) => days.includes(one));
}

function inMonth({ byDay, byMonthDay, bySetPos }, start) {
  if (byDay.length > 0) {
    return byMonthDay.length > 0 ? null : inMonthByWeekday(byDay, bySetPos);
  }
  if (bySetPos.length > 0) {
    return null;
  }
  return monthDays(byMonthDay.length > 0 ? byMonthDay : [Number(start.slice(8))]);
}

/** "On the first Friday", also where a rule says so as the first of all Fridays. */
function inMonthByWeekday(byDay, bySetPos) {
  if (bySetPos.length === 0) {
    return byDay.every((one) => one.position !== null && hasName(one.position))
      ? list(byDay.map((one) => t(`schedules.rule.nthDay.${one.weekday}`, { nth: nth(one.position) })))
      : null;
  }
  const [position, ...others] = bySetPos;
  if (others.length > 0 || byDay.some((one) => one.position !== null) || !hasName(position)) {
    return null;
  }
  if (byDay.length === 1) {
    return t(`schedules.rule.nthDay.${byDay[0].weekday}`, { nth: nth(position) });
  }
  return weekdays(byDay) === WORKING_DAYS && Math.abs(position) === 1 ? t(position === 1 ? 'schedules.rule.firstWorkingDay' : 'schedules.rule.lastWorkingDay') : null;
}

function hasName(position) {
  return position >= -2 && position <= 5 && position !== 0;
}

function nth(position) {
  return t(`schedules.rule.nth.${position > 0 ? 'p' + position : 'm' + -position}`);
}

/** "On the 1st and 15th", "on the last day". */
function monthDays(days) {
  const fromStart = sorted(days.filter((one) => one > 0 && one < 31));
  const said = [];
  if (fromStart.length > 0) {
    const late = days.length === 1 && fromStart[0] > 28;
    said.push(t(late ? 'schedules.rule.lateDay' : 'schedules.rule.monthDays', { count: fromStart.length, days: list(fromStart.map(ordinal)) }));
  }
  for (const one of days.filter((one) => one < -1)) {
    said.push(t('schedules.rule.fromEnd', { nth: ordinal(-one) }));
  }
  if (days.some((one) => one === -1 || one === 31)) {
    said.push(t('schedules.rule.lastDay'));
  }
  return list(said);
}

function inYear(parts, start) {
  const { byDay, byMonthDay, byMonth, bySetPos } = parts;
  const inMonths = byMonth.length > 0 ? byMonth : [Number(start.slice(5, 7))];
  if (byDay.length > 0) {
    const when = byMonth.length > 0 && byMonthDay.length === 0 && (bySetPos.length === 0 || byMonth.length === 1) ? inMonthByWeekday(byDay, bySetPos) : null;
    return when && `${when} ${t('schedules.rule.ofMonths', { months: months(parts) })}`;
  }
  if (bySetPos.length > 0 || (byMonthDay.length > 0 && byMonth.length === 0)) {
    return null;
  }
  const days = byMonthDay.length > 0 ? byMonthDay : [Number(start.slice(8))];
  if (days.every((one) => one > 0) && days.length * inMonths.length <= MOST_DATES) {
    return list(sorted(inMonths).flatMap((month) => sorted(days).map((one) => t('schedules.rule.onDate', { date: dateOf(month, one) }))));
  }
  return `${monthDays(days)} ${t('schedules.rule.ofMonths', { months: months({ byMonth: inMonths }) })}`;
}

/** "15 April": a day that its month lacks is that month's last. */
function dateOf(month, date) {
  const last = new Date(Date.UTC(2024, month, 0)).getUTCDate();
  return new Intl.DateTimeFormat(currentLocale(), { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month - 1, Math.min(date, last)));
}

function months({ byMonth }) {
  const name = new Intl.DateTimeFormat(currentLocale(), { month: 'long', timeZone: 'UTC' });
  return list(sorted(byMonth).map((month) => name.format(Date.UTC(2024, month - 1, 15))));
}

function sorted(numbers) {
  return [...numbers].sort((one, other) => one - other);
}

function list(texts) {
  return new Intl.ListFormat(currentLocale(), { type: 'conjunction' }).format(texts);
}

/** A day of the month as it is said: 27th, 27., 1er, 27. */
function ordinal(count) {
  const rule = new Intl.PluralRules(currentLocale(), { type: 'ordinal' }).select(count);
  return t(`schedules.rule.ordinal.${rule === 'many' ? 'other' : rule}`, { count: String(count) });
}
