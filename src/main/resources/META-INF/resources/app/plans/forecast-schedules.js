import { html, NestElement, nothing, repeat } from '/app/base/element.js';
import { currentLocale, t } from '/app/base/i18n.js';
import { day, hidden, plainAmount } from '/app/base/format.js';
import { absolute, compare, parseAmount, signOf } from '/app/base/money.js';

const SHOWN = 6;

/** Schedules that would not be, or bring another amount. Tells `change-schedules` with `{without, amounts}`. */
class ForecastSchedules extends NestElement {
  static properties = {
    without: { attribute: false },
    amounts: { attribute: false },
    schedules: { attribute: false },
    currency: { attribute: false },
    /** Only those that move money of this account count, if there is one. */
    accountId: { attribute: false },
    all: { state: true },
    typed: { state: true },
  };

  constructor() {
    super();
    this.without = [];
    this.amounts = {};
    this.schedules = [];
    this.all = false;
    /** What is typed now and is no amount, by id. */
    this.typed = {};
  }

  /** What was typed and never was an amount. */
  forget() {
    this.typed = {};
  }

  /** Those that matter to this forecast, the largest first. Money moved between accounts matters only to one of them. */
  get #counting() {
    return this.schedules
      .filter(({ transaction, next }) =>
        next !== null && (this.accountId
          ? transaction.accountId === this.accountId || transaction.toAccountId === this.accountId
          : transaction.type !== 'transfer' && transaction.currency === this.currency))
      .sort((one, other) => compare(absolute(other.transaction.amount), absolute(one.transaction.amount)));
  }

  #switch(id, on) {
    const without = on ? this.without.filter((other) => other !== id) : [...this.without, id];
    this.tell('change-schedules', { without, amounts: this.amounts });
  }

  #amount(schedule, text) {
    const typed = parseAmount(text, currentLocale());
    const known = typed !== null && signOf(typed) > 0;
    const { [schedule.id]: _, ...faults } = this.typed;
    this.typed = known ? faults : { ...faults, [schedule.id]: text };
    if (known) {
      const { [schedule.id]: __, ...others } = this.amounts;
      const same = compare(typed, absolute(schedule.transaction.amount)) === 0;
      this.tell('change-schedules', { without: this.without, amounts: same ? others : { ...others, [schedule.id]: typed } });
    }
  }

  #row(schedule) {
    const { id, transaction } = schedule;
    const name = schedule.name ?? transaction.description;
    const on = !this.without.includes(id);
    const field = `what-if-schedule-${id}`;
    const fault = this.typed[id] !== undefined;
    const amount = this.typed[id] ?? plainAmount(this.amounts[id] ?? absolute(transaction.amount));
    return html`<li>
      <input id=${field} type="checkbox" role="switch" .checked=${on} @change=${(event) => this.#switch(id, event.target.checked)} />
      <label for=${field} class="grow"><span class="cut">${name}</span> <span class="soft small">${t('forecast.next', { day: day(schedule.next, 'short') })}</span></label>
      <input type=${hidden() ? 'password' : 'text'} class="forecast-amount" inputmode="decimal" autocomplete="off" .value=${amount} ?disabled=${!on}
        aria-label=${t('forecast.amountOf', { name, currency: transaction.currency })} aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${fault ? `${field}-fault` : nothing} @input=${(event) => this.#amount(schedule, event.target.value)} />
      ${fault ? html`<p id="${field}-fault" class="fault" role="alert">${t('forecast.noAmount')}</p>` : nothing}
    </li>`;
  }

  render() {
    const list = this.#counting;
    const shown = this.all ? list : list.filter(({ id }, at) => at < SHOWN || this.without.includes(id) || id in this.amounts);
    return html`<section class="stack tight" aria-labelledby="what-if-schedules">
      <h3 id="what-if-schedules">${t('forecast.schedules')}</h3>
      ${list.length === 0
        ? html`<p class="soft small">${t('forecast.noSchedules')}</p>`
        : html`<ul class="forecast-schedules">${repeat(shown, (schedule) => schedule.id, (schedule) => this.#row(schedule))}</ul>`}
      ${list.length > SHOWN
        ? html`<button type="button" class="quiet small" aria-expanded=${this.all ? 'true' : 'false'} @click=${() => (this.all = !this.all)}>
            ${this.all ? t('forecast.showFewer') : t('forecast.allSchedules', { count: list.length })}
          </button>`
        : nothing}
    </section>`;
  }
}
customElements.define('nest-forecast-schedules', ForecastSchedules);
