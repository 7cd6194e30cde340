import { get, onSessionEnd, request } from '/app/base/api.js';
import { signal } from '/app/base/signal.js';
import { browserLanguage, speak } from '/app/base/i18n.js';
import { prefer, preference } from '/app/base/preferences.js';
import { today as todayIn } from '/app/base/days.js';

/** Who is signed in. The session itself is a cookie, which this page cannot read. */
const changed = signal();
let user = null;

/** Other tabs have the same cookie: when somebody else comes in there, or goes, it is so here, too. */
const tabs = new BroadcastChannel('nestegg-session');
tabs.onmessage = (event) => {
  if (event.data !== (user?.id ?? null)) {
    location.reload();
  }
};

/** Called when somebody has signed in or out, or changed who they are. */
export const onSession = changed.listen;

/** The user as the service shows them: `{id, email, name, currency, locale, timeZone, role}`; null if nobody is signed in. */
export function currentUser() {
  return user;
}

/** The user's own currency. */
export function currency() {
  return user?.currency ?? 'EUR';
}

/** The calendar day in the user's time zone. */
export function today() {
  return todayIn(user?.timeZone ?? 'UTC');
}

async function enter(found) {
  const before = user?.id;
  user = found;
  if (before !== undefined || found) {
    tabs.postMessage(found?.id ?? null);
  }
  prefer('known', found !== null);
  await speak(found ? found.locale.split('-')[0] : browserLanguage());
  changed.tell();
}

/**
 * Whether there may be a session: somebody signed in here before, or the service saw a cookie when it answered the page. Where
 * there is none, it is not asked for, because browsers complain of what is refused.
 */
function mayBeKnown() {
  const [opened] = performance.getEntriesByType('navigation');
  return preference('known', false) || (opened?.serverTiming ?? []).some(({ name }) => name === 'session');
}

/** Finds out who it is; null if nobody. */
export async function resume() {
  if (!mayBeKnown()) {
    await enter(null);
    return null;
  }
  try {
    await enter(await get('/app/session'));
  } catch (problem) {
    if (problem.status !== 401) {
      throw problem;
    }
    await enter(null);
  }
  return user;
}

export async function signIn(email, password) {
  await enter((await request('POST', '/app/session', { body: { email, password } })).data);
}

export async function signUp(input) {
  await enter((await request('POST', '/app/session', { body: { register: input } })).data);
}

export async function signOut() {
  await request('DELETE', '/app/session').catch((problem) => {
    if (problem.status !== 401) {
      throw problem;
    }
  });
  await enter(null);
}

/** To be called with the answer of a change of the user. */
export function userChanged(found) {
  return enter(found);
}

onSessionEnd(() => user && enter(null));
