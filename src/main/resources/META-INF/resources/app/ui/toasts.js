import { html, NestElement, nothing, repeat } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { icon } from '/app/ui/icons.js';

/** Short messages at the bottom: what was done, with a button that takes it back. */
const MILLIS = 5000;
const MOST = 3;

let shown = [];
/** Where they can be: at the bottom of the page, and of each open dialog, the topmost last. What lies below a dialog cannot be used. */
const places = [];

function show(toasts) {
  shown = toasts;
  places.forEach((place) => place.requestUpdate());
}

function hide(one) {
  show(shown.filter((other) => other !== one));
}

function hideLater(one, millis) {
  setTimeout(() => {
    if (places.at(-1)?.matches(':hover, :focus-within')) {
      hideLater(one, 2000);
    } else {
      hide(one);
    }
  }, millis);
}

/**
 * Says something for a while.
 *
 * @param options `action` and `run`: a button and what it does; `kind: 'problem'`; `millis`
 */
export function toast(text, { action = null, run = null, kind = 'done', millis = MILLIS } = {}) {
  const one = { id: crypto.randomUUID(), text, action, run, kind };
  show([...shown.slice(1 - MOST), one]);
  hideLater(one, kind === 'problem' ? Math.max(millis, 8000) : millis);
}

class Toasts extends NestElement {
  connectedCallback() {
    super.connectedCallback();
    this.popover = 'manual';
    places.push(this);
    show(shown);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    places.splice(places.indexOf(this), 1);
    show(shown);
  }

  get #here() {
    return places.at(-1) === this ? shown : [];
  }

  updated() {
    this.togglePopover(this.isConnected && this.#here.length > 0);
  }

  render() {
    return html`<div role="status" aria-live="polite">
      ${repeat(
        this.#here,
        (one) => one.id,
        (one) => html`<div class="toast ${one.kind}">
          <span>${one.text}</span>
          ${one.action
            ? html`<button
                type="button"
                class="quiet"
                @click=${() => {
                  hide(one);
                  one.run();
                }}
              >
                ${one.action}
              </button>`
            : nothing}
          <button type="button" class="icon" aria-label=${t('base.close')} @click=${() => hide(one)}>${icon('close')}</button>
        </div>`,
      )}
    </div>`;
  }
}
customElements.define('nest-toasts', Toasts);
