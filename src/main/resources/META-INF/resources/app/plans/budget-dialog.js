import { html, nothing } from '/app/base/element.js';
import { currentLocale, t } from '/app/base/i18n.js';
import { change } from '/app/base/changes.js';
import { parseAmount } from '/app/base/money.js';
import { currencyName, plainAmount } from '/app/base/format.js';
import { currency, today } from '/app/base/session.js';
import { selectField, textField } from '/app/ui/fields.js';
import { usualStart } from '/app/plans/budget-sums.js';
import { allAccounts } from '/app/accounts/account-words.js';
import { changed, FormDialog, NotANumber } from '/app/plans/form-dialog.js';
import { closedLast, completeCategory, completeTag } from '/app/plans/lookups.js';
import { missing } from '/app/ui/states.js';
import '/app/plans/rule-field.js';
import '/app/plans/token-field.js';

const ROLLOVERS = ['none', 'unspent', 'all'];

/** Makes a budget, or changes the one that is given as `budget`. `idea` is what a new one begins with. */
class BudgetDialog extends FormDialog {
  budget = null;
  idea = {};
  #accounts = allAccounts(this);
  #startChosen = false;

  connectedCallback() {
    super.connectedCallback();
    const budget = this.budget;
    const recurrence = 'FREQ=MONTHLY';
    this.#startChosen = budget !== null;
    this.input ??= budget
      ? { ...budget, amount: plainAmount(budget.amount) }
      : { name: '', amount: '', currency: currency(), categories: [], tags: [], accountIds: [], recurrence, start: usualStart(recurrence, today()), rollover: 'none',
          ...this.idea, ...(this.idea.amount && { amount: plainAmount(this.idea.amount) }) };
  }

  heading() {
    return this.budget ? t('budgets.edit') : t('budgets.add');
  }

  get submitLabel() {
    return this.budget ? t('base.save') : t('budgets.create');
  }

  get shownFaults() {
    return ['name', 'amount', 'currency', 'categories', 'tags', 'accountIds', 'recurrence', 'start'];
  }

  fields() {
    const input = this.input;
    return html`${textField({ id: 'budget-name', label: t('budgets.name'), value: input.name, input: (value) => this.set('name', value), fault: this.fault('name') ?? this.#nameTaken(), maxlength: 100, autofocus: true, required: true })}
      <div class="fields">
        ${textField({ id: 'budget-amount', label: t('budgets.amount'), mode: 'decimal', secret: true, value: input.amount, input: (value) => this.set('amount', value), fault: this.fault('amount'), required: true })}
        ${selectField({ id: 'budget-currency', label: t('budgets.currency'), value: input.currency, change: (value) => this.set('currency', value), fault: this.fault('currency'),
          options: [...new Set([input.currency, ...Intl.supportedValuesOf('currency')])].map((code) => [code, `${code} – ${currencyName(code)}`]) })}
      </div>
      <nest-token-field .inputId=${'budget-categories'} .label=${t('budgets.categories')} .hint=${t('budgets.categoriesHint')} .fault=${this.fault('categories')}
        .values=${input.categories} .complete=${completeCategory} @values=${(event) => this.set('categories', event.detail)}></nest-token-field>
      <nest-rule-field .kind=${'budget'} .rule=${input.recurrence} .start=${input.start || today()} .fault=${this.fault('recurrence')} @rule=${(event) => this.#rule(event.detail)}></nest-rule-field>
      ${textField({ id: 'budget-start', label: t('budgets.start'), type: 'date', value: input.start, hint: t('budgets.startHint'), fault: this.fault('start'),
        input: (value) => {
          this.#startChosen = true;
          this.set('start', value);
        } })}
      ${this.#rollover()} ${this.#more()}`;
  }

  #nameTaken() {
    return this.problem?.code === 'budget-name-taken' ? this.problem.message : null;
  }

  #rule(rule) {
    if (!this.#startChosen) {
      this.set('start', usualStart(rule, today()));
    }
    this.set('recurrence', rule);
  }

  #rollover() {
    return html`<fieldset class="plans-choices">
      <legend>${t('budgets.rollover')}</legend>
      ${ROLLOVERS.map(
        (one) => html`<label>
          <input type="radio" name="rollover" value=${one} .checked=${this.input.rollover === one} @change=${() => this.set('rollover', one)} />
          <span>${t(`budgets.rollovers.${one}`)}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  #more() {
    const accounts = closedLast(this.#accounts.data ?? []);
    const byName = new Map(accounts.map((account) => [account.name, account.id]));
    const byId = new Map(accounts.map((account) => [account.id, account.name]));
    const used = this.input.tags.length + this.input.accountIds.length > 0;
    return html`<details class="plans-more" ?open=${used}>
      <summary>${t('budgets.narrower')}</summary>
      <div class="stack">
        <nest-token-field .inputId=${'budget-tags'} .label=${t('budgets.tags')} .hint=${t('budgets.tagsHint')} .fault=${this.fault('tags')} .optional=${true}
          .values=${this.input.tags} .complete=${completeTag} @values=${(event) => this.set('tags', event.detail)}></nest-token-field>
        ${accounts.length === 0
          ? missing(this.#accounts)
          : html`<nest-token-field .inputId=${'budget-accounts'} .label=${t('budgets.accounts')} .hint=${t('budgets.accountsHint')} .fault=${this.fault('accountIds')} .optional=${true}
              .values=${this.input.accountIds.map((id) => byId.get(id) ?? t('budgets.goneAccount'))}
              .complete=${async (text) => [...byName.keys()].filter((name) => name.toLowerCase().includes(text.trim().toLowerCase()))}
              .accept=${(text) => [...byName.keys()].find((name) => name.toLowerCase() === text.toLowerCase()) ?? null}
              @values=${(event) => this.set('accountIds', event.detail.map((name) => byName.get(name)).filter(Boolean))}></nest-token-field>`}
      </div>
    </details>`;
  }

  async send() {
    const amount = parseAmount(this.input.amount, currentLocale());
    if (amount === null) {
      throw new NotANumber('amount');
    }
    const { name, currency: code, categories, tags, accountIds, recurrence, start, rollover } = this.input;
    const body = { name, amount, currency: code, categories, tags, accountIds, recurrence, start: start || null, rollover };
    if (!this.budget) {
      return change('POST', '/budgets', { body, said: t('budgets.made', { name }) });
    }
    const patch = changed({ ...this.budget, amount: parseAmount(plainAmount(this.budget.amount), currentLocale()) }, body);
    return Object.keys(patch).length === 0 ? null : change('PATCH', `/budgets/${this.budget.id}`, { body: patch, said: t('budgets.changed', { name }) });
  }
}
customElements.define('nest-budget-dialog', BudgetDialog);
