import { get, getAll, withParameters } from '/app/base/api.js';
import { addDays, daysBetween } from '/app/base/days.js';

const DAYS = 200;

/**
 * The transfers that transactions are sides of, because a side does not say where the other one is. They are read for the rows
 * that are shown, and again when these were read again: those of near days at once, what is left one by one.
 */
export class TransferSides {
  #host;
  #known = new Map();
  #asked = new WeakSet();
  #wanted = new Map();

  constructor(host) {
    this.#host = host;
  }

  /** The transfer that a transaction is a side of; undefined as long as it is not known. */
  of(transaction) {
    if (!this.#asked.has(transaction)) {
      if (this.#wanted.size === 0) {
        queueMicrotask(() => this.#read());
      }
      this.#asked.add(transaction);
      this.#wanted.set(transaction.transferId, transaction.date);
    }
    return this.#known.get(transaction.transferId);
  }

  async #read() {
    const wanted = this.#wanted;
    this.#wanted = new Map();
    try {
      const days = [...wanted.values()].sort();
      if (wanted.size > 1 && daysBetween(days[0], days.at(-1)) <= DAYS) {
        // A side may be of another day than the one that transfers are listed by.
        const path = withParameters('/transfers', { from: addDays(days[0], -3), to: days.at(-1), limit: 100 });
        (await getAll(path)).forEach((transfer) => this.#know(transfer, wanted));
      }
      await Promise.all([...wanted.keys()].map(async (id) => this.#know(await get(`/transfers/${id}`), wanted)));
    } catch {
      // Such rows show what they know of themselves.
    }
    this.#host.requestUpdate();
  }

  #know(transfer, wanted) {
    this.#known.set(transfer.id, transfer);
    wanted.delete(transfer.id);
  }
}
