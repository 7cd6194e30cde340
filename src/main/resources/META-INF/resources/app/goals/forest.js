/** The forest of goals as it is shown: where each goal stands, and which of them are rows now. */
const known = new WeakMap();

/** Where every goal of a forest stands, by id: `{goal, parent}`, where `parent` is such a place, or null at the top. */
export function placesOf(forest) {
  if (!known.has(forest)) {
    const places = new Map();
    const put = (goals, parent) => {
      for (const goal of goals) {
        const place = { goal, parent };
        places.set(goal.id, place);
        put(goal.children, place);
      }
    };
    put(forest.items, null);
    known.set(forest, places);
  }
  return known.get(forest);
}

/** The goals that a place lies within, the topmost first. */
export function above(place) {
  const goals = [];
  for (let at = place?.parent; at; at = at.parent) {
    goals.unshift(at.goal);
  }
  return goals;
}

/** Whether a place is that of a goal, or lies within it. */
export function isWithin(place, id) {
  for (let at = place; at; at = at.parent) {
    if (at.goal.id === id) {
      return true;
    }
  }
  return false;
}

/** All goals below one. */
export function below(goal) {
  return goal.children.flatMap((child) => [child, ...below(child)]);
}

/**
 * The goals that are rows: those that match and those that lead to them, as far as they are open.
 *
 * @param matches whether a goal itself is looked for
 * @param isOpen whether the goals within a goal, at a depth from 0, are shown
 * @return `[{goal, depth, position, siblings, open, leads}]`: `open` is null where there is nothing to open, `leads` whether it
 *     is shown only for what is within
 */
export function rowsOf(goals, matches, isOpen) {
  const kept = new Map();
  const keep = (goal) => {
    const itself = matches(goal);
    const within = goal.children.map(keep).some(Boolean);
    if (itself || within) {
      kept.set(goal, itself);
    }
    return itself || within;
  };
  const rows = [];
  const add = (siblings, depth) => {
    const shown = siblings.filter((goal) => kept.has(goal));
    shown.forEach((goal, at) => {
      const open = goal.children.some((child) => kept.has(child)) ? isOpen(goal, depth) : null;
      rows.push({ goal, depth, position: at + 1, siblings: shown.length, open, leads: !kept.get(goal) });
      if (open) {
        add(goal.children, depth + 1);
      }
    });
  };
  goals.forEach(keep);
  add(goals, 0);
  return rows;
}
