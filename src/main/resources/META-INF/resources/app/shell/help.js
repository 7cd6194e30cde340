import { html } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { NestDialog } from '/app/ui/dialog.js';

const KEYS = ['n', '/', 'j', 'k', 'e', 'x', 'u', 'h', '1', '?'];
const NAMES = { '1': '1 – 5' };

/** What keys do. */
class Help extends NestDialog {
  heading() {
    return t('base.help');
  }

  content() {
    return html`<table>
        <thead class="visually-hidden"><tr><th>${t('base.key')}</th><th>${t('base.does')}</th></tr></thead>
        <tbody>
          ${KEYS.map((key, at) => html`<tr><td><kbd>${NAMES[key] ?? key}</kbd></td><td>${t(`base.keys.k${at}`)}</td></tr>`)}
        </tbody>
      </table>
      <p class="soft small">${t('base.apiHint')} <a href="/api/docs" target="_blank" rel="noopener">/api/docs</a></p>`;
  }
}
customElements.define('nest-help', Help);
