import { html, NestElement, nothing, repeat } from '/app/base/element.js';
import { getAll, withParameters } from '/app/base/api.js';
import { currentLocale, t } from '/app/base/i18n.js';
import { change, sayProblem } from '/app/base/changes.js';
import { currencyName, day, number } from '/app/base/format.js';
import { parseAmount } from '/app/base/money.js';
import { PagedQuery } from '/app/base/paged-query.js';
import { today } from '/app/base/session.js';
import { selectField, textField } from '/app/ui/fields.js';
import { icon } from '/app/ui/icons.js';
import { onward, shown } from '/app/ui/states.js';

/** What the service itself counts in needs no rate. */
const BASE = 'EUR';

/** A rate that was typed, or null: a single mark is always the decimal one, as nobody groups the digits of a rate. */
function rateOf(typed) {
  const text = typed.trim();
  return /^\d+[.,]\d+$/.test(text) ? text.replace(',', '.') : parseAmount(text, currentLocale());
}

/** Exchange rates that the person has entered, which for them go before those that are published. */
class Rates extends NestElement {
  #rates = new PagedQuery(this, () => '/me/rates?limit=50', ['rate']);
  #input = { day: today(), currency: 'USD', rate: '' };
  #problem = null;
  #fault = null;
  #busy = false;

  /** A PUT says all rates of a day: those that there are go along. */
  async #save(event) {
    event.preventDefault();
    const { day: date, currency, rate: typed } = this.#input;
    const rate = rateOf(typed);
    this.#problem = null;
    this.#fault = rate === null ? t('settings.rates.notARate') : null;
    this.requestUpdate();
    if (rate === null) {
      return;
    }
    this.#busy = true;
    try {
      const known = await getAll(withParameters('/me/rates', { from: date, to: date, limit: 100 }));
      const rates = Object.fromEntries(known.map((one) => [one.currency, one.rate]));
      await change('PUT', `/me/rates/${date}`, { body: { rates: { ...rates, [currency]: rate } }, said: t('settings.rates.saved'), types: ['rate'] });
      this.#input = { ...this.#input, rate: '' };
    } catch (problem) {
      this.#problem = problem;
      if (problem.kept) {
        sayProblem(problem);
      }
    }
    this.#busy = false;
    this.requestUpdate();
  }

  #delete(one) {
    change('DELETE', `/me/rates/${one.day}/${one.currency}`, { said: t('settings.rates.deleted'), types: ['rate'] }).catch(sayProblem);
  }

  #set(name) {
    return (value) => {
      this.#input[name] = value;
      this.requestUpdate();
    };
  }

  #form() {
    const { day: date, currency, rate } = this.#input;
    const problem = this.#problem;
    const fault = this.#fault ?? problem?.fault('rates') ?? null;
    const said = problem && !problem.kept && !fault ? (problem.offline ? t('base.offline') : problem.message) : null;
    return html`<form class="stack" novalidate @submit=${this.#save}>
      ${said ? html`<p class="note danger" role="alert">${icon('warning')} <span>${said}</span></p>` : nothing}
      <div class="fields">
        ${textField({ id: 'rate-day', label: t('base.day'), type: 'date', value: date, input: this.#set('day') })}
        ${selectField({ id: 'rate-currency', label: t('settings.rates.currency'), value: currency, change: this.#set('currency'),
          options: Intl.supportedValuesOf('currency').filter((code) => code !== BASE).map((code) => [code, `${code} – ${currencyName(code)}`]) })}
        ${textField({ id: 'rate-rate', label: t('settings.rates.rate', { currency }), value: rate, input: this.#set('rate'), fault, mode: 'decimal', required: true })}
      </div>
      <div><button type="submit" class="primary" ?disabled=${this.#busy || !date}>${t('settings.rates.save')}</button></div>
    </form>`;
  }

  #row(one) {
    const text = `1 ${BASE} = ${number(one.rate, { maximumFractionDigits: 10 })} ${one.currency}`;
    return html`<li>
      <span class="grow"><span class="numbers">${text}</span> <span class="soft small">${day(one.day)}</span></span>
      <button type="button" class="icon" aria-label=${`${t('base.delete')}: ${text}, ${day(one.day)}`} title=${t('base.delete')} @click=${() => this.#delete(one)}>${icon('delete')}</button>
    </li>`;
  }

  #list({ items }) {
    return html`${items.length === 0 ? html`<p class="soft">${t('settings.rates.none')}</p>` : nothing}
      <ul class="list">${repeat(items, (one) => one.id, (one) => this.#row(one))}</ul>
      ${onward(this.#rates, html`<button type="button" @click=${() => this.#rates.more()}>${t('settings.older')}</button>`)}`;
  }

  render() {
    return html`<section class="card stack">
        <h2>${t('settings.rates.title')}</h2>
        <p>${t('settings.rates.about')}</p>
        ${this.#form()}
      </section>
      <section class="card">
        <header><h2>${t('settings.rates.yours')}</h2></header>
        ${shown(this.#rates, (data) => this.#list(data), 3)}
      </section>`;
  }
}
customElements.define('nest-settings-rates', Rates);
