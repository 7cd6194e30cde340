import { html, nothing, repeat } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { instant } from '/app/base/format.js';
import { PagedQuery } from '/app/base/paged-query.js';
import { NestDialog } from '/app/ui/dialog.js';
import { onward, shown } from '/app/ui/states.js';
import { actorName, fieldTable } from '/app/settings/changed-fields.js';

/** What was changed of `account`, when and by whom, the newest first. */
class AccountHistory extends NestDialog {
  account = null;
  #history = new PagedQuery(this, () => `/accounts/${this.account.id}/history?limit=25`, ['account']);

  get size() {
    return 'wide';
  }

  heading() {
    return t('accounts.historyOf', { name: this.account.name });
  }

  /** Beside what it was before, which is said by the entry that is older; of the oldest on the page, that is not known yet. */
  #entry(entry, older, last) {
    const known = entry.object && (older || last);
    return html`<li>
      <p class="spread"><span class="strong accounts-op">${t(`settings.op.${entry.op}`)}</span> <span class="soft small">${instant(entry.at)} · ${actorName(entry.actor)}</span></p>
      ${known ? fieldTable(entry.op === 'changed' ? older?.object : null, entry.object, new Map()) : nothing}
    </li>`;
  }

  content() {
    return shown(
      this.#history,
      ({ items, next }) => html`<ol class="accounts-history" tabindex="0" aria-label=${this.heading()}>
          ${repeat(items, (entry) => entry.seq, (entry, at) => this.#entry(entry, items[at + 1], !next))}
        </ol>
        ${items.length === 0 ? html`<p class="soft">${t('accounts.noHistory')}</p>` : nothing}
        ${onward(this.#history, html`<button type="button" @click=${() => this.#history.more()}>${t('accounts.older')}</button>`)}`,
      6,
    );
  }
}
customElements.define('nest-account-history', AccountHistory);
