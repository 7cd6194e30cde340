import { html, NestElement } from '/app/base/element.js';
import { currentLocale, t } from '/app/base/i18n.js';
import { addDays } from '/app/base/days.js';
import { parseAmount, signOf } from '/app/base/money.js';
import { today } from '/app/base/session.js';
import { segmented, textField } from '/app/ui/fields.js';

/** Money that would come or go as well, once or every month. Tells `add` with the extra, or `leave`. */
class ForecastExtra extends NestElement {
  #input = { kind: 'out', text: '', amount: '', date: addDays(today(), 1), rhythm: 'once' };
  #faults = {};

  firstUpdated() {
    this.$('input[type=radio]:checked').focus();
  }

  #set(part) {
    Object.assign(this.#input, part);
    this.requestUpdate();
  }

  #add(event) {
    event.preventDefault();
    const { kind, text, date, rhythm } = this.#input;
    const amount = parseAmount(this.#input.amount, currentLocale());
    this.#faults = {
      amount: amount === null || signOf(amount) <= 0 ? t('forecast.noAmount') : null,
      date: date > today() ? null : t('forecast.noDay'),
    };
    if (this.#faults.amount || this.#faults.date) {
      this.requestUpdate();
      return;
    }
    const name = text.trim() || t(kind === 'in' ? 'forecast.moneyIn' : 'forecast.moneyOut');
    this.tell('add', { kind, amount, date, monthly: rhythm === 'monthly', text: name });
  }

  render() {
    const { kind, text, amount, date, rhythm } = this.#input;
    return html`<form class="forecast-extra" novalidate @submit=${this.#add}>
      ${segmented({
        name: 'extra-kind',
        label: t('forecast.kind'),
        value: kind,
        options: [
          ['out', t('forecast.moneyOut')],
          ['in', t('forecast.moneyIn')],
        ],
        change: (value) => this.#set({ kind: value }),
      })}
      ${segmented({
        name: 'extra-rhythm',
        label: t('forecast.rhythm'),
        value: rhythm,
        options: [
          ['once', t('forecast.once')],
          ['monthly', t('forecast.monthly')],
        ],
        change: (value) => this.#set({ rhythm: value }),
      })}
      ${textField({ id: 'extra-amount', label: t('forecast.amount'), value: amount, input: (value) => this.#set({ amount: value }), mode: 'decimal', secret: true, fault: this.#faults.amount, required: true })}
      ${textField({ id: 'extra-date', label: t(rhythm === 'once' ? 'forecast.day' : 'forecast.firstDay'), value: date, type: 'date', input: (value) => this.#set({ date: value }), fault: this.#faults.date, required: true })}
      ${textField({ id: 'extra-text', label: t('forecast.what'), value: text, input: (value) => this.#set({ text: value }), maxlength: 100, optional: true })}
      <div class="row">
        <button type="submit" class="primary">${t('base.add')}</button>
        <button type="button" @click=${() => this.tell('leave')}>${t('base.cancel')}</button>
      </div>
    </form>`;
  }
}
customElements.define('nest-forecast-extra', ForecastExtra);
