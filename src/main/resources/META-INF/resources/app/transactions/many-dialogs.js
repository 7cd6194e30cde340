import { html, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { Query } from '/app/base/query.js';
import { NestDialog } from '/app/ui/dialog.js';
import { field, selectField } from '/app/ui/fields.js';
import { shown } from '/app/ui/states.js';
import '/app/ui/combobox.js';
import { ACCOUNTS, accountChoices, accountsById, completeCategory, completeTag } from '/app/transactions/lookups.js';
import { nameOf, rowDay } from '/app/transactions/row.js';

const SHOWN = 100;
const ID = 'transactions-many-value';

/**
 * Asks what many transactions are given: `field` is `category`, `tag` or `account`. Ends with `{text}`, which is empty to take the
 * category or account away.
 */
class Many extends NestDialog {
  #text = '';
  #begun = false;
  #accounts = new Query(this, () => (this.field === 'account' ? ACCOUNTS : null), ['account'], accountsById);

  /** The accounts come after the dialog. */
  async updated() {
    await this.$('nest-combobox')?.updateComplete;
    const field = this.$(`#${ID}`);
    if (field && !this.#begun) {
      this.#begun = true;
      field.focus();
    }
  }

  /** Whether there is anything to apply: a tag, or accounts to choose from. */
  get #ready() {
    return this.field === 'tag' ? this.#trimmed !== '' : this.field !== 'account' || this.#accounts.data !== null;
  }

  #account(label, accounts) {
    const options = [['', t('transactions.noAccount')], ...accountChoices(accounts)];
    return selectField({ id: ID, label, value: this.#text, options, change: (id) => this.#set(id) });
  }

  heading() {
    return t(`transactions.many.${this.field}`);
  }

  content() {
    const label = t(`transactions.${this.field}`);
    const control = html`<nest-combobox
      .inputId=${ID}
      .label=${label}
      .value=${this.#text}
      .complete=${this.field === 'tag' ? completeTag : completeCategory}
      @pick=${(event) => this.#set(event.detail)}
    ></nest-combobox>`;
    return this.field === 'account'
      ? shown(this.#accounts, (accounts) => this.#account(label, accounts), 1)
      : field({ id: ID, label, control, hint: this.field === 'category' ? t('transactions.many.categoryHint') : null });
  }

  #set(text) {
    this.#text = text;
    this.requestUpdate();
  }

  get #trimmed() {
    return this.#text.trim();
  }

  submit() {
    if (this.#ready) {
      this.finish({ text: this.#trimmed });
    }
  }

  actions() {
    return html`<button type="button" @click=${() => this.finish(null)}>${t('base.cancel')}</button>
      <button type="submit" class="primary" ?disabled=${!this.#ready}>${t('transactions.many.apply', { count: this.count })}</button>`;
  }
}
customElements.define('nest-transactions-many', Many);

/** Says which transactions were not changed, and why; `done` says whether others were. */
class Refused extends NestDialog {
  heading() {
    return t('transactions.many.refused', { count: this.refused.length });
  }

  get size() {
    return 'wide';
  }

  content() {
    return html`<p>${this.done ? t('transactions.many.othersDone') : nothing} ${t('transactions.many.stillSelected')}</p>
      <table>
        <thead>
          <tr><th scope="col">${t('transactions.date')}</th><th scope="col">${t('transactions.description')}</th><th scope="col">${t('transactions.many.why')}</th></tr>
        </thead>
        <tbody>
          ${this.refused.slice(0, SHOWN).map(({ row, message }) => html`<tr><td class="nowrap">${rowDay(row.date)}</td><td>${nameOf(row)}</td><td>${message}</td></tr>`)}
        </tbody>
      </table>
      ${this.refused.length > SHOWN ? html`<p>${t('transactions.many.andMore', { count: this.refused.length - SHOWN })}</p>` : nothing}`;
  }

  actions() {
    return html`<button type="submit" class="primary">${t('base.close')}</button>`;
  }

  submit() {
    this.finish(null);
  }
}
customElements.define('nest-transactions-refused', Refused);
