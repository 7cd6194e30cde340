import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { amount, day } from '/app/base/format.js';
import { absolute, compare, signOf, sum } from '/app/base/money.js';

const SHOWN = 8;
const SHOWN_OF_ONE = 6;

/** What schedules bring, by day; by week or month where a forecast is told so. */
class ForecastPlanned extends NestElement {
  static properties = {
    items: { attribute: false },
    interval: { attribute: false },
    currency: { attribute: false },
    all: { state: true },
  };

  constructor() {
    super();
    this.items = [];
    this.all = false;
  }

  #heading(date) {
    switch (this.interval) {
      case 'week':
        return t('forecast.weekUntil', { day: day(date) });
      case 'month':
        return day(date, 'month');
      default:
        return day(date, 'weekday');
    }
  }

  /** All of a day; of many, the largest, and the others in one. */
  #flows(planned) {
    const sorted = [...planned].sort((one, other) => compare(absolute(other.amount), absolute(one.amount)));
    const shown = sorted.length > SHOWN_OF_ONE + 1 ? sorted.slice(0, SHOWN_OF_ONE) : planned;
    const others = sorted.length - shown.length;
    const rest = { description: t('forecast.otherFlows', { count: others }), amount: sum('0', ...sorted.slice(shown.length).map((flow) => flow.amount)) };
    return [...shown, ...(others > 0 ? [rest] : [])].map(
      (flow) => html`<dd><span class="cut">${flow.description}</span>${amount(flow.amount, this.currency, { sign: true, coloured: signOf(flow.amount) > 0 })}</dd>`,
    );
  }

  render() {
    const days = this.items.filter((item) => item.planned.length > 0);
    // One more is not worth a button.
    const many = days.length > SHOWN + 1;
    const first = many && !this.all ? days.slice(0, SHOWN) : days;
    return html`<section class="card" aria-labelledby="forecast-planned">
      <header><h2 id="forecast-planned">${t('forecast.planned')}</h2></header>
      ${days.length === 0
        ? html`<p class="soft">${t('forecast.nothingPlanned')}</p>`
        : html`<dl class="forecast-planned">
            ${first.map(
              (item) => html`<div>
                <dt>${this.#heading(item.date)}</dt>
                ${this.#flows(item.planned)}
              </div>`,
            )}
          </dl>`}
      ${many
        ? html`<button type="button" class="quiet" aria-expanded=${this.all ? 'true' : 'false'} @click=${() => (this.all = !this.all)}>
            ${this.all ? t('forecast.showFewer') : t('forecast.showMore', { count: days.length - SHOWN })}
          </button>`
        : nothing}
    </section>`;
  }
}
customElements.define('nest-forecast-planned', ForecastPlanned);
