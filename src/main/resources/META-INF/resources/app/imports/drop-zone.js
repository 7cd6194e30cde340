import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { currentRoute, onRoute, setParameters } from '/app/base/router.js';
import { selectField } from '/app/ui/fields.js';
import { icon } from '/app/ui/icons.js';
import { toast } from '/app/ui/toasts.js';
import { upload } from '/app/imports/uploads.js';
import { FORMATS, formatName } from '/app/imports/words.js';

/** Files may be dropped anywhere while this is shown, or be chosen by its button. For which account stands in the address. */
class DropZone extends NestElement {
  static properties = {
    /** Null until they are known. */
    accounts: { attribute: false },
    over: { state: true },
  };

  #leave = [];

  constructor() {
    super();
    this.accounts = null;
    this.over = false;
  }

  connectedCallback() {
    super.connectedCallback();
    const handlers = { dragenter: this.#drag, dragover: this.#drag, dragleave: this.#dragLeave, drop: this.#drop };
    Object.entries(handlers).forEach(([name, handler]) => addEventListener(name, handler));
    this.#leave = [
      onRoute(() => this.requestUpdate()),
      () => Object.entries(handlers).forEach(([name, handler]) => removeEventListener(name, handler)),
    ];
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave.forEach((leave) => leave());
  }

  #drag = (event) => {
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      this.over = true;
    }
  };

  #dragLeave = (event) => {
    // To nothing: out of the window.
    if (event.relatedTarget === null) {
      this.over = false;
    }
  };

  #drop = (event) => {
    this.over = false;
    if (event.dataTransfer?.types.includes('Files')) {
      event.preventDefault();
      const items = [...event.dataTransfer.items].filter((item) => item.kind === 'file');
      const files = items.filter((item) => !item.webkitGetAsEntry?.()?.isDirectory).map((item) => item.getAsFile());
      if (files.length < items.length) {
        toast(t('imports.noFolders'), { kind: 'problem' });
      }
      this.#send(files);
    }
  };

  get #accountId() {
    const asked = currentRoute().parameters.get('accountId');
    return this.accounts === null || this.accounts.some((account) => account.id === asked) ? asked : null;
  }

  #send(files) {
    if (files.length > 0) {
      upload(files, this.#accountId);
    }
  }

  #pick(event) {
    this.#send([...event.target.files]);
    event.target.value = '';
  }

  render() {
    const open = (this.accounts ?? []).filter((account) => !account.closed);
    return html`<section class="card imports-drop ${this.over ? 'over' : ''}" aria-labelledby="imports-drop-title">
      ${icon('upload')}
      <h2 id="imports-drop-title">${this.over ? t('imports.dropNow') : t('imports.drop')}</h2>
      <p class="soft">${t('imports.dropHint')}</p>
      <button type="button" class="primary" @click=${() => this.$('input[type=file]').click()}>${icon('add')} ${t('imports.choose')}</button>
      <input type="file" multiple hidden @change=${this.#pick} />
      ${open.length === 0
        ? nothing
        : html`<div class="imports-account">
            ${selectField({
              id: 'imports-account',
              label: t('imports.forAccount'),
              value: this.#accountId ?? '',
              options: [['', t('imports.asFileSays')], ...open.map((account) => [account.id, account.name])],
              change: (id) => setParameters({ accountId: id || null }),
            })}
          </div>`}
      <details class="imports-formats">
        <summary>${t('imports.whichFiles')}</summary>
        <dl>
          ${FORMATS.map((format) => html`<dt>${formatName(format)}</dt><dd>${t(`imports.formatHint.${format}`)}</dd>`)}
        </dl>
        <p>${t('imports.notThese')}</p>
      </details>
    </section>`;
  }
}
customElements.define('nest-import-drop', DropZone);
