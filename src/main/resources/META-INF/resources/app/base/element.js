import { LitElement } from 'lit';
import { onLanguage } from '/app/base/i18n.js';
import { onPreference } from '/app/base/preferences.js';

export { html, svg, nothing } from 'lit';
export { repeat } from '/app/base/repeat.js';
export { live } from 'lit/directives/live.js';

/**
 * What all elements of the page are: rendered into the document itself, so that one style sheet, labels and ids reach
 * everywhere, and again when the language changes or amounts are hidden.
 */
export class NestElement extends LitElement {
  #leave = [];

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#leave = [onLanguage(() => this.requestUpdate()), onPreference(() => this.requestUpdate())];
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave.forEach((leave) => leave());
  }

  /** The first element within that a selector names. */
  $(selector) {
    return this.renderRoot.querySelector(selector);
  }

  /** Tells whoever contains this element; bubbles. */
  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}
