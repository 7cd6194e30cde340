import { html, nothing, svg } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { day, money } from '/app/base/format.js';
import { toDate } from '/app/base/days.js';
import { area, curveMonotoneX, line, scaleLinear, scaleUtc } from '/app/plot/d3.js';
import { amountAxis, dayAxis, MARGIN, tooltip } from '/app/plot/axes.js';
import { PlotElement } from '/app/plot/plot.js';

/**
 * Amounts over days, as lines, with a band of what is likely around the first if there is one.
 *
 * `series`: `[{label, colour: 1…8, dashed?, points: [{day, amount}]}]`, all with the same days. `band`:
 * `[{day, low, high}]`. `marks`: `[{day, amount, label}]`, points that are pointed out. `dayStyle`: how days are written on the
 * axis. `fill`: whether the area below the first line is tinted.
 */
class LinePlot extends PlotElement {
  static properties = {
    series: { attribute: false },
    band: { attribute: false },
    marks: { attribute: false },
    dayStyle: { attribute: false },
    fill: { attribute: false },
    bandLabel: { attribute: false },
    at: { state: true },
  };

  #x = null;

  constructor() {
    super();
    this.series = [];
    this.band = null;
    this.marks = [];
    this.dayStyle = 'short';
    this.fill = false;
    this.at = null;
  }

  get #days() {
    return this.series[0]?.points.map((point) => point.day) ?? [];
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

  pointed(event) {
    if (this.#x) {
      const at = this.#x.invert(event.clientX - this.getBoundingClientRect().left);
      const days = this.#days;
      let nearest = 0;
      days.forEach((value, index) => {
        if (Math.abs(toDate(value) - at) < Math.abs(toDate(days[nearest]) - at)) {
          nearest = index;
        }
      });
      this.at = nearest;
    }
  }

  left() {
    this.at = null;
  }

  draw(width, height) {
    const days = this.#days;
    if (days.length === 0) {
      return nothing;
    }
    const amounts = [
      ...this.series.flatMap((one) => one.points.map((point) => Number(point.amount))),
      ...(this.band ?? []).flatMap((point) => [Number(point.low), Number(point.high)]),
    ];
    const low = Math.min(0, ...amounts);
    const high = Math.max(...amounts, low + 1);
    const x = (this.#x = scaleUtc([toDate(days[0]), toDate(days.at(-1))], [MARGIN.left, width - MARGIN.right]));
    const y = scaleLinear([low, high], [height - MARGIN.bottom, MARGIN.top]).nice(5);
    const path = line().x((point) => x(toDate(point.day))).y((point) => y(Number(point.amount))).curve(curveMonotoneX);
    const between = area().x((point) => x(toDate(point.day))).curve(curveMonotoneX);
    const first = this.series[0];
    return svg`
      ${amountAxis(y, width, this.currency)}
      ${dayAxis(days.map((value) => [x(toDate(value)), value]), width, height, this.dayStyle)}
      ${this.band ? svg`<path class="band colour-${first.colour}" d=${between.y0((point) => y(Number(point.low))).y1((point) => y(Number(point.high)))(this.band)}></path>` : nothing}
      ${this.fill ? svg`<path class="fill colour-${first.colour}" d=${between.y0(y(0)).y1((point) => y(Number(point.amount)))(first.points)}></path>` : nothing}
      ${this.series.map((one) => svg`<path class="line colour-${one.colour} ${one.dashed ? 'dashed' : ''}" d=${path(one.points)}></path>`)}
      ${days.length === 1 ? this.series.map((one) => svg`<circle class="dot colour-${one.colour}" cx=${x(toDate(days[0]))} cy=${y(Number(one.points[0].amount))} r="4"></circle>`) : nothing}
      ${this.marks.map((mark) => {
        const left = x(toDate(mark.day));
        return svg`<g class="mark" transform="translate(${left} ${y(Number(mark.amount))})"><circle r="5"></circle>
          <text y="-10" text-anchor=${left > width - 90 ? 'end' : left < 130 ? 'start' : 'middle'}>${mark.label}</text></g>`;
      })}
      ${this.at === null || !days[this.at] ? nothing : this.#pointer(x, y, width, height)}`;
  }

  #pointer(x, y, width, height) {
    const value = this.#days[this.at];
    const left = x(toDate(value));
    const lines = this.series.map((one) => [one.label, money(one.points[this.at]?.amount, this.currency), `colour-${one.colour}`]);
    if (this.band?.[this.at]) {
      const { low, high } = this.band[this.at];
      lines.push([t('base.high'), money(high, this.currency), 'none'], [t('base.low'), money(low, this.currency), 'none']);
    }
    return svg`<line class="pointer" x1=${left} x2=${left} y1=${MARGIN.top} y2=${height - MARGIN.bottom}></line>
      ${this.series.map((one) => one.points[this.at] && svg`<circle class="dot colour-${one.colour}" cx=${left} cy=${y(Number(one.points[this.at].amount))} r="4"></circle>`)}
      ${tooltip(left, width, day(value, this.dayStyle === 'month' ? 'month' : 'medium'), lines)}`;
  }
}
customElements.define('nest-line-plot', LinePlot);
