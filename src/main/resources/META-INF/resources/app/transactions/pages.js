import { get } from '/app/base/api.js';
import { compare } from '/app/base/money.js';
import { onChange } from '/app/base/live.js';

const TYPES = ['transaction', 'transfer', 'account', 'import', 'schedule'];
const MANY = 500;

/**
 * The transactions that have been loaded so far, page after page. Each page is a stretch of the order, from the end of the one
 * before it to its own last row. When something has changed, here or elsewhere, a page is read again as soon as one of its rows
 * is looked at, whatever is or was in that stretch: so that twenty thousand rows cost no more than those in the window.
 *
 * A row that was edited here stays where it is until other filters are set, also when they no longer match it.
 */
export class Pages {
  #host;
  #path;
  #sort;
  #asked = null;
  #abort = null;
  #pages = [];
  #owners = [];
  #indexes = new Map();
  #next = null;
  #edited = new Set();
  #reading = false;
  #looked = new Set();
  #leave;

  rows = [];
  /** Why no more could be loaded, or the first ones; null if they could. */
  problem = null;
  /** Whether more is being loaded. */
  busy = false;
  /** Whether there is nothing to show yet. */
  loading = true;
  /** Whether something has changed that could not be read. */
  outdated = false;
  /** What was asked for of that which is shown: another one means that another list is shown. */
  shown = null;

  /** @param path a function that says what is listed; `sort` one that says in which order */
  constructor(host, path, sort) {
    this.#host = host;
    this.#path = path;
    this.#sort = sort;
    host.addController(this);
  }

  /** Whether other rows are waited for than those that are shown. */
  get renewing() {
    return this.shown !== this.#asked;
  }

  /** Whether all that there is has been loaded. */
  get complete() {
    return !this.loading && this.#next === null;
  }

