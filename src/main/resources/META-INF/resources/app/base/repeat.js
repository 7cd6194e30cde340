import { directive } from 'lit/directive.js';
import { getCommittedValue, getDirectiveClass } from 'lit/directive-helpers.js';
import { repeat as litRepeat } from 'lit/directives/repeat.js';

/**
 * Lit's `repeat`, without what it forgets: since 3.3.1 it leaves a comment behind for each item that goes (lit/lit#5298). They
 * slow down lists in which rows come and go all the time, as when a long one is scrolled.
 */
export const repeat = directive(
  class extends getDirectiveClass(litRepeat([], String)) {
    update(part, values) {
      const before = getCommittedValue(part);
      if (!Array.isArray(before)) {
        return super.update(part, values);
      }
      const items = [...before];
      const result = super.update(part, values);
      const kept = new Set(getCommittedValue(part));
      items.filter((item) => !kept.has(item)).forEach((item) => item.endNode?.remove());
      return result;
    }
  },
);
