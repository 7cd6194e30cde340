import { html, NestElement, nothing } from '/app/base/element.js';
import { currentLanguage, LANGUAGES, speak, t } from '/app/base/i18n.js';
import { currentRoute, go, href, onRoute } from '/app/base/router.js';
import { signIn, signUp } from '/app/base/session.js';
import { currencyName } from '/app/base/format.js';
import { icon } from '/app/ui/icons.js';
import { selectField, textField } from '/app/ui/fields.js';

/** The currency of a region, where a browser's language names one; else the euro. */
const CURRENCIES = { US: 'USD', GB: 'GBP', CH: 'CHF', LI: 'CHF', BR: 'BRL', MX: 'MXN', AR: 'ARS', CL: 'CLP', CO: 'COP', CA: 'CAD', AU: 'AUD', NZ: 'NZD', IN: 'INR', JP: 'JPY', SE: 'SEK', NO: 'NOK', DK: 'DKK', PL: 'PLN', CZ: 'CZK', HU: 'HUF', RO: 'RON', TR: 'TRY', ZA: 'ZAR', CN: 'CNY', SG: 'SGD', HK: 'HKD', IL: 'ILS' };

function likelyCurrency() {
  const region = navigator.languages.map((tag) => new Intl.Locale(tag).region).find(Boolean);
  return CURRENCIES[region] ?? 'EUR';
}

/** Signing up and signing in. */
class Door extends NestElement {
  #input = { email: '', password: '', name: '', currency: likelyCurrency() };
  #problem = null;
  #busy = false;
  #visible = false;
  #leave;

  connectedCallback() {
    super.connectedCallback();
    this.#leave = onRoute(() => {
      this.#problem = null;
      this.requestUpdate();
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave();
  }

  updated() {
    document.title = 'Nestegg';
  }

  get #isNew() {
    return currentRoute().path[0] === 'sign-up';
  }

  async #submit(event) {
    event.preventDefault();
    const { email, password, name, currency } = this.#input;
    this.#busy = true;
    this.#problem = null;
    this.requestUpdate();
    const isNew = this.#isNew;
    try {
      if (isNew) {
        const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
        await signUp({ email, password, ...(name.trim() && { name }), currency, locale: currentLanguage(), timeZone: zone });
      } else {
        await signIn(email, password);
      }
      if (isNew || currentRoute().path[0] === 'sign-in') {
        go('/overview');
      }
    } catch (problem) {
      this.#problem = problem;
      this.#busy = false;
      this.requestUpdate();
      await this.updateComplete;
      (this.$('[aria-invalid]') ?? this.$('input')).focus();
    }
  }

  #set(name) {
    return (value) => {
      this.#input[name] = value;
    };
  }

  /** A field's fault; bodies of sign-ups lie within `register`. */
  #fault(name) {
    return this.#problem?.fault(name) ?? this.#problem?.fault('register/' + name) ?? null;
  }

  render() {
    const isNew = this.#isNew;
    const problem = this.#problem;
    const said = problem && (problem.offline ? t('base.offline') : problem.errors.length > 0 ? null : problem.message);
    return html`<div class="door">
      <header class="about">
        <p class="brand"><img src="/app/icons/nestegg.svg" alt="" /> Nestegg</p>
        <h1>${t('door.claim')}</h1>
        <ul>
          ${['overview', 'imports', 'forecast', 'goals'].map((name) => html`<li>${icon(name)} <span>${t(`door.${name}`)}</span></li>`)}
        </ul>
      </header>
      <main>
        <form novalidate @submit=${this.#submit}>
          <h2>${isNew ? t('door.signUp') : t('door.signIn')}</h2>
          ${isSecureContext ? nothing : html`<p class="note warning">${icon('warning')} <span>${t('door.insecure')}</span></p>`}
          ${said ? html`<p class="note danger" role="alert">${icon('warning')} <span>${said}</span></p>` : nothing}
          ${textField({ id: 'email', label: t('door.email'), type: 'email', autocomplete: 'username', value: this.#input.email, input: this.#set('email'), fault: this.#fault('email'), required: true })}
          ${isNew ? textField({ id: 'name', label: t('door.name'), autocomplete: 'name', value: this.#input.name, input: this.#set('name'), fault: this.#fault('name'), optional: true }) : nothing}
          <div class="password">
            ${textField({ id: 'password', label: t('door.password'), type: this.#visible ? 'text' : 'password', autocomplete: isNew ? 'new-password' : 'current-password', value: this.#input.password, input: this.#set('password'), fault: this.#fault('password'), required: true })}
            ${this.#fault('password')
              ? nothing
              : html`<button type="button" class="icon" aria-pressed=${this.#visible ? 'true' : 'false'} aria-label=${t('door.showPassword')}
                  @click=${() => {
                    this.#visible = !this.#visible;
                    this.requestUpdate();
                  }}>${icon(this.#visible ? 'hide' : 'eye')}</button>`}
          </div>
          ${isNew ? html`<p class="hint">${t('door.passwordHint')}</p>` : nothing}
          ${isNew
            ? selectField({ id: 'currency', label: t('door.currency'), value: this.#input.currency, change: this.#set('currency'), fault: this.#fault('currency'),
                options: Intl.supportedValuesOf('currency').map((code) => [code, `${code} – ${currencyName(code)}`]) })
            : nothing}
          <button type="submit" class="primary" ?disabled=${this.#busy}>${isNew ? t('door.signUp') : t('door.signIn')}</button>
          <p class="soft">
            ${isNew ? t('door.known') : t('door.new')}
            <a href=${isNew ? href('/sign-in') : href('/sign-up')}>${isNew ? t('door.signIn') : t('door.signUp')}</a>
          </p>
        </form>
        <select class="languages" aria-label=${t('base.language')} @change=${(event) => speak(event.target.value)}>
          ${Object.entries(LANGUAGES).map(([tag, name]) => html`<option value=${tag} lang=${tag} ?selected=${tag === currentLanguage()}>${name}</option>`)}
        </select>
      </main>
    </div>`;
  }
}
customElements.define('nest-door', Door);
