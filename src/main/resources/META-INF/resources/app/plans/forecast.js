import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { get, getAll, request, withParameters } from '/app/base/api.js';
import { addMonths } from '/app/base/days.js';
import { signOf } from '/app/base/money.js';
import { Query } from '/app/base/query.js';
import { currentRoute, href, onRoute, setParameters } from '/app/base/router.js';
import { currency, today } from '/app/base/session.js';
import { segmented, selectField } from '/app/ui/fields.js';
import { empty, loading, shown } from '/app/ui/states.js';
import { addressOf, isNothing, NOTHING, questionOf, scenarioOf } from '/app/plans/forecast-scenario.js';
import { endWords, outlook } from '/app/plans/forecast-outlook.js';
import '/app/plans/forecast-planned.js';
import '/app/plans/forecast-what-if.js';

/** How far ahead it looks, and how often it says what will be. */
const HORIZONS = {
  quarter: { months: 3, interval: 'day' },
  half: { months: 6, interval: 'day' },
  year: { months: 12, interval: 'week' },
  years: { months: 24, interval: 'month' },
};
const PAUSE = 250;

/** How it will probably go on, and what if some things were otherwise. Both stand in the address. */
class ForecastView extends NestElement {
  #forecast = new Query(this, () => JSON.stringify([this.#span, this.#accountId, this.#kept]), null, (_, signal) => this.#load(signal));
  #accounts = new Query(this, () => '/accounts', ['account'], (path, signal) => getAll(path, { signal }));
  #schedules = new Query(this, () => '/schedules?paused=false&limit=100', ['schedule'], (path, signal) => getAll(path, { signal }));
  #spending = new Query(this, () => this.#spendingPath(), ['transaction'], (path, signal) => get(path, { signal }));
  #draft = null;
  #timer = null;
  #leave;

  connectedCallback() {
    super.connectedCallback();
    this.#leave = onRoute(({ path }) => {
      // On the way to another view nothing is asked for again.
      if (path[0] === 'forecast') {
        this.#draft = null;
        this.requestUpdate();
      } else {
        clearTimeout(this.#timer);
      }
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#leave();
  }

  get #horizon() {
    const name = currentRoute().parameters.get('ahead');
    return name in HORIZONS ? name : 'quarter';
  }

  get #span() {
    const { months, interval } = HORIZONS[this.#horizon];
    return { until: addMonths(today(), months), interval };
  }

