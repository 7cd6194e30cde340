import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { NestDialog, open } from '/app/ui/dialog.js';
import { field, textField } from '/app/ui/fields.js';
import { icon } from '/app/ui/icons.js';
import '/app/ui/combobox.js';
import { completeCategory } from '/app/imports/plan-row.js';

/** Texts between commas, each once. */
export function tagsOf(text) {
  return [...new Set(text.split(',').map((tag) => tag.trim()).filter(Boolean))];
}

/** What can be done with many rows at once. Tells `many` with a part of a PATCH, and `clear`. */
class BulkBar extends NestElement {
  static properties = { count: { attribute: false }, reason: { attribute: false }, busy: { attribute: false } };

  async #ask(kind) {
    const body = await open('nest-import-bulk-dialog', { kind });
    if (body) {
      this.tell('many', body);
    }
  }

  render() {
    return html`<section class="imports-bulk" aria-label=${t('imports.many')}>
      <p class="strong grow" aria-live="polite">${this.count > 0 ? t('imports.marked', { count: this.count }) : t('imports.allOfReason', { reason: t(`imports.reason.${this.reason}`) })}</p>
      <button type="button" ?disabled=${this.busy} @click=${() => this.tell('many', { decision: 'create' })}>${icon('add')} ${t('imports.decision.create')}</button>
      <button type="button" ?disabled=${this.busy} @click=${() => this.tell('many', { decision: 'skip' })}>${icon('skip')} ${t('imports.decision.skip')}</button>
      <button type="button" ?disabled=${this.busy} @click=${() => this.#ask('category')}>${t('imports.setCategory')}</button>
      <button type="button" ?disabled=${this.busy} @click=${() => this.#ask('addTags')}>${t('imports.addTags')}</button>
      ${this.count > 0 ? html`<button type="button" class="icon" aria-label=${t('imports.clear')} title=${t('imports.clear')} @click=${() => this.tell('clear')}>${icon('close')}</button>` : nothing}
    </section>`;
  }
}
customElements.define('nest-import-bulk', BulkBar);

/** Asks for the category, or the tags, of many rows. Ends with a part of a PATCH. */
class BulkDialog extends NestDialog {
  kind = 'category';
  #text = '';

  heading() {
    return t(this.kind === 'category' ? 'imports.setCategory' : 'imports.addTags');
  }

  content() {
    return this.kind === 'category'
      ? field({
          id: 'imports-many-category',
          label: t('imports.category'),
          control: html`<nest-combobox .inputId=${'imports-many-category'} .complete=${completeCategory} @pick=${(event) => (this.#text = event.detail)}></nest-combobox>`,
        })
      : textField({ id: 'imports-many-tags', label: t('imports.tags'), hint: t('imports.tagsHint'), value: this.#text, input: (text) => (this.#text = text), autofocus: true });
  }

  submit() {
    const text = this.#text.trim();
    this.finish(text === '' ? null : this.kind === 'category' ? { category: text } : { addTags: tagsOf(text) });
  }

  actions() {
    return html`<button type="button" @click=${() => this.finish(null)}>${t('base.cancel')}</button>
      <button type="submit" class="primary">${t('base.save')}</button>`;
  }
}
customElements.define('nest-import-bulk-dialog', BulkDialog);
