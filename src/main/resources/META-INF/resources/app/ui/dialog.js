import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { icon } from '/app/ui/icons.js';
import '/app/ui/toasts.js';

/**
 * A dialog over the page. Subclasses say `heading()`, `content()` and `actions()`, and end it by `finish(result)`:
 *
 * ```js
 * const result = await open('nest-goal-dialog', { goal });   // null if it was closed
 * ```
 *
 * The browser keeps the focus within, and gives it back.
 */
export class NestDialog extends NestElement {
  #result = null;
  #resolve;
  /** Whether it asks if it may be closed. */
  #asking = false;

  /** Resolves with what it was ended by; null if it was closed. */
  ended = new Promise((resolve) => (this.#resolve = resolve));

  heading() {
    return '';
  }

  content() {
    return nothing;
  }

  actions() {
    return nothing;
  }

  /** `'wide'` for tables, `''` for forms. */
  get size() {
    return '';
  }

  /** What Enter in a field does: forms of dialogs are sent by it. */
  submit() {}

  /** Whether it may be closed without asking: false where something that was typed would be lost, and while it is saved. */
  get mayClose() {
    return true;
  }

  finish(result) {
    this.#result = result;
    this.$('dialog').close();
    // What was saved meanwhile is no longer asked about.
    if (this.#asking) {
      document.querySelector('nest-confirm')?.finish(null);
    }
  }

  firstUpdated() {
    this.$('dialog').showModal();
    document.addEventListener('keydown', this.#escape);
  }

  /** Browsers close a dialog unasked when Escape is pressed again and again, wherever the focus is: so it is not left to them. */
  #escape = (event) => {
    const isTopmost = [...document.querySelectorAll('dialog:modal')].at(-1) === this.$('dialog');
    if (event.key === 'Escape' && isTopmost && !event.defaultPrevented && !event.isComposing) {
      this.#cancel(event);
    }
  };

  async #cancel(event) {
    event?.preventDefault();
    if (this.mayClose || (await this.#asks())) {
      this.finish(null);
    }
  }

  async #asks() {
    this.#asking = true;
    const sure = await confirm({ text: t('base.discard'), action: t('base.discardIt'), danger: true });
    this.#asking = false;
    return sure;
  }

  render() {
    return html`<dialog
      class=${this.size}
      aria-labelledby="${this.localName}-heading"
      @cancel=${(event) => event.target === event.currentTarget && this.#cancel(event)}
      @close=${(event) => event.target === event.currentTarget && this.#closed()}
    >
      <form
        method="dialog"
        novalidate
        @submit=${(event) => {
          event.preventDefault();
          this.submit();
        }}
      >
        <header>
          <h2 id="${this.localName}-heading">${this.heading()}</h2>
          <button type="button" class="icon" aria-label=${t('base.close')} @click=${() => this.#cancel()}>${icon('close')}</button>
        </header>
        <div class="content">${this.content()}</div>
        <footer>${this.actions()}</footer>
      </form>
      <nest-toasts></nest-toasts>
    </dialog>`;
  }

  #closed() {
    document.removeEventListener('keydown', this.#escape);
    this.remove();
    this.#resolve(this.#result);
  }
}

/** Opens a dialog and waits for its end. One that is open already is not opened over itself: null then. */
export async function open(name, properties = {}) {
  const already = document.querySelector(name);
  // What is only just made has not been rendered yet.
  if (already && already.$('dialog')?.open !== false) {
    return null;
  }
  const dialog = Object.assign(document.createElement(name), properties);
  document.querySelector('nest-app').append(dialog);
  return dialog.ended;
}

class Confirm extends NestDialog {
  text = '';
  action = '';
  danger = false;

  heading() {
    return this.text;
  }

  content() {
    return this.more ? html`<p>${this.more}</p>` : nothing;
  }

  submit() {
    this.finish(true);
  }

  actions() {
    return html`<button type="button" @click=${() => this.finish(null)}>${t('base.cancel')}</button>
      <button type="submit" class=${this.danger ? 'danger' : 'primary'}>${this.action}</button>`;
  }
}
customElements.define('nest-confirm', Confirm);

/** Asks a question with one answer other than no: `{text, more?, action, danger?}`. True if it was given. */
export async function confirm(question) {
  return (await open('nest-confirm', question)) === true;
}
