import { html, nothing, svg } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { day, money } from '/app/base/format.js';
import { scaleBand } from '/app/plot/d3.js';
import { amountAxis, amountScale, evenly, labels, MARGIN, monthText, tooltip } from '/app/plot/axes.js';
import { PlotElement } from '/app/plot/plot.js';

const WIDEST = 44;
/** Of more months than these, only years are labelled. */
const MOST_MONTHS = 18;

/**
 * Amounts side by side for each of some periods. `series`: `[{label, colour: 1…8}]`; `groups`:
 * `[{day, amounts: [one for each series]}]`, where `day` is a day, a month (`2026-11`) or a year (`2026`). With `pickable`, a
 * click on a group, a second tap or Enter tells `pick` with its day, and the text says what comes of it.
 */
class BarPlot extends PlotElement {
  static properties = {
    series: { attribute: false },
    groups: { attribute: false },
    pickable: { attribute: false },
  };

  #x = null;

  constructor() {
    super();
    this.series = [];
    this.groups = [];
    this.pickable = null;
  }

  get stops() {
    return this.groups.length;
  }

  #values(at) {
    return this.series.map((one, index) => [one.label, money(this.groups[at].amounts[index], this.currency), `colour-${one.colour}`]);
  }

  spoken(at) {
    const values = this.#values(at).map(([label, value]) => `${label} ${value}`).join(', ');
    return `${periodText(this.groups[at].day)}: ${values}${this.pickable ? `. ${this.pickable}` : ''}`;
  }

  summary() {
    const last = this.groups.at(-1);
    return last
      ? t('base.barSummary', {
          label: this.label,
          day: periodText(last.day),
          amounts: this.series.map((one, at) => `${one.label} ${money(last.amounts[at], this.currency)}`).join(', '),
        })
      : this.label;
  }

  table() {
    return {
      columns: [{ label: t('base.period') }, ...this.series.map((one) => ({ label: one.label, number: true }))],
      rows: this.groups.map((group) => [
        { shown: periodText(group.day), raw: group.day },
        ...group.amounts.map((amount) => ({ shown: money(amount, this.currency), raw: amount })),
      ]),
    };
  }

  aside() {
    return html`<ul class="legend">
      ${this.series.map((one) => html`<li><span class="key block colour-${one.colour}"></span>${one.label}</li>`)}
    </ul>`;
  }

  stopAt(place) {
    if (!this.#x) {
      return null;
    }
    const at = Math.floor((place - this.#x.range()[0]) / this.#x.step());
    return at >= 0 && at < this.groups.length ? at : null;
  }

  picked(at) {
    this.tell('pick', this.groups[at].day);
  }

  #labels(middle) {
    const days = this.groups.map((group) => beginning(group.day));
    const isYears = this.groups[0].day.length === 4;
    const isMonths = days.every((one) => one.endsWith('-01'));
    const text = (one) => (isYears ? day(one, 'year') : isMonths ? monthText(one) : day(one, 'short'));
    const onlyYears = isMonths && !isYears && days.length > MOST_MONTHS;
    return days.map((one, at) => [middle(at), text(one), one]).filter(([, , one]) => !onlyYears || one.endsWith('-01-01'));
  }

  draw(width, height) {
    if (this.groups.length === 0) {
      return nothing;
    }
    const scale = amountScale(this.groups.flatMap((group) => group.amounts.map(Number)), width, height, this.currency);
    const { y, left, base } = scale;
    const x = (this.#x = scaleBand(this.groups.map((_, at) => at), [left, width - MARGIN.right]).paddingInner(0.28).paddingOuter(0.14));
    const bar = Math.min(x.bandwidth() / this.series.length, WIDEST);
    const gap = bar > 4 ? 1 : 0;
    const middle = (at) => x(at) + x.bandwidth() / 2;
    const begin = (at) => middle(at) - (bar * this.series.length) / 2;
    return svg`<g class=${this.pickable ? 'pickable' : ''}>
      <rect class="ground" x=${left} y="0" width=${width - left} height=${height}></rect>
      ${amountAxis(scale, width)}
      ${labels(evenly(this.#labels(middle), width - left), width, height)}
      ${this.at === null ? nothing : svg`<rect class="highlight" x=${x(this.at) - x.step() * 0.14} width=${x.step()} y=${MARGIN.top} height=${height - MARGIN.top - MARGIN.bottom} rx="6"></rect>`}
      ${this.groups.map((group, at) =>
        group.amounts.map((amount, one) => {
          const end = y(Number(amount));
          const size = Number(amount) === 0 ? 0 : Math.max(Math.abs(end - base), 1);
          return svg`<rect class="bar colour-${this.series[one].colour}" x=${begin(at) + one * bar} width=${Math.max(bar - gap, 1)} y=${Math.min(base, end)}
            height=${size} rx=${Math.min(3, bar / 3)}></rect>`;
        }),
      )}
      ${this.at === null
        ? nothing
        : tooltip(middle(this.at), width, periodText(this.groups[this.at].day), [...this.#values(this.at), ...(this.pickable ? [[this.pickable, '', 'none']] : [])])}
    </g>`;
  }
}

/** Its first day. */
function beginning(period) {
  return period + '-01-01'.slice(period.length - 4);
}

function periodText(period) {
  return day(beginning(period), { 4: 'year', 7: 'month' }[period.length] ?? 'medium');
}
customElements.define('nest-bar-plot', BarPlot);
