import { html, NestElement, nothing, repeat } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { ago } from '/app/base/format.js';
import { getAll } from '/app/base/api.js';
import { Query } from '/app/base/query.js';
import { change, sayProblem } from '/app/base/changes.js';
import { icon } from '/app/ui/icons.js';
import { toast } from '/app/ui/toasts.js';

/** What is remembered of how files are read, by their headings. It is forgotten here. */
class SavedLayouts extends NestElement {
  #layouts = new Query(this, () => '/layouts?limit=100', ['import'], (path, signal) => getAll(path, { signal }));

  async #forget(layout) {
    try {
      await change('DELETE', `/layouts/${layout.id}`, { types: [], unsent: t('imports.layoutForget') });
      this.#layouts.refresh();
      toast(t('imports.layoutForgotten'));
    } catch (problem) {
      sayProblem(problem);
    }
  }

  /** Headings as people see them in the file; the service joins them by what it likes. */
  #headings(layout) {
    return layout.header.length > 140 ? layout.header.slice(0, 140) + '…' : layout.header;
  }

  render() {
    const list = this.#layouts.data ?? [];
    return list.length === 0
      ? nothing
      : html`<section class="card">
          <header><h2>${t('imports.layouts')}</h2></header>
          <p class="soft small">${t('imports.layoutsHint')}</p>
          <ul class="list">
            ${repeat(
              list,
              (layout) => layout.id,
              (layout) => html`<li>
                <div class="grow">
                  <p class="imports-headings">${this.#headings(layout)}</p>
                  <p class="soft small">${t('imports.layoutUsed', { when: ago(layout.updatedAt) })}</p>
                </div>
                <button type="button" class="icon" title=${t('imports.layoutForget')} aria-label="${t('imports.layoutForget')}: ${this.#headings(layout)}"
                  @click=${() => this.#forget(layout)}>${icon('delete')}</button>
              </li>`,
            )}
          </ul>
        </section>`;
  }
}
customElements.define('nest-import-layouts', SavedLayouts);
