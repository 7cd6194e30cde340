import { html, NestElement, nothing, repeat } from '/app/base/element.js';
import { getAll, request } from '/app/base/api.js';
import { t } from '/app/base/i18n.js';
import { sayProblem } from '/app/base/changes.js';
import { ago, instant } from '/app/base/format.js';
import { Query } from '/app/base/query.js';
import { confirm, open } from '/app/ui/dialog.js';
import { icon } from '/app/ui/icons.js';
import { empty, shown } from '/app/ui/states.js';
import { toast } from '/app/ui/toasts.js';

/** Personal tokens, by which programs of the person's own do what they may. */
class Tokens extends NestElement {
  #tokens = new Query(this, () => '/me/tokens?limit=100', [], (path, signal) => getAll(path, { signal }));

  async #add() {
    await import('/app/settings/token-dialog.js');
    const made = await open('nest-token-dialog');
    if (made) {
      this.#tokens.refresh();
      await open('nest-token-secret', { token: made });
    }
  }

  async #revoke({ id, name }) {
    if (await confirm({ text: t('settings.tokens.revokeAsk', { name }), more: t('settings.tokens.revokeMore'), action: t('settings.tokens.revoke'), danger: true })) {
      try {
        await request('DELETE', `/me/tokens/${id}`);
        toast(t('settings.tokens.revoked', { name }));
      } catch (problem) {
        sayProblem(problem);
      }
      this.#tokens.refresh();
    }
  }

  #row(token) {
    const expired = token.expiresAt && new Date(token.expiresAt) < new Date();
    return html`<li>
      <span class="grow">
        <span class="strong">${token.name}</span> <span class="badge ${token.scope === 'write' ? 'warning' : ''}">${t(`settings.tokens.${token.scope}`)}</span>
        <span class="settings-facts soft small">
          <span>${token.lastUsedAt ? t('settings.tokens.used', { when: ago(token.lastUsedAt) }) : t('settings.tokens.unused')}</span>
          <span class=${expired ? 'warning' : ''}>${
            token.expiresAt ? t(expired ? 'settings.tokens.expired' : 'settings.tokens.expires', { when: instant(token.expiresAt) }) : t('settings.tokens.forever')
          }</span>
        </span>
      </span>
      <button type="button" aria-label=${`${t('settings.tokens.revoke')}: ${token.name}`} @click=${() => this.#revoke(token)}>${t('settings.tokens.revoke')}</button>
    </li>`;
  }

  render() {
    const add = html`<button type="button" class="primary" @click=${() => this.#add()}>${icon('add')} ${t('settings.tokens.add')}</button>`;
    return html`<section class="card stack">
      <div class="spread"><h2>${t('settings.tokens.title')}</h2>${this.#tokens.data?.length > 0 ? add : nothing}</div>
      <p>${t('settings.tokens.about')} <a href="/api/docs" target="_blank" rel="noopener">/api/docs</a></p>
      ${shown(
        this.#tokens,
        (tokens) =>
          tokens.length > 0
            ? html`<ul class="list">${repeat(tokens, (token) => token.id, (token) => this.#row(token))}</ul>`
            : empty({ picture: 'key', title: t('settings.tokens.none'), text: t('settings.tokens.noneText'), action: add }),
        4,
      )}
    </section>`;
  }
}
customElements.define('nest-settings-tokens', Tokens);
