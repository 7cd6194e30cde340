import { html, NestElement, nothing } from '/app/base/element.js';
import { withParameters } from '/app/base/api.js';
import { change, sayProblem } from '/app/base/changes.js';
import { t } from '/app/base/i18n.js';
import { addDays, addMonths } from '/app/base/days.js';
import { day, money } from '/app/base/format.js';
import { Query } from '/app/base/query.js';
import { currentRoute, go, href, RouteController, setParameters } from '/app/base/router.js';
import { today } from '/app/base/session.js';
import { confirm, open } from '/app/ui/dialog.js';
import { icon } from '/app/ui/icons.js';
import { failure, loading, shown } from '/app/ui/states.js';
import { budgetBar } from '/app/plans/budget-bar.js';
import { figure, perDay, purpose, range, remarks, standing } from '/app/plans/budget-card.js';
import { budgetChanges } from '/app/plans/budget-history.js';
import { ruleInWords } from '/app/plans/recurrence.js';
import '/app/plans/budget-transactions.js';
import '/app/plans/plan-history.js';
import '/app/plot/bar-plot.js';
import '/app/ui/menu.js';

const TYPES = ['budget', 'transaction', 'transfer', 'schedule', 'account'];
const SHOWN = 24;

/** One budget: the period that is looked at, those of the past year, and what was spent. */
class BudgetPage extends NestElement {
  static properties = { budgetId: { attribute: false }, going: { state: true } };

  #route = new RouteController(this);
  #budget = new Query(this, () => (this.going ? null : `/budgets/${encodeURIComponent(this.budgetId)}?date=${encodeURIComponent(this.#date)}`), TYPES);
  #periods = new Query(this, () => (this.going ? null : this.#periodsPath()), TYPES);

  constructor() {
    super();
    this.going = false;
  }

