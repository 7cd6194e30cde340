import { html, NestElement, nothing } from '/app/base/element.js';
import { change, sayProblem } from '/app/base/changes.js';
import { hidden } from '/app/base/format.js';
import { t } from '/app/base/i18n.js';
import { icon } from '/app/ui/icons.js';
import '/app/ui/combobox.js';
import { completeCategory } from '/app/transactions/lookups.js';
import { amountFault, changesOf, valuesOf } from '/app/transactions/values.js';
import { nameOf } from '/app/transactions/row.js';

const FIELDS = ['date', 'description', 'category', 'amount'];
/** Of a side of a transfer, the other side follows what is not here. */
const OF_SIDES = ['description', 'category'];

/**
 * What is typed into a row: kept by the list, so that it is still there when the row has left the window and comes back.
 */
export class Draft {
  constructor(transaction, field) {
    this.id = transaction.id;
    this.field = field;
    this.before = valuesOf(transaction);
    this.values = { ...this.before };
    this.faults = {};
    this.problem = null;
    this.busy = false;
  }

  get changes() {
    return changesOf(FIELDS, this.before, this.values);
  }
}

/**
 * The fields of a row in its place. Enter saves, Escape gives up. Tells `edited` with the transaction as it is then, or `given-up`.
 */
class RowEditor extends NestElement {
  static properties = {
    transaction: { attribute: false },
    draft: { attribute: false },
  };

  async firstUpdated() {
    await this.$('nest-combobox')?.updateComplete;
    const input = this.$(`#transactions-row-${this.draft.field}`) ?? this.$('input');
    input.focus();
    if (input.type !== 'date') {
      input.select();
    }
  }

  async save() {
    const { draft, transaction } = this;
    if (draft.busy) {
      return;
    }
    const fault = 'amount' in draft.changes ? amountFault(draft.values.amount) : null;
    draft.faults = fault ? { amount: fault } : {};
    draft.problem = null;
    if (fault) {
      this.#show();
      return;
    }
    const body = draft.changes;
    if (Object.keys(body).length === 0) {
      this.tell('given-up');
      return;
    }
    draft.busy = true;
    this.requestUpdate();
    try {
      this.tell('edited', await change('PATCH', `/transactions/${transaction.id}`, { body, said: t('transactions.said.changed', { name: nameOf(transaction) }) }));
    } catch (problem) {
      draft.busy = false;
      if (problem.kept) {
        sayProblem(problem);
        this.tell('given-up');
        return;
      }
      draft.faults = Object.fromEntries(FIELDS.map((name) => [name, problem.fault?.(name)]).filter(([, message]) => message));
      draft.problem = Object.keys(draft.faults).length > 0 ? null : (problem.message ?? String(problem));
      this.#show();
    }
  }

  async #show() {
    this.requestUpdate();
    await this.updateComplete;
    this.$('[aria-invalid="true"]')?.focus();
  }

  #key(event) {
    if (event.isComposing) {
      return;
    }
    if (event.key === 'Enter' && event.target.tagName === 'INPUT') {
      event.preventDefault();
      this.save();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.tell('given-up');
    }
    // What is typed is no command of the list.
    event.stopPropagation();
  }

  #set(name, value) {
    this.draft.values = { ...this.draft.values, [name]: value };
    if (this.draft.faults[name]) {
      this.draft.faults = { ...this.draft.faults, [name]: null };
      this.requestUpdate();
    }
  }

  #cell(name, label, control) {
    const open = this.transaction.type !== 'transfer' || OF_SIDES.includes(name);
    const fault = this.draft.faults[name];
    return html`<div role="gridcell" class="transactions-field ${name}">
      ${open ? control(`transactions-row-${name}`, label, fault) : nothing}
      ${fault ? html`<p id="transactions-row-${name}-hint" class="transactions-fault" role="alert">${fault}</p>` : nothing}
    </div>`;
  }

  #input(name, type, mode = nothing) {
    return (id, label, fault) => html`<input
      id=${id}
      type=${type}
      inputmode=${mode}
      autocomplete="off"
      aria-label=${label}
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${fault ? `${id}-hint` : nothing}
      .value=${this.draft.values[name]}
      @input=${(event) => this.#set(name, event.target.value)}
    />`;
  }

  render() {
    const { draft } = this;
    return html`<div class="transactions-editor" role="presentation" @keydown=${this.#key}>
      ${this.#cell('date', t('transactions.date'), this.#input('date', 'date'))}
      ${this.#cell('description', t('transactions.description'), this.#input('description', 'text'))}
      ${this.#cell(
        'category',
        t('transactions.category'),
        (id, label, fault) => html`<nest-combobox
          .inputId=${id}
          .label=${label}
          .value=${draft.values.category}
          .fault=${fault}
          .placeholder=${t('transactions.category')}
          .complete=${completeCategory}
          @pick=${(event) => this.#set('category', event.detail)}
        ></nest-combobox>`,
      )}
      ${this.#cell('amount', t('transactions.amount'), this.#input('amount', hidden() ? 'password' : 'text', 'decimal'))}
      <div role="gridcell" class="row nowrap transactions-ends">
        <button type="button" class="icon" ?disabled=${draft.busy} aria-label=${t('base.save')} title=${t('base.save')} @click=${() => this.save()}>${icon('check')}</button>
        <button type="button" class="icon" aria-label=${t('base.cancel')} title=${t('base.cancel')} @click=${() => this.tell('given-up')}>${icon('close')}</button>
      </div>
      ${draft.problem ? html`<div role="gridcell" class="transactions-fault whole"><p role="alert">${draft.problem}</p></div>` : nothing}
    </div>`;
  }
}
customElements.define('nest-transaction-row-editor', RowEditor);
