import { get } from '/app/base/api.js';
import { Query } from '/app/base/query.js';

/** A list that is read page after page as it is looked at; when something has changed, as much of it as was read before. */
export class PagedQuery extends Query {
  #pages;
  #busy = false;

  constructor(host, path, types) {
    const pages = { count: 1 };
    super(host, path, types, (first, signal) => readPages(first, pages.count, signal));
    this.#pages = pages;
  }

  /** Begins with the first page again: something else is asked for. */
  rewind() {
    this.#pages.count = 1;
  }

  /** Reads the next page, if there is one. */
  async more() {
    const before = this.data;
    if (!before?.next || this.#busy || this.busy) {
      return;
    }
    this.#busy = true;
    try {
      const page = await get(before.next);
      if (this.data === before) {
        this.#pages.count++;
        this.set({ ...page, items: [...before.items, ...page.items] });
      }
    } catch {
      // What is shown stays; the button for more is still there.
    } finally {
      this.#busy = false;
    }
  }
}

async function readPages(first, count, signal) {
  let whole = await get(first, { signal });
  for (let read = 1; read < count && whole.next; read++) {
    const page = await get(whole.next, { signal });
    whole = { ...page, items: [...whole.items, ...page.items] };
  }
  return whole;
}
