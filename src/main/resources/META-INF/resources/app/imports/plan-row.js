import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { amount, day, percent } from '/app/base/format.js';
import { get, withParameters } from '/app/base/api.js';
import { icon } from '/app/ui/icons.js';
import { segmented } from '/app/ui/fields.js';
import '/app/ui/combobox.js';
import { shownSource } from '/app/imports/source.js';
import { DECISIONS } from '/app/imports/words.js';

/** Categories that are used already and have a text in them. */
export async function completeCategory(text) {
  return (await get(withParameters('/categories', { q: text, limit: 8 }))).items.map((category) => category.name);
}

/** How near a row is to what it is held for: "2 days apart, 85% alike"; empty where the service does not say. */
export function nearness({ days, similarity }) {
  const parts = [];
  if (days !== undefined) {
    parts.push(days === 0 ? t('imports.sameDay') : t('imports.daysApart', { count: days }));
  }
  if (similarity !== undefined) {
    parts.push(t('imports.alike', { share: percent(similarity) }));
  }
  return parts.join(', ');
}

/** The id of what a row is held for, or was before somebody decided otherwise; null if there is none. */
export function heldFor(row) {
  return row.transactionId ?? row.before ?? null;
}

/** The choice of what is to become of a row. Linked can only be what it may be held for. */
export function decisionSwitch(row, name, change) {
  const can = DECISIONS.filter((decision) => decision !== 'link' || heldFor(row) !== null);
  return segmented({
    name,
    label: t('imports.decisionOf', { description: row.transaction.description }),
    value: row.decision,
    options: can.map((decision) => [decision, t(`imports.decision.${decision}`)]),
    change,
  });
}

/**
 * One row of a plan: what is recorded of it, what is to become of it and why. Tells `decide`, `categorise`, `mark` and `details`.
 */
class PlanRow extends NestElement {
  static properties = {
    row: { attribute: false },
    /** What it is held for, as Linked says. */
    held: { attribute: false },
    rules: { attribute: false },
    marked: { attribute: false },
    current: { attribute: false },
    fixed: { attribute: false },
    editing: { state: true },
  };

  #typed = null;

  constructor() {
    super();
    this.editing = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.role = 'listitem';
  }

  /** Begins to edit the category. */
  async edit() {
    this.#typed = this.row.transaction.category ?? '';
    this.editing = true;
    await this.updateComplete;
    await this.$('nest-combobox').updateComplete;
    this.$('input[role=combobox]').focus();
  }

  #end(save) {
    if (!this.editing) {
      return;
    }
    this.editing = false;
    const category = this.#typed.trim() || null;
    if (save && category !== this.row.transaction.category) {
      this.tell('categorise', category);
    }
  }

  #category() {
    const { category, description } = this.row.transaction;
    if (this.fixed || this.row.errors.length > 0) {
      return html`<span class="category soft small cut">${category ?? ''}</span>`;
    }
    return this.editing
      ? html`<nest-combobox class="category" .inputId=${`imports-category-${this.row.row}`} .label=${t('imports.categoryOf', { description })} .value=${this.#typed} .complete=${completeCategory}
          @pick=${(event) => (this.#typed = event.detail)}
          @focusout=${() => this.#end(true)}
          @keydown=${(event) => {
            if (event.key === 'Enter' || event.key === 'Escape') {
              event.preventDefault();
              this.#end(event.key === 'Enter');
              this.focus({ preventScroll: true });
            }
          }}></nest-combobox>`
      : html`<button type="button" class="quiet small category ${category ? '' : 'unset'}" title=${t('imports.changeCategory')} aria-label=${category ? t('imports.categoryIs', { description, category }) : `${t('imports.addCategory')}: ${description}`}
          @click=${() => this.edit()}><span class="cut">${category ?? t('imports.addCategory')}</span></button>`;
  }

  #why() {
    const { reason, errors, decision } = this.row;
    if (errors.length > 0) {
      return html`<span class="negative">${shownSource(errors.map((error) => error.message).join(' '))}</span>`;
    }
    const held = this.held
      ? t(decision === 'link' ? 'imports.isRecorded' : 'imports.isLike', { description: this.held.description, day: day(this.held.date) })
      : null;
    return html`${held ? html`<span class="strong">${held}</span> · ` : nothing}${reason.message}${nearness(reason) ? ` (${nearness(reason)})` : nothing}`;
  }

  render() {
    const { row } = this;
    const { description, date, currency } = row.transaction;
    const invalid = row.errors.length > 0;
    const title = description || shownSource(row.source);
    return html`<div class="imports-row ${row.decision} ${this.current ? 'current' : ''} ${this.marked ? 'marked' : ''}">
      ${this.fixed || invalid
        ? html`<span class="mark"></span>`
        : html`<label class="mark"><span class="visually-hidden">${t('imports.select', { description: title })}</span>
            <input type="checkbox" .checked=${this.marked} @change=${(event) => this.tell('mark', event.target.checked)} /></label>`}
      <span class="date small soft nowrap">${date ? day(date) : '–'}</span>
      <div class="text">
        <p class="head" title=${title}>
          <span class="strong cut">${title}</span>
          ${this.rules.length > 0 ? html`<span class="badge" title=${this.rules.join(' ')}>${icon('rules')} <span>${t('imports.byRule', { count: this.rules.length })}</span></span>` : nothing}
        </p>
        <p class="small soft why">${this.#why()}</p>
      </div>
      ${this.#category()}
      <span class="amount">${currency ? amount(row.transaction.amount, currency, { coloured: true, sign: true }) : '–'}</span>
      <div class="decide">
        ${this.fixed || invalid
          ? html`<span class="badge ${invalid ? 'danger' : ''}">${t(`imports.${this.fixed && !invalid ? 'became' : 'decision'}.${invalid ? 'invalid' : row.decision}`)}</span>`
          : decisionSwitch(row, `imports-decision-${row.row}`, (decision) => this.tell('decide', decision))}
      </div>
      <button type="button" class="icon details" aria-label=${t('imports.details', { description: title })} title=${t('imports.detailsShort')} @click=${() => this.tell('details')}>${icon('more')}</button>
    </div>`;
  }
}
customElements.define('nest-import-row', PlanRow);
