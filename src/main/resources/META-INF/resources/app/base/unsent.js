import { Problem, request } from '/app/base/api.js';
import { changedHere } from '/app/base/live.js';
import { currentUser } from '/app/base/session.js';
import { signal } from '/app/base/signal.js';

/**
 * Changes that could not be sent because the network was gone. They are kept in this browser, also when the page is closed,
 * until they are sent, each with its own idempotency key: one whose answer was lost is not done twice.
 */
const KEY = 'nestegg.unsent';

/** A little less than the service keeps keys. */
const KEYS_KEPT = 23 * 3_600_000;
const changed = signal();

/** Called when there are more or fewer of them. */
export const onUnsent = changed.listen;

function all() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? [];
  } catch {
    return [];
  }
}

function write(list) {
  localStorage.setItem(KEY, JSON.stringify(list));
  changed.tell();
}

/** Those of whoever is signed in: `[{key, method, path, body, label, at, problem?}]`, the oldest first. */
export function unsent() {
  return all().filter((one) => one.owner === currentUser()?.id);
}

/** Keeps one of its `owner`'s; false if that cannot be, because it is a file or the browser has no room. */
export function keep(one) {
  if (one.body instanceof Blob || !one.owner) {
    return false;
  }
  try {
    write([...all(), { ...one, at: new Date().toISOString() }]);
    return true;
  } catch {
    return false;
  }
}

/** Forgets one: the person does not want it any more. */
export function drop(key) {
  write(all().filter((one) => one.key !== key));
}

/**
 * Sends them again in order, until one cannot be sent. One that is refused stays, with what the service says of it.
 *
 * @param asked whether a person asks for it. By itself nothing is sent whose key the service may have forgotten: that could be
 *     done twice.
 * @return how many were sent
 */
export async function sendAgain(asked) {
  return navigator.locks.request('nestegg-unsent', async () => {
    let sent = 0;
    for (const one of unsent().filter((other) => asked || !isOld(other))) {
      if (!all().some(({ key }) => key === one.key)) {
        continue;
      }
      try {
        const { seq } = await request(one.method, one.path, { body: one.body, key: one.key });
        changedHere(seq, null);
        drop(one.key);
        sent++;
      } catch (problem) {
        if (!(problem instanceof Problem) || problem.offline || [401, 429].includes(problem.status) || problem.status >= 500) {
          break;
        }
        write(all().map((other) => (other.key === one.key ? { ...other, problem: problem.message } : other)));
      }
    }
    return sent;
  });
}

/** Whether it was kept for so long that it may have arrived, and would be done again. */
export function isOld(one) {
  return one.method === 'POST' && Date.now() - Date.parse(one.at) > KEYS_KEPT;
}

addEventListener('storage', (event) => event.key === KEY && changed.tell());
