import { html, NestElement, nothing, repeat } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { change, sayProblem } from '/app/base/changes.js';
import { amount, day, money } from '/app/base/format.js';
import { signOf } from '/app/base/money.js';
import { Query } from '/app/base/query.js';
import { today } from '/app/base/session.js';
import { icon } from '/app/ui/icons.js';
import { open } from '/app/ui/dialog.js';
import { empty, shown } from '/app/ui/states.js';
import '/app/plot/line-plot.js';
import { contributionsTo, savedOver, savers } from '/app/goals/savings.js';

const STEP = 20;

/** Opens the dialog that sets money aside, or takes some back. */
export async function setAside(goal, back = false) {
  await import('/app/goals/contribution-dialog.js');
  return open('nest-contribution-dialog', { goal, back });
}

/** What was set aside for a goal: over time, and each time. */
class Contributions extends NestElement {
  static properties = { goal: { attribute: false } };

  #all = new Query(
    this,
    () => savers(this.goal).map((one) => one.id).join(','),
    ['contribution', 'goal'],
    (ids, signal) => contributionsTo(ids.split(','), signal),
  );
  #listed = STEP;
  #observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#more(), { rootMargin: '300px' });

  #more() {
    this.#listed += STEP;
    this.requestUpdate();
  }

  updated() {
    this.#observer.disconnect();
    const end = this.$('.goal-more');
    if (end) {
      this.#observer.observe(end);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  async #delete(one) {
    try {
      await change('DELETE', `/goals/${one.goalId}/contributions/${one.id}`, { said: t('goals.contributionDeleted'), types: ['contribution', 'goal'] });
    } catch (problem) {
      sayProblem(problem);
    }
  }

  #plot(all) {
    const { goal } = this;
    const points = savedOver(all.filter((one) => one.currency === goal.currency), today());
    const series = [{ label: t('goals.saved'), colour: 1, points }];
    if (goal.targetAmount) {
      series.push({ label: t('goals.targetLine'), colour: 2, dashed: true, points: points.map((point) => ({ day: point.day, amount: goal.targetAmount })) });
    }
    return html`<nest-line-plot .label=${t('goals.savedOverTime')} .currency=${goal.currency} .series=${series} .fill=${true} .height=${220}
      .dayStyle=${points.length > 0 && points[0].day.slice(0, 4) !== points.at(-1).day.slice(0, 4) ? 'medium' : 'short'}></nest-line-plot>`;
  }

  #item(one) {
    return html`<li>
      <span class="grow">
        <span>${signOf(one.amount) < 0 ? t('goals.takenBack') : t('goals.wasSetAside')}</span>
        <span class="soft small">${day(one.date)}${one.note ? html` · ${one.note}` : nothing}${one.transactionId ? html` · ${t('goals.ofIncome')}` : nothing}</span>
      </span>
      ${amount(one.amount, one.currency, { sign: true, coloured: true })}
      <button type="button" class="icon" aria-label=${t('goals.deleteContribution', { amount: money(one.amount, one.currency), day: day(one.date) })} title=${t('base.delete')}
        @click=${() => this.#delete(one)}>${icon('delete')}</button>
    </li>`;
  }

  #view(all) {
    const { goal } = this;
    const own = all.filter((one) => one.goalId === goal.id).sort((one, other) => other.date.localeCompare(one.date) || other.id.localeCompare(one.id));
    if (all.length === 0) {
      return empty({ picture: 'goals', title: t('goals.noMoneyTitle'), text: t('goals.noMoneyText'), action: html`<button type="button" @click=${() => setAside(goal)}>${icon('add')} ${t('goals.setAside')}</button>` });
    }
    return html`${this.#plot(all)}
      ${own.length === 0
        ? html`<p class="soft">${t('goals.onlyWithin')}</p>`
        : html`<h3 class="goal-list-head">${t('goals.eachTime')}</h3>
            <ul class="list goal-contributions">${repeat(own.slice(0, this.#listed), (one) => one.id, (one) => this.#item(one))}</ul>
            ${own.length > this.#listed ? html`<div class="goal-more"><button type="button" class="quiet" @click=${() => this.#more()}>${t('goals.more', { count: own.length - this.#listed })}</button></div>` : nothing}`}`;
  }

  render() {
    const { goal } = this;
    return html`<section class="card">
      <header>
        <h2>${t('goals.money')}</h2>
        ${signOf(goal.savedAmount) > 0 ? html`<button type="button" class="small" @click=${() => setAside(goal, true)}>${icon('undo')} ${t('goals.takeBack')}</button>` : nothing}
      </header>
      <div class="goal-money">${shown(this.#all, (all) => this.#view(all), 6)}</div>
    </section>`;
  }
}
customElements.define('nest-goal-contributions', Contributions);
