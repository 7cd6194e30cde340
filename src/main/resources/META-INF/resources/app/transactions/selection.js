/** Which transactions are selected, to be changed together. */
export class Selection {
  #ids = new Set();
  #anchor = null;

  get size() {
    return this.#ids.size;
  }

  get ids() {
    return [...this.#ids];
  }

  has(id) {
    return this.#ids.has(id);
  }

  /** Selects one, or no longer. Later ranges begin there. */
  toggle(id) {
    if (!this.#ids.delete(id)) {
      this.#ids.add(id);
    }
    this.#anchor = id;
  }

  /** Makes all from the one that was last selected, or no longer, to this one what that one is. */
  extend(id, pages) {
    const from = pages.indexOf(this.#anchor);
    const to = pages.indexOf(id);
    if (from < 0) {
      this.toggle(id);
      return;
    }
    const selected = this.#ids.has(this.#anchor);
    for (const row of pages.rows.slice(Math.min(from, to), Math.max(from, to) + 1)) {
      if (selected) {
        this.#ids.add(row.id);
      } else {
        this.#ids.delete(row.id);
      }
    }
    this.#anchor = id;
  }

  all(rows) {
    this.#ids = new Set(rows.map((row) => row.id));
  }

  /** Keeps only some. */
  keep(ids) {
    this.#ids = new Set(ids);
  }

  clear() {
    this.#ids.clear();
    this.#anchor = null;
  }
}
