import { html, NestElement, nothing, repeat } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { empty, shown } from '/app/ui/states.js';
import { allAccounts } from '/app/accounts/account-words.js';
import '/app/settings/change-entry.js';
import { ChangeWindows } from '/app/settings/change-windows.js';

/** All that was changed, whoever did it, the newest first, as it happens. */
class History extends NestElement {
  #changes = new ChangeWindows(this);
  #accounts = allAccounts(this);

  render() {
    const names = new Map((this.#accounts.data ?? []).map((account) => [account.id, account.name]));
    return html`<section class="card stack">
      <h2>${t('settings.tab.history')}</h2>
      <p>${t('settings.history.about')}</p>
      ${shown(
        this.#changes,
        ({ items }) =>
          items.length === 0
            ? empty({ picture: 'history', title: t('settings.history.none'), text: t('settings.history.noneText') })
            : html`<div role="list" class="settings-changes">
                  ${repeat(items, (change) => change.seq, (change) => html`<nest-change-entry role="listitem" .change=${change} .names=${names}></nest-change-entry>`)}
                </div>
                ${this.#changes.hasMore ? html`<div><button type="button" @click=${() => this.#changes.more()}>${t('settings.older')}</button></div>` : nothing}`,
        10,
      )}
    </section>`;
  }
}
customElements.define('nest-settings-history', History);
