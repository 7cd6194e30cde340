import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { field } from '/app/ui/fields.js';
import { icon } from '/app/ui/icons.js';
import '/app/ui/combobox.js';
import { completeTag } from '/app/transactions/lookups.js';

/** Tags, each added by Enter or a comma and taken away by its own button. Tells `tags` with the new list. */
class TagsField extends NestElement {
  static properties = {
    inputId: { attribute: false },
    tags: { attribute: false },
    fault: { attribute: false },
    text: { state: true },
  };

  constructor() {
    super();
    this.tags = [];
    this.text = '';
  }

  #say(tags) {
    this.tags = tags;
    this.tell('tags', tags);
  }

  async #add(typed) {
    const tag = typed.trim().replace(/^#/, '');
    if (tag !== '') {
      this.text = typed;
      await this.updateComplete;
      this.text = '';
      if (!this.tags.includes(tag)) {
        this.#say([...this.tags, tag]);
      }
    }
  }

  #remove(tag) {
    this.#say(this.tags.filter((one) => one !== tag));
    this.$('input').focus();
  }

  #key(event) {
    if ((event.key === 'Enter' || event.key === ',') && !event.isComposing && this.text.trim() !== '') {
      event.preventDefault();
      this.#add(this.text);
    } else if (event.key === 'Backspace' && this.text === '' && this.tags.length > 0) {
      this.#say(this.tags.slice(0, -1));
    }
  }

  render() {
    const label = t('transactions.tags');
    return field({
      id: this.inputId,
      label,
      optional: true,
      fault: this.fault,
      hint: t('transactions.tagsHint'),
      control: html`${this.tags.length === 0
          ? nothing
          : html`<ul class="row transactions-tags" aria-label=${label}>
              ${this.tags.map(
                (tag) => html`<li class="badge accent">
                  <span class="cut">#${tag}</span>
                  <button type="button" class="icon small" aria-label=${t('transactions.takeAway', { text: tag })} @click=${() => this.#remove(tag)}>${icon('close')}</button>
                </li>`,
              )}
            </ul>`}
        <nest-combobox
          .inputId=${this.inputId}
          .label=${label}
          .fault=${this.fault}
          .value=${this.text}
          .complete=${async (text) => (await completeTag(text)).filter((tag) => !this.tags.includes(tag))}
          @pick=${(event) => (this.text = event.detail)}
          @choose=${(event) => this.#add(event.detail)}
          @keydown=${this.#key}
          @focusout=${() => this.#add(this.text)}
        ></nest-combobox>`,
    });
  }
}
customElements.define('nest-transaction-tags', TagsField);
