import { html, NestElement, nothing, repeat } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { day, money } from '/app/base/format.js';
import { isNothing, NOTHING } from '/app/plans/forecast-scenario.js';
import { icon } from '/app/ui/icons.js';
import '/app/plans/forecast-extra.js';
import '/app/plans/forecast-schedules.js';
import '/app/plans/forecast-spending.js';

/** What if: spending by sliders, schedules switched off or changed, and money that would come or go as well. Tells `imagine`. */
class WhatIf extends NestElement {
  static properties = {
    scenario: { attribute: false },
    /** What it comes to, in a sentence: stays in sight where the plot does not. */
    result: { attribute: false },
    currency: { attribute: false },
    accountId: { attribute: false },
    groups: { attribute: false },
    schedules: { attribute: false },
    adding: { state: true },
  };

  constructor() {
    super();
    this.scenario = NOTHING;
    this.result = null;
    this.adding = false;
  }

  #reset() {
    this.$('nest-forecast-schedules').forget();
    this.tell('imagine', NOTHING);
  }

  #set(part) {
    this.tell('imagine', { ...this.scenario, ...part });
  }

  #extra(extra, at) {
    const amount = money(extra.kind === 'in' ? extra.amount : '-' + extra.amount, this.currency, { sign: true });
    const text = t(extra.monthly ? 'forecast.everyMonthFrom' : 'forecast.onDay', { day: day(extra.date) });
    return html`<li>
      <span class="grow"><span class="cut">${extra.text}</span> <span class="soft small">${text}</span></span>
      <span class="money">${amount}</span>
      <button type="button" class="icon small" aria-label=${t('forecast.removeIt', { name: extra.text })} title=${t('base.delete')}
        @click=${() => this.#set({ extras: this.scenario.extras.filter((_, other) => other !== at) })}>${icon('close')}</button>
    </li>`;
  }

  #extras() {
    const { extras } = this.scenario;
    return html`<section class="stack tight" aria-labelledby="what-if-extras">
      <h3 id="what-if-extras">${t('forecast.extras')}</h3>
      ${extras.length > 0 ? html`<ul class="forecast-extras">${repeat(extras, (extra) => extra, (extra, at) => this.#extra(extra, at))}</ul>` : nothing}
      ${this.adding
        ? html`<nest-forecast-extra
            @add=${(event) => {
              this.adding = false;
              this.#set({ extras: [...extras, event.detail] });
            }}
            @leave=${() => (this.adding = false)}
          ></nest-forecast-extra>`
        : html`<button type="button" @click=${() => (this.adding = true)}>${icon('add')} ${t('forecast.addExtra')}</button>`}
    </section>`;
  }

  render() {
    return html`<section class="card stack" aria-labelledby="what-if">
      <header>
        <h2 id="what-if">${t('forecast.whatIf')}</h2>
        <button type="button" class="quiet small" ?disabled=${isNothing(this.scenario)} @click=${() => this.#reset()}>${t('forecast.reset')}</button>
      </header>
      <p class="soft small">${t('forecast.whatIfHint')}</p>
      ${this.result ? html`<p class="note small forecast-result" aria-hidden="true">${this.result}</p>` : nothing}
      <nest-forecast-spending
        .spending=${this.scenario.spending}
        .groups=${this.groups}
        .schedules=${this.schedules}
        .currency=${this.currency}
        @change-spending=${(event) => this.#set({ spending: event.detail })}
      ></nest-forecast-spending>
      <nest-forecast-schedules
        .without=${this.scenario.without}
        .amounts=${this.scenario.amounts}
        .schedules=${this.schedules}
        .currency=${this.currency}
        .accountId=${this.accountId}
        @change-schedules=${(event) => this.#set(event.detail)}
      ></nest-forecast-schedules>
      ${this.#extras()}
    </section>`;
  }
}
customElements.define('nest-what-if', WhatIf);
