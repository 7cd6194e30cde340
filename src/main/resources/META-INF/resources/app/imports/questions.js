import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { day, money } from '/app/base/format.js';
import { absolute, negate, signOf } from '/app/base/money.js';
import { Query } from '/app/base/query.js';
import { icon } from '/app/ui/icons.js';
import { open } from '/app/ui/dialog.js';
import { cellsOf, dayIn } from '/app/imports/source.js';
import '/app/imports/columns-question.js';

/** So many rows of the file are shown to go by. */
const SAMPLE = 6;
/** What can be said of a file's layout, by format. */
const SAYABLE = { csv: ['columns', 'decimal', 'date-format', 'spending'], qif: ['decimal', 'date-format'] };
const CHOICES = { decimal: ['.', ','], 'date-format': ['dmy', 'mdy', 'ymd'], spending: ['negative', 'positive'] };
const FIELDS = { decimal: 'decimal', 'date-format': 'dateFormat', spending: 'spending' };

/**
 * What a file leaves open, each as a small form in plain words with an example from the file itself; where nothing is open, what
 * was understood, so that it can be corrected. `answer` is an async function that says a part of a PATCH.
 */
class Questions extends NestElement {
  static properties = {
    plan: { attribute: false },
    accounts: { attribute: false },
    readings: { attribute: false },
    busy: { attribute: false },
    answer: { attribute: false },
  };

  #rows = new Query(this, () => `/imports/${this.plan.id}/rows?limit=${SAMPLE}`, []);

  updated(changed) {
    if (changed.has('readings') && changed.get('readings') !== undefined) {
      this.#rows.refresh();
    }
  }

  get #sample() {
    return this.#rows.data?.items ?? [];
  }

  get #open() {
    return this.plan.questions.length > 0 || this.plan.statements.some((statement) => !statement.accountId);
  }

  /** A day of the file as each order reads it. */
  #dayExample(order) {
    const { delimiter, columns } = this.plan.layout ?? {};
    for (const row of this.#sample) {
      const text = delimiter && columns?.date ? cellsOf(row.source, delimiter)[columns.date - 1] : row.source;
      const read = dayIn(text ?? '', order);
      if (read) {
        return t('imports.dayExample', { text: read.text, day: day(read.day, 'full') });
      }
    }
    return null;
  }

  /** The first row as each sign reads it. As it stands, it is read as if spending had a minus. */
  #spendingExample(choice) {
    const found = this.#sample.find((row) => row.transaction.amount && row.transaction.currency && signOf(row.transaction.amount) !== 0);
    if (!found) {
      return null;
    }
    const { amount, currency, description } = found.transaction;
    const asWritten = this.plan.layout?.spending === 'positive' ? negate(amount) : amount;
    const spent = (signOf(asWritten) < 0) === (choice === 'negative');
    return t(spent ? 'imports.spentExample' : 'imports.receivedExample', { text: description, amount: money(absolute(amount), currency) });
  }

  #example(code, choice) {
    return code === 'date-format' ? this.#dayExample(choice) : code === 'spending' ? this.#spendingExample(choice) : t(`imports.decimalExample.${choice === '.' ? 'point' : 'comma'}`);
  }

  #choice(code) {
    const question = this.plan.questions.find((one) => one.code === code);
    const field = FIELDS[code];
    const now = this.plan.layout?.[field];
    return html`<fieldset class="imports-question" ?disabled=${this.busy}>
      <legend><h3>${t(`imports.question.${code}`)}</h3></legend>
      ${question ? html`<p class="soft small">${question.message}</p>` : nothing}
      <div class="imports-choices">
        ${(question?.choices ?? CHOICES[code]).map((choice) => {
          const example = this.#example(code, choice);
          return html`<button type="button" aria-pressed=${now === choice ? 'true' : 'false'} @click=${() => now !== choice && this.answer({ layout: { [field]: choice } })}>
            <span class="strong">${now === choice ? icon('check') : nothing} ${t(`imports.choice.${choice === '.' ? 'point' : choice === ',' ? 'comma' : choice}`)}</span>
            ${example ? html`<span class="soft small">${example}</span>` : nothing}
          </button>`;
        })}
      </div>
    </fieldset>`;
  }

  #key(statement) {
    const same = this.plan.statements.filter((other) => other.number === statement.number);
    return same.length > 1 ? `${statement.number}/${statement.currency}` : statement.number;
  }

  #place(statement, accountId) {
    return this.answer(statement.number === null ? { accountId } : { accounts: { [this.#key(statement)]: accountId } });
  }

  async #newAccount(statement) {
    await import('/app/imports/account-dialog.js');
    const made = await open('nest-import-account', { number: statement.number, currency: statement.currency });
    if (made) {
      this.#place(statement, made.id);
    }
  }

  #account(statement, index) {
    const id = `imports-statement-${index}`;
    const open = this.accounts.filter((account) => !account.closed || account.id === statement.accountId);
    // What names a currency of its own can only go where that is.
    const fitting = statement.number === null ? open : open.filter((account) => account.currency === statement.currency);
    return html`<fieldset class="imports-question" ?disabled=${this.busy}>
      <legend><h3>${statement.number ? t('imports.whichAccountOf', { number: statement.number, currency: statement.currency }) : t('imports.whichAccount')}</h3></legend>
      <div class="row">
        <label class="visually-hidden" for=${id}>${t('imports.account')}</label>
        <select id=${id} class="imports-select" @change=${(event) => event.target.value && this.#place(statement, event.target.value)}>
          ${statement.accountId ? nothing : html`<option value="" selected>${t('imports.chooseAccount')}</option>`}
          ${fitting.map((account) => html`<option value=${account.id} .selected=${account.id === statement.accountId}>${account.name} (${account.currency})</option>`)}
        </select>
        <button type="button" @click=${() => this.#newAccount(statement)}>${icon('add')} ${t('imports.newAccount')}</button>
      </div>
    </fieldset>`;
  }

  render() {
    const { plan } = this;
    const asked = this.#open ? plan.questions.map((question) => question.code) : (SAYABLE[plan.format] ?? []);
    const places = plan.statements.map((statement, index) => ({ statement, index })).filter(({ statement }) => !this.#open || !statement.accountId);
    return html`<section class=${this.#open ? 'card stack' : 'stack'} aria-labelledby="imports-questions">
      <h2 id="imports-questions">${t(this.#open ? 'imports.questions' : 'imports.understood')}</h2>
      ${this.#open ? html`<p class="soft">${t('imports.questionsHint')}</p>` : nothing}
      ${asked.includes('columns')
        ? html`<nest-import-columns .plan=${plan} .rows=${this.#sample} .busy=${this.busy} .answer=${this.answer}></nest-import-columns>`
        : nothing}
      ${asked.filter((code) => code !== 'columns').map((code) => this.#choice(code))}
      ${places.map(({ statement, index }) => this.#account(statement, index))}
    </section>`;
  }
}
customElements.define('nest-import-questions', Questions);
