import { hidden } from '/app/base/format.js';

/** Rows as the file has them, taken apart only to show them: what they mean is decided by the service. */

/** A text of the file; without its digits where amounts are hidden, because any of them may be one. */
export function shownSource(text) {
  return hidden() ? text.replace(/\d/g, '•') : text;
}

/** The values of a row of a table; within quotes a delimiter is a letter like others. */
export function cellsOf(source, delimiter) {
  const cells = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < source.length; at++) {
    const letter = source[at];
    if (letter === '"' && quoted && source[at + 1] === '"') {
      cell += letter;
      at++;
    } else if (letter === '"' && (quoted || cell.trim() === '')) {
      quoted = !quoted;
    } else if (letter === delimiter && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else {
      cell += letter;
    }
  }
  return [...cells, cell.trim()];
}

/** The first day in a text if it is written in an order (`dmy`, `mdy`, `ymd`): `{text, day}`; null if there is none. */
export function dayIn(text, order) {
  const match = /(\d{1,4})[./'-]\s?(\d{1,2})[./'-]\s?(\d{1,4})/.exec(text);
  if (!match) {
    return null;
  }
  const part = (letter) => match[order.indexOf(letter) + 1];
  const [year, month, date] = [part('y'), part('m'), part('d')];
  const full = year.length === 4 ? year : '20' + year.padStart(2, '0');
  const day = `${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return Number(month) > 12 || Number(date) > 31 || Number.isNaN(Date.parse(day)) ? null : { text: match[0], day };
}
