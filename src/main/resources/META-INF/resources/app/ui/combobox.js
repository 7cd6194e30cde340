import { html, NestElement, nothing } from '/app/base/element.js';

/**
 * A text field that completes (ARIA combobox with a list box): for categories and the like, of which any may be typed. Enter or
 * Tab takes what is marked; Escape closes the list; nothing is marked before an arrow key is pressed, so that what was typed
 * stays what it is.
 *
 * ```js
 * html`<nest-combobox .inputId=${'category'} .value=${value} .complete=${async (text) => ['Food']}
 *     @pick=${(event) => (this.category = event.detail)}></nest-combobox>`
 * ```
 *
 * `pick` is told whenever the text is another one, typed or chosen; `choose`, after it, only when it is taken from the list. The
 * label is the caller's, `for` the input's id.
 */
class Combobox extends NestElement {
  static properties = {
    inputId: { attribute: false },
    value: { attribute: false },
    /** An async function from what was typed to texts. */
    complete: { attribute: false },
    placeholder: { attribute: false },
    label: { attribute: false },
    fault: { attribute: false },
    options: { state: true },
    marked: { state: true },
  };

  #asked = 0;

  constructor() {
    super();
    this.value = '';
    this.options = [];
    this.marked = -1;
    this.label = null;
    this.placeholder = '';
  }

  get #open() {
    return this.options.length > 0;
  }

  async #ask(text) {
    const asked = ++this.#asked;
    const options = await this.complete(text).catch(() => []);
    if (asked === this.#asked && this.contains(document.activeElement)) {
      this.options = options.filter((option) => option !== text).slice(0, 8);
      this.marked = -1;
    }
  }

  #close() {
    this.#asked++;
    this.options = [];
    this.marked = -1;
  }

  #take(text) {
    this.value = text;
    this.#close();
    this.tell('pick', text);
    this.tell('choose', text);
  }

  #key(event) {
    const count = this.options.length;
    if (event.key === 'ArrowDown' && !this.#open) {
      this.#ask(this.value ?? '');
      event.preventDefault();
    } else if (this.#open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      this.marked = event.key === 'ArrowDown' ? (this.marked + 1) % count : (this.marked <= 0 ? count : this.marked) - 1;
    } else if ((event.key === 'Enter' || event.key === 'Tab') && this.marked >= 0) {
      if (event.key === 'Enter') {
        event.preventDefault();
        event.stopPropagation();
      }
      this.#take(this.options[this.marked]);
    } else if (event.key === 'Escape' && this.#open) {
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    }
  }

  render() {
    const list = `${this.inputId}-list`;
    return html`<input
        id=${this.inputId}
        role="combobox"
        autocomplete="off"
        aria-autocomplete="list"
        aria-expanded=${this.#open ? 'true' : 'false'}
        aria-controls=${list}
        aria-activedescendant=${this.marked >= 0 ? `${list}-${this.marked}` : nothing}
        aria-label=${this.label ?? nothing}
        aria-invalid=${this.fault ? 'true' : nothing}
        placeholder=${this.placeholder}
        .value=${this.value ?? ''}
        @input=${(event) => {
          this.value = event.target.value;
          this.tell('pick', this.value);
          this.#ask(this.value);
        }}
        @focus=${() => this.#ask(this.value ?? '')}
        @blur=${() => this.#close()}
        @keydown=${this.#key}
      />
      <ul id=${list} role="listbox" aria-label=${this.label ?? nothing} ?hidden=${!this.#open}>
        ${this.options.map(
          (option, index) => html`<li
            id="${list}-${index}"
            role="option"
            aria-selected=${index === this.marked ? 'true' : 'false'}
            @mousedown=${(event) => {
              event.preventDefault();
              this.#take(option);
            }}
          >
            ${option}
          </li>`,
        )}
      </ul>`;
  }
}
customElements.define('nest-combobox', Combobox);