  hostConnected() {
    this.#leave = onChange((types) => {
      if (!types || TYPES.some((type) => types.has(type))) {
        this.#pages.forEach((page) => (page.stale = true));
        if (this.rows.length === 0) {
          this.#look(0);
        }
        this.#host.requestUpdate();
      }
    });
  }

  hostDisconnected() {
    this.#leave();
    this.#abort?.abort();
    this.#asked = null;
  }

  hostUpdate() {
    if (this.#path() !== this.#asked) {
      this.#asked = this.#path();
      this.again();
    }
  }

  /** Loads from the beginning. What was there stays until the first page has come. */
  async again() {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    const path = this.#asked;
    this.busy = true;
    this.problem = null;
    await this.#trying(abort, async () => {
      const page = await get(path, { signal: abort.signal });
      this.#pages = [];
      this.#edited.clear();
      this.#append(path, page);
      this.loading = false;
      this.outdated = false;
      this.shown = path;
    });
  }

  /** Loads the next page, if there is one. */
  async more() {
    if (this.busy || this.problem || !this.#next) {
      return;
    }
    this.busy = true;
    const path = this.#next;
    await this.#trying(this.#abort, async () => {
      const page = await get(path, { signal: this.#abort.signal });
      // Meanwhile the last page may have been read again, and ends elsewhere.
      if (path === this.#next) {
        this.#append(path, page);
      }
    });
  }

  /** Tries again what has failed. */
  retry() {
    this.problem = null;
    this.#host.requestUpdate();
    return this.renewing ? this.again() : this.more();
  }

  async #trying(abort, load) {
    try {
      await load();
    } catch (problem) {
      if (problem.name === 'AbortError' || abort !== this.#abort) {
        return;
      }
      this.problem = problem;
    }
    this.busy = false;
    this.#flatten();
  }

  #append(path, page) {
    const last = page.items.at(-1);
    this.#pages.push({ path, rows: page.items, end: page.next && last ? this.#key(last) : null, stale: false });
    this.#next = page.next;
  }

  #key(row) {
    return [this.#sort().endsWith('amount') ? row.amount : row.date, row.id];
  }

  /** Less than 0 if the first stands before the second. */
  #order(one, other) {
    const text = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
    const value = this.#sort().endsWith('amount') ? compare(one[0], other[0]) : text(one[0], other[0]);
    return (value || text(one[1], other[1])) * (this.#sort().startsWith('-') ? -1 : 1);
  }

  #flatten() {
    this.rows = this.#pages.flatMap((page) => page.rows);
    this.#owners = this.#pages.flatMap((page, at) => page.rows.map(() => at));
    this.#indexes = new Map(this.rows.map((row, index) => [row.id, index]));
    this.#host.requestUpdate();
  }

  /** Where a transaction stands; -1 if it is not among those loaded. */
  indexOf(id) {
    return this.#indexes.get(id) ?? -1;
  }

  /** A transaction that is loaded, by its id. */
  find(id) {
    return this.rows[this.indexOf(id)];
  }

  /** To be called with each row that is shown: its page is read again if it is out of date. */
  look(index) {
    this.#look(this.#owners[index]);
  }

  #look(at) {
    if (!this.#pages[at]?.stale) {
      return;
    }
    this.#looked.add(at);
    if (!this.#reading) {
      this.#reading = true;
      queueMicrotask(() => this.#freshen());
    }
  }

  async #freshen() {
    const abort = this.#abort;
    try {
      while (this.#looked.size > 0 && abort === this.#abort) {
        const at = Math.min(...this.#looked);
        const last = Math.max(...this.#looked);
        this.#looked.delete(at);
        const page = this.#pages[at];
        if (page?.stale) {
          page.stale = false;
          await this.#read(page, at, at === last, abort);
          this.outdated = false;
          this.#flatten();
        }
      }
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        // Not asked for again at once, but with the next change.
        this.#pages.forEach((page) => (page.stale = false));
        this.outdated = true;
        this.#host.requestUpdate();
      }
    } finally {
      this.#reading = false;
      this.#looked.clear();
    }
  }

  /** Reads a stretch again. `lowest`: none below it is looked at, so that what follows may be loaded anew. */
  async #read(page, at, lowest, abort) {
    const rows = [];
    let next = page.path;
    let cut = false;
    while (next && !cut) {
      const answer = await get(next, { signal: abort.signal });
      const last = answer.items.at(-1);
      const reached = page.end && last && this.#order(this.#key(last), page.end) >= 0;
      rows.push(...answer.items.filter((row) => !reached || this.#order(this.#key(row), page.end) <= 0));
      next = reached ? null : answer.next;
      cut = next !== null && (page.end === null || (lowest && rows.length >= MANY));
    }
    const kept = await this.#stillThere(page.rows, rows, abort);
    if (abort !== this.#abort) {
      return;
    }
    page.rows = [...rows, ...kept].sort((one, other) => this.#order(this.#key(one), this.#key(other)));
    if (cut) {
      page.end = this.#key(rows.at(-1));
      this.#pages.length = at + 1;
      this.#next = next;
    }
  }

  /** Those edited here that the filters no longer match. */
  async #stillThere(before, now, abort) {
    const matching = new Set(now.map((row) => row.id));
    const missing = before.filter((row) => this.#edited.has(row.id) && !matching.has(row.id));
    const found = await Promise.all(
      missing.map((row) =>
        get(`/transactions/${row.id}`, { signal: abort.signal }).catch((problem) => {
          if (problem.status !== 404) {
            throw problem;
          }
          return null;
        }),
      ),
    );
    return found.filter((row, at) => row && this.#order(this.#key(row), this.#key(missing[at])) === 0);
  }

  /** Shows what a change has made of transactions, before they are read again. `edited`: they stay where they are. */
  patch(changed, edited = false) {
    for (const row of changed) {
      const index = this.indexOf(row.id);
      if (edited) {
        this.#edited.add(row.id);
      }
      if (index >= 0) {
        const page = this.#pages[this.#owners[index]];
        page.rows = page.rows.filter((other) => other.id !== row.id);
        this.#insert(row);
      }
    }
    this.#flatten();
  }

  #insert(row) {
    const key = this.#key(row);
    const page = this.#pages.find(({ end }) => end === null || this.#order(key, end) <= 0);
    if (page) {
      const at = page.rows.findIndex((other) => this.#order(key, this.#key(other)) < 0);
      page.rows = page.rows.toSpliced(at < 0 ? page.rows.length : at, 0, row);
    }
  }

  /** Takes away what was deleted. */
  remove(ids) {
    const gone = new Set(ids);
    this.#pages.forEach((page) => (page.rows = page.rows.filter((row) => !gone.has(row.id))));
    this.#flatten();
  }
}
