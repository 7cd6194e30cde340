import { html, nothing, svg } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { day, money } from '/app/base/format.js';
import { toDate } from '/app/base/days.js';
import { area, curveMonotoneX, line, scaleUtc } from '/app/plot/d3.js';
import { amountAxis, amountScale, dayPlaces, labels, MARGIN, tooltip } from '/app/plot/axes.js';
import { PlotElement } from '/app/plot/plot.js';

const MARK_WIDTH = 130;

/**
 * Amounts over days, as lines, with a band of what is likely around the first if there is one.
 *
 * `series`: `[{label, colour: 1…8, dashed?, points: [{day, amount}]}]`, all with the same days; an amount may be missing.
 * `band`: `[{day, low, high}]`, of the same days. `marks`: `[{day, amount, label}]`, points that are pointed out. `dayStyle`:
 * `month` if a day stands for its month when a value is read. `fill`: whether the area below the first line is tinted.
 */
class LinePlot extends PlotElement {
  static properties = {
    series: { attribute: false },
    band: { attribute: false },
    marks: { attribute: false },
    dayStyle: { attribute: false },
    fill: { attribute: false },
    bandLabel: { attribute: false },
  };

  #x = null;

  constructor() {
    super();
    this.series = [];
    this.band = null;
    this.marks = [];
    this.dayStyle = 'short';
    this.fill = false;
  }

  get #days() {
    return this.series[0]?.points.map((point) => point.day) ?? [];
  }

  get stops() {
    return this.series[0]?.points.length ?? 0;
  }

  #title(at) {
    return day(this.#days[at], this.dayStyle === 'month' ? 'month' : 'medium');
  }

  /** What is read of a day: `[label, amount as text, colour class]`. */
  #values(at) {
    const lines = this.series.map((one) => [one.label, money(one.points[at]?.amount, this.currency), `colour-${one.colour}`]);
    const band = this.band?.[at];
    return band ? [...lines, [t('base.high'), money(band.high, this.currency), 'none'], [t('base.low'), money(band.low, this.currency), 'none']] : lines;
  }

  spoken(at) {
    return `${this.#title(at)}: ${this.#values(at).map(([label, value]) => `${label} ${value}`).join(', ')}`;
  }

  summary() {
    const points = this.series[0]?.points ?? [];
    return points.length === 0
      ? this.label
      : t('base.lineSummary', {
          label: this.label,
          from: day(points[0].day),
          first: money(points[0].amount, this.currency),
          to: day(points.at(-1).day),
          last: money(points.at(-1).amount, this.currency),
        });
  }

  table() {
    const bands = this.band ? [t('base.low'), t('base.high')] : [];
    const columns = [{ label: t('base.day') }, ...[...this.series.map((one) => one.label), ...bands].map((label) => ({ label, number: true }))];
    const cell = (amount) => ({ shown: money(amount, this.currency), raw: amount });
    const rows = this.#days.map((value, at) => [
      { shown: day(value), raw: value },
      ...this.series.map((one) => cell(one.points[at]?.amount)),
      ...(this.band ? [cell(this.band[at]?.low), cell(this.band[at]?.high)] : []),
    ]);
    return { columns, rows };
  }

  aside() {
    return this.series.length > 1 || this.band
      ? html`<ul class="legend">
          ${this.series.map((one) => html`<li><span class="key colour-${one.colour} ${one.dashed ? 'dashed' : ''}"></span>${one.label}</li>`)}
          ${this.band ? html`<li><span class="key band colour-${this.series[0]?.colour}"></span>${this.bandLabel ?? t('base.likely')}</li>` : nothing}
        </ul>`
      : nothing;
  }

  stopAt(place) {
    if (!this.#x) {
      return null;
    }
    const distance = (value) => Math.abs(this.#x(toDate(value)) - place);
    return this.#days.reduce((nearest, value, at, days) => (distance(value) < distance(days[nearest]) ? at : nearest), 0);
  }

  draw(width, height) {
    const days = this.#days;
    const amounts = [
      ...this.series.flatMap((one) => one.points.filter(known).map((point) => Number(point.amount))),
      ...(this.band ?? []).flatMap((point) => [Number(point.low), Number(point.high)]),
    ];
    if (amounts.length === 0) {
      return nothing;
    }
    const scale = amountScale(amounts, width, height, this.currency, { zero: false });
    const { y, left, base } = scale;
    const x = (this.#x = scaleUtc([toDate(days[0]), toDate(days.at(-1))], [left, width - MARGIN.right]));
    const path = line().defined(known).x((point) => x(toDate(point.day))).y((point) => y(Number(point.amount))).curve(curveMonotoneX);
    const between = area().x((point) => x(toDate(point.day))).curve(curveMonotoneX);
    const first = this.series[0];
    return svg`
      ${amountAxis(scale, width)}
      ${labels(dayPlaces(x, width - left), width, height)}
      ${this.band ? svg`<path class="band colour-${first.colour}" d=${between.y0((point) => y(Number(point.low))).y1((point) => y(Number(point.high)))(this.band)}></path>` : nothing}
      ${this.fill ? svg`<path class="fill colour-${first.colour}" d=${between.y0(base).y1((point) => y(Number(point.amount)))(first.points.filter(known))}></path>` : nothing}
      ${this.series.map((one) => svg`<path class="line colour-${one.colour} ${one.dashed ? 'dashed' : ''}" d=${path(one.points)}></path>`)}
      ${days.length === 1 ? this.#one(x, y) : nothing}
      ${this.#marks(x, y, width, height)}
      ${this.at === null ? nothing : this.#pointer(x, y, width, height)}`;
  }

  /** A single day has no line. */
  #one(x, y) {
    const left = x(toDate(this.#days[0]));
    const [range] = this.band ?? [];
    return svg`${range ? svg`<line class="range colour-${this.series[0].colour}" x1=${left} x2=${left} y1=${y(Number(range.low))} y2=${y(Number(range.high))}></line>` : nothing}
      ${this.series.map((one) => one.points.filter(known).map((point) => svg`<circle class="dot colour-${one.colour}" cx=${left} cy=${y(Number(point.amount))} r="4"></circle>`))}`;
  }

  /** Each label below its point; above it where it would leave the plot, or run into the one before. */
  #marks(x, y, width, height) {
    let before = null;
    return this.marks.map((mark) => {
      const [left, top] = [x(toDate(mark.day)), y(Number(mark.amount))];
      const near = before !== null && Math.abs(before.left - left) < MARK_WIDTH && Math.abs(before.top - top) < 24;
      const below = near ? !before.below : top + 28 < height - MARGIN.bottom;
      before = { left, top, below };
      return svg`<g class="mark" transform="translate(${left} ${top})"><circle r="5"></circle>
        <text y=${below ? 21 : -11} text-anchor=${left > width - MARK_WIDTH / 2 ? 'end' : left < MARK_WIDTH ? 'start' : 'middle'}>${mark.label}</text></g>`;
    });
  }

  #pointer(x, y, width, height) {
    const left = x(toDate(this.#days[this.at]));
    return svg`<line class="pointer" x1=${left} x2=${left} y1=${MARGIN.top} y2=${height - MARGIN.bottom}></line>
      ${this.series.map((one) => {
        const point = one.points[this.at];
        return point && known(point) ? svg`<circle class="dot colour-${one.colour}" cx=${left} cy=${y(Number(point.amount))} r="4"></circle>` : nothing;
      })}
      ${tooltip(left, width, this.#title(this.at), this.#values(this.at))}`;
  }
}

function known(point) {
  return point.amount !== null && point.amount !== undefined;
}
customElements.define('nest-line-plot', LinePlot);
