import { html, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { daysBetween } from '/app/base/days.js';
import { day, money, percent } from '/app/base/format.js';
import { signOf } from '/app/base/money.js';
import { today } from '/app/base/session.js';

/** What is said of a goal in few words, wherever it is shown. */

/** How much of what is saved: `€1,440 of €4,200`; nothing where there is neither. */
export function savedText(goal) {
  const saved = money(goal.savedAmount, goal.currency);
  if (goal.targetAmount) {
    return t('goals.savedOf', { saved, target: money(goal.targetAmount, goal.currency) });
  }
  return signOf(goal.savedAmount) > 0 ? t('goals.savedOnly', { saved }) : '';
}

/** Whether there is any progress to tell of: a target, or goals within. */
export function hasProgress(goal) {
  return goal.targetAmount !== null || goal.childCount > 0;
}

/** A goal in one sentence, for screen readers: what is seen of it, in the same order. */
export function spoken(goal) {
  const seen = [goal.name, savedText(goal), day(goal.targetDate), hasProgress(goal) ? percent(goal.progress) : '', goal.end ? t('goals.isDone') : ''];
  return seen.filter(Boolean).join(', ');
}

/** The day a goal is to be reached by, pointed out where it has passed. */
export function dueDay(goal) {
  if (!goal.targetDate) {
    return nothing;
  }
  const late = !goal.end && daysBetween(today(), goal.targetDate) < 0;
  return html`<span class=${late ? 'warning' : ''}>${day(goal.targetDate)}</span>`;
}
