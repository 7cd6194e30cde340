import { html, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { daysBetween } from '/app/base/days.js';
import { amount, day, inDays } from '/app/base/format.js';
import { ruleInWords } from '/app/plans/recurrence.js';

/** What a schedule is called: its own name, or what it posts. */
export function nameOf(schedule) {
  return schedule.name ?? schedule.transaction.description;
}

/** How often it comes and when next, as one sentence. */
export function inWords(schedule) {
  const rule = ruleInWords(schedule.recurrence, schedule.start);
  if (schedule.paused) {
    return rule;
  }
  return schedule.next ? t('schedules.nextOn', { rule, day: day(schedule.next, 'weekday') }) : t('schedules.nothingNext', { rule });
}

/** An amount as it moves: with its sign, and plain for transfers, which neither gain nor lose. */
export function moved(value, { type, currency }) {
  return amount(value, currency, { sign: type === 'income', coloured: type === 'income' });
}

/** How far a day is: today, tomorrow, in 5 days. */
export function distance(value, today) {
  return inDays(daysBetween(today, value));
}

/** The state of an occurrence, where it says more than that it is still to come. */
export function stateBadge(state) {
  const kinds = { suggested: 'warning', posted: 'accent', skipped: '' };
  return state in kinds ? html`<span class="badge ${kinds[state]}">${t(`schedules.states.${state}`)}</span>` : nothing;
}
