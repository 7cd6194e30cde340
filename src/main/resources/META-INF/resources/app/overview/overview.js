import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { withParameters } from '/app/base/api.js';
import { knownUpTo } from '/app/base/live.js';
import { prefer, preference } from '/app/base/preferences.js';
import { Query } from '/app/base/query.js';
import { currentRoute, onRoute, setParameters } from '/app/base/router.js';
import { today } from '/app/base/session.js';
import { segmented } from '/app/ui/fields.js';
import { failure } from '/app/ui/states.js';
import { icon } from '/app/ui/icons.js';
import { accountsCard } from '/app/overview/accounts.js';
import { categoriesCard } from '/app/overview/categories.js';
import { forecastCard } from '/app/overview/forecast-card.js';
import { goalsCard } from '/app/overview/goals.js';
import { isNew, isStarting, stepsCard } from '/app/overview/steps.js';
import { monthsCard } from '/app/overview/months.js';
import { PERIOD_NAMES, periodOf, spanOf } from '/app/overview/periods.js';
import { safeCard } from '/app/overview/safe.js';
import { skeleton } from '/app/overview/skeleton.js';
import { worthCard } from '/app/overview/worth.js';
import '/app/overview/due.js';

/**
 * All at a glance, by two requests: what there is, where it goes, what is due and how it will go on. Each section is there as
 * soon as it has something to show; who has nothing yet is told how to begin.
 */
class Overview extends NestElement {
  #overview = new Query(this, () => withParameters('/overview', spanOf(this.#period, today())));
  #forecast = new Query(this, () => '/forecast');
  #leave;

  connectedCallback() {
    super.connectedCallback();
    // On the way to another view nothing is asked for again.
    this.#leave = onRoute(({ path }) => (path[0] ?? 'overview') === 'overview' && this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave();
  }

  get #period() {
    return periodOf(currentRoute().parameters.get('period'));
  }

  updated() {
    const { data } = this.#overview;
    if (data) {
      knownUpTo(data.latest);
      // Next time what is not there yet looks like what will be.
      if (preference('overviewNew') !== isNew(data)) {
        prefer('overviewNew', isNew(data));
      }
    }
  }

  #content() {
    const { data, problem } = this.#overview;
    if (data === null) {
      return problem ? failure(problem, () => this.#overview.refresh()) : skeleton(preference('overviewNew', false));
    }
    return html`${problem ? html`<p class="stale" role="status">${icon('warning')} ${t('base.stale')}</p>` : nothing}
      ${isNew(data) ? stepsCard(data.counts) : this.#cards(data)}`;
  }

  #cards(data) {
    return html`${isStarting(data) ? stepsCard(data.counts, true) : nothing}
      <div class="overview-cards" aria-busy=${this.#overview.busy ? 'true' : 'false'}>
        ${worthCard(data)} ${safeCard(data)}
        ${data.due.length > 0 ? html`<nest-overview-due class="overview-card narrow" .items=${data.due} .today=${data.date}></nest-overview-due>` : nothing}
        ${forecastCard(this.#forecast, data)} ${monthsCard(data)} ${categoriesCard(data)} ${accountsCard(data)} ${goalsCard(data)}
      </div>`;
  }

  render() {
    const fresh = this.#overview.data ? isNew(this.#overview.data) : preference('overviewNew', false);
    return html`<div class="view overview">
      <div class="view-head">
        <h1>${t('overview.title')}</h1>
        ${fresh
          ? nothing
          : segmented({
              name: 'overview-period',
              label: t('overview.period'),
              value: this.#period,
              options: PERIOD_NAMES.map((name) => [name, t(`overview.periods.${name}`)]),
              change: (name) => setParameters({ period: name }, true),
            })}
      </div>
      ${this.#content()}
    </div>`;
  }
}
customElements.define('nest-overview', Overview);
