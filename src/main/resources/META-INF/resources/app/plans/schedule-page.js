import { html, NestElement, nothing } from '/app/base/element.js';
import { change, sayProblem } from '/app/base/changes.js';
import { t } from '/app/base/i18n.js';
import { addDays } from '/app/base/days.js';
import { day } from '/app/base/format.js';
import { Query } from '/app/base/query.js';
import { go, href } from '/app/base/router.js';
import { today } from '/app/base/session.js';
import { confirm, open } from '/app/ui/dialog.js';
import { icon } from '/app/ui/icons.js';
import { failure, loading, shown } from '/app/ui/states.js';
import { allAccounts } from '/app/accounts/account-words.js';
import { actionsOf, occurrencesOf, post } from '/app/plans/occurrences.js';
import { scheduleChanges } from '/app/plans/schedule-history.js';
import { distance, inWords, moved, nameOf, stateBadge } from '/app/plans/schedule-words.js';
import '/app/plans/plan-history.js';
import '/app/ui/menu.js';

const AHEAD = 400;
const BACK = 400;
const NEXT = 6;
const PAST = 12;

/** One schedule: what comes next, what has been, and what can be done with each. */
class SchedulePage extends NestElement {
  static properties = { scheduleId: { attribute: false }, more: { state: true }, going: { state: true } };

