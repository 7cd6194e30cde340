import { newKey, Problem, withParameters } from '/app/base/api.js';
import { currentLanguage } from '/app/base/i18n.js';

/** How long to wait where the service is busy and does not say. */
const SOON = 1;
const TRIES = 4;

/**
 * Sends a file, and tells how far it has come: `fetch` cannot say that.
 *
 * @param options `key` (Idempotency-Key, so that it can be sent again), `progress(bytes)`, `sent()` when all of it is there and is
 *     being read, `signal`
 * @return `{data, seq}` as `request` does
 * @throws Problem if it was refused or nobody answered; an AbortError if it was aborted
 */
export async function sendFile(path, parameters, file, { key = newKey(), progress, sent, signal }) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(withParameters('/api/v1' + path, parameters), file, { key, progress, sent, signal });
    } catch (problem) {
      if (attempt === TRIES || ![429, 503].includes(problem.status)) {
        throw problem;
      }
      await new Promise((resolve) => setTimeout(resolve, 1000 * (problem.retryAfter || SOON)));
      signal?.throwIfAborted();
    }
  }
}

function once(url, file, { key, progress, sent, signal }) {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    const abort = () => call.abort();
    call.open('POST', url);
    const headers = {
      Accept: 'application/json',
      'Accept-Language': currentLanguage(),
      'Content-Type': 'application/octet-stream',
      'Idempotency-Key': key,
      'Nestegg-Page': '1',
    };
    Object.entries(headers).forEach(([name, value]) => call.setRequestHeader(name, value));
    call.upload.addEventListener('progress', (event) => progress(event.loaded));
    call.upload.addEventListener('load', () => sent());
    call.addEventListener('load', () => {
      const seq = call.getResponseHeader('Change-Seq');
      if (call.status >= 200 && call.status < 300) {
        resolve({ data: read(call), seq: seq === null ? null : Number(seq) });
      } else {
        const retryAfter = Number(call.getResponseHeader('Retry-After') ?? 0);
        reject(new Problem({ title: call.statusText, code: 'unknown', ...read(call), status: call.status, retryAfter }));
      }
    });
    call.addEventListener('error', () => reject(new Problem({ code: 'offline', title: 'offline' })));
    call.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    call.addEventListener('loadend', () => signal?.removeEventListener('abort', abort));
    signal?.addEventListener('abort', abort);
    call.send(file);
  });
}

function read(call) {
  try {
    return JSON.parse(call.responseText);
  } catch {
    return null;
  }
}
