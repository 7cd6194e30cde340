const PAUSE = 700;

/**
 * What keys do in the tree, as in all trees (ARIA): arrows, Home, End, `*`, letters that lead to what begins with them. `e` and F2
 * rename, `m` moves, `+` adds within, Space is done or not, Delete deletes. A letter that is such a key, or one of the whole page,
 * leads to a name with Shift, or as any but the first one typed.
 */
const PAGE_KEYS = new Set(['h', 'n', 'u']);

export function treeKeys(tree) {
  let typed = '';
  let last = -PAUSE;

  const step = (at) => tree.rows[at] && tree.focusRow(tree.rows[at].goal.id);
  const parentOf = (at) => {
    for (let above = at - 1; above >= 0; above--) {
      if (tree.rows[above].depth < tree.rows[at].depth) {
        return above;
      }
    }
    return at;
  };

  const lead = (letter, now) => {
    typed = now - last >= PAUSE ? letter : typed + letter;
    last = now;
    const rows = tree.rows;
    // The same letter again and again goes from one to the next; more of a name may still be this one.
    const same = [...typed].every((one) => one === typed[0]);
    const text = same ? typed[0] : typed;
    const from = tree.index + (same ? 1 : 0);
    const order = [...rows.slice(from), ...rows.slice(0, from)];
    const found = order.find((row) => row.goal.name.toLocaleLowerCase().startsWith(text));
    if (found) {
      tree.focusRow(found.goal.id);
    }
  };

  const keys = {
    ArrowDown: (row, at) => step(at + 1),
    ArrowUp: (row, at) => step(at - 1),
    Home: () => step(0),
    End: () => step(tree.rows.length - 1),
    PageDown: (row, at) => step(Math.min(at + 10, tree.rows.length - 1)),
    PageUp: (row, at) => step(Math.max(at - 10, 0)),
    ArrowRight: (row, at) => (row.open === false ? tree.toggle(row, true) : row.open && step(at + 1)),
    ArrowLeft: (row, at) => (row.open ? tree.toggle(row, false) : step(parentOf(at))),
    Enter: (row) => (tree.carried ? tree.put(row) : tree.enter(row)),
    ' ': (row) => tree.finish(row),
    F2: (row) => tree.startRename(row),
    e: (row) => tree.startRename(row),
    m: (row) => tree.carry(row),
    '+': (row) => tree.addWithin(row),
    Delete: (row) => tree.remove(row),
    '*': (row, at) => tree.openSiblings(at),
  };

  return (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.target.getAttribute('role') !== 'treeitem') {
      return;
    }
    const { key } = event;
    const at = tree.index;
    const row = tree.rows[at];
    const typing = event.timeStamp - last < PAUSE;
    const letter = key.length === 1 && (/[\p{L}\p{N}]/u.test(key) || (typing && key === ' '));
    if (key === 'Escape' && tree.carried) {
      tree.leave();
    } else if (letter && (typing || event.shiftKey || (!keys[key] && !PAGE_KEYS.has(key) && !/\d/.test(key)))) {
      lead(key.toLocaleLowerCase(), event.timeStamp);
    } else if (keys[key]) {
      last = -PAUSE;
      keys[key](row, at);
    } else {
      return;
    }
    event.preventDefault();
  };
}
