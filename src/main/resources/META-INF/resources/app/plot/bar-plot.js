import { html, nothing, svg } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { day, money } from '/app/base/format.js';
import { scaleBand, scaleLinear } from '/app/plot/d3.js';
import { amountAxis, dayAxis, MARGIN, tooltip } from '/app/plot/axes.js';
import { PlotElement } from '/app/plot/plot.js';

/**
 * Amounts side by side for each of some days or months. `series`: `[{label, colour: 1…8}]`; `groups`:
 * `[{day, amounts: [one for each series]}]`. A click on a group tells `pick` with its day.
 */
class BarPlot extends PlotElement {
  static properties = {
    series: { attribute: false },
    groups: { attribute: false },
    dayStyle: { attribute: false },
    at: { state: true },
  };

  #x = null;

  constructor() {
    super();
    this.series = [];
    this.groups = [];
    this.dayStyle = 'shortMonth';
    this.at = null;
  }

  summary() {
    const last = this.groups.at(-1);
    return last
      ? t('base.barSummary', {
          label: this.label,
          day: day(last.day, 'month'),
          amounts: this.series.map((one, at) => `${one.label} ${money(last.amounts[at], this.currency)}`).join(', '),
        })
      : this.label;
  }

  table() {
    return {
      columns: [{ label: t('base.period') }, ...this.series.map((one) => ({ label: one.label, number: true }))],
      rows: this.groups.map((group) => [
        { shown: day(group.day, group.day.length === 7 ? 'month' : 'medium'), raw: group.day },
        ...group.amounts.map((amount) => ({ shown: money(amount, this.currency), raw: amount })),
      ]),
    };
  }

  aside() {
    return html`<ul class="legend">
      ${this.series.map((one) => html`<li><span class="key block colour-${one.colour}"></span>${one.label}</li>`)}
    </ul>`;
  }

  #nearest(event) {
    const left = event.clientX - this.getBoundingClientRect().left - MARGIN.left;
    const at = Math.floor(left / this.#x.step());
    return at >= 0 && at < this.groups.length ? at : null;
  }

  pointed(event) {
    this.at = this.#x ? this.#nearest(event) : null;
  }

  left() {
    this.at = null;
  }

  clicked(event) {
    const at = this.#x ? this.#nearest(event) : null;
    if (at !== null) {
      this.tell('pick', this.groups[at].day);
    }
  }

  draw(width, height) {
    if (this.groups.length === 0) {
      return nothing;
    }
    const amounts = this.groups.flatMap((group) => group.amounts.map(Number));
    const low = Math.min(0, ...amounts);
    const y = scaleLinear([low, Math.max(...amounts, low + 1)], [height - MARGIN.bottom, MARGIN.top]).nice(5);
    const x = (this.#x = scaleBand(this.groups.map((_, at) => at), [MARGIN.left, width - MARGIN.right]).paddingInner(0.28).paddingOuter(0.14));
    const bar = x.bandwidth() / this.series.length;
    return svg`
      ${amountAxis(y, width, this.currency)}
      ${dayAxis(this.groups.map((group, at) => [x(at) + x.bandwidth() / 2, group.day]), width, height, this.dayStyle)}
      ${this.at === null ? nothing : svg`<rect class="highlight" x=${x(this.at) - x.step() * 0.14} width=${x.step()} y=${MARGIN.top} height=${height - MARGIN.top - MARGIN.bottom} rx="6"></rect>`}
      ${this.groups.map((group, at) =>
        group.amounts.map((amount, one) => {
          const top = Math.min(y(0), y(Number(amount)));
          return svg`<rect class="bar colour-${this.series[one].colour}" x=${x(at) + one * bar} width=${Math.max(bar - 1, 1)} y=${top}
            height=${Math.abs(y(Number(amount)) - y(0))} rx=${Math.min(3, bar / 3)}></rect>`;
        }),
      )}
      ${this.at === null || !this.groups[this.at]
        ? nothing
        : tooltip(x(this.at) + x.bandwidth() / 2, width, day(this.groups[this.at].day, this.groups[this.at].day.length === 7 ? 'month' : 'medium'),
            this.series.map((one, index) => [one.label, money(this.groups[this.at].amounts[index], this.currency), `colour-${one.colour}`]))}`;
  }
}
customElements.define('nest-bar-plot', BarPlot);
