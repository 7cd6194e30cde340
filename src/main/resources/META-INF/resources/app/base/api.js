import { currentLanguage } from '/app/base/i18n.js';
import { signal } from '/app/base/signal.js';

/** Calls of the service's API, which the session's cookie signs in. */
const API = '/api/v1';
const SAFE = new Set(['GET', 'HEAD']);
const RETRIES = 3;

/** Longer than the service works on anything. Files take the time that they take. */
const PATIENCE = 120_000;
const ended = signal();

/** Called when the service no longer knows who this is. */
export const onSessionEnd = ended.listen;

/** What the service has refused (RFC 9457), or that it could not be reached: `code` is then `offline`. */
export class Problem extends Error {
  constructor(problem) {
    super(problem.detail ?? problem.title ?? problem.code);
    /** Members of a problem's own, such as `conflicts`, too. */
    this.body = problem;
    this.status = problem.status ?? 0;
    this.code = problem.code;
    this.errors = problem.errors ?? [];
    /** Seconds to wait, where the service says so. */
    this.retryAfter = problem.retryAfter ?? 0;
  }

  get offline() {
    return this.code === 'offline';
  }

  /** What is wrong with a field of the body, in the user's language, or null. */
  fault(field) {
    const pointer = '/' + field;
    return this.errors.find((error) => error.pointer === pointer || error.pointer?.startsWith(pointer + '/'))?.message ?? null;
  }
}

/** A path with parameters; those that are null, undefined or empty are left out, lists are repeated. */
export function withParameters(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== '') {
        query.append(name, one);
      }
    }
  }
  const text = query.toString();
  return text ? path + '?' + text : path;
}

/**
 * Sends a request. Paths begin after `/api/v1`; a whole one, as `next` is, and `/app/session` are taken as they are.
 *
 * @param options `body` (an object becomes JSON; a Blob goes as it is), `key` (Idempotency-Key of a POST; made up where there
 *     is none), `ifMatch`, `accept` (default JSON; anything else gets a Blob), `signal`
 * @return `{data, etag, seq, status}`: `seq` is the number of the change that was made, or null
 * @throws Problem if it was refused or nobody answered; an AbortError if it was aborted
 */
export async function request(method, path, options = {}) {
  const headers = { 'Accept-Language': currentLanguage(), Accept: options.accept ?? 'application/json' };
  const init = { method, headers, signal: options.signal, credentials: 'same-origin' };
  if (!SAFE.has(method)) {
    headers['Nestegg-Page'] = '1';
  }
  if (options.body instanceof Blob) {
    headers['Content-Type'] = options.body.type || 'application/octet-stream';
    init.body = options.body;
  } else if (options.body !== undefined) {
    headers['Content-Type'] = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
    init.body = JSON.stringify(options.body);
  }
  if (method === 'POST' && path !== '/app/session') {
    headers['Idempotency-Key'] = options.key ?? newKey();
  }
  if (options.ifMatch) {
    headers['If-Match'] = options.ifMatch;
  }
  const url = path.startsWith(API + '/') || path.startsWith('/app/') ? path : API + path;
  for (let attempt = 1; ; attempt++) {
    try {
      return await answer(await fetch(url, limited(init, options)), options);
    } catch (problem) {
      // A busy service says when to come back. Whatever is sent may be sent again: POSTs have a key.
      if (attempt > RETRIES || ![429, 503].includes(problem.status) || problem.retryAfter > 5) {
        throw problem;
      }
      await pause(Math.max(problem.retryAfter, 0.3) * 1000);
    }
  }
}

/** Whoever does not answer for long, as networks do that let nothing through, cannot be reached either. */
function limited(init, { accept, body, signal }) {
  if (accept || body instanceof Blob) {
    return init;
  }
  const limit = AbortSignal.timeout(PATIENCE);
  return { ...init, signal: signal ? AbortSignal.any([signal, limit]) : limit };
}

async function answer(response, options) {
  if (response.ok) {
    const seq = response.headers.get('Change-Seq');
    const type = response.headers.get('Content-Type') ?? '';
    const json = type.includes('json') && !options.accept;
    return {
      status: response.status,
      data: response.status === 204 ? null : await whole(json ? response.json() : response.blob()),
      etag: response.headers.get('ETag'),
      seq: seq === null ? null : Number(seq),
    };
  }
  const problem = await response.json().catch(() => ({ code: 'unknown', title: response.statusText }));
  if (response.status === 401 && response.url && !response.url.endsWith('/app/session')) {
    ended.tell();
  }
  throw new Problem({
    ...problem,
    status: response.status,
    retryAfter: Number(response.headers.get('Retry-After') ?? 0),
  });
}

/** The body of an answer; one that broke off is none. */
async function whole(body) {
  try {
    return await body;
  } catch (error) {
    throw error.name === 'AbortError' ? error : new Problem({ code: 'offline', title: 'offline' });
  }
}

/** As fetch, but whoever cannot be reached is a Problem, too. */
async function fetch(url, init) {
  try {
    return await globalThis.fetch(url, init);
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw new Problem({ code: 'offline', title: 'offline' });
  }
}

function pause(millis) {
  return new Promise((resolve) => setTimeout(resolve, millis));
}

/** What makes a POST the same one when it is sent again. */
export function newKey() {
  return crypto.randomUUID();
}

/** What a path says. */
export async function get(path, options) {
  return (await request('GET', path, options)).data;
}

/** All items of a list, page after page: only for lists that have a bound, such as accounts. */
export async function getAll(path, options) {
  const items = [];
  for (let next = path; next; ) {
    const page = await get(next, options);
    items.push(...page.items);
    next = page.next;
  }
  return items;
}
