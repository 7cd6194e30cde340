/**
 * The wishes of one half of a list: what the service says, with those that were just ticked or unticked where they were. Ids
 * go up with time, and the newest stand first, as in the service's answer.
 *
 * @param moving wishes that stay for a moment where they were, by id, as they are now
 * @param done which half it is
 * @param text what is looked for, in which case nothing is added
 */
export function wishes(items, moving, done, text) {
  const shown = new Map(items.map((item) => [item.id, item]));
  for (const item of moving.values()) {
    if (item.done === done) {
      shown.delete(item.id);
    } else if (shown.has(item.id) || !text) {
      shown.set(item.id, item);
    }
  }
  return [...shown.values()].sort((one, other) => (one.id < other.id ? 1 : -1));
}
