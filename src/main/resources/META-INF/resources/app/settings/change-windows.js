import { get, withParameters } from '/app/base/api.js';
import { Query } from '/app/base/query.js';

const WINDOW = 50;
/** After something has changed, no more than these are read again at once; older ones load on anew. */
const MOST_AGAIN = 100;

/**
 * The changes, the newest first. The service tells them the oldest first after a number; numbers have no gaps, so windows of
 * them are asked for from the end. `data` is `{items, floor}`: `floor` is the oldest number that is kept.
 */
export class ChangeWindows extends Query {
  #onItsWay = false;

  constructor(host) {
    super(host, () => '/changes?limit=1', null, (path, signal) => this.#newest(path, signal));
    this.host = host;
  }

  get hasMore() {
    return this.data?.items.length > 0 && this.data.items.at(-1).seq > this.data.floor;
  }

  async #newest(path, signal) {
    const { items, latest } = await get(path, { signal });
    if (items.length === 0) {
      return { items: [], floor: latest };
    }
    const floor = items[0].seq;
    const count = Math.min(Math.max(this.data?.items.length ?? 0, WINDOW), MOST_AGAIN);
    return { items: await this.#window(latest, floor, count, signal), floor };
  }

  /** `count` changes up to the number `last`, the newest first. */
  async #window(last, floor, count, signal) {
    const first = Math.max(floor, last - count + 1);
    const after = first === floor ? null : first - 1; // what was before the oldest one that is kept cannot be named
    const { items } = await get(withParameters('/changes', { after, limit: last - first + 1 }), { signal });
    return items.reverse();
  }

  /** Older ones. */
  async more() {
    const shown = this.data;
    if (!this.hasMore || this.#onItsWay) {
      return;
    }
    this.#onItsWay = true;
    try {
      const older = await this.#window(shown.items.at(-1).seq - 1, shown.floor, WINDOW);
      if (this.data === shown) {
        this.set({ ...shown, items: [...shown.items, ...older] });
      }
    } catch (problem) {
      this.problem = problem;
      this.host.requestUpdate();
    } finally {
      this.#onItsWay = false;
    }
  }
}
