import { svg } from '/app/base/element.js';
import { day, hidden, money } from '/app/base/format.js';
import { toDate } from '/app/base/days.js';
import { scaleLinear } from '/app/plot/d3.js';

/** Space around what is plotted, in pixels; on the left there is as much as the labels of amounts need. */
export const MARGIN = { top: 12, right: 14, bottom: 26 };

const LETTER = 6.8;
const GAP = 10;

/** About how wide a text is: a plot is drawn before anything of it can be measured. */
function widthOf(text, letter = LETTER) {
  return text.length * letter;
}

/**
 * The scale of amounts with its labels: `{y, ticks: [[amount, text]], left, base}`, where `left` is where the plot begins, and
 * `base` the height that bars and tints stand on.
 *
 * @param amounts numbers, at least one
 * @param options `zero: true` always has zero in it, as bars need; else it is left out where all is far from it, or a line
 *     high up would look flat
 */
export function amountScale(amounts, width, height, currency, { zero = true } = {}) {
  let [low, high] = [Math.min(...amounts), Math.max(...amounts)];
  const far = !zero && (low > 0 || high < 0) && high - low < 0.4 * Math.max(Math.abs(low), Math.abs(high));
  if (far) {
    // Not so near either that pennies look like a fall.
    const pad = Math.max((high - low) * 0.1, (0.1 * Math.max(Math.abs(low), Math.abs(high)) - (high - low)) / 2);
    [low, high] = [low - pad, high + pad];
  } else {
    [low, high] = [Math.min(low, 0), Math.max(high, 0)];
    high = high === low ? 1 : high;
  }
  const count = Math.max(2, Math.min(5, Math.floor((height - MARGIN.top - MARGIN.bottom) / 34)));
  const y = scaleLinear([low, high], [height - MARGIN.bottom, MARGIN.top]).nice(count);
  const ticks = y.ticks(count);
  const texts = amountTexts(ticks, currency);
  const left = Math.min(Math.max(...texts.map((text) => widthOf(text))) + 14, width * 0.35);
  const [bottom, top] = y.domain();
  return { y, ticks: ticks.map((tick, at) => [tick, texts[at]]), left, base: y(Math.min(Math.max(0, bottom), top)) };
}

/** As short as tells them apart, and all in the same way. */
function amountTexts(ticks, currency) {
  const large = Math.max(...ticks.map(Math.abs)) >= 10_000;
  let texts = [];
  for (const short of [large ? 'compact' : 'whole', 'whole', false]) {
    texts = ticks.map((tick) => money(String(tick), currency, { short }));
    if (hidden() || new Set(texts).size === texts.length) {
      break;
    }
  }
  return texts;
}

/** Lines and labels of amounts. */
export function amountAxis({ y, ticks, left }, width) {
  return ticks.map(
    ([tick, text]) => svg`<g class="tick" transform="translate(0 ${y(tick)})">
      <line class=${tick === 0 ? 'zero' : ''} x1=${left} x2=${width - MARGIN.right}></line>
      <text x=${left - 8} dy="0.32em" text-anchor="end">${text}</text>
    </g>`,
  );
}

/** Days that a scale of time is labelled with, as `[x, text]`: beginnings of years, months or days, as many as there is room for. */
export function dayPlaces(x, width) {
  const [first, last] = x.domain();
  const room = Math.max(2, Math.floor(width / 90));
  let days = [];
  // One alone would not say how far it is to the next.
  for (let count = room; days.length < 2 && count <= room * 4; count += room) {
    const dates = x.ticks(count).filter((date) => date >= first && date <= last);
    days = [...new Set(dates.map((date) => date.toISOString().slice(0, 10)))];
  }
  days = days.length === 0 ? [first.toISOString().slice(0, 10)] : days;
  return days.map((value) => [x(toDate(value)), dayText(value, days)]);
}

/** As short as it can be among others: `Mar`, `27 Nov`, and the year where one begins. */
function dayText(value, all) {
  const months = all.length > 1 && all.every((one) => one.endsWith('-01'));
  if (months && all.every((one) => one.endsWith('-01-01'))) {
    return day(value, 'year');
  }
  return months ? monthText(value) : day(value, 'short');
}

/** A month by its name, January by its year. */
export function monthText(value) {
  return day(value, value.slice(5, 7) === '01' ? 'year' : 'shortMonth');
}

/** Labels below the plot: `places` are `[x, text]`. Those that would run into the one before are left out. */
export function labels(places, width, height) {
  let end = -Infinity;
  return places.map(([place, text]) => {
    const half = widthOf(text) / 2;
    const x = Math.min(Math.max(place, half), width - half);
    if (x - half < end + GAP) {
      return null;
    }
    end = x + half;
    return svg`<text x=${x} y=${height - 8} text-anchor="middle">${text}</text>`;
  });
}

/** Labels of bars: as many as there is room for, at even distances. */
export function evenly(places, width) {
  const widest = Math.max(...places.map(([, text]) => widthOf(text))) + GAP;
  const step = Math.max(1, Math.ceil((places.length * widest) / Math.max(width, 1)));
  return places.filter((_, at) => (places.length - 1 - at) % step === 0);
}

/** A box beside a point, that stays within the plot: lines are `[label, value, colour class]`. */
export function tooltip(x, width, title, lines) {
  const bold = (text) => widthOf(text, 7.4);
  const wanted = Math.max(bold(title) + 20, ...lines.map(([label, value]) => widthOf(label) + bold(value) + 46));
  const box = Math.min(wanted, width - 8);
  const beside = x + 12 + box > width ? x - 12 - box : x + 12;
  const cut = (label, value) => {
    const room = Math.floor((box - 46 - bold(value)) / LETTER);
    return label.length > Math.max(room, 0) + 1 ? label.slice(0, Math.max(room - 1, 0)) + '…' : label;
  };
  return svg`<g class="tooltip" transform="translate(${Math.min(Math.max(beside, 4), width - box - 4)} 4)" aria-hidden="true">
    <rect width=${box} height=${28 + lines.length * 19} rx="8"></rect>
    <text class="title" x="10" y="19">${title}</text>
    ${lines.map(
      ([label, value, colour], at) => svg`<g transform="translate(10 ${38 + at * 19})">
        <circle class="swatch ${colour}" cx="4" cy="-4" r="4"></circle>
        <text x="14">${cut(label, value)}</text><text class="value" x=${box - 20} text-anchor="end">${value}</text>
      </g>`,
    )}
  </g>`;
}
