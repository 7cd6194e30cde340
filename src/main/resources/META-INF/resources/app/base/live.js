import { get } from '/app/base/api.js';
import { signal } from '/app/base/signal.js';

/**
 * What changes, here or elsewhere. All tabs of a browser share one connection: the tab that holds the lock follows the
 * service's stream of changes, and tells the others. When it is closed, another one gets the lock.
 */
const NAME = 'nestegg-changes';
const WAIT_FOR_SEQ = 2000;
const RETRY = 5000;
const SOON = 120;
const LATE = 1000;

const changed = signal();
const own = new Set();
let latest = null;
let known = null;
let stop = null;

/**
 * Called with the types of what has changed, such as `Set {'transaction', 'account'}`, or with null if it may be anything.
 * Many changes at once are told once.
 */
export const onChange = changed.listen;

let waiting = new Set();
let all = false;
let timer = null;

function soon(types) {
  if (types) {
    types.forEach((type) => waiting.add(type));
  } else {
    all = true;
  }
  timer ??= setTimeout(() => {
    const told = all ? null : waiting;
    waiting = new Set();
    all = false;
    timer = null;
    changed.tell(told);
  }, SOON);
}

/** To be called when this page has changed something: at once, and not again when the stream tells of it. */
export function changedHere(seq, types) {
  if (seq) {
    own.add(seq);
  }
  changed.tell(types ? new Set(types) : null);
}

/** Whoever has read the number of the latest change says so, which saves asking for it. */
export function knownUpTo(seq) {
  latest ??= seq;
  known?.(seq);
}

function arrived(change) {
  if (change === null) {
    soon(null);
    return;
  }
  latest = Math.max(latest ?? 0, change.seq);
  if (!own.delete(change.seq)) {
    soon(change.count > change.items.length ? null : new Set(change.items.map((item) => item.type)));
  }
}

/**
 * Begins to follow; ends what was followed before.
 *
 * @param told whether the first view reads the number of the latest change anyway, and says it by `knownUpTo`
 */
export function follow(told) {
  unfollow();
  const end = new AbortController();
  const others = new BroadcastChannel(NAME);
  others.onmessage = (event) => arrived(event.data);
  stop = () => {
    end.abort();
    others.close();
  };
  const tell = (change) => {
    others.postMessage(change);
    arrived(change);
  };
  const since = Date.now();
  navigator.locks
    .request(NAME, { signal: end.signal }, async () => {
      // Whoever has waited for the lock may have missed what the tab before it did.
      const late = latest === null && Date.now() - since > LATE;
      const after = await newest(told, end.signal);
      if (late) {
        soon(null);
      }
      if (!end.signal.aborted) {
        await stream(after, tell, end.signal);
      }
    })
    .catch((error) => {
      if (error.name !== 'AbortError') {
        throw error;
      }
    });
}

/** Follows no longer: somebody has signed out. */
export function unfollow() {
  stop?.();
  stop = null;
  latest = null;
  known = null;
  own.clear();
}

/** The number of the latest change: what a view has read is of then, or later. */
async function newest(told, signal) {
  const seq = latest ?? (told ? await Promise.race([new Promise((resolve) => (known = resolve)), pause(WAIT_FOR_SEQ)]) : undefined);
  if (seq !== undefined) {
    return seq;
  }
  while (!signal.aborted) {
    try {
      return (await get('/changes?limit=1', { signal })).latest;
    } catch {
      await pause(RETRY);
    }
  }
  return 0;
}

/** Until it is aborted. The browser itself connects again, from where it was, unless it is refused. */
function stream(after, tell, signal) {
  return new Promise((resolve) => {
    let source;
    let last = after;
    const open = () => {
      source = new EventSource(`/api/v1/changes?after=${last}`);
      source.addEventListener('change', (event) => {
        last = event.lastEventId;
        tell(JSON.parse(event.data));
      });
      source.addEventListener('reset', (event) => {
        last = event.lastEventId;
        tell(null);
      });
      source.addEventListener('error', () => {
        if (source.readyState === EventSource.CLOSED && !signal.aborted) {
          setTimeout(() => again(), RETRY);
        }
      });
    };
    // An ordinary request first: if the session has ended, that is how the page learns of it.
    const again = async () => {
      await get('/changes?limit=1', { signal }).catch(() => {});
      if (!signal.aborted) {
        open();
      }
    };
    open();
    signal.addEventListener('abort', () => {
      source.close();
      resolve();
    });
  });
}

function pause(millis) {
  return new Promise((resolve) => setTimeout(resolve, millis));
}

/** What could not be asked for is asked for once there is a network again, and all is on another day. */
let day = new Date().toDateString();
addEventListener('online', () => stop && soon(null));
document.addEventListener('visibilitychange', () => {
  const now = new Date().toDateString();
  if (!document.hidden && stop && now !== day) {
    day = now;
    soon(null);
  }
});
