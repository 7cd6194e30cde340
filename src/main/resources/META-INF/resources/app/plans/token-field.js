import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { field } from '/app/ui/fields.js';
import { icon } from '/app/ui/icons.js';
import '/app/ui/combobox.js';

/**
 * A field of several texts, such as categories, each completed while it is typed, added by Enter or a comma and taken away by its
 * own button. `values` are the texts; `accept` says what is made of one that was typed, null if it cannot be added. Tells `values`
 * with the new list.
 */
class TokenField extends NestElement {
  static properties = {
    inputId: { attribute: false },
    label: { attribute: false },
    hint: { attribute: false },
    fault: { attribute: false },
    optional: { attribute: false },
    values: { attribute: false },
    complete: { attribute: false },
    accept: { attribute: false },
    text: { state: true },
  };

  constructor() {
    super();
    this.values = [];
    this.accept = (text) => text;
    this.text = '';
  }

  #say(values) {
    this.values = values;
    this.tell('values', values);
  }

  async #add(typed) {
    const text = typed.trim();
    const accepted = text === '' ? null : this.accept(text);
    if (accepted === null) {
      return;
    }
    if (!this.values.includes(accepted)) {
      this.#say([...this.values, accepted]);
    }
    this.text = '';
    await this.updateComplete;
    this.$('nest-combobox').options = [];
  }

  #remove(value) {
    this.#say(this.values.filter((one) => one !== value));
    this.$('input').focus();
  }

  #key(event) {
    if (event.isComposing) {
      return;
    }
    if ((event.key === 'Enter' || event.key === ',') && this.text.trim() !== '') {
      event.preventDefault();
      this.#add(this.text);
    } else if (event.key === 'Backspace' && this.text === '' && this.values.length > 0) {
      this.#say(this.values.slice(0, -1));
    }
  }

  render() {
    return field({
      id: this.inputId,
      label: this.label,
      hint: this.hint,
      fault: this.fault,
      optional: this.optional,
      control: html`<div class="plans-tokens">
        ${this.values.length === 0
          ? nothing
          : html`<ul aria-label=${this.label}>
              ${this.values.map(
                (value) => html`<li class="badge accent">
                  <span class="cut">${value}</span>
                  <button type="button" class="icon small" aria-label=${t('budgets.takeAway', { name: value })} @click=${() => this.#remove(value)}>${icon('close')}</button>
                </li>`,
              )}
            </ul>`}
        <nest-combobox
          .inputId=${this.inputId}
          .label=${this.label}
          .fault=${this.fault}
          .value=${this.text}
          .complete=${async (text) => (await this.complete(text)).filter((one) => !this.values.includes(one))}
          @pick=${(event) => (this.text = event.detail)}
          @choose=${(event) => this.#add(event.detail)}
          @keydown=${this.#key}
          @focusout=${() => this.#add(this.text)}
        ></nest-combobox>
      </div>`,
    });
  }
}
customElements.define('nest-token-field', TokenField);
