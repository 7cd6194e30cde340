import { html, nothing } from '/app/base/element.js';
import { currentLocale, t } from '/app/base/i18n.js';
import { change } from '/app/base/changes.js';
import { day, money } from '/app/base/format.js';
import { absolute, parseAmount } from '/app/base/money.js';
import { Query } from '/app/base/query.js';
import { today } from '/app/base/session.js';
import { segmented, selectField, textField } from '/app/ui/fields.js';
import { FormDialog } from '/app/ui/form-dialog.js';

/** Sets money aside for a `goal`, or takes some `back`. */
class ContributionDialog extends FormDialog {
  goal = null;
  back = false;
  #incomes = new Query(this, () => `/incomes?currency=${this.goal.currency}&limit=50`, []);

  connectedCallback() {
    super.connectedCallback();
    this.begin({ amount: '', date: today(), note: '', transactionId: '' });
  }

  heading() {
    return t(this.back ? 'goals.takeBackTitle' : 'goals.setAsideTitle', { name: this.goal.name });
  }

  async submit() {
    const { amount, date, note, transactionId } = this.input;
    const parsed = parseAmount(amount, currentLocale());
    if (parsed === null) {
      await this.refuse({ amount: t('goals.noAmount') });
      return;
    }
    const size = absolute(parsed);
    const body = { amount: this.back ? '-' + size : size, ...(date && { date }), ...(note.trim() && { note }), ...(transactionId && !this.back && { transactionId }) };
    const said = t(this.back ? 'goals.tookBack' : 'goals.hasSetAside', { name: this.goal.name });
    await this.save(() => change('POST', `/goals/${this.goal.id}/contributions`, { body, said, types: ['contribution', 'goal'] }));
  }

  #income() {
    const incomes = (this.#incomes.data?.items ?? []).filter((one) => one.transferId === null);
    if (this.back || incomes.length === 0) {
      return nothing;
    }
    const options = incomes.map((one) => [one.id, `${day(one.date, 'short')} · ${one.description} · ${money(one.amount, one.currency)}`]);
    return selectField({ id: 'contribution-income', label: t('goals.fromIncome'), value: this.input.transactionId, change: this.set('transactionId'), optional: true, hint: t('goals.fromIncomeHint'),
      fault: this.fault('transactionId', 'over-allocated'), options: [['', t('goals.noIncome')], ...options] });
  }

  content() {
    const { input } = this;
    return html`${this.note('over-allocated', 'savings-below-zero')}
      ${segmented({ name: 'contribution-way', label: t('goals.way'), value: this.back ? 'back' : 'aside', options: [['aside', t('goals.setAside')], ['back', t('goals.takeBack')]],
        change: (way) => {
          this.back = way === 'back';
          this.requestUpdate();
        } })}
      <div class="fields">
        ${textField({ id: 'contribution-amount', label: `${t('goals.amount')} (${this.goal.currency})`, value: input.amount, input: this.set('amount'), mode: 'decimal', secret: true, autofocus: true, required: true,
          fault: this.fault('amount', 'savings-below-zero') })}
        ${textField({ id: 'contribution-date', label: t('base.day'), type: 'date', value: input.date, input: this.set('date'), fault: this.fault('date') })}
      </div>
      ${textField({ id: 'contribution-note', label: t('goals.note'), value: input.note, input: this.set('note'), fault: this.fault('note'), optional: true })}
      ${this.#income()}`;
  }

  actions() {
    return this.buttons(t(this.back ? 'goals.takeBack' : 'goals.setAside'));
  }
}
customElements.define('nest-contribution-dialog', ContributionDialog);
