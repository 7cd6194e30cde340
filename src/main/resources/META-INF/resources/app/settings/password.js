import { html, NestElement, nothing } from '/app/base/element.js';
import { request } from '/app/base/api.js';
import { t } from '/app/base/i18n.js';
import { currentUser } from '/app/base/session.js';
import { textField } from '/app/ui/fields.js';
import { icon } from '/app/ui/icons.js';
import { toast } from '/app/ui/toasts.js';

/** Changing the password, which ends all other sessions. It is never kept to be sent later. */
class ChangePassword extends NestElement {
  #input = { currentPassword: '', newPassword: '' };
  #problem = null;
  #busy = false;

  async #save(event) {
    event.preventDefault();
    this.#busy = true;
    this.#problem = null;
    this.requestUpdate();
    try {
      await request('PUT', '/me/password', { body: this.#input });
      this.#input = { currentPassword: '', newPassword: '' };
      toast(t('settings.password.changed'));
    } catch (problem) {
      this.#problem = problem;
    }
    this.#busy = false;
    this.requestUpdate();
    await this.updateComplete;
    this.$('[aria-invalid]')?.focus();
  }

  #field(name, autocomplete, hint) {
    return textField({
      id: `password-${name}`,
      label: t(`settings.password.${name}`),
      type: 'password',
      autocomplete,
      hint,
      value: this.#input[name],
      fault: this.#problem?.fault(name) ?? null,
      required: true,
      input: (value) => {
        this.#input[name] = value;
        this.requestUpdate();
      },
    });
  }

  render() {
    const problem = this.#problem;
    const said = problem && problem.errors.length === 0 ? (problem.offline ? t('base.offline') : problem.message) : null;
    const { currentPassword, newPassword } = this.#input;
    return html`<header><h2>${t('settings.password.title')}</h2></header>
      <form class="stack" novalidate @submit=${this.#save}>
        ${said ? html`<p class="note danger" role="alert">${icon('warning')} <span>${said}</span></p>` : nothing}
        <input hidden type="text" autocomplete="username" .value=${currentUser()?.email ?? ''} readonly />
        <div class="fields">${this.#field('currentPassword', 'current-password')} ${this.#field('newPassword', 'new-password', t('door.passwordHint'))}</div>
        <p class="hint">${t('settings.password.hint')}</p>
        <div><button type="submit" ?disabled=${this.#busy || !currentPassword || !newPassword}>${t('settings.password.title')}</button></div>
      </form>`;
  }
}
customElements.define('nest-password', ChangePassword);