  /** The account that is asked for; none if it is known not to be there any more. */
  get #accountId() {
    const id = currentRoute().parameters.get('accountId');
    const accounts = this.#accounts.data;
    return accounts && !accounts.some((account) => account.id === id) ? null : id;
  }

  /** The scenario in the address; the one that is shown may be ahead of it while a slider moves. */
  get #kept() {
    return scenarioOf(currentRoute().parameters.get('if'));
  }

  get #currency() {
    return (this.#accounts.data ?? []).find((account) => account.id === this.#accountId)?.currency ?? currency();
  }

  #spendingPath() {
    const to = today();
    return withParameters('/transactions/summary', { from: addMonths(to, -12), to, groupBy: 'category', type: 'expense', accountId: this.#accountId });
  }

  async #load(signal) {
    const [span, accountId, scenario] = [this.#span, this.#accountId, this.#kept];
    if (isNothing(scenario)) {
      const base = await get(withParameters('/forecast', { ...span, accountId }), { signal });
      return { base, changed: null, interval: span.interval };
    }
    const body = questionOf(scenario, { ...span, accountId, currency: currency() });
    const { data } = await request('POST', '/forecast', { body, signal });
    return { base: data.base, changed: data.changed, difference: data.difference, interval: span.interval };
  }

  /** Asks when the sliders rest. */
  #imagine(scenario) {
    this.#draft = scenario;
    this.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => setParameters({ if: addressOf(scenario) }), PAUSE);
  }

  #outlook({ base, changed, difference }) {
    return outlook({ base, changed, difference, others: this.#othersIn(base.currency) });
  }

  /** Whether there is nothing that could be looked ahead to. */
  #bare({ base }) {
    return isNothing(this.#kept) && signOf(base.balance) === 0 && base.items.every((item) => signOf(item.expected) === 0 && item.planned.length === 0);
  }

  #begin() {
    return html`<section class="card" aria-labelledby="forecast-begin">
      <h2 id="forecast-begin" class="visually-hidden">${t('forecast.expected')}</h2>
      ${empty({
        picture: 'forecast',
        title: t('forecast.emptyTitle'),
        text: t('forecast.emptyText'),
        action: html`<a class="button primary" href=${href('/schedules')}>${t('forecast.emptyAction')}</a>`,
      })}
    </section>`;
  }

  #planned({ base, changed, interval }) {
    return html`<nest-forecast-planned .items=${(changed ?? base).items} .interval=${interval} .currency=${base.currency}></nest-forecast-planned>`;
  }

  #whatIf(scenario) {
    if (!this.#schedules.data || !this.#spending.data) {
      return html`<div class="card forecast-waiting">${shown(this.#schedules.problem ? this.#schedules : this.#spending, () => loading(8), 8)}</div>`;
    }
    const data = this.#forecast.data;
    return html`<nest-what-if
      .scenario=${scenario}
      .result=${data?.changed ? endWords(data) : null}
      .currency=${this.#currency}
      .accountId=${this.#accountId}
      .groups=${this.#spending.data.groups}
      .schedules=${this.#schedules.data}
      @imagine=${(event) => this.#imagine(event.detail)}
    ></nest-what-if>`;
  }

  #refused(problem) {
    return html`<div class="note danger" role="alert"><div class="stack tight">
      <p>${t('forecast.refused')}</p>
      ${problem.errors.map((error) => html`<p>${error.message}</p>`)}
      <div><button type="button" class="small" @click=${() => this.#imagine(NOTHING)}>${t('forecast.reset')}</button></div>
    </div></div>`;
  }

  /** Whether there are accounts that this does not count. */
  #othersIn(code) {
    return this.#accountId === null && (this.#accounts.data ?? []).some((account) => account.currency !== code);
  }

  render() {
    // Together with the accounts: what it says of other currencies would push down what is below.
    const data = this.#accounts.loading ? null : this.#forecast.data;
    const { problem } = this.#forecast;
    return html`<div class="view forecast">
      <div class="view-head">
        <h1>${t('forecast.title')}</h1>
        ${segmented({
          name: 'forecast-ahead',
          label: t('forecast.ahead'),
          value: this.#horizon,
          options: Object.keys(HORIZONS).map((name) => [name, t(`forecast.horizons.${name}`)]),
          change: (name) => setParameters({ ahead: name }, true),
        })}
      </div>
      ${data && this.#bare(data) ? this.#begin() : this.#columns(data, problem)}
    </div>`;
  }

  #columns(data, problem) {
    const accounts = this.#accounts.data ?? [];
    const refused = problem?.errors?.length > 0;
    return html`<div class="forecast-columns">
      <div class="forecast-outlook stack">
        ${this.#accounts.loading || accounts.length > 0
          ? selectField({
              id: 'forecast-account',
              label: t('forecast.account'),
              value: this.#accountId ?? '',
              options: [['', t('forecast.everything')], ...accounts.map((account) => [account.id, account.name])],
              change: (id) => setParameters({ accountId: id || null, if: null }, true),
              disabled: this.#accounts.loading,
            })
          : nothing}
        ${refused ? this.#refused(problem) : nothing}
        ${data ? (refused ? this.#outlook(data) : shown(this.#forecast, (known) => this.#outlook(known))) : nothing}
        ${data || refused ? nothing : html`<div class="card forecast-waiting">${shown(this.#forecast, () => loading(8), 8)}</div>`}
      </div>
      <div class="forecast-what-if">${this.#whatIf(this.#draft ?? this.#kept)}</div>
      ${data ? this.#planned(data) : nothing}
    </div>`;
  }
}
customElements.define('nest-forecast', ForecastView);
