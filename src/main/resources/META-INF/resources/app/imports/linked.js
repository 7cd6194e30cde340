import { get } from '/app/base/api.js';
import { onChange } from '/app/base/live.js';

/** So many are asked for at once. */
const AT_ONCE = 3;

/**
 * Transactions that rows of a plan are held for, by id, asked for when they are first shown, what is asked for last first: that is
 * what is looked at.
 */
export class Linked {
  #host;
  #found = new Map();
  #wanted = [];
  #busy = 0;
  #leave;

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#leave = onChange((types) => {
      if (!types || types.has('transaction')) {
        this.#found.clear();
        this.#host.requestUpdate();
      }
    });
  }

  hostDisconnected() {
    this.#leave();
    this.#wanted = [];
  }

  /** The transaction; undefined until it is there, null if there is none any more. */
  of(id) {
    if (!this.#found.has(id)) {
      this.#found.set(id, undefined);
      this.#wanted.push(id);
      this.#work();
    }
    return this.#found.get(id);
  }

  async #work() {
    if (this.#busy === AT_ONCE) {
      return;
    }
    this.#busy++;
    for (let id; (id = this.#wanted.pop()); ) {
      try {
        this.#found.set(id, await get(`/transactions/${id}`));
      } catch (problem) {
        if (problem.status === 404) {
          this.#found.set(id, null);
        } else {
          this.#found.delete(id);
        }
      }
      this.#host.requestUpdate();
    }
    this.#busy--;
  }
}
