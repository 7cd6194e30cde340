import { html, NestElement, nothing, repeat } from '/app/base/element.js';
import { getAll } from '/app/base/api.js';
import { t } from '/app/base/i18n.js';
import { Query } from '/app/base/query.js';
import { currentRoute, href, RouteController, setParameters } from '/app/base/router.js';
import { segmented } from '/app/ui/fields.js';
import { open } from '/app/ui/dialog.js';
import { icon } from '/app/ui/icons.js';
import { empty, shown } from '/app/ui/states.js';
import { ideasFor } from '/app/plans/schedule-ideas.js';
import { inWords, moved, nameOf } from '/app/plans/schedule-words.js';
import '/app/plans/upcoming.js';

const FIRST = 40;

/** Schedules: what is coming up, and each of them; or one of them where the address names one. */
class Schedules extends NestElement {
  static properties = { all: { state: true } };

  #route = new RouteController(this);
  /** With what could be one, so that nothing moves when that is known. */
  #schedules = new Query(this, () => (this.#id ? null : '/schedules?limit=100'), ['schedule', 'transaction', 'transfer', 'account'], async (path, signal) => {
    const [schedules, ideas] = await Promise.all([getAll(path, { signal }), ideasFor(signal)]);
    schedules.sort((one, other) => nameOf(one).localeCompare(nameOf(other), undefined, { numeric: true }));
    return { schedules, ideas };
  });

  constructor() {
    super();
    this.all = false;
  }

  get #id() {
    const { path } = currentRoute();
    return path[0] === 'schedules' ? (path[1] ?? null) : null;
  }

  willUpdate() {
    if (this.#id) {
      import('/app/plans/schedule-page.js');
    }
  }

  async #add() {
    await import('/app/plans/schedule-dialog.js');
    await open('nest-schedule-dialog');
  }

  render() {
    const id = this.#id;
    if (id) {
      return html`<nest-schedule .scheduleId=${id}></nest-schedule>`;
    }
    return html`<div class="view">
      <div class="view-head">
        <h1>${t('schedules.title')}</h1>
        <div class="actions"><button type="button" class="primary" @click=${() => this.#add()}>${icon('add')} ${t('schedules.add')}</button></div>
      </div>
      ${shown(this.#schedules, (data) => this.#content(data), 8)}
    </div>`;
  }

  #content({ schedules, ideas }) {
    if (schedules.length === 0) {
      return html`<nest-schedule-ideas .ideas=${ideas}></nest-schedule-ideas>
        <div class="card">
          <h2 class="visually-hidden">${t('schedules.each')}</h2>
          ${empty({ picture: 'schedules', title: t('schedules.emptyTitle'), text: t('schedules.emptyText'),
            action: html`<button type="button" class="primary" @click=${() => this.#add()}>${icon('add')} ${t('schedules.addFirst')}</button>` })}
        </div>`;
    }
    return html`<nest-schedule-ideas .ideas=${ideas}></nest-schedule-ideas>
      <div class="schedules-columns"><nest-upcoming .schedules=${schedules}></nest-upcoming> ${this.#list(schedules)}</div>`;
  }

  #list(schedules) {
    const { parameters } = currentRoute();
    const search = parameters.get('q') ?? '';
    const state = parameters.get('state') ?? 'all';
    const wanted = search.trim().toLowerCase();
    const found = schedules
      .filter((one) => state === 'all' || one.paused === (state === 'paused'))
      .filter(({ name, transaction }) => [name, transaction.description, transaction.category].some((text) => text?.toLowerCase().includes(wanted)));
    const some = this.all ? found : found.slice(0, FIRST);
    return html`<section class="card" aria-labelledby="schedules-heading">
      <header><h2 id="schedules-heading">${t('schedules.each')}</h2></header>
      <div class="stack tight">
        <input type="search" aria-label=${t('schedules.search')} placeholder=${t('schedules.search')} .value=${search} @input=${(event) => setParameters({ q: event.target.value })} />
        ${schedules.some((one) => one.paused)
          ? html`<div>${segmented({ name: 'schedule-state', label: t('schedules.which'), value: state, options: ['all', 'running', 'paused'].map((one) => [one, t(`schedules.kinds.${one}`)]),
              change: (one) => setParameters({ state: one === 'all' ? null : one }) })}</div>`
          : nothing}
      </div>
      <p class="visually-hidden" role="status">${t('schedules.found', { count: found.length })}</p>
      <ul class="list">
        ${repeat(some, (one) => one.id, (one) => html`<li>
          <span class="grow">
            <a href=${href(`/schedules/${one.id}`)}>${nameOf(one)}</a>
            ${one.paused ? html`<span class="badge warning">${icon('pause')} ${t('schedules.paused')}</span>` : nothing}
            <span class="soft small schedule-words">${inWords(one)}</span>
          </span>
          ${moved(one.transaction.amount, one.transaction)}
        </li>`)}
      </ul>
      ${found.length === 0 ? html`<p class="soft">${t('schedules.noneFound')}</p>` : nothing}
      ${some.length < found.length ? html`<button type="button" @click=${() => (this.all = true)}>${t('schedules.showAll', { count: found.length })}</button>` : nothing}
    </section>`;
  }
}
customElements.define('nest-schedules', Schedules);
