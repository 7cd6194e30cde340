import { html, NestElement } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { hidden } from '/app/base/format.js';
import { prefer, preference } from '/app/base/preferences.js';
import { segmented, toggle } from '/app/ui/fields.js';

/** How the page looks in this browser: at once, without saving. */
class Appearance extends NestElement {
  render() {
    return html`<header><h2>${t('settings.appearance.title')}</h2></header>
      <div class="stack">
        <div class="row">
          <span class="strong">${t('settings.appearance.theme')}</span>
          ${segmented({
            name: 'theme',
            label: t('settings.appearance.theme'),
            value: preference('theme', 'system'),
            options: ['system', 'light', 'dark'].map((one) => [one, t(`settings.appearance.${one}`)]),
            change: (theme) => prefer('theme', theme),
          })}
        </div>
        ${toggle({ id: 'hide-amounts', label: t('base.hideAmounts'), value: hidden(), change: (hide) => prefer('hidden', hide), hint: t('settings.appearance.hideHint') })}
        <p class="hint">${t('settings.appearance.here')}</p>
      </div>`;
  }
}
customElements.define('nest-appearance', Appearance);
