import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { selectField, textField } from '/app/ui/fields.js';
import { cellsOf, shownSource } from '/app/imports/source.js';

/** What a column can be; texts may stand in several. */
const ROLES = ['date', 'description', 'amount', 'debit', 'credit', 'sign', 'currency', 'reference', 'category', 'notes'];
const SEVERAL = 'description';
const DELIMITERS = [';', ',', '\t', '|'];
const NAMES = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' };

/** Which column of a table is what: the first rows as the file has them, with a choice above each column. */
class ColumnsQuestion extends NestElement {
  static properties = {
    plan: { attribute: false },
    rows: { attribute: false },
    busy: { attribute: false },
    answer: { attribute: false },
    /** By column, from 0: what was picked in place of what is shown. */
    picked: { state: true },
    headerRow: { state: true },
  };

  constructor() {
    super();
    this.rows = [];
    this.picked = {};
    this.headerRow = null;
  }

  willUpdate(changed) {
    if (changed.has('plan')) {
      this.picked = {};
      this.headerRow = null;
    }
  }

  get #question() {
    return this.plan.questions.find((question) => question.code === 'columns');
  }

  #shownRole(column) {
    const columns = this.plan.layout?.columns ?? {};
    return ROLES.find((role) => (role === SEVERAL ? (columns[role] ?? []).includes(column + 1) : columns[role] === column + 1)) ?? '';
  }

  #role(column) {
    return this.picked[column] ?? this.#shownRole(column);
  }

  #pick(column, role, count) {
    const picked = { ...this.picked, [column]: role };
    // What only one column can be is taken from the one that was it.
    for (let other = 0; other < count; other++) {
      if (role && role !== SEVERAL && other !== column && this.#role(other) === role) {
        picked[other] = '';
      }
    }
    this.picked = picked;
  }

  #send(count) {
    const columns = {};
    for (const role of ROLES) {
      const at = Array.from({ length: count }, (_, column) => column).filter((column) => this.#role(column) === role).map((column) => column + 1);
      const before = this.plan.layout?.columns?.[role];
      if (role === SEVERAL) {
        columns[role] = at;
      } else if (at.length > 0 || before) {
        columns[role] = at[0] ?? 0;
      }
    }
    this.answer({ layout: { columns } });
  }

  render() {
    const { layout } = this.plan;
    const delimiter = layout?.delimiter ?? ';';
    const headings = layout?.headerRow === 0 ? [] : (this.#question?.choices ?? []);
    const rows = this.rows.map((row) => cellsOf(row.source, delimiter));
    const count = Math.max(headings.length, ...rows.map((row) => row.length), 0);
    const columns = Array.from({ length: count }, (_, column) => column);
    return html`<div class="imports-question">
      <h3>${t('imports.question.columns')}</h3>
      <p class="soft small">${t('imports.columnsHint')}</p>
      <div class="table-scroll" tabindex="0" role="region" aria-label=${t('imports.firstRows')}>
        <table class="imports-columns">
          <thead>
            <tr>
              ${columns.map(
                (column) => html`<th scope="col">
                  <select aria-label=${t('imports.columnIs', { column: column + 1 })} ?disabled=${this.busy} @change=${(event) => this.#pick(column, event.target.value, count)}>
                    <option value="" .selected=${this.#role(column) === ''}>${t('imports.role.none')}</option>
                    ${ROLES.map((role) => html`<option value=${role} .selected=${this.#role(column) === role}>${t(`imports.role.${role}`)}</option>`)}
                  </select>
                  <span>${headings[column] === undefined ? t('imports.column', { column: column + 1 }) : shownSource(headings[column])}</span>
                </th>`,
              )}
            </tr>
          </thead>
          <tbody>
            ${rows.map((row) => html`<tr>${columns.map((column) => html`<td class=${this.#role(column) ? '' : 'soft'}>${this.#role(column) === 'date' ? row[column] : shownSource(row[column] ?? '')}</td>`)}</tr>`)}
          </tbody>
        </table>
      </div>
      <div class="row">
        <button type="button" class="primary" ?disabled=${this.busy || count === 0} @click=${() => this.#send(count)}>${t('imports.readLikeThis')}</button>
      </div>
      <details>
        <summary>${t('imports.columnsWrong')}</summary>
        <div class="fields imports-apart">
          ${selectField({
            id: 'imports-delimiter',
            label: t('imports.delimiter'),
            value: delimiter,
            options: DELIMITERS.map((mark) => [mark, t(`imports.mark.${NAMES[mark]}`)]),
            disabled: this.busy,
            change: (mark) => this.answer({ layout: { delimiter: mark } }),
          })}
          ${textField({
            id: 'imports-header',
            label: t('imports.headerRow'),
            hint: t('imports.headerRowHint'),
            value: this.headerRow ?? String(layout?.headerRow ?? 0),
            mode: 'numeric',
            disabled: this.busy,
            input: (text) => (this.headerRow = text),
          })}
          ${this.headerRow !== null && /^\d+$/.test(this.headerRow.trim())
            ? html`<button type="button" ?disabled=${this.busy} @click=${() => this.answer({ layout: { headerRow: Number(this.headerRow) } })}>${t('imports.readLikeThis')}</button>`
            : nothing}
        </div>
      </details>
    </div>`;
  }
}
customElements.define('nest-import-columns', ColumnsQuestion);
