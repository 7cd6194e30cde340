import { keyed } from 'lit/directives/keyed.js';
import { html, NestElement } from '/app/base/element.js';
import { Query } from '/app/base/query.js';
import { currentRoute, onRoute, setParameters } from '/app/base/router.js';
import '/app/goals/goal-forest.js';
import '/app/goals/goal.js';
import { add } from '/app/goals/goal-actions.js';

/** Goals: all of them, or the one that the address names. Both see the same forest, which is read once. */
class Goals extends NestElement {
  #forest = new Query(this, () => '/goals/tree', ['goal', 'contribution']);
  #leave;
  #id = null;

  connectedCallback() {
    super.connectedCallback();
    this.#leave = onRoute(() => this.#routed());
    this.#id = currentRoute().path[1] ?? null;
    this.#routed();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave();
  }

  async #routed() {
    const { path, parameters } = currentRoute();
    if (path[0] !== 'goals') {
      return;
    }
    if (parameters.has('new')) {
      setParameters({ new: null });
      add();
      return;
    }
    const moved = (path[1] ?? null) !== this.#id;
    this.#id = path[1] ?? null;
    this.requestUpdate();
    if (moved) {
      await this.updateComplete;
      if (this.#id) {
        scrollTo(0, 0);
        document.querySelector('main').focus({ preventScroll: true });
      }
    }
  }

  render() {
    return this.#id
      ? keyed(this.#id, html`<nest-goal .forest=${this.#forest} .goalId=${this.#id} .answer=${this.#forest.data} .problem=${this.#forest.problem}></nest-goal>`)
      : html`<nest-goal-forest .forest=${this.#forest} .answer=${this.#forest.data} .problem=${this.#forest.problem}></nest-goal-forest>`;
  }
}
customElements.define('nest-goals', Goals);
