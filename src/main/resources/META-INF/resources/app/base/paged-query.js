import { get } from '/app/base/api.js';
import { Query } from '/app/base/query.js';

/** Lists that are asked for again because something has changed are read this far; beyond, they load on anew. */
const MOST_AGAIN = 500;

/**
 * A list of the API that loads on: `data` is `{items, next}` with all items that have been read so far. `more()` reads the next
 * page, if there is one and none is on its way. When something changes, as many as are shown are read again.
 */
export class PagedQuery extends Query {
  #of = null;
  #onItsWay = false;

  /** Why the next page could not be read; null if it could. Nothing is read on unasked until it is tried again. */
  stopped = null;

  constructor(host, path, types = null) {
    super(host, path, types, (what, signal) => this.#read(what, signal));
    this.host = host;
  }

  async #read(path, signal) {
    const again = path === this.#of ? Math.min(this.data?.items.length ?? 0, MOST_AGAIN) : 0;
    const page = await get(path, { signal });
    while (page.next && page.items.length < again) {
      const { items, next } = await get(page.next, { signal });
      page.items.push(...items);
      page.next = next;
    }
    this.#of = path;
    this.stopped = null;
    return page;
  }

  /** Reads the next page; a failure is kept in `stopped` until it is tried again. */
  async more() {
    if (!this.data?.next || this.#onItsWay) {
      return;
    }
    this.#onItsWay = true;
    await this.answered(); // what is on its way is read first, and may be of another length
    const shown = this.data;
    try {
      if (!shown?.next) {
        return;
      }
      const { items, next } = await get(shown.next);
      if (this.data === shown) {
        this.stopped = null;
        this.set({ ...shown, items: [...shown.items, ...items], next });
      }
    } catch (problem) {
      if (this.data === shown) {
        this.stopped = problem;
        this.host.requestUpdate();
      }
    } finally {
      this.#onItsWay = false;
    }
  }
}
