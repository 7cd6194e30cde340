import { get, onSessionEnd, request } from '/app/base/api.js';
import { signal } from '/app/base/signal.js';
import { browserLanguage, speak } from '/app/base/i18n.js';
import { prefer, preference } from '/app/base/preferences.js';
import { today as todayIn } from '/app/base/days.js';

/** Who is signed in. The session itself is a cookie, which this page cannot read. */
const changed = signal();
let user = null;
let ending = false;

/** Other tabs have the same cookie: when somebody else comes in there, or goes, or is another one now, it is so here, too. */
const tabs = new BroadcastChannel('nestegg-session');
tabs.onmessage = ({ data }) => {
  if (data?.id !== user?.id) {
    location.reload();
  } else if (JSON.stringify(data) !== JSON.stringify(user)) {
    user = data;
    speak(user.locale.split('-')[0]).then(() => changed.tell());
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
  const before = user;
  user = found;
  prefer('known', found !== null);
  if (before || found) {
    tabs.postMessage(found);
  }
  if (before && before.id !== found?.id) {
    location.reload(); // nothing of one person stays for the next one
    return;
  }
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

/** Forms that somebody has typed into are left open until they are saved, which keeps what they say, or closed. */
onSessionEnd(async () => {
  if (!ending && user) {
    ending = true;
    const forms = [...document.querySelectorAll('nest-app > *')].filter((element) => element.mayClose === false);
    await Promise.all(forms.map((form) => form.ended));
    await enter(null);
  }
});
