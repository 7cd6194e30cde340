import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { daysBetween } from '/app/base/days.js';
import { day, inDays, instant, money, percent } from '/app/base/format.js';
import { shortcuts } from '/app/base/keys.js';
import { signOf } from '/app/base/money.js';
import { go, href } from '/app/base/router.js';
import { today } from '/app/base/session.js';
import { progressBar } from '/app/ui/fields.js';
import { icon } from '/app/ui/icons.js';
import { empty, shown } from '/app/ui/states.js';
import '/app/ui/menu.js';
import { above, placesOf } from '/app/goals/forest.js';
import { add, edit, menuOf, remove, toggleDone } from '/app/goals/goal-actions.js';
import { hasProgress, savedText } from '/app/goals/goal-texts.js';
import { setAside } from '/app/goals/contributions.js';
import '/app/goals/goal-outlook.js';
import '/app/goals/goal-history.js';

/** One goal: how far it is, what it would take, what was set aside for it, and what it lies within. */
class GoalPage extends NestElement {
  static properties = {
    /** The Query of the forest, and its answer and problem: this is rendered when they change. */
    forest: { attribute: false },
    answer: { attribute: false },
    problem: { attribute: false },
    goalId: { attribute: false },
  };

  #leave;

  connectedCallback() {
    super.connectedCallback();
    const one = (what) => () => this.#place && what(this.#place.goal);
    this.#leave = shortcuts({ n: one(setAside), e: one(edit) });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave();
  }

  get #place() {
    return this.forest.data ? placesOf(this.forest.data).get(this.goalId) : null;
  }

  #remove(goal) {
    remove(goal, () => go(goal.parentId ? '/goals/' + goal.parentId : '/goals'));
  }

  #trail(place) {
    return html`<nav class="goal-trail" aria-label=${t('goals.trail')}>
      <ol>
        <li><a href=${href('/goals')}>${t('goals.title')}</a></li>
        ${above(place).map((goal) => html`<li><a href=${href('/goals/' + goal.id)}>${goal.name}</a></li>`)}
        <li aria-current="page">${place.goal.name}</li>
      </ol>
    </nav>`;
  }

  #when(goal) {
    if (goal.end) {
      return html`<p class="goal-done-note">${icon('check')} ${t('goals.doneOn', { day: instant(goal.end) })}</p>`;
    }
    if (!goal.targetDate) {
      return nothing;
    }
    const left = daysBetween(today(), goal.targetDate);
    return html`<p class=${left < 0 ? 'warning' : 'soft'}>${t('goals.byDay', { day: day(goal.targetDate) })} · ${inDays(left)}</p>`;
  }

  #progress(goal) {
    const saved = signOf(goal.savedAmount) !== 0 || goal.targetAmount !== null;
    return html`<section class="card goal-progress ${goal.end ? 'done' : ''}" aria-label=${t('goals.progress')}>
      ${saved
        ? html`<p class="goal-big"><span class="money">${money(goal.savedAmount, goal.currency)}</span>
            ${goal.targetAmount ? html`<span class="soft">${t('goals.ofTarget', { target: money(goal.targetAmount, goal.currency) })}</span>` : nothing}</p>`
        : nothing}
      ${hasProgress(goal) ? html`<div class="goal-wide-bar">${progressBar(goal.progress, t('goals.progress'))}<span class="strong numbers">${percent(goal.progress)}</span></div>` : nothing}
      ${this.#when(goal)}
      ${goal.description ? html`<p class="goal-description">${goal.description}</p>` : nothing}
      ${!saved && !hasProgress(goal) && !goal.description && !goal.end ? html`<p class="soft">${t('goals.nothingSaid')}</p>` : nothing}
    </section>`;
  }

  #child(goal) {
    return html`<li class="goal-child ${goal.end ? 'done' : ''}">
      <button type="button" class="icon goal-check" aria-pressed=${goal.end ? 'true' : 'false'} aria-label="${goal.end ? t('goals.reopen') : t('goals.complete')}: ${goal.name}"
        @click=${() => toggleDone(goal)}><span class="goal-ring">${icon('check')}</span></button>
      <div class="grow">
        <div class="spread"><a class="cut" href=${href('/goals/' + goal.id)}>${goal.name}</a><span class="soft small numbers">${savedText(goal)}</span></div>
        ${hasProgress(goal) ? progressBar(goal.progress, goal.name) : nothing}
      </div>
    </li>`;
  }

  #children(goal) {
    return html`<section class="card">
      <header>
        <h2>${t('goals.within')}</h2>
        <button type="button" class="small" @click=${() => add(goal)}>${icon('add')} ${t('goals.addWithin')}</button>
      </header>
      ${goal.children.length > 0
        ? html`<ul class="list">${goal.children.map((child) => this.#child(child))}</ul>`
        : html`<p class="soft">${t('goals.noneWithin')}</p>`}
    </section>`;
  }

  #view() {
    const place = this.#place;
    if (!place) {
      return html`<h1>${t('goals.goneTitle')}</h1>
        <div class="card">${empty({ level: 2, picture: 'goals', title: t('goals.goneTitle'), text: t('goals.goneText'), action: html`<a class="button" href=${href('/goals')}>${t('goals.title')}</a>` })}</div>`;
    }
    const { goal } = place;
    return html`${this.#trail(place)}
      <div class="view-head">
        <h1 class=${goal.end ? 'goal-title done' : 'goal-title'}>${goal.name}</h1>
        <div class="actions goal-actions">
          <button type="button" class="primary" @click=${() => setAside(goal)}>${icon('add')} ${t('goals.setAside')}</button>
          <button type="button" class="goal-edit" @click=${() => edit(goal)}>${icon('edit')} ${t('base.edit')}</button>
          <nest-menu .items=${menuOf(goal, { onDelete: () => this.#remove(goal) })} .label=${t('goals.actionsOf', { name: goal.name })}></nest-menu>
        </div>
      </div>
      <div class="goal-columns">
        <div class="stack">
          ${this.#progress(goal)}
          <nest-goal-outlook .goal=${goal}></nest-goal-outlook>
          ${this.#children(goal)}
        </div>
        <div class="stack">
          <nest-goal-contributions .goal=${goal}></nest-goal-contributions>
          <nest-goal-history .goal=${goal}></nest-goal-history>
        </div>
      </div>`;
  }

  render() {
    return html`<div class="view">${shown(this.forest, () => this.#view(), 8)}</div>`;
  }
}
customElements.define('nest-goal', GoalPage);
