import { t } from '/app/base/i18n.js';
import { change, sayProblem } from '/app/base/changes.js';
import { confirm, open } from '/app/ui/dialog.js';
import { below } from '/app/goals/forest.js';

/** What can be done with a goal, wherever it is shown. Each says what was done, with Undo, or why it could not be. */
const TYPES = ['goal', 'contribution', 'bucketlist-item', 'bucketlist'];

/** Sends a change; false if that went wrong, which is then said. */
async function done(method, path, options) {
  try {
    await change(method, path, { types: TYPES, ...options });
    return true;
  } catch (problem) {
    sayProblem(problem);
    return false;
  }
}

/** Names a goal; throws what is wrong with the name, because that is said beside it. */
export function rename(goal, name) {
  return change('PATCH', `/goals/${goal.id}`, { body: { name }, types: TYPES, said: t('goals.renamed', { name }) });
}

/** Moves a goal, with all within, into another one; to the top if that is null. */
export function move(goal, parent) {
  return done('PATCH', `/goals/${goal.id}`, {
    body: { parentId: parent?.id ?? null },
    said: parent ? t('goals.moved', { name: goal.name, parent: parent.name }) : t('goals.movedTop', { name: goal.name }),
  });
}

/** Asks where to move a goal, and does; the goal's new parent's id or null for the top, undefined if it stays. */
export async function moveByAsking(goal) {
  await import('/app/goals/place-dialog.js');
  const chosen = await open('nest-goal-place-dialog', { title: t('goals.moveTitle', { name: goal.name }), moved: goal });
  return chosen && (await move(goal, chosen.parent)) ? chosen.parent?.id ?? null : undefined;
}

/** Calls a goal done, or active again. Where that may hold for those within, too, it is asked. */
export async function toggleDone(goal) {
  const complete = !goal.end;
  const others = below(goal).filter((one) => !one.end === complete);
  let cascade = false;
  if (others.length > 0) {
    await import('/app/goals/choice-dialog.js');
    const how = complete ? 'complete' : 'reopen';
    const chosen = await open('nest-goal-choice', {
      text: t(`goals.${how}Ask`, { name: goal.name }),
      more: t(`goals.${how}AskMore`, { count: others.length }),
      choices: [
        ['one', t(`goals.${how}One`)],
        ['all', t(`goals.${how}All`)],
      ],
    });
    if (chosen === null) {
      return false;
    }
    cascade = chosen === 'all';
  }
  return done('POST', `/goals/${goal.id}/${complete ? 'complete' : 'reopen'}${cascade ? '?cascade=true' : ''}`, {
    said: t(complete ? 'goals.completed' : 'goals.reopened', { name: goal.name }),
  });
}

/** Deletes a goal with all within, of which it asks. `leave` is called before: whoever shows it need not ask for it again. */
export async function remove(goal, leave = () => {}) {
  const count = below(goal).length;
  const sure =
    count === 0 ||
    (await confirm({
      text: t('goals.deleteAsk', { name: goal.name }),
      more: t('goals.deleteAskMore', { count }),
      action: t('goals.deleteAll', { count: count + 1 }),
      danger: true,
    }));
  if (!sure) {
    return false;
  }
  leave();
  return done('DELETE', `/goals/${goal.id}${count > 0 ? '?cascade=true' : ''}`, { said: t('goals.deleted', { name: goal.name }) });
}

/** Opens the dialog for a new goal, within another or at the top; the goal that was made, or null. */
export async function add(parent = null) {
  await import('/app/goals/goal-dialog.js');
  return open('nest-goal-dialog', { parent });
}

/** Opens the dialog to change a goal. */
export async function edit(goal) {
  await import('/app/goals/goal-dialog.js');
  return open('nest-goal-dialog', { goal });
}

/** The menu of a goal. `also` are actions of the place where it is shown. */
export function menuOf(goal, { onMove = () => moveByAsking(goal), onRename = null, onDelete = () => remove(goal), onAdd = () => add(goal) } = {}) {
  return [
    { text: goal.end ? t('goals.reopen') : t('goals.complete'), icon: 'check', run: () => toggleDone(goal) },
    { text: t('goals.addWithin'), icon: 'add', run: onAdd },
    ...(onRename ? [{ text: t('goals.rename'), icon: 'edit', run: onRename }] : []),
    { text: t('goals.edit'), icon: onRename ? 'settings' : 'edit', run: () => edit(goal) },
    { text: t('goals.move'), icon: 'grip', run: onMove },
    { text: t('base.delete'), icon: 'delete', danger: true, run: onDelete },
  ];
}
