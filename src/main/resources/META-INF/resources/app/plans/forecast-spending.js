import { html, NestElement, nothing, repeat } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { money, percent } from '/app/base/format.js';
import { compare, negate, signOf } from '/app/base/money.js';

const SHOWN = 6;

/** By how much spending would be more or less, by category: the largest ones, and whichever others are chosen. */
class ForecastSpending extends NestElement {
  static properties = {
    /** Percent by category. */
    spending: { attribute: false },
    /** Sums of a year by category, as the service gives them. */
    groups: { attribute: false },
    /** What these take stays as it is. */
    schedules: { attribute: false },
    currency: { attribute: false },
    more: { state: true },
  };

  constructor() {
    super();
    this.spending = {};
    this.groups = [];
    this.schedules = [];
    this.more = [];
  }

  #set(category, value) {
    const { [category]: _, ...others } = this.spending;
    this.tell('change-spending', value === 0 ? others : { ...others, [category]: value });
  }

  #slider(category, at, expense) {
    const value = this.spending[category] ?? 0;
    const id = `what-if-spending-${at}`;
    return html`<div class="forecast-slider">
      <label for=${id} class="cut">${category}</label>
      <output for=${id} class=${value === 0 ? 'soft' : 'strong'}>${words(value)}</output>
      <input id=${id} type="range" min="-100" max="100" step="5" .value=${String(value)} aria-valuetext=${words(value)}
        aria-describedby=${expense ? `${id}-hint` : nothing} @input=${(event) => this.#set(category, Number(event.target.value))} />
      ${expense ? html`<p id="${id}-hint" class="hint">${t('forecast.inYear', { amount: money(negate(expense), this.currency) })}</p>` : nothing}
    </div>`;
  }

  render() {
    const sums = this.groups
      .filter((group) => group.key !== null && group.currency === this.currency && signOf(group.expense) < 0)
      .sort((one, other) => compare(one.expense, other.expense));
    const expenses = new Map(sums.map((group) => [group.key, group.expense]));
    const scheduled = new Set(this.schedules.map((schedule) => schedule.transaction.category));
    const largest = [...expenses.keys()].filter((category) => !scheduled.has(category)).slice(0, SHOWN);
    const shown = [...new Set([...largest, ...this.more, ...Object.keys(this.spending)])];
    const others = [...expenses.keys()].filter((category) => !shown.includes(category));
    return html`<section class="stack tight" aria-labelledby="what-if-spending">
      <h3 id="what-if-spending">${t('forecast.spending')}</h3>
      <p class="soft small">${shown.length === 0 && others.length === 0 ? t('forecast.noSpending') : t('forecast.spendingHint')}</p>
      ${repeat(shown, (category) => category, (category, at) => this.#slider(category, at, expenses.get(category)))}
      ${others.length > 0
        ? html`<select aria-label=${t('forecast.anotherCategory')} .value=${''}
            @change=${(event) => {
              this.more = [...this.more, event.target.value];
              event.target.value = '';
            }}>
            <option value="">${t('forecast.anotherCategory')}</option>
            ${others.map((category) => html`<option value=${category}>${category}</option>`)}
          </select>`
        : nothing}
    </section>`;
  }
}

function words(value) {
  if (value === 0) {
    return t('forecast.asNow');
  }
  return value === -100 ? t('forecast.nothingOfIt') : t(value < 0 ? 'forecast.less' : 'forecast.more', { percent: percent(Math.abs(value) / 100) });
}
customElements.define('nest-forecast-spending', ForecastSpending);
