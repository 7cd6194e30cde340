import { html, NestElement } from '/app/base/element.js';
import { withParameters } from '/app/base/api.js';
import { t } from '/app/base/i18n.js';
import { change, sayProblem } from '/app/base/changes.js';
import { day } from '/app/base/format.js';
import { confirm, open } from '/app/ui/dialog.js';
import { textField } from '/app/ui/fields.js';
import { icon } from '/app/ui/icons.js';
import { EXPORTED, exportAs } from '/app/settings/exports.js';

/** Taking one's data along, and having it forgotten. */
class Data extends NestElement {
  #busy = null;
  #before = '';

  async #export(name) {
    this.#busy = name;
    this.requestUpdate();
    await exportAs(name).catch(sayProblem);
    this.#busy = null;
    this.requestUpdate();
  }

  async #forget(event) {
    event.preventDefault();
    const before = this.#before;
    const sure = await confirm({ text: t('settings.data.forgetAsk', { day: day(before) }), more: t('settings.data.forgetMore'), action: t('settings.data.forget'), danger: true });
    if (sure) {
      await change('DELETE', withParameters('/changes', { before }), { said: t('settings.data.forgotten') }).catch(sayProblem);
    }
  }

  async #deleteAll() {
    await import('/app/settings/delete-dialog.js');
    open('nest-delete-dialog');
  }

  render() {
    return html`<section class="card stack">
        <h2>${t('settings.data.export')}</h2>
        <p>${t('settings.data.exportText')}</p>
        <div class="row">
          ${EXPORTED.map(
            (name) => html`<button type="button" ?disabled=${this.#busy !== null} @click=${() => this.#export(name)}>
              ${icon('download')} ${this.#busy === name ? t('settings.data.preparing') : t(`settings.data.${name}`)}
            </button>`,
          )}
        </div>
      </section>
      <section class="card stack">
        <h2>${t('settings.data.forgetTitle')}</h2>
        <p>${t('settings.data.forgetText')}</p>
        <form class="row settings-forget" novalidate @submit=${this.#forget}>
          ${textField({
            id: 'forget-before',
            label: t('settings.data.before'),
            type: 'date',
            value: this.#before,
            input: (value) => {
              this.#before = value;
              this.requestUpdate();
            },
          })}
          <button type="submit" ?disabled=${!this.#before}>${t('settings.data.forget')}</button>
        </form>
      </section>
      <section class="card stack">
        <h2>${t('settings.data.deleteTitle')}</h2>
        <p>${t('settings.data.deleteText')}</p>
        <div><button type="button" class="danger" @click=${() => this.#deleteAll()}>${icon('delete')} ${t('settings.data.delete')}</button></div>
      </section>`;
  }
}
customElements.define('nest-settings-data', Data);
