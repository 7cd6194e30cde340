import { html, NestElement, nothing, repeat } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { href } from '/app/base/router.js';
import { progressBar } from '/app/ui/fields.js';
import { icon } from '/app/ui/icons.js';
import { forget, onUploads, sendAgain, uploads } from '/app/imports/uploads.js';
import { countsText, FORMATS, formatName, size, stateBadge } from '/app/imports/words.js';

/** Files that are being sent, how far they have come, and what could not be sent. */
class UploadList extends NestElement {
  #leave;

  connectedCallback() {
    super.connectedCallback();
    this.#leave = onUploads(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave();
  }

  #progress(one) {
    switch (one.state) {
      case 'waiting':
        return html`<p class="soft small">${t('imports.waiting')}</p>`;
      case 'sending':
        return html`${progressBar(one.file.size === 0 ? 0 : one.bytes / one.file.size, t('imports.sendingOf', { name: one.file.name }))}
          <p class="soft small">${t('imports.sending', { sent: size(one.bytes), all: size(one.file.size) })}</p>`;
      case 'reading':
        return html`<progress aria-label=${t('imports.readingOf', { name: one.file.name })}></progress>
          <p class="soft small">${t('imports.reading')}</p>`;
      case 'done':
        return html`<p class="soft small">${countsText(one.made.counts)}</p>`;
      default:
        return html`<p class="negative small" role="alert">${one.problem.offline ? t('base.offline') : one.problem.message}</p>`;
    }
  }

  /** What was refused is refused again: only the format can be another one. */
  #again(one) {
    if (one.problem.code === 'unknown-format') {
      return html`<select class="imports-select" aria-label=${t('imports.readAs', { name: one.file.name })} @change=${(event) => sendAgain(one.id, event.target.value)}>
        <option value="" selected disabled>${t('imports.readAsShort')}</option>
        ${FORMATS.map((format) => html`<option value=${format}>${formatName(format)}</option>`)}
      </select>`;
    }
    const { offline, status } = one.problem;
    return offline || status === 429 || status >= 500 ? html`<button type="button" @click=${() => sendAgain(one.id)}>${t('base.tryAgain')}</button>` : nothing;
  }

  #row(one) {
    return html`<li>
      <div class="grow stack tight">
        <p class="row">
          ${one.state === 'done' ? html`<a class="strong" href=${href('/imports/' + one.made.id)}>${one.file.name}</a> ${stateBadge(one.made.state)}` : html`<span class="strong">${one.file.name}</span>`}
        </p>
        ${this.#progress(one)}
      </div>
      ${one.state === 'failed' ? this.#again(one) : nothing}
      <button type="button" class="icon" title=${t(one.state === 'done' ? 'base.close' : 'base.cancel')} aria-label=${t(`imports.${one.state === 'done' || one.state === 'failed' ? 'hide' : 'abort'}`, { name: one.file.name })}
        @click=${() => forget(one.id)}>${icon('close')}</button>
    </li>`;
  }

  render() {
    const list = uploads();
    return html`<div aria-live="polite">
      ${list.length === 0
        ? nothing
        : html`<section class="card">
            <header><h2>${t(list.every((one) => one.state === 'done' || one.state === 'failed') ? 'imports.sent' : 'imports.uploads')}</h2></header>
            <ul class="list">${repeat(list, (one) => one.id, (one) => this.#row(one))}</ul>
          </section>`}
    </div>`;
  }
}
customElements.define('nest-import-uploads', UploadList);
