import { html, nothing } from '/app/base/element.js';
import { currentLocale, t } from '/app/base/i18n.js';
import { change, sayProblem } from '/app/base/changes.js';
import { day, money } from '/app/base/format.js';
import { absolute, parseAmount } from '/app/base/money.js';
import { Query } from '/app/base/query.js';
import { today } from '/app/base/session.js';
import { NestDialog } from '/app/ui/dialog.js';
import { segmented, selectField, textField } from '/app/ui/fields.js';
import { icon } from '/app/ui/icons.js';

/** Sets money aside for a `goal`, or takes some `back`. */
class ContributionDialog extends NestDialog {
  goal = null;
  back = false;
  #input = { amount: '', date: today(), note: '', income: '' };
  #problem = null;
  #noAmount = false;
  #busy = false;
  #incomes = new Query(this, () => `/incomes?currency=${this.goal.currency}&limit=50`, []);

  heading() {
    return t(this.back ? 'goals.takeBackTitle' : 'goals.setAsideTitle', { name: this.goal.name });
  }

  get mayClose() {
    return this.#input.amount === '' && this.#input.note === '';
  }

  async submit() {
    const { amount: typed, date, note, income } = this.#input;
    const parsed = parseAmount(typed, currentLocale());
    this.#noAmount = parsed === null;
    if (this.#noAmount || this.#busy) {
      this.requestUpdate();
      await this.updateComplete;
      this.$('[aria-invalid=true]')?.focus();
      return;
    }
    const size = absolute(parsed);
    this.#busy = true;
    this.#problem = null;
    this.requestUpdate();
    try {
      const body = { amount: this.back ? '-' + size : size, ...(date && { date }), ...(note.trim() && { note }), ...(income && !this.back && { transactionId: income }) };
      const said = t(this.back ? 'goals.tookBack' : 'goals.hasSetAside', { amount: money(size, this.goal.currency), name: this.goal.name });
      this.finish(await change('POST', `/goals/${this.goal.id}/contributions`, { body, said, types: ['contribution', 'goal'] }));
    } catch (problem) {
      if (problem.kept) {
        sayProblem(problem);
        this.finish(null);
        return;
      }
      this.#problem = problem;
      this.#busy = false;
      this.requestUpdate();
      await this.updateComplete;
      this.$('[aria-invalid=true]')?.focus();
    }
  }

  #set(name) {
    return (value) => {
      this.#input[name] = value;
    };
  }

  #income() {
    const incomes = (this.#incomes.data?.items ?? []).filter((one) => one.transferId === null);
    if (this.back || incomes.length === 0) {
      return nothing;
    }
    const options = incomes.map((one) => [one.id, `${day(one.date, 'short')} · ${one.description} · ${money(one.amount, one.currency)}`]);
    return selectField({ id: 'contribution-income', label: t('goals.fromIncome'), value: this.#input.income, change: this.#set('income'), optional: true, hint: t('goals.fromIncomeHint'),
      fault: this.#problem?.fault('transactionId'), options: [['', t('goals.noIncome')], ...options] });
  }

  content() {
    const input = this.#input;
    const problem = this.#problem;
    const fault = (name) => problem?.fault(name);
    const other = problem && problem.errors.length === 0 ? (problem.offline ? t('base.offline') : problem.message) : null;
    return html`${other ? html`<p class="note danger" role="alert">${icon('warning')} <span>${other}</span></p>` : nothing}
      ${segmented({ name: 'contribution-way', label: t('goals.way'), value: this.back ? 'back' : 'aside', options: [['aside', t('goals.setAside')], ['back', t('goals.takeBack')]],
        change: (way) => {
          this.back = way === 'back';
          this.requestUpdate();
        } })}
      <div class="fields">
        ${textField({ id: 'contribution-amount', label: `${t('goals.amount')} (${this.goal.currency})`, value: input.amount, input: this.#set('amount'), mode: 'decimal', autofocus: true, required: true,
          fault: this.#noAmount ? t('goals.noAmount') : fault('amount') })}
        ${textField({ id: 'contribution-date', label: t('base.day'), type: 'date', value: input.date, input: this.#set('date'), fault: fault('date') })}
      </div>
      ${textField({ id: 'contribution-note', label: t('goals.note'), value: input.note, input: this.#set('note'), fault: fault('note'), optional: true })}
      ${this.#income()}`;
  }

  actions() {
    return html`<button type="button" @click=${() => this.finish(null)}>${t('base.cancel')}</button>
      <button type="submit" class="primary" ?disabled=${this.#busy}>${t(this.back ? 'goals.takeBack' : 'goals.setAside')}</button>`;
  }
}
customElements.define('nest-contribution-dialog', ContributionDialog);
