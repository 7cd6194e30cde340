import { html, NestElement, nothing } from '/app/base/element.js';
import { LANGUAGES, t } from '/app/base/i18n.js';
import { change, sayProblem } from '/app/base/changes.js';
import { currencyName } from '/app/base/format.js';
import { currentUser, userChanged } from '/app/base/session.js';
import { toast } from '/app/ui/toasts.js';
import '/app/ui/combobox.js';
import { field, selectField, textField } from '/app/ui/fields.js';
import { icon } from '/app/ui/icons.js';
import '/app/settings/appearance.js';
import '/app/settings/password.js';

const ZONES = Intl.supportedValuesOf('timeZone');

/** Time zones of whose names some part begins as what was typed: a city is enough. */
async function zones(text) {
  const typed = text.trim().toLowerCase().replaceAll(' ', '_');
  return ZONES.filter((zone) => zone.toLowerCase().split('/').some((part) => part.startsWith(typed)) || zone.toLowerCase().startsWith(typed));
}

/** Who the person is to the service: name, language, currency and time zone. */
class Profile extends NestElement {
  /** What was chosen here, by field; what was not is the user's. */
  #chosen = {};
  #problem = null;
  #busy = false;

  #value(name) {
    const user = currentUser();
    return this.#chosen[name] ?? (name === 'language' ? user.locale.split('-')[0] : user[name]) ?? '';
  }

  #set(name) {
    return (value) => {
      this.#chosen[name] = value;
      this.requestUpdate();
    };
  }

  #body() {
    const user = currentUser();
    const { name = user.name, language = user.locale.split('-')[0], currency = user.currency, timeZone = user.timeZone } = this.#chosen;
    const wanted = { name: name?.trim() || null, currency, timeZone: timeZone.trim(), locale: language === user.locale.split('-')[0] ? user.locale : language };
    return Object.fromEntries(Object.entries(wanted).filter(([key, value]) => value !== user[key]));
  }

  async #save(event) {
    event.preventDefault();
    this.#busy = true;
    this.#problem = null;
    this.requestUpdate();
    try {
      const found = await change('PATCH', '/me', { body: this.#body(), unsent: t('settings.profile.title') });
      this.#chosen = {};
      await userChanged(found);
      toast(t('settings.profile.saved'));
    } catch (problem) {
      this.#problem = problem;
      if (problem.kept) {
        sayProblem(problem);
      }
    }
    this.#busy = false;
    this.requestUpdate();
    await this.updateComplete;
    this.$('[aria-invalid]')?.focus();
  }

  #form() {
    const problem = this.#problem;
    const fault = (name) => problem?.fault(name) ?? null;
    const said = problem && !problem.kept && problem.errors.length === 0 ? (problem.offline ? t('base.offline') : problem.message) : null;
    const same = Object.keys(this.#body()).length === 0;
    return html`<form class="stack" novalidate @submit=${this.#save}>
      ${said ? html`<p class="note danger" role="alert">${icon('warning')} <span>${said}</span></p>` : nothing}
      <div class="fields settings-narrow">
        ${textField({ id: 'profile-name', label: t('settings.profile.name'), autocomplete: 'name', maxlength: 100, value: this.#value('name'), input: this.#set('name'), fault: fault('name'), optional: true })}
        ${currentUser().email
          ? textField({ id: 'profile-email', label: t('settings.profile.email'), value: currentUser().email, input: () => {}, disabled: true, hint: t('settings.profile.emailHint') })
          : nothing}
        ${selectField({ id: 'profile-language', label: t('base.language'), value: this.#value('language'), change: this.#set('language'), fault: fault('locale'), options: Object.entries(LANGUAGES) })}
        ${selectField({ id: 'profile-currency', label: t('settings.profile.currency'), value: this.#value('currency'), change: this.#set('currency'), fault: fault('currency'), hint: t('settings.profile.currencyHint'),
          options: Intl.supportedValuesOf('currency').map((code) => [code, `${code} – ${currencyName(code)}`]) })}
        ${field({
          id: 'profile-zone',
          label: t('settings.profile.zone'),
          hint: t('settings.profile.zoneHint'),
          fault: fault('timeZone'),
          control: html`<nest-combobox .inputId=${'profile-zone'} .value=${this.#value('timeZone')} .complete=${zones} .fault=${fault('timeZone')}
            @pick=${(event) => this.#set('timeZone')(event.detail)}></nest-combobox>`,
        })}
      </div>
      <div><button type="submit" class="primary" ?disabled=${this.#busy || same}>${t('base.save')}</button></div>
    </form>`;
  }

  render() {
    if (!currentUser()) {
      return nothing;
    }
    return html`<section class="card" aria-labelledby="profile-heading">
        <header><h2 id="profile-heading">${t('settings.profile.title')}</h2></header>
        ${this.#form()}
      </section>
      <nest-appearance class="card"></nest-appearance>
      <nest-password class="card"></nest-password>`;
  }
}
customElements.define('nest-settings-profile', Profile);
