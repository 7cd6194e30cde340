import { addDays } from '/app/base/days.js';

/** A forecast as lines and bands of plots. It begins with today, of which there is no doubt. */
function todayOf(forecast) {
  return addDays(forecast.from, -1);
}

/** What is expected: `[{day, amount}]`. */
export function pointsOf(forecast) {
  return [{ day: todayOf(forecast), amount: forecast.balance }, ...forecast.items.map((item) => ({ day: item.date, amount: item.expected }))];
}

/** What 80 of 100 futures lie in: `[{day, low, high}]`. */
export function bandOf(forecast) {
  const { balance, items } = forecast;
  return [{ day: todayOf(forecast), low: balance, high: balance }, ...items.map(({ date, low, high }) => ({ day: date, low, high }))];
}
