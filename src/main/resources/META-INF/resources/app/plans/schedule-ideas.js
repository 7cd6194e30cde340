import { html, NestElement, nothing, repeat } from '/app/base/element.js';
import { change, sayProblem } from '/app/base/changes.js';
import { get } from '/app/base/api.js';
import { t } from '/app/base/i18n.js';
import { day, money } from '/app/base/format.js';
import { absolute } from '/app/base/money.js';
import { prefer, preference } from '/app/base/preferences.js';
import { currentUser } from '/app/base/session.js';
import { open } from '/app/ui/dialog.js';
import { icon } from '/app/ui/icons.js';
import { toast } from '/app/ui/toasts.js';
import { ruleInWords } from '/app/plans/recurrence.js';

const FIRST = 3;
const MOST_DATED = 6;
const MOST_DISMISSED = 200;

/** What has come again and no schedule says yet: one click makes one of it, another has it not shown again in this browser. */
class ScheduleIdeas extends NestElement {
  static properties = { ideas: { attribute: false }, all: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.ideas = [];
    this.all = false;
    this.busy = null;
  }

  get #dismissed() {
    return preference('dismissedSchedules', []);
  }

  #dismiss(idea) {
    const key = keyOf(idea);
    prefer('dismissedSchedules', [...this.#dismissed, key].slice(-MOST_DISMISSED));
    toast(t('schedules.dismissed', { name: idea.transaction.description }), {
      action: t('base.undo'),
      run: () => prefer('dismissedSchedules', this.#dismissed.filter((one) => one !== key)),
    });
  }

  async #make(idea) {
    const { start, recurrence, tolerance, transaction } = idea;
    this.busy = idea.evidence[0];
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
    const ideas = this.ideas.filter((one) => !dismissed.includes(keyOf(one)));
    if (ideas.length === 0) {
      return nothing;
    }
    const some = this.all ? ideas : ideas.slice(0, FIRST);
    return html`<section class="stack tight" aria-labelledby="schedule-ideas-heading">
      <h2 id="schedule-ideas-heading">${t('schedules.ideas')}</h2>
      <ul class="grid">${repeat(some, (one) => one.evidence[0], (one) => this.#card(one))}</ul>
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
        <button type="button" class="primary" ?disabled=${this.busy === idea.evidence[0]} aria-label=${t('schedules.makeIt', { name: description })} @click=${() => this.#make(idea)}>${t('schedules.make')}</button>
        <button type="button" class="icon" aria-label=${t('schedules.lookAt', { name: description })} title=${t('schedules.lookAt', { name: description })} @click=${() => this.#look(idea)}>${icon('edit')}</button>
        <button type="button" class="quiet small" aria-label=${t('schedules.dismissIt', { name: description })} @click=${() => this.#dismiss(idea)}>${t('schedules.dismiss')}</button>
      </div>
    </li>`;
  }
}
customElements.define('nest-schedule-ideas', ScheduleIdeas);

/** What the service suggests, the first of them with the day since when it has come. */
export async function ideasFor(signal) {
  const { items } = await get('/schedules/suggestions', { signal });
  const since = await Promise.all(items.slice(0, MOST_DATED).map((one) => dayOf(one.evidence.at(-1), signal)));
  return items.map((one, at) => ({ ...one, since: since[at] ?? null }));
}

function dayOf(id, signal) {
  return get(`/transactions/${id}`, { signal }).then(
    (transaction) => transaction.date,
    () => null,
  );
}

/** What makes a suggestion the same one the next time, though its day and amount have moved on. */
function keyOf({ transaction }) {
  return [currentUser()?.id, transaction.type, transaction.description, transaction.accountId, transaction.currency].join('|');
}
