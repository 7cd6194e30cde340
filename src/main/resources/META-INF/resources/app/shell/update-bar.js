import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';

const WORKER = '/app/sw.js';
const policy = globalThis.trustedTypes?.createPolicy('nestegg-worker', { createScriptURL: () => WORKER });

/**
 * The service worker, which keeps the page's files (never data), so that it opens at once and can be installed. A new version
 * of the page waits until the person takes it, so that nothing changes under their hands.
 */
class UpdateBar extends NestElement {
  #waiting = null;

  async connectedCallback() {
    super.connectedCallback();
    if (!('serviceWorker' in navigator)) {
      return;
    }
    try {
      const registration = await navigator.serviceWorker.register(policy?.createScriptURL('') ?? WORKER, { scope: '/', updateViaCache: 'none' });
      this.#offer(registration.waiting);
      registration.addEventListener('updatefound', () => {
        const next = registration.installing;
        next?.addEventListener('statechange', () => next.state === 'installed' && navigator.serviceWorker.controller && this.#offer(next));
      });
    } catch {
      // Without one the page is the same, only not installed.
    }
  }

  #offer(worker) {
    this.#waiting = worker;
    this.requestUpdate();
  }

  #take() {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    this.#waiting.postMessage({ type: 'take-over' });
  }

  render() {
    return this.#waiting
      ? html`<div class="note unsent" role="status">
          <p class="grow">${t('base.newVersion')}</p>
          <button type="button" @click=${() => this.#take()}>${t('base.reload')}</button>
        </div>`
      : nothing;
  }
}
customElements.define('nest-update-bar', UpdateBar);
