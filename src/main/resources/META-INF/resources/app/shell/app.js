import { html, NestElement, nothing } from '/app/base/element.js';
import { resume, currentUser, onSession } from '/app/base/session.js';
import { browserLanguage, speak } from '/app/base/i18n.js';
import { follow, unfollow } from '/app/base/live.js';
import { currentRoute } from '/app/base/router.js';
import { placeOf } from '/app/shell/places.js';
import { failure } from '/app/ui/states.js';
import '/app/ui/toasts.js';
import '/app/shell/frame.js';

/** The page: a door for whoever is not signed in, and the frame with its views for whoever is. */
class App extends NestElement {
  #problem = null;
  #ready = false;
  #followed = null;

  connectedCallback() {
    super.connectedCallback();
    onSession(() => this.#arrive());
    this.#begin();
  }

  async #begin() {
    this.#problem = null;
    try {
      await resume();
    } catch (problem) {
      await speak(browserLanguage()).catch(() => {});
      this.#problem = problem;
    }
    this.#ready = true;
    this.requestUpdate();
  }

  async #arrive() {
    const user = currentUser();
    if (user?.id !== this.#followed) {
      this.#followed = user?.id ?? null;
      if (user) {
        follow(placeOf(currentRoute())?.name === 'overview');
      } else {
        unfollow();
      }
    }
    if (!user) {
      document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close());
      await import('/app/shell/door.js');
    }
    this.requestUpdate();
  }

  render() {
    if (!this.#ready) {
      return html`<div class="waiting"><img src="/app/icons/nestegg.svg" alt="Nestegg" /></div>`;
    }
    if (this.#problem) {
      return html`<div class="waiting">${failure(this.#problem, () => this.#begin())}</div>`;
    }
    return html`${currentUser() ? html`<nest-frame></nest-frame>` : html`<nest-door></nest-door>`}<nest-toasts></nest-toasts>${nothing}`;
  }
}
customElements.define('nest-app', App);
