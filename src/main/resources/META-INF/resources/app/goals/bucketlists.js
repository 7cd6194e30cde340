import { keyed } from 'lit/directives/keyed.js';
import { html, NestElement } from '/app/base/element.js';
import { currentRoute, onRoute } from '/app/base/router.js';
import '/app/goals/bucketlist.js';
import '/app/goals/bucketlist-shelf.js';

/** Bucket lists: all of them, or the one that the address names. */
class Bucketlists extends NestElement {
  #leave;
  #id = null;

  connectedCallback() {
    super.connectedCallback();
    this.#leave = onRoute(() => this.#routed());
    this.#id = currentRoute().path[1] ?? null;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave();
  }

  async #routed() {
    const { path } = currentRoute();
    if (path[0] === 'bucketlists' && (path[1] ?? null) !== this.#id) {
      this.#id = path[1] ?? null;
      this.requestUpdate();
      await this.updateComplete;
      scrollTo(0, 0);
      document.querySelector('main').focus({ preventScroll: true });
    }
  }

  render() {
    return this.#id ? keyed(this.#id, html`<nest-bucketlist .listId=${this.#id}></nest-bucketlist>`) : html`<nest-bucketlist-shelf></nest-bucketlist-shelf>`;
  }
}
customElements.define('nest-bucketlists', Bucketlists);
