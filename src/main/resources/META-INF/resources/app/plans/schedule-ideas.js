import { html, NestElement, nothing, repeat } from '/app/base/element.js';
import { change, sayProblem } from '/app/base/changes.js';
import { get } from '/app/base/api.js';
import { t } from '/app/base/i18n.js';
import { day, money } from '/app/base/format.js';
import { absolute } from '/app/base/money.js';
import { prefer, preference } from '/app/base/preferences.js';
import { Query } from '/app/base/query.js';
import { currentUser } from '/app/base/session.js';
import { open } from '/app/ui/dialog.js';
import { icon } from '/app/ui/icons.js';
import { toast } from '/app/ui/toasts.js';
import { ruleInWords } from '/app/plans/recurrence.js';

const FIRST = 3;
const MOST_DISMISSED = 200;

/** What has come again and no schedule says yet: one click makes one of it, another has it not shown again in this browser. */
class ScheduleIdeas extends NestElement {
  static properties = { all: { state: true }, busy: { state: true } };

  #ideas = new Query(this, () => '/schedules/suggestions', ['transaction', 'schedule', 'import'], (path, signal) => this.#load(path, signal));

  constructor() {
    super();
    this.all = false;
    this.busy = null;
  }

  /** With the day of the oldest transaction that each was seen in, for those that are shown. */
  async #load(path, signal) {
    const { items } = await get(path, { signal });
    const dismissed = this.#dismissed;
    const ideas = items.filter((one) => !dismissed.includes(keyOf(one)));
    return Promise.all(
      ideas.map(async (one, at) => ({
        ...one,
        since: at < FIRST ? await this.#dayOf(one.evidence.at(-1), signal) : null,
      })),
    );
  }

  #dayOf(id, signal) {
    return get(`/transactions/${id}`, { signal }).then(
      (transaction) => transaction.date,
      () => null,
    );
  }

  get #dismissed() {
    return preference('dismissedSchedules', []);
  }

  #dismiss(idea) {
    const before = this.#dismissed;
    prefer('dismissedSchedules', [...before, keyOf(idea)].slice(-MOST_DISMISSED));
    toast(t('schedules.dismissed', { name: idea.transaction.description }), {
      action: t('base.undo'),
      run: () => {
        prefer('dismissedSchedules', before);
        this.#ideas.refresh();
      },
    });
  }

  async #make(idea) {
    const { start, recurrence, tolerance, transaction } = idea;
    this.busy = keyOf(idea);
    try {
      await change('POST', '/schedules', { body: { start, recurrence, tolerance, transaction }, said: t('schedules.made', { name: transaction.description }) });
    } catch (problem) {
      sayProblem(problem);
    }
    this.busy = null;
  }

  async #look({ start, recurrence, tolerance, transaction }) {
    await import('/app/plans/schedule-dialog.js');
    await open('nest-schedule-dialog', { idea: { start, recurrence, tolerance, transaction } });
  }

  render() {
    const dismissed = this.#dismissed;
    const ideas = (this.#ideas.data ?? []).filter((one) => !dismissed.includes(keyOf(one)));
    if (ideas.length === 0) {
      return nothing;
    }
    const some = this.all ? ideas : ideas.slice(0, FIRST);
    return html`<section class="stack tight" aria-labelledby="schedule-ideas-heading">
      <h2 id="schedule-ideas-heading">${t('schedules.ideas')}</h2>
      <ul class="grid">${repeat(some, keyOf, (one) => this.#card(one))}</ul>
      ${some.length < ideas.length ? html`<div><button type="button" class="quiet" @click=${() => (this.all = true)}>${t('schedules.showAll', { count: ideas.length })}</button></div>` : nothing}
    </section>`;
  }

  #card(idea) {
    const { description, amount, currency } = idea.transaction;
    const rule = ruleInWords(idea.recurrence, idea.start);
    return html`<li class="card schedule-idea">
      <p class="strong">${description}</p>
      <p>${t('schedules.seen', { amount: money(absolute(amount), currency), rule })}</p>
      <p class="soft small">${idea.since ? t('schedules.since', { month: day(idea.since, 'month'), count: idea.evidence.length }) : t('schedules.seenTimes', { count: idea.evidence.length })}</p>
      <div class="row">
        <button type="button" class="primary" ?disabled=${this.busy === keyOf(idea)} aria-label=${t('schedules.makeIt', { name: description })} @click=${() => this.#make(idea)}>${icon('check')} ${t('schedules.make')}</button>
        <button type="button" class="icon" aria-label=${t('schedules.lookAt', { name: description })} title=${t('schedules.lookAt', { name: description })} @click=${() => this.#look(idea)}>${icon('edit')}</button>
        <button type="button" class="quiet" aria-label=${t('schedules.dismissIt', { name: description })} @click=${() => this.#dismiss(idea)}>${t('schedules.dismiss')}</button>
      </div>
    </li>`;
  }
}
customElements.define('nest-schedule-ideas', ScheduleIdeas);

/** What makes a suggestion the same one the next time, though its day and amount have moved on. */
function keyOf({ transaction }) {
  return [currentUser()?.id, transaction.type, transaction.description, transaction.accountId, transaction.currency].join('|');
}
