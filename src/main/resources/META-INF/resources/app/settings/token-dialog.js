import { html } from '/app/base/element.js';
import { request } from '/app/base/api.js';
import { t } from '/app/base/i18n.js';
import { segmented, selectField, textField } from '/app/ui/fields.js';
import { NestDialog } from '/app/ui/dialog.js';
import { FormDialog } from '/app/ui/form-dialog.js';
import { icon } from '/app/ui/icons.js';
import { toast } from '/app/ui/toasts.js';

const DAY = 86_400_000;

/**
 * Makes a personal token; ends with it, its secret included. It is not kept to be sent later, when nobody would be there to see
 * the secret.
 */
class TokenDialog extends FormDialog {
  constructor() {
    super();
    this.begin({ name: '', scope: 'read', days: '90' });
  }

  heading() {
    return t('settings.tokens.add');
  }

  submit() {
    const { name, scope, days } = this.input;
    const expiresAt = days ? new Date(Date.now() + Number(days) * DAY).toISOString() : null;
    this.save(async () => (await request('POST', '/me/tokens', { body: { name, scope, expiresAt } })).data);
  }

  content() {
    const { name, scope, days } = this.input;
    return html`${this.note()}
      ${textField({ id: 'token-name', label: t('settings.tokens.name'), value: name, input: this.set('name'), fault: this.fault('name'), hint: t('settings.tokens.nameHint'), maxlength: 100, autofocus: true, required: true })}
      <div class="field">
        <span class="strong">${t('settings.tokens.scope')}</span>
        ${segmented({ name: 'token-scope', label: t('settings.tokens.scope'), value: scope, change: this.set('scope'), options: ['read', 'write'].map((one) => [one, t(`settings.tokens.${one}`)]) })}
        <p class="hint">${t(`settings.tokens.${scope}Hint`)}</p>
      </div>
      ${selectField({ id: 'token-days', label: t('settings.tokens.ends'), value: days, change: this.set('days'), fault: this.fault('expiresAt'),
        options: [...['30', '90', '365'].map((count) => [count, t('settings.tokens.inDays', { count: Number(count) })]), ['', t('settings.tokens.never')]] })}`;
  }

  actions() {
    return this.buttons(t('settings.tokens.add'));
  }
}
customElements.define('nest-token-dialog', TokenDialog);

/** Shows the secret of a token, this once. */
class TokenSecret extends NestDialog {
  token = null;

  heading() {
    return t('settings.tokens.made', { name: this.token.name });
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.token.token);
      toast(t('settings.tokens.copied'));
    } catch {
      // Without the clipboard it can still be copied by hand.
      this.$('#token-secret').select();
    }
  }

  content() {
    return html`<p class="note warning">${icon('warning')} <span>${t('settings.tokens.once')}</span></p>
      <label for="token-secret">${t('settings.tokens.secret')}</label>
      <div class="row nowrap">
        <input id="token-secret" readonly autofocus .value=${this.token.token} @focus=${(event) => event.target.select()} />
        <button type="button" @click=${() => this.#copy()}>${t('settings.tokens.copy')}</button>
      </div>`;
  }

  submit() {
    this.finish(true);
  }

  actions() {
    return html`<button type="submit" class="primary">${t('settings.tokens.done')}</button>`;
  }
}
customElements.define('nest-token-secret', TokenSecret);
