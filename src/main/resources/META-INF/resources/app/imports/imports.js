import { html, NestElement } from '/app/base/element.js';
import { keyed } from 'lit/directives/keyed.js';
import { currentRoute, onRoute } from '/app/base/router.js';
import '/app/imports/import-list.js';
import '/app/imports/plan.js';

/** Banks' files: all of them, or the plan of one, as the address says. */
class Imports extends NestElement {
  #leave;
  #shown = currentRoute().path[1];

  connectedCallback() {
    super.connectedCallback();
    this.#leave = onRoute(({ path }) => path[0] === 'imports' && path[1] !== this.#shown && this.#move(path[1]));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave();
  }

  async #move(id) {
    this.#shown = id;
    this.requestUpdate();
    await this.updateComplete;
    scrollTo(0, 0);
    document.querySelector('main').focus({ preventScroll: true });
  }

  render() {
    const id = this.#shown;
    return id ? keyed(id, html`<nest-import-plan .importId=${id}></nest-import-plan>`) : html`<nest-import-list></nest-import-list>`;
  }
}
customElements.define('nest-imports', Imports);
