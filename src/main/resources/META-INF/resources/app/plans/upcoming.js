import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { addDays } from '/app/base/days.js';
import { day, money } from '/app/base/format.js';
import { negate, sum } from '/app/base/money.js';
import { Query } from '/app/base/query.js';
import { href } from '/app/base/router.js';
import { currency, today } from '/app/base/session.js';
import { icon } from '/app/ui/icons.js';
import { shown } from '/app/ui/states.js';
import { actionsOf, post, upcoming } from '/app/plans/occurrences.js';
import { distance, moved, nameOf, stateBadge } from '/app/plans/schedule-words.js';
import '/app/ui/menu.js';

const DAYS = 60;
const FIRST = 25;

/** What `schedules` have due in the next 60 days, by day, and before it what waits to be confirmed. */
class Upcoming extends NestElement {
  static properties = { schedules: { attribute: false }, all: { state: true } };

  #asked = 0;
  #known = null;
  #found = new Query(this, () => `${this.#version()} ${today()}`, [], (path, signal) => upcoming(this.schedules, today(), addDays(today(), DAYS), signal));

  constructor() {
    super();
    this.all = false;
  }

  /** Another number whenever the schedules have been read again. */
  #version() {
    if (this.schedules !== this.#known) {
      this.#known = this.schedules;
      this.#asked++;
    }
    return this.#asked;
  }

  render() {
    return html`<section class="card" aria-labelledby="upcoming-heading">
      <header><h2 id="upcoming-heading">${t('schedules.upcoming', { count: DAYS })}</h2></header>
      ${shown(this.#found, (found) => this.#list(found), 6)}
    </section>`;
  }

  #list(found) {
    if (found.length === 0) {
      return html`<p class="soft">${t('schedules.nothingUpcoming', { count: DAYS })}</p>`;
    }
    const waiting = found.filter(({ occurrence }) => occurrence.state === 'suggested');
    const others = found.filter(({ occurrence }) => occurrence.state !== 'suggested');
    const some = this.all ? others : others.slice(0, FIRST);
    const byDay = Map.groupBy(some, ({ occurrence }) => occurrence.due);
    return html`${this.#sums(others)} ${waiting.length > 0 ? this.#group(t('schedules.waiting'), t('schedules.waitingHint'), waiting, true) : nothing}
      ${[...byDay].map(([due, rows]) => this.#group(day(due, 'weekday'), distance(due, today()), rows))}
      ${some.length < others.length ? html`<button type="button" @click=${() => (this.all = true)}>${t('schedules.showAll', { count: others.length })}</button>` : nothing}`;
  }

  #sums(found) {
    const own = currency();
    const total = (type) =>
      sum('0', ...found.filter(({ schedule: { transaction }, occurrence }) => transaction.type === type && transaction.currency === own && occurrence.state === 'planned').map(({ occurrence }) => occurrence.amount));
    return html`<p class="soft small">${t('schedules.sums', { income: money(total('income'), own), expense: money(negate(total('expense')), own) })}</p>`;
  }

  #group(title, hint, rows, waiting = false) {
    return html`<div class="upcoming-day ${waiting ? 'upcoming-waiting' : ''}">
      <h3>${title} <span class="soft small">${hint}</span></h3>
      <ul class="list">${rows.map(({ schedule, occurrence }) => this.#row(schedule, occurrence, waiting))}</ul>
    </div>`;
  }

  #row(schedule, occurrence, waiting) {
    const actions = actionsOf(schedule, occurrence);
    return html`<li class="upcoming-row ${occurrence.state}">
      <span class="grow">
        <a href=${href(`/schedules/${schedule.id}`)}>${nameOf(schedule)}</a>
        ${waiting ? html`<span class="soft small nowrap">${day(occurrence.due, 'weekday')}</span>` : stateBadge(occurrence.state)}
      </span>
      ${moved(occurrence.amount, schedule.transaction)}
      ${actions.length > 0 ? html`<nest-menu .label=${t('schedules.actionsFor', { name: nameOf(schedule), day: day(occurrence.due, 'short') })} .items=${actions}></nest-menu>` : html`<span class="upcoming-gap"></span>`}
      ${waiting ? html`<button type="button" class="small" @click=${() => post(schedule, occurrence)}>${icon('check')} ${t('schedules.post')}</button>` : nothing}
    </li>`;
  }
}
customElements.define('nest-upcoming', Upcoming);
