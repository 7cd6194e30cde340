import { html, NestElement, nothing } from '/app/base/element.js';
import { hasText, t } from '/app/base/i18n.js';
import { instant } from '/app/base/format.js';
import { PagedQuery } from '/app/base/paged-query.js';
import { onward, shown } from '/app/ui/states.js';

/** Events that should make one look twice. */
const ALARMING = new Set(['sign-in-failed', 'refresh-token-reused', 'password-refused']);

/** The audit trail: who has signed in, from where, and what was done about passwords, sessions and tokens. */
class Activity extends NestElement {
  #activity = new PagedQuery(this, () => '/me/activity?limit=50', []);

  #words(event) {
    const key = `settings.event.${event}`;
    return hasText(key) ? t(key) : t('settings.event.other');
  }

  #row({ at, event, source, detail }) {
    return html`<tr>
      <td><span class=${ALARMING.has(event) ? 'warning strong' : ''}>${this.#words(event)}</span> ${detail ? html`<span class="soft small">${this.#detail(detail)}</span>` : nothing}</td>
      <td class="soft">${source ?? ''}</td>
      <td class="soft">${instant(at)}</td>
    </tr>`;
  }

  /** A detail may itself be the name of an event. */
  #detail(detail) {
    const key = `settings.event.${detail}`;
    return hasText(key) ? t(key) : detail;
  }

  render() {
    return html`<section class="card stack">
      <h2>${t('settings.tab.activity')}</h2>
      <p>${t('settings.activity.about')}</p>
      ${shown(
        this.#activity,
        ({ items }) => html`<table>
            <thead><tr><th scope="col">${t('settings.activity.what')}</th><th scope="col">${t('settings.activity.where')}</th><th scope="col">${t('settings.activity.when')}</th></tr></thead>
            <tbody>${items.map((one) => this.#row(one))}</tbody>
          </table>
          ${onward(this.#activity, html`<div><button type="button" @click=${() => this.#activity.more()}>${t('settings.older')}</button></div>`)}`,
        10,
      )}
    </section>`;
  }
}
customElements.define('nest-settings-activity', Activity);
