import { html } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { href } from '/app/base/router.js';
import { prefer } from '/app/base/preferences.js';
import { hidden } from '/app/base/format.js';
import { signOut } from '/app/base/session.js';
import { sayProblem } from '/app/base/changes.js';
import { NestDialog } from '/app/ui/dialog.js';
import { icon } from '/app/ui/icons.js';
import { PLACES, TABS } from '/app/shell/places.js';

/** Where small windows have no tab for. */
class More extends NestDialog {
  heading() {
    return t('base.more');
  }

  content() {
    return html`<div class="places">
        ${PLACES.filter((place) => !TABS.includes(place.name)).map(
          (place) => html`<a href=${href('/' + place.name)} @click=${() => this.finish(null)}>${icon(place.name)} ${t(`${place.name}.title`)}</a>`,
        )}
      </div>
      <button type="button" @click=${() => prefer('hidden', !hidden())}>
        ${icon(hidden() ? 'eye' : 'hide')} ${hidden() ? t('base.showAmounts') : t('base.hideAmounts')}
      </button>
      <button type="button" @click=${() => signOut().catch(sayProblem)}>${icon('out')} ${t('base.signOut')}</button>`;
  }
}
customElements.define('nest-more', More);
