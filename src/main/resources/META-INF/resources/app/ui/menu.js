import { html, NestElement, nothing } from '/app/base/element.js';
import { icon } from '/app/ui/icons.js';

/**
 * A button that opens a short list of actions: `.items=${[{text, icon, run, danger?}]}`, `label` for screen readers. Arrow
 * keys move, Escape closes and gives the focus back. `.skip=${true}`: Tab passes it by, where the row that it is in has the focus.
 */
class Menu extends NestElement {
  static properties = {
    items: { attribute: false },
    label: { attribute: false },
    picture: { attribute: false },
    skip: { attribute: false },
    open: { state: true },
    above: { state: true },
  };

  #away = (event) => !this.contains(event.target) && this.#close();

  constructor() {
    super();
    this.items = [];
    this.picture = 'more';
    this.skip = false;
    this.open = false;
    this.above = false;
  }

  async #show() {
    this.open = true;
    this.above = false;
    addEventListener('pointerdown', this.#away);
    await this.updateComplete;
    // Opens upwards where there is no room below.
    this.above = this.$('[role=menu]').getBoundingClientRect().bottom > innerHeight - 8;
    await this.updateComplete;
    this.$('[role=menuitem]')?.focus();
  }

  #close(focus = false) {
    removeEventListener('pointerdown', this.#away);
    this.open = false;
    if (focus) {
      this.$('button').focus();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('pointerdown', this.#away);
  }

  #key(event) {
    if (!this.open) {
      return;
    }
    const all = [...this.renderRoot.querySelectorAll('[role=menuitem]')];
    const at = all.indexOf(document.activeElement);
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.#close(true);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      all.at((at + (event.key === 'ArrowDown' ? 1 : -1)) % all.length).focus();
    } else if (event.key === 'Tab') {
      this.#close();
    }
  }

  render() {
    return html`<div class="menu ${this.above ? 'above' : ''}" @keydown=${this.#key}>
      <button
        type="button"
        class="icon"
        tabindex=${this.skip ? '-1' : nothing}
        aria-label=${this.label}
        aria-haspopup="menu"
        aria-expanded=${this.open ? 'true' : 'false'}
        @click=${() => (this.open ? this.#close() : this.#show())}
      >
        ${icon(this.picture)}
      </button>
      ${this.open
        ? html`<div role="menu" aria-label=${this.label}>
            ${this.items.map(
              (item) => html`<button
                type="button"
                role="menuitem"
                class=${item.danger ? 'danger' : ''}
                @click=${() => {
                  this.#close(true);
                  item.run();
                }}
              >
                ${icon(item.icon ?? 'right')} ${item.text}
              </button>`,
            )}
          </div>`
        : ''}
    </div>`;
  }
}
customElements.define('nest-menu', Menu);