  get #date() {
    return currentRoute().parameters.get('date') ?? today();
  }

  #periodsPath() {
    const last = this.#date > today() ? this.#date : today();
    return withParameters(`/budgets/${encodeURIComponent(this.budgetId)}/periods`, { from: addMonths(today(), -12), to: last });
  }

  async #edit() {
    await import('/app/plans/budget-dialog.js');
    await open('nest-budget-dialog', { budget: this.#budget.data });
  }

  async #delete() {
    const { id, name } = this.#budget.data;
    if (await confirm({ text: t('budgets.deleteIt', { name }), more: t('budgets.deleteMore'), action: t('base.delete'), danger: true })) {
      // What is gone must not be asked for again.
      this.going = true;
      await this.updateComplete;
      try {
        await change('DELETE', `/budgets/${id}`, { said: t('budgets.deleted', { name }) });
        go('/budgets');
      } catch (problem) {
        this.going = false;
        sayProblem(problem);
      }
    }
  }

  render() {
    const { data: budget, problem } = this.#budget;
    if (budget === null || budget.id !== this.budgetId || problem?.status === 404) {
      return html`<div class="view">
        ${this.#back()}
        <h1>${t('budgets.one')}</h1>
        ${problem ? failure(problem, problem.status === 404 ? null : () => this.#budget.refresh()) : loading(8)}
      </div>`;
    }
    return html`<div class="view">
      ${this.#back()}
      <div class="view-head">
        <h1>${budget.name}</h1>
        <div class="actions">
          <button type="button" @click=${() => this.#edit()}>${icon('edit')} ${t('base.edit')}</button>
          <nest-menu .label=${t('base.actions')} .items=${[{ text: t('base.delete'), icon: 'delete', danger: true, run: () => this.#delete() }]}></nest-menu>
        </div>
      </div>
      <p class="soft">${t('budgets.inWords', { amount: money(budget.amount, budget.currency), rule: ruleInWords(budget.recurrence, budget.start), purpose: purpose(budget) })}
        ${budget.rollover === 'none' ? nothing : t(`budgets.rolloverShort.${budget.rollover}`)}</p>
      ${this.#period(budget)} ${this.#year(budget)}
      ${budget.current ? html`<nest-budget-transactions .budget=${budget}></nest-budget-transactions>` : nothing}
      <nest-plan-history .path=${`/budgets/${budget.id}/history`} .describe=${budgetChanges}></nest-plan-history>
    </div>`;
  }

  #back() {
    return html`<p><a class="plans-back" href=${href('/budgets', { date: currentRoute().parameters.get('date') })}>${icon('left')} ${t('budgets.title')}</a></p>`;
  }

  #period(budget) {
    const period = budget.current;
    if (!period) {
      return html`<section class="card"><h2>${t('budgets.noPeriodTitle')}</h2>
        <p class="soft">${t('budgets.noPeriodThen', { day: day(this.#date) })}</p>
        <p><button type="button" @click=${() => setParameters({ date: budget.start > today() ? budget.start : null })}>${budget.start > today() ? t('budgets.toFirst') : t('budgets.backToToday')}</button></p></section>`;
    }
    const { currency } = budget;
    return html`<section class="card stack" aria-labelledby="period-heading">
      <div class="card-head">
        <h2 id="period-heading">${range(period)}</h2>
        <div class="row nowrap">
          ${period.from <= budget.start ? nothing : this.#step('left', t('budgets.earlierPeriod'), addDays(period.from, -1))}
          ${this.#step('right', t('budgets.laterPeriod'), addDays(period.to, 1))}
        </div>
      </div>
      ${budgetBar(period)}
      <div class="spread"><span>${standing(period, currency)}</span> <span class="small">${perDay(period, currency)}</span></div>
      <dl class="budget-figures">
        ${figure(t('budgets.available'), period.available, currency)} ${figure(t('budgets.spent'), period.spent, currency)} ${figure(t('budgets.stillPlanned'), period.planned, currency)}
        ${figure(t('budgets.leftLabel'), period.left, currency)}
      </dl>
      ${remarks(period, currency).map((remark) => html`<p class="soft small">${remark}</p>`)}
    </section>`;
  }

  #step(picture, label, date) {
    return html`<button type="button" class="icon" aria-label=${label} title=${label} @click=${() => setParameters({ date })}>${icon(picture)}</button>`;
  }

  #year(budget) {
    return html`<section class="card" aria-labelledby="year-heading">
      <header><h2 id="year-heading">${t('budgets.year')}</h2></header>
      ${shown(this.#periods, ({ items }) => this.#periodsOf(budget, items.filter((one) => one.from <= today() || one.from <= this.#date)), 6)}
    </section>`;
  }

  #periodsOf(budget, periods) {
    const monthly = budget.recurrence === 'FREQ=MONTHLY' && periods.every((one) => one.from.endsWith('-01'));
    const series = [{ label: t('budgets.spent'), colour: 2 }, { label: t('budgets.available'), colour: 1 }];
    const groups = periods.map((one) => ({ day: monthly ? one.from.slice(0, 7) : one.from, amounts: [one.spent, one.available] }));
    return html`${periods.length < 2
        ? nothing
        : html`<nest-bar-plot .label=${t('budgets.plot', { name: budget.name })} .currency=${budget.currency} .series=${series} .groups=${groups} .dayStyle=${monthly ? 'shortMonth' : 'short'}
        @pick=${(event) => this.#look(periods.find((one) => one.from.startsWith(event.detail)))}></nest-bar-plot>`}
      <div class="table-scroll" tabindex="0" role="region" aria-label=${t('budgets.periods')}>
        <table class="budget-periods">
          <thead><tr>
            <th scope="col">${t('base.period')}</th><th scope="col" class="number">${t('budgets.available')}</th><th scope="col" class="number">${t('budgets.spent')}</th>
            <th scope="col" class="number">${t('budgets.leftLabel')}</th>
          </tr></thead>
          <tbody>${[...periods].reverse().slice(0, SHOWN).map((one) => this.#row(budget, one))}</tbody>
        </table>
      </div>`;
  }

  #row(budget, period) {
    const here = period.from === budget.current?.from;
    const date = period.from <= today() && today() <= period.to ? null : period.to;
    return html`<tr aria-current=${here ? 'true' : nothing}>
      <td><a href=${href(`/budgets/${budget.id}`, { date })}>${range(period)}</a></td>
      <td class="number">${money(period.available, budget.currency)}</td>
      <td class="number">${money(period.spent, budget.currency)}</td>
      <td class="number ${period.left.startsWith('-') ? 'negative' : ''}">${money(period.left, budget.currency)}</td>
    </tr>`;
  }

  #look(period) {
    if (period) {
      setParameters({ date: period.from <= today() && today() <= period.to ? null : period.to });
    }
  }
}
customElements.define('nest-budget', BudgetPage);