  #schedule = new Query(this, () => (this.going ? null : `/schedules/${encodeURIComponent(this.scheduleId)}`), ['schedule']);
  #occurrences = new Query(this, () => (this.going ? null : `${this.scheduleId} ${today()}`), ['schedule', 'transaction', 'transfer'], (path, signal) =>
    occurrencesOf({ id: encodeURIComponent(this.scheduleId) }, addDays(today(), -BACK), addDays(today(), AHEAD), signal),
  );
  #accounts = allAccounts(this);

  constructor() {
    super();
    this.more = { next: false, past: false };
    this.going = false;
  }

  async #edit() {
    await import('/app/plans/schedule-dialog.js');
    await open('nest-schedule-dialog', { schedule: this.#schedule.data });
  }

  async #pause(paused) {
    const schedule = this.#schedule.data;
    try {
      await change('PATCH', `/schedules/${schedule.id}`, { body: { paused }, said: t(paused ? 'schedules.pausedNow' : 'schedules.resumed', { name: nameOf(schedule) }) });
    } catch (problem) {
      sayProblem(problem);
    }
  }

  async #delete() {
    const schedule = this.#schedule.data;
    const name = nameOf(schedule);
    if (await confirm({ text: t('schedules.deleteIt', { name }), more: t('schedules.deleteMore'), action: t('base.delete'), danger: true })) {
      // What is gone must not be asked for again.
      this.going = true;
      await this.updateComplete;
      try {
        await change('DELETE', `/schedules/${schedule.id}`, { said: t('schedules.deleted', { name }) });
        go('/schedules');
      } catch (problem) {
        this.going = false;
        sayProblem(problem);
      }
    }
  }

  render() {
    const { data: schedule, problem } = this.#schedule;
    const back = html`<p><a class="plans-back" href=${href('/schedules')}>${icon('left')} ${t('schedules.title')}</a></p>`;
    if (schedule === null || schedule.id !== this.scheduleId || problem?.status === 404) {
      return html`<div class="view">
        ${back}
        <h1>${t('schedules.one')}</h1>
        ${problem ? failure(problem, problem.status === 404 ? null : () => this.#schedule.refresh()) : loading(8)}
      </div>`;
    }
    return html`<div class="view">
      ${back}
      <div class="view-head">
        <h1>${nameOf(schedule)}</h1>
        ${schedule.paused ? html`<span class="badge warning">${icon('pause')} ${t('schedules.paused')}</span>` : nothing}
        <div class="actions">
          <button type="button" @click=${() => this.#pause(!schedule.paused)}>${icon(schedule.paused ? 'play' : 'pause')} ${t(schedule.paused ? 'schedules.resume' : 'schedules.pause')}</button>
          <button type="button" @click=${() => this.#edit()}>${icon('edit')} ${t('base.edit')}</button>
          <nest-menu .label=${t('base.actions')} .items=${[{ text: t('base.delete'), icon: 'delete', danger: true, run: () => this.#delete() }]}></nest-menu>
        </div>
      </div>
      ${this.#about(schedule)} ${shown(this.#occurrences, (all) => this.#both(schedule, all), 8)}
      <nest-plan-history .path=${`/schedules/${schedule.id}/history`} .describe=${scheduleChanges}></nest-plan-history>
    </div>`;
  }

  #about(schedule) {
    const { transaction } = schedule;
    const account = (id) => this.#accounts.data?.find((one) => one.id === id)?.name ?? null;
    const from = account(transaction.accountId);
    const to = account(transaction.toAccountId);
    const lines = [
      [t('schedules.amount'), moved(transaction.amount, transaction)],
      [t('schedules.type'), t(`schedules.types.${transaction.type}`)],
      schedule.name && schedule.name !== transaction.description && [t('schedules.description'), transaction.description],
      transaction.category && [t('schedules.category'), transaction.category],
      from && [t(transaction.type === 'transfer' ? 'schedules.fromAccount' : 'schedules.account'), from],
      to && [t('schedules.toAccount'), to],
      transaction.tags.length > 0 && [t('schedules.tags'), transaction.tags.join(', ')],
      [t('schedules.mode'), t(`schedules.modes.${schedule.mode}`)],
      schedule.weekend !== 'keep' && [t('schedules.weekend'), t(`schedules.weekends.${schedule.weekend}`)],
      schedule.tolerance > 0 && [t('schedules.tolerance'), t('schedules.within', { percent: schedule.tolerance })],
      transaction.notes && [t('schedules.notes'), transaction.notes],
    ].filter(Boolean);
    return html`<section class="card stack tight" aria-labelledby="about-heading">
      <h2 id="about-heading" class="schedule-sentence">${inWords(schedule)}</h2>
      <dl class="plans-facts">${lines.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
    </section>`;
  }

  #both(schedule, all) {
    const now = today();
    const isPast = ({ due, state }) => state === 'posted' || (state === 'skipped' && due < now);
    const next = all.filter((one) => !isPast(one));
    const past = all.filter(isPast).reverse();
    return html`${this.#list(schedule, 'next', t('schedules.next'), next, NEXT, t('schedules.nothingMore'))}
      ${this.#list(schedule, 'past', t('schedules.past'), past, PAST, t('schedules.nothingPast'))}`;
  }

  #list(schedule, part, title, all, most, none) {
    const some = this.more[part] ? all : all.slice(0, most);
    return html`<section class="card" aria-labelledby="${part}-heading">
      <header><h2 id="${part}-heading">${title}</h2></header>
      ${part === 'next' && schedule.paused ? html`<p class="note warning small">${icon('pause')} ${t('schedules.pausedHint')}</p>` : nothing}
      ${all.length === 0 ? html`<p class="soft">${none}</p>` : html`<ul class="list">${some.map((one) => this.#row(schedule, one))}</ul>`}
      ${some.length < all.length ? html`<button type="button" @click=${() => (this.more = { ...this.more, [part]: true })}>${t('schedules.showAll', { count: all.length })}</button>` : nothing}
    </section>`;
  }

  #row(schedule, occurrence) {
    const { date, due, state, amount, transactionId } = occurrence;
    const actions = actionsOf(schedule, occurrence);
    const weekend = due === date || state === 'posted' ? nothing : html`<span class="soft small">${t('schedules.insteadOf', { day: day(date, 'weekday') })}</span>`;
    return html`<li class="upcoming-row ${state}">
      <span class="grow">
        ${transactionId ? html`<a href=${href(`/transactions/${transactionId}`)}>${day(due)}</a>` : html`<span>${day(due)}</span>`}
        <span class="soft small">${distance(due, today())}</span> ${weekend} ${stateBadge(state)}
      </span>
      ${moved(amount, schedule.transaction)}
      ${actions.length > 0
        ? html`<nest-menu .label=${t('schedules.actionsFor', { name: nameOf(schedule), day: day(due, 'short') })} .items=${actions}></nest-menu>`
        : html`<span class="upcoming-gap"></span>`}
      ${state === 'suggested' ? html`<button type="button" class="small" @click=${() => post(schedule, occurrence)}>${icon('check')} ${t('schedules.post')}</button>` : nothing}
    </li>`;
  }
}
customElements.define('nest-schedule', SchedulePage);
