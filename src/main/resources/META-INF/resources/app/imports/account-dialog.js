import { html, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { change, sayProblem } from '/app/base/changes.js';
import { currency as own } from '/app/base/session.js';
import { NestDialog } from '/app/ui/dialog.js';
import { selectField, textField } from '/app/ui/fields.js';

const KINDS = ['checking', 'savings', 'credit-card', 'cash', 'loan', 'investment', 'other'];

/** A new account for what a file is about: its number and currency are the file's. Ends with the account. */
class ImportAccount extends NestDialog {
  number = null;
  currency = own();
  #input = { name: '', kind: 'checking' };
  #problem = null;
  #busy = false;

  heading() {
    return t('imports.newAccountTitle');
  }

  get mayClose() {
    return !this.#busy && this.#input.name === '';
  }

  #set(name) {
    return (value) => {
      this.#input = { ...this.#input, [name]: value };
    };
  }

  content() {
    const fault = (name) => this.#problem?.fault(name) ?? null;
    const known = ['name', 'kind'].some((name) => fault(name));
    return html`${this.#problem && !known ? html`<p class="note danger" role="alert">${this.#problem.message}</p>` : nothing}
      ${textField({ id: 'import-account-name', label: t('imports.accountName'), value: this.#input.name, input: this.#set('name'), fault: fault('name'), hint: t('imports.accountNameHint'), autofocus: true, required: true })}
      ${selectField({ id: 'import-account-kind', label: t('imports.accountKind'), value: this.#input.kind, change: this.#set('kind'), options: KINDS.map((kind) => [kind, t(`imports.kind.${kind}`)]) })}
      <p class="soft small">${this.number ? t('imports.accountFacts', { number: this.number, currency: this.currency }) : t('imports.accountCurrency', { currency: this.currency })}</p>`;
  }

  async submit() {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    this.requestUpdate();
    try {
      const { name, kind } = this.#input;
      const body = { name, kind, currency: this.currency, ...(this.number && { number: this.number }) };
      this.finish(await change('POST', '/accounts', { body, said: t('imports.accountMade', { name }), types: ['account'] }));
    } catch (problem) {
      if (problem.kept) {
        sayProblem(problem);
        this.finish(null);
      }
      this.#problem = problem;
    }
    this.#busy = false;
    this.requestUpdate();
  }

  actions() {
    return html`<button type="button" @click=${() => this.finish(null)}>${t('base.cancel')}</button>
      <button type="submit" class="primary" ?disabled=${this.#busy}>${t('imports.newAccount')}</button>`;
  }
}
customElements.define('nest-import-account', ImportAccount);
