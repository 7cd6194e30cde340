import { html, NestElement, nothing } from '/app/base/element.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { t } from '/app/base/i18n.js';
import { currentRoute, href, onRoute } from '/app/base/router.js';
import { failure, loading } from '/app/ui/states.js';

/** The tabs, each loaded when it is first gone to. */
const TABS = {
  profile: () => import('/app/settings/profile.js'),
  rates: () => import('/app/settings/rates.js'),
  sessions: () => import('/app/settings/sessions.js'),
  tokens: () => import('/app/settings/tokens.js'),
  activity: () => import('/app/settings/activity.js'),
  history: () => import('/app/settings/history.js'),
  data: () => import('/app/settings/data.js'),
};

/** What concerns the person themselves: a tab for each, with an address of its own. */
class Settings extends NestElement {
  #shown = null;
  #failed = false;
  #leave;

  connectedCallback() {
    super.connectedCallback();
    this.#leave = onRoute(() => this.#arrive());
    this.#arrive();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave();
  }

  get #tab() {
    const [place, tab] = currentRoute().path;
    return place === 'settings' && tab in TABS ? tab : 'profile';
  }

  async #arrive() {
    const tab = this.#tab;
    try {
      this.#failed = false;
      await TABS[tab]();
    } catch (error) {
      console.error(error);
      this.#failed = true;
    }
    if (tab === this.#tab) {
      this.#shown = tab;
      this.requestUpdate();
    }
  }

  #content() {
    if (this.#failed) {
      return failure({ offline: true }, () => location.reload());
    }
    if (this.#shown === null) {
      return loading(6);
    }
    const tag = unsafeStatic(`nest-settings-${this.#shown}`);
    return staticHtml`<${tag} class="settings-content"></${tag}>`;
  }

  render() {
    return html`<div class="view">
      <div class="view-head"><h1>${t('settings.title')}</h1></div>
      <nav class="settings-tabs" aria-label=${t('settings.tabs')}>
        ${Object.keys(TABS).map(
          (tab) => html`<a href=${href('/settings/' + tab)} aria-current=${tab === this.#shown ? 'page' : nothing}>${t(`settings.tab.${tab}`)}</a>`,
        )}
      </nav>
      ${this.#content()}
    </div>`;
  }
}
customElements.define('nest-settings', Settings);
