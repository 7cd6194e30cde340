import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { day, money } from '/app/base/format.js';
import { signOf } from '/app/base/money.js';
import { Query } from '/app/base/query.js';
import { today } from '/app/base/session.js';
import { icon } from '/app/ui/icons.js';
import { shown } from '/app/ui/states.js';
import { edit, toggleDone } from '/app/goals/goal-actions.js';

/** How many months one day is after another, as people count them: November to January are two. */
function monthsBetween(from, to) {
  const [[year, month], [toYear, toMonth]] = [from, to].map((value) => value.split('-').map(Number));
  return (toYear - year) * 12 + toMonth - month;
}

/** When a goal will be reached, and what it takes, in words. */
class Outlook extends NestElement {
  static properties = { goal: { attribute: false } };

  #outlook = new Query(this, () => (this.goal.targetAmount && !this.goal.end ? `/goals/${this.goal.id}/outlook` : null), ['goal', 'contribution']);

  #badge({ onTrack, missing }) {
    if (signOf(missing) === 0) {
      return html`<span class="badge accent">${icon('check')} ${t('goals.reached')}</span>`;
    }
    return onTrack === null
      ? nothing
      : onTrack
        ? html`<span class="badge accent">${icon('check')} ${t('goals.onTrack')}</span>`
        : html`<span class="badge warning">${icon('warning')} ${t('goals.behind')}</span>`;
  }

  /** When, at the pace until now, and how that compares with when it is wanted. */
  #atPace({ pace, expectedDate, targetDate }) {
    const { currency } = this.goal;
    if (signOf(pace) <= 0) {
      return t('goals.noPace');
    }
    const amount = money(pace, currency);
    if (!expectedDate) {
      return t('goals.tooSlow', { amount });
    }
    const when = t('goals.atPace', { amount, month: day(expectedDate, 'month') });
    if (!targetDate) {
      return when;
    }
    const months = monthsBetween(targetDate, expectedDate);
    const compared =
      months > 0 ? t('goals.late', { count: months }) : months < 0 ? t('goals.early', { count: -months }) : expectedDate > targetDate ? t('goals.aLittleLate') : t('goals.inTime');
    return `${when} ${compared}`;
  }

  #words(outlook) {
    const { missing, perMonth, targetDate } = outlook;
    const { currency } = this.goal;
    if (signOf(missing) === 0) {
      return html`<p>${t('goals.allThere')}</p>
        <button type="button" class="primary" @click=${() => toggleDone(this.goal)}>${icon('check')} ${t('goals.complete')}</button>`;
    }
    const passed = targetDate !== null && targetDate < today();
    return html`<p>${t('goals.missing', { amount: money(missing, currency) })}</p>
      ${targetDate
        ? html`<p class="goal-need">${passed ? t('goals.datePassed', { day: day(targetDate) }) : t('goals.perMonth', { amount: money(perMonth, currency), day: day(targetDate) })}</p>`
        : nothing}
      <p class="soft">${this.#atPace(outlook)}</p>
      ${targetDate && !passed
        ? nothing
        : html`<button type="button" class="quiet" @click=${() => edit(this.goal)}>${icon('calendar')} ${t(passed ? 'goals.setOtherDate' : 'goals.setDate')}</button>`}`;
  }

  render() {
    const { goal } = this;
    if (goal.end) {
      return nothing;
    }
    if (!goal.targetAmount) {
      return html`<section class="card goal-outlook">
        <header><h2>${t('goals.outlook')}</h2></header>
        <p class="soft">${t('goals.noTarget')}</p>
        <button type="button" @click=${() => edit(goal)}>${icon('goals')} ${t('goals.setTarget')}</button>
      </section>`;
    }
    const outlook = this.#outlook.data;
    return html`<section class="card goal-outlook">
      <header><h2>${t('goals.outlook')}</h2>${outlook ? this.#badge(outlook) : nothing}</header>
      ${shown(this.#outlook, (data) => this.#words(data), 3)}
    </section>`;
  }
}
customElements.define('nest-goal-outlook', Outlook);
