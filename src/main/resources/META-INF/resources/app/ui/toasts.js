import { html, NestElement, nothing, repeat } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { signal } from '/app/base/signal.js';
import { icon } from '/app/ui/icons.js';

/** Short messages at the bottom: what was done, with a button that takes it back. */
const said = signal();
const MILLIS = 5000;
const MOST = 3;

/**
 * Says something for a while.
 *
 * @param options `action` and `run`: a button and what it does; `kind: 'problem'`; `millis`
 */
export function toast(text, { action = null, run = null, kind = 'done', millis = MILLIS } = {}) {
  said.tell({ id: crypto.randomUUID(), text, action, run, kind, millis: kind === 'problem' ? Math.max(millis, 8000) : millis });
}

class Toasts extends NestElement {
  #toasts = [];
  #leave;

  connectedCallback() {
    super.connectedCallback();
    this.popover = 'manual';
    this.#leave = said.listen((one) => this.#show(one));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave();
  }

  #show(one) {
    this.#toasts = [...this.#toasts.slice(1 - MOST), one];
    this.requestUpdate();
    // On top of dialogs, which lie above everything else.
    this.hidePopover();
    this.showPopover();
    this.#hideLater(one, one.millis);
  }

  #hideLater(one, millis) {
    setTimeout(() => {
      if (this.matches(':hover, :focus-within')) {
        this.#hideLater(one, 2000);
      } else {
        this.#hide(one);
      }
    }, millis);
  }

  #hide(one) {
    this.#toasts = this.#toasts.filter((other) => other.id !== one.id);
    this.requestUpdate();
    if (this.#toasts.length === 0) {
      this.hidePopover();
    }
  }

  render() {
    return html`<div role="status" aria-live="polite">
      ${repeat(
        this.#toasts,
        (one) => one.id,
        (one) => html`<div class="toast ${one.kind}">
          <span>${one.text}</span>
          ${one.action
            ? html`<button
                type="button"
                class="quiet"
                @click=${() => {
                  this.#hide(one);
                  one.run();
                }}
              >
                ${one.action}
              </button>`
            : nothing}
          <button type="button" class="icon" aria-label=${t('base.close')} @click=${() => this.#hide(one)}>${icon('close')}</button>
        </div>`,
      )}
    </div>`;
  }
}
customElements.define('nest-toasts', Toasts);
