import { html, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { amount, day } from '/app/base/format.js';
import { addDays } from '/app/base/days.js';
import { get, withParameters } from '/app/base/api.js';
import { sayProblem } from '/app/base/changes.js';
import { href } from '/app/base/router.js';
import { NestDialog } from '/app/ui/dialog.js';
import { field, textField } from '/app/ui/fields.js';
import { icon } from '/app/ui/icons.js';
import '/app/ui/combobox.js';
import { tagsOf } from '/app/imports/bulk-bar.js';
import { completeCategory, decisionSwitch, heldFor, nearness } from '/app/imports/plan-row.js';
import { changeRow } from '/app/imports/row-changes.js';
import { shownSource } from '/app/imports/source.js';
import { nameOf } from '/app/imports/rule-words.js';

/** So far from a row's day one looks for what it could be linked to. */
const NEAR = 14;

/** All of a row: what is recorded of it, why, what it is held for, and how the file has it. Ends with what `changeRow` says. */
class RowDialog extends NestDialog {
  plan = null;
  row = null;
  account = null;
  rules = [];
  fixed = false;
  #input = {};
  #held = null;
  #others = [];
  #problem = null;
  #busy = false;

  async connectedCallback() {
    super.connectedCallback();
    const { transactionId, transaction, errors } = this.row;
    if (transactionId) {
      this.#held = await get(`/transactions/${transactionId}`).catch(() => null);
    }
    if (!this.fixed && errors.length === 0 && transaction.date) {
      const near = { from: addDays(transaction.date, -NEAR), to: addDays(transaction.date, NEAR), minAmount: transaction.amount, maxAmount: transaction.amount, currency: transaction.currency, limit: 10 };
      const found = await get(withParameters('/transactions', near)).catch(() => ({ items: [] }));
      // What a bank's row stands for already is none's any more.
      this.#others = found.items.filter((one) => one.id !== transactionId && !one.importId && (one.accountId === null || one.accountId === transaction.accountId));
    }
    this.requestUpdate();
  }

  get size() {
    return 'wide';
  }

  get mayClose() {
    return !this.#busy && Object.keys(this.#body()).length === 0;
  }

  heading() {
    return this.row.transaction.description || t('imports.row', { row: this.row.row });
  }

  #value(name) {
    const { transaction } = this.row;
    return this.#input[name] ?? (name === 'tags' ? transaction.tags.join(', ') : (transaction[name] ?? ''));
  }

  #set(name) {
    return (value) => {
      this.#input = { ...this.#input, [name]: value };
      this.requestUpdate();
    };
  }

  /** What the person has changed. */
  #body() {
    const { transaction } = this.row;
    const body = {};
    for (const name of ['description', 'category', 'notes']) {
      if (name in this.#input && this.#input[name].trim() !== (transaction[name] ?? '')) {
        body[name] = this.#input[name].trim() || null;
      }
    }
    if ('tags' in this.#input && tagsOf(this.#input.tags).join() !== transaction.tags.join()) {
      body.tags = tagsOf(this.#input.tags);
    }
    if ('decision' in this.#input) {
      body.decision = this.#input.decision;
    }
    if (this.#input.transactionId) {
      body.transactionId = this.#input.transactionId;
    }
    return body;
  }

  #decide(decision, transactionId = null) {
    const { row } = this;
    const same = decision === row.decision && (decision !== 'link' || transactionId === null || transactionId === row.transactionId);
    const rest = { ...this.#input };
    delete rest.decision;
    delete rest.transactionId;
    this.#input = same ? rest : { ...rest, decision, ...(decision === 'link' && { transactionId: transactionId ?? heldFor(row) }) };
    this.requestUpdate();
  }

  #transaction(one, action) {
    return html`<li>
      <span class="soft small nowrap">${day(one.date)}</span>
      <a class="grow cut" href=${href('/transactions/' + one.id)} target="_blank" rel="noopener">${one.description}</a>
      ${amount(one.amount, one.currency)}
      ${action}
    </li>`;
  }

  #reason() {
    const { reason, errors, row } = this.row;
    const proposed = reason.code === 'chosen' && !this.fixed;
    return html`<section class="imports-part">
      <h3>${t('imports.whyTitle')}</h3>
      <p>${reason.message} ${nearness(reason) ? html`<span class="soft">${nearness(reason)}</span>` : nothing}</p>
      ${errors.length > 0 ? html`<ul class="imports-plain negative">${errors.map((error) => html`<li>${shownSource(error.message)}</li>`)}</ul>` : nothing}
      ${this.#held ? html`<ul class="list">${this.#transaction(this.#held, nothing)}</ul>` : nothing}
      ${this.rules.length > 0 ? html`<p class="small">${icon('rules')} ${t('imports.rulesSet')} ${this.rules.map((rule) => nameOf(rule, [])).join(', ')}</p>` : nothing}
      ${proposed
        ? html`<button type="button" aria-pressed=${this.#input.decision === null ? 'true' : 'false'} @click=${() => this.#decide(null)} id="imports-propose-${row}">${icon('undo')} ${t('imports.asProposed')}</button>`
        : nothing}
    </section>`;
  }

  #link() {
    return this.#others.length === 0
      ? nothing
      : html`<section class="imports-part">
          <h3>${t('imports.couldBe')}</h3>
          <p class="soft small">${t('imports.couldBeHint')}</p>
          <ul class="list">
            ${this.#others.map((one) => {
              const chosen = this.#input.transactionId === one.id;
              return this.#transaction(one, html`<button type="button" class="small" aria-pressed=${chosen ? 'true' : 'false'} @click=${() => (chosen ? this.#decide(this.row.decision) : this.#decide('link', one.id))}>
                ${icon(chosen ? 'check' : 'link')} ${t('imports.decision.link')}</button>`);
            })}
          </ul>
        </section>`;
  }

  #fields() {
    const fault = (name) => this.#problem?.fault(name) ?? null;
    return html`<div class="fields">
      <div class="whole">${textField({ id: 'imports-row-description', label: t('imports.description'), value: this.#value('description'), input: this.#set('description'), fault: fault('description'), maxlength: 200 })}</div>
      ${field({
        id: 'imports-row-category',
        label: t('imports.category'),
        fault: fault('category'),
        control: html`<nest-combobox .inputId=${'imports-row-category'} .value=${this.#value('category')} .complete=${completeCategory} .fault=${fault('category')}
          @pick=${(event) => this.#set('category')(event.detail)}></nest-combobox>`,
      })}
      ${textField({ id: 'imports-row-tags', label: t('imports.tags'), hint: t('imports.tagsHint'), value: this.#value('tags'), input: this.#set('tags'), fault: fault('tags') })}
      <div class="whole">${field({
        id: 'imports-row-notes',
        label: t('imports.notes'),
        fault: fault('notes'),
        control: html`<textarea id="imports-row-notes" maxlength="2000" .value=${this.#value('notes')} @input=${(event) => this.#set('notes')(event.target.value)}></textarea>`,
      })}</div>
    </div>`;
  }

  content() {
    const { row } = this;
    const { transaction } = row;
    const problem = this.#problem;
    const elsewhere = problem && !['description', 'category', 'tags', 'notes'].some((name) => problem.fault(name));
    const shown = { ...row, decision: 'decision' in this.#input ? this.#input.decision : row.decision, transactionId: this.#input.transactionId ?? heldFor(row) };
    return html`${elsewhere ? html`<p class="note danger" role="alert">${problem.errors[0]?.message ?? problem.message}</p>` : nothing}
      <p class="row">
        <span>${transaction.date ? day(transaction.date, 'full') : t('imports.noDay')}</span>
        <span class="strong">${transaction.currency ? amount(transaction.amount, transaction.currency, { coloured: true, sign: true }) : nothing}</span>
        ${this.account ? html`<span class="soft">${this.account.name}</span>` : nothing}
      </p>
      ${this.fixed || row.errors.length > 0 ? nothing : decisionSwitch(shown, 'imports-row-decision', (decision) => this.#decide(decision))}
      ${this.#reason()} ${this.#link()}
      ${this.fixed || row.errors.length > 0 ? nothing : this.#fields()}
      <details>
        <summary>${t('imports.asInFile', { line: row.line })}</summary>
        <pre class="imports-source" tabindex="0">${shownSource(row.source)}</pre>
      </details>`;
  }

  async submit() {
    const body = this.#body();
    if (this.#busy) {
      return;
    }
    if (Object.keys(body).length === 0) {
      this.finish(null);
      return;
    }
    this.#busy = true;
    this.requestUpdate();
    try {
      this.finish(await changeRow(this.plan.id, this.row, body, () => this.plan));
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
    const readable = this.row.transaction.description !== '';
    return html`${readable ? html`<button type="button" class="quiet imports-first" @click=${() => this.finish({ rule: true })}>${icon('rules')} ${t('imports.makeRule')}</button>` : nothing}
      ${this.fixed || this.row.errors.length > 0
        ? html`<button type="submit" class="primary">${t('base.close')}</button>`
        : html`<button type="button" @click=${() => this.finish(null)}>${t('base.cancel')}</button>
            <button type="submit" class="primary" ?disabled=${this.#busy}>${t('base.save')}</button>`}`;
  }
}
customElements.define('nest-import-row-dialog', RowDialog);
