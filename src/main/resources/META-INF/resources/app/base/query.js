import { get } from '/app/base/api.js';
import { onChange } from '/app/base/live.js';

/**
 * What a path of the API says, for an element that shows it: asked for again when the path changes, and when something of
 * its types does, here or elsewhere. What was known stays shown until the new answer is there, so that nothing jumps.
 *
 * ```js
 * #goals = new Query(this, () => '/goals/tree', ['goal', 'contribution']);
 * // in render(): this.#goals.data, .problem, .loading, .refresh()
 * ```
 */
export class Query {
  #host;
  #path;
  #types;
  #load;
  #asked = null;
  #answered = null;
  #abort = null;
  #answering = null;
  #leave = null;
  #changes = 0;

  /** The answer; null before the first one. */
  data = null;
  /** Why there is none, or no newer one; null if there is. */
  problem = null;
  /** Whether an answer is waited for. */
  busy = false;

  /**
   * @param path a function that says the path, or null if there is nothing to ask for now
   * @param types of changes that matter (`transaction`, `goal`, …); every change if left out
   * @param load how it is asked for, if not by one GET: gets path and signal, returns a promise of the data
   */
  constructor(host, path, types = null, load = (what, signal) => get(what, { signal })) {
    this.#host = host;
    this.#path = path;
    this.#types = types;
    this.#load = load;
    host.addController(this);
  }

  /** Whether there is nothing to show yet. */
  get loading() {
    return this.data === null && this.problem === null;
  }

  hostConnected() {
    this.#leave = onChange((types) => {
      if (this.#asked !== null && (!types || !this.#types || this.#types.some((type) => types.has(type)))) {
        this.refresh();
        this.#host.requestUpdate(); // which notices if it is another question by now
      }
    });
  }

  hostDisconnected() {
    this.#leave();
    this.#abort?.abort();
    this.#asked = null;
  }

  hostUpdate() {
    // An element may be rendered once more after it has gone.
    if (!this.#host.isConnected) {
      return;
    }
    const path = this.#path();
    if (path !== this.#asked) {
      this.#asked = path;
      this.#abort?.abort();
      if (path === null) {
        this.data = null;
        this.busy = false;
      } else {
        this.refresh();
      }
    }
  }

  /** Asks again; while a change that is shown already is made, at its end. */
  async refresh() {
    const path = this.#asked;
    if (path === null || (this.#changes > 0 && path === this.#answered)) {
      return;
    }
    await (this.#answering = this.#ask(path));
  }

  /** Waits for the answer that is on its way, if one is, or for why there is none. */
  async answered() {
    while (this.busy) {
      await this.#answering;
    }
  }

  /** Waits for the first answer only: what is known already will do. */
  async settled() {
    if (this.loading) {
      await this.answered();
    }
  }

  async #ask(path) {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    this.busy = true;
    try {
      const data = await this.#load(path, abort.signal);
      if (abort === this.#abort) {
        this.data = data;
        this.#answered = path;
        this.problem = null;
      }
    } catch (problem) {
      if (abort === this.#abort && problem.name !== 'AbortError') {
        if (this.#answered !== path) {
          this.data = null; // it was the answer to another question
        }
        this.problem = problem;
      }
    }
    if (abort === this.#abort) {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }

  /** Shows something else until the next answer: what a change will very likely come to. */
  set(data) {
    this.data = data;
    if (this.busy) {
      this.refresh(); // what is on its way is older
    }
    this.#host.requestUpdate();
  }

  /**
   * Shows what a change will very likely come to, while it is made: what is answered before its end may be older.
   *
   * @param change a promise
   * @return what the change comes to
   */
  async foresee(data, change) {
    this.#changes += 1;
    this.#abort?.abort();
    this.#abort = null;
    this.busy = false;
    this.data = data;
    this.#host.requestUpdate();
    try {
      return await change;
    } finally {
      this.#changes -= 1;
      this.refresh();
    }
  }
}
