import { newKey, request } from '/app/base/api.js';
import { changedHere } from '/app/base/live.js';
import { t } from '/app/base/i18n.js';
import { toast } from '/app/ui/toasts.js';
import { currentUser } from '/app/base/session.js';
import { keep } from '/app/base/unsent.js';

/** Changes that a person makes: said, undone for ten seconds, and kept when the network is gone. */
const UNDO_FOR = 10_000;
let undoable = null;

/** What was answered by a fault of the service or of something in between, and may have been done all the same. */
let uncertain = null;

/**
 * Sends a change, and says that it was made, with a button that undoes it.
 *
 * @param method POST, PUT, PATCH or DELETE. A PATCH names only what the person has changed, so that it can be sent again.
 * @param path as `request` takes it
 * @param options `body`; `said`, a text for the toast (none: nothing is said); `types`, of what else may have changed beside what
 *     the change names; `unsent`, what it is called in the list of what could not be sent (default: `said`)
 * @return what the service answers
 * @throws Problem if it was refused. If nobody could be reached, or the session had ended, `kept` is true on it: it stands in the
 *     list of what was not saved and can be sent again with the same key, so that a form may close.
 */
export async function change(method, path, { body, said = null, types = null, unsent = said } = {}) {
  const owner = currentUser()?.id;
  const same = JSON.stringify([owner, method, path, body instanceof Blob ? null : body]);
  // Pressed once more after a fault, it is the same change, which may have been made.
  const key = uncertain?.same === same ? uncertain.key : newKey();
  uncertain = null;
  try {
    const { data, seq } = await request(method, path, { body, key });
    changedHere(seq, types);
    if (said) {
      sayDone(said, seq);
    } else if (seq) {
      undoable = null;
    }
    return data;
  } catch (problem) {
    if (problem.offline || problem.status === 401) {
      problem.kept = keep({ key, method, path, body, owner, label: unsent ?? t('base.aChange') });
    } else if (problem.status >= 500) {
      uncertain = { same, key };
    }
    throw problem;
  }
}

/**
 * Says that something was done, which can be undone if it has a number among the changes, or several: what was sent in parts is
 * undone as one.
 */
export function sayDone(text, seq) {
  const undone = [seq].flat().filter(Boolean).length > 0;
  if (undone) {
    undoable = { seq, until: Date.now() + UNDO_FOR };
  }
  toast(text, undone ? { action: t('base.undo'), run: () => undo(seq).catch(() => {}), millis: UNDO_FOR } : {});
}

/** Undoes a change of this user, by its number, or several, the last one first. */
export async function undo(seq) {
  const undoing = [];
  try {
    for (const one of [seq].flat().reverse()) {
      undoing.push((await request('POST', `/changes/${one}/undo`)).data.seq);
    }
    if (undoable?.seq === seq) {
      undoable = null;
    }
    toast(t('base.undone'), { action: t('base.redo'), run: () => undo(undoing).catch(() => {}), millis: UNDO_FOR });
  } catch (problem) {
    toast(problem.offline ? t('base.offline') : problem.message, { kind: 'problem' });
    throw problem;
  } finally {
    undoing.forEach((one) => changedHere(one, []));
    if (undoing.length > 0) {
      changedHere(null, null);
    }
  }
}

/** Undoes what was done in this page within the last ten seconds, if anything. */
export function undoLast() {
  if (undoable && Date.now() < undoable.until) {
    const { seq } = undoable;
    undoable = null;
    undo(seq).catch(() => {});
  } else {
    toast(t('base.nothingToUndo'));
  }
}

/** Says what has gone wrong, where there is no form to say it in. */
export function sayProblem(problem) {
  if (problem.name === 'AbortError') {
    return;
  }
  toast(problem.kept ? t('base.keptUnsent') : problem.offline ? t('base.offline') : problem.message, { kind: 'problem' });
}
