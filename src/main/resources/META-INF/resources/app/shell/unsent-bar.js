import { html, NestElement, nothing, repeat } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { instant } from '/app/base/format.js';
import { drop, isOld, onUnsent, sendAgain, unsent } from '/app/base/unsent.js';
import { toast } from '/app/ui/toasts.js';
import { icon } from '/app/ui/icons.js';

/** What was not saved because the network was gone: says so, and sends it again, by itself once the network is back. */
class UnsentBar extends NestElement {
  #leave;
  #busy = false;
  #online = () => this.#send(false);

  connectedCallback() {
    super.connectedCallback();
    this.#leave = onUnsent(() => this.requestUpdate());
    addEventListener('online', this.#online);
    this.#send(false);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave();
    removeEventListener('online', this.#online);
  }

  async #send(asked) {
    if (this.#busy || !unsent().some((one) => asked || !isOld(one))) {
      return;
    }
    this.#busy = true;
    this.requestUpdate();
    const sent = await sendAgain(asked).finally(() => (this.#busy = false));
    if (sent > 0) {
      toast(t('base.sent', { count: sent }));
    } else if (unsent().some((one) => !one.problem)) {
      toast(t('base.stillOffline'), { kind: 'problem' });
    }
    this.requestUpdate();
  }

  render() {
    const list = unsent();
    if (list.length === 0) {
      return nothing;
    }
    return html`<section class="note warning unsent" aria-label=${t('base.unsentTitle')}>
      ${icon('warning')}
      <div class="grow">
        <p class="strong">${t('base.unsent', { count: list.length })}</p>
        <ul>
          ${repeat(
            list,
            (one) => one.key,
            (one) => html`<li class="row small">
              <span>${one.label}</span> <span class="soft">${instant(one.at)}</span>
              ${isOld(one) ? html`<span>${t('base.mayBeSaved')}</span>` : nothing}
              ${one.problem ? html`<span class="negative">${one.problem}</span>` : nothing}
              <button type="button" class="quiet small" @click=${() => drop(one.key)}>${t('base.discardIt')}</button>
            </li>`,
          )}
        </ul>
      </div>
      <button type="button" ?disabled=${this.#busy} @click=${() => this.#send(true)}>${t('base.sendAgain')}</button>
    </section>`;
  }
}
customElements.define('nest-unsent-bar', UnsentBar);
