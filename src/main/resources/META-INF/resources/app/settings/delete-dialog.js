import { html } from '/app/base/element.js';
import { request } from '/app/base/api.js';
import { t } from '/app/base/i18n.js';
import { currentUser, signOut } from '/app/base/session.js';
import { textField } from '/app/ui/fields.js';
import { FormDialog } from '/app/ui/form-dialog.js';
import { icon } from '/app/ui/icons.js';

/** Deletes the person's account with all that is theirs, once they have typed who they are. */
class DeleteDialog extends FormDialog {
  constructor() {
    super();
    this.begin({ typed: '' });
  }

  /** Some who sign in elsewhere have no address. */
  get #sign() {
    return currentUser()?.email ?? currentUser()?.name ?? currentUser()?.id ?? '';
  }

  get mayClose() {
    return !this.busy;
  }

  get #matches() {
    return this.input.typed.trim().toLowerCase() === this.#sign.toLowerCase();
  }

  heading() {
    return t('settings.data.deleteAsk');
  }

  submit() {
    if (this.#matches) {
      this.save(async () => {
        await request('DELETE', '/me');
        await signOut();
      });
    }
  }

  content() {
    return html`${this.note()}
      <p class="note danger">${icon('warning')} <span>${t('settings.data.deleteMore')}</span></p>
      ${textField({ id: 'delete-typed', label: t('settings.data.type', { sign: this.#sign }), value: this.input.typed, input: this.set('typed'), autofocus: true, required: true })}`;
  }

  actions() {
    return html`<button type="button" @click=${() => this.finish(null)}>${t('base.cancel')}</button>
      <button type="submit" class="danger" ?disabled=${this.busy || !this.#matches}>${t('settings.data.delete')}</button>`;
  }
}
customElements.define('nest-delete-dialog', DeleteDialog);
