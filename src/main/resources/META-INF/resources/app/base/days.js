/** Calendar days as the service writes them: `2026-11-20`. Nothing here knows hours, so that no zone can move a day. */
const DAY = 86_400_000;

function at(day) {
  return Date.parse(day + 'T00:00:00Z');
}

function of(time) {
  return new Date(time).toISOString().slice(0, 10);
}

/** Today in a time zone (an IANA name). */
export function today(zone) {
  return new Intl.DateTimeFormat('sv', { timeZone: zone }).format(new Date());
}

export function addDays(day, count) {
  return of(at(day) + count * DAY);
}

/** The same day of another month, or that month's last. */
export function addMonths(day, count) {
  const [year, month, date] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return of(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, days)));
}

export function daysBetween(from, to) {
  return Math.round((at(to) - at(from)) / DAY);
}

export function startOfMonth(day) {
  return day.slice(0, 8) + '01';
}

export function endOfMonth(day) {
  return addDays(addMonths(startOfMonth(day), 1), -1);
}

/** As a Date, for scales of time; at noon of no zone in particular. */
export function toDate(day) {
  return new Date(at(day));
}
