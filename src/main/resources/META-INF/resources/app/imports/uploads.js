import { newKey } from '/app/base/api.js';
import { changedHere } from '/app/base/live.js';
import { currentUser, onSession } from '/app/base/session.js';
import { signal } from '/app/base/signal.js';
import { sendFile } from '/app/imports/send-file.js';

/**
 * Files that are sent, one after the other. They go on while another view is shown; a file that could not be sent stays here, to
 * be sent again with the same key.
 */
const changed = signal();
let list = [];
let busy = false;

/** Called whenever one of them has come further. */
export const onUploads = changed.listen;

/**
 * The newest last: `[{id, file, state, bytes, made?, problem?}]`; `state` is `waiting`, `sending` (`bytes` are there), `reading`,
 * `done` (`made` is the plan) or `failed` (`problem` says why).
 */
export function uploads() {
  return list;
}

/** Sends files. `accountId` is where they go, or null for what they say themselves. */
export function upload(files, accountId) {
  list = [
    ...list,
    ...files.map((file) => ({ id: crypto.randomUUID(), key: newKey(), file, accountId, state: 'waiting', bytes: 0, abort: new AbortController() })),
  ];
  work();
}

/** Sends one again that has failed, to be read as a format if one is named. */
export function sendAgain(id, format = null) {
  put(id, { state: 'waiting', bytes: 0, problem: null, format, abort: new AbortController() });
  work();
}

/** Takes one out of the list; what is being sent of it is aborted. */
export function forget(id) {
  list.find((one) => one.id === id)?.abort.abort();
  list = list.filter((one) => one.id !== id);
  changed.tell();
}

function put(id, values) {
  list = list.map((one) => (one.id === id ? { ...one, ...values } : one));
  changed.tell();
}

async function work() {
  changed.tell();
  if (busy) {
    return;
  }
  busy = true;
  for (let next; (next = list.find((one) => one.state === 'waiting')); ) {
    await send(next);
  }
  busy = false;
}

async function send({ id, key, file, accountId, format, abort }) {
  put(id, { state: 'sending' });
  try {
    const { data, seq } = await sendFile('/imports', { accountId, format, fileName: file.name }, file, {
      key,
      signal: abort.signal,
      progress: (bytes) => put(id, { bytes: Math.min(bytes, file.size) }),
      sent: () => put(id, { state: 'reading', bytes: file.size }),
    });
    put(id, { state: 'done', made: data });
    changedHere(seq, ['import']);
  } catch (problem) {
    if (problem.name !== 'AbortError') {
      // What was refused is another request when it is sent again; what got no answer is the same one.
      put(id, { state: 'failed', problem, key: problem.offline ? key : newKey() });
    }
  }
}

onSession(() => currentUser() || [...list].forEach((one) => forget(one.id)));
