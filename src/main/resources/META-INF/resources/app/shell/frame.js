import { html, NestElement, nothing } from '/app/base/element.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { t } from '/app/base/i18n.js';
import { currentRoute, go, href, onRoute } from '/app/base/router.js';
import { prefer } from '/app/base/preferences.js';
import { hidden } from '/app/base/format.js';
import { shortcuts } from '/app/base/keys.js';
import { sayProblem, undoLast } from '/app/base/changes.js';
import { signOut } from '/app/base/session.js';
import { icon } from '/app/ui/icons.js';
import { open } from '/app/ui/dialog.js';
import { failure, loading } from '/app/ui/states.js';
import { PLACES, placeOf, TABS } from '/app/shell/places.js';
import '/app/shell/unsent-bar.js';
import '/app/shell/update-bar.js';

/** Navigation, and the view that the address names. */
class Frame extends NestElement {
  #place = null;
  #failed = null;
  #leave = [];
  #shown = null;

  connectedCallback() {
    super.connectedCallback();
    this.#leave = [
      onRoute(() => this.#arrive()),
      shortcuts({
        n: () => this.#add(),
        u: undoLast,
        '?': () => this.#help(),
        h: () => prefer('hidden', !hidden()),
        '/': () => go('/transactions', { search: '1' }),
        1: () => go('/overview'),
        2: () => go('/transactions'),
        3: () => go('/accounts'),
        4: () => go('/budgets'),
        5: () => go('/goals'),
      }),
    ];
    this.#arrive();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave.forEach((leave) => leave());
  }

  async #arrive() {
    const place = placeOf(currentRoute());
    this.#failed = null;
    if (place) {
      try {
        await place.load();
      } catch (error) {
        console.error(error);
        this.#failed = { offline: true };
      }
    }
    if (placeOf(currentRoute()) === place) {
      const moved = this.#place !== null && this.#place !== place;
      this.#place = place;
      this.requestUpdate();
      if (moved) {
        await this.updateComplete;
        scrollTo(0, 0);
        this.$('main').focus({ preventScroll: true });
      }
    }
  }

  async #add() {
    await import('/app/transactions/transaction-dialog.js');
    open('nest-transaction-dialog');
  }

  async #help() {
    await import('/app/shell/help.js');
    open('nest-help');
  }

  async #more() {
    await import('/app/shell/more.js');
    open('nest-more');
  }

  updated() {
    const title = this.#place ? t(`${this.#place.name}.title`) : t('base.notFound');
    document.title = `${title} · Nestegg`;
  }

  #link(place) {
    const here = place === this.#place;
    return html`<a class="place" href=${href('/' + place.name)} aria-current=${here ? 'page' : nothing}>
      ${icon(place.name)} <span>${t(`${place.name}.title`)}</span>
    </a>`;
  }

  #view() {
    if (this.#failed) {
      return failure(this.#failed, () => location.reload());
    }
    if (!placeOf(currentRoute())) {
      return html`<div class="view"><h1>${t('base.notFound')}</h1><p><a href=${href('/overview')}>${t('overview.title')}</a></p></div>`;
    }
    if (!this.#place) {
      return loading(6);
    }
    if (this.#shown?.place !== this.#place) {
      const tag = unsafeStatic(this.#place.element);
      this.#shown = { place: this.#place, template: () => staticHtml`<${tag}></${tag}>` };
    }
    return this.#shown.template();
  }

  render() {
    return html`<a class="skip-link button" href="#main" @click=${(event) => {
        event.preventDefault();
        this.$('main').focus();
      }}>${t('base.skip')}</a>
      <div class="shell">
        <nav class="side" aria-label=${t('base.navigation')}>
          <a class="brand" href=${href('/overview')}><img src="/app/icons/nestegg.svg" alt="" /> Nestegg</a>
          ${PLACES.map((place) => html`${place.group ? html`<div class="group">${t(`base.${place.group}`)}</div>` : nothing}${this.#link(place)}`)}
          <div class="foot">
            <button type="button" class="icon" aria-pressed=${hidden() ? 'true' : 'false'} aria-label=${t('base.hideAmounts')} title=${t('base.hideAmounts')}
              @click=${() => prefer('hidden', !hidden())}>${icon(hidden() ? 'hide' : 'eye')}</button>
            <button type="button" class="icon" aria-label=${t('base.help')} title=${t('base.help')} @click=${() => this.#help()}>${icon('help')}</button>
            <button type="button" class="icon" aria-label=${t('base.signOut')} title=${t('base.signOut')} @click=${() => signOut().catch(sayProblem)}>${icon('out')}</button>
          </div>
        </nav>
        <main id="main" tabindex="-1"><nest-update-bar></nest-update-bar><nest-unsent-bar></nest-unsent-bar>${this.#view()}</main>
        <nav class="tab-bar" aria-label=${t('base.tabs')}>
          ${this.#tab(TABS[0])} ${this.#tab(TABS[1])}
          <button type="button" class="add" aria-label=${t('transactions.add')} @click=${() => this.#add()}>${icon('add')}</button>
          ${this.#tab(TABS[2])}
          <button type="button" aria-haspopup="dialog" @click=${() => this.#more()}>${icon('more')}<span>${t('base.more')}</span></button>
        </nav>
      </div>`;
  }

  #tab(name) {
    return html`<a href=${href('/' + name)} aria-current=${this.#place?.name === name ? 'page' : nothing}>
      ${icon(name)}<span>${t(`${name}.title`)}</span>
    </a>`;
  }
}
customElements.define('nest-frame', Frame);
