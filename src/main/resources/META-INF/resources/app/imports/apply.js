import { get } from '/app/base/api.js';
import { html, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { amount, day } from '/app/base/format.js';
import { change } from '/app/base/changes.js';
import { href } from '/app/base/router.js';
import { confirm, NestDialog, open } from '/app/ui/dialog.js';
import { countsText, titleOf } from '/app/imports/words.js';

/** So many of what was changed are shown. */
const SHOWN = 12;

/** Carries a plan out. @return the import as it is now */
export function applyPlan(plan) {
  return change('POST', `/imports/${plan.id}/apply`, { said: t('imports.appliedSaid', { counts: countsText(plan.counts) }) });
}

/** Takes an import back, after asking; what was changed since may be kept. @return the import, or null if it stays */
export async function undoImport(plan) {
  if (!(await confirm({ text: t('imports.undoAsk', { name: titleOf(plan) }), more: t('imports.undoMore'), action: t('imports.undo'), danger: true }))) {
    return null;
  }
  const said = t('imports.undoneSaid', { name: titleOf(plan) });
  try {
    return await change('POST', `/imports/${plan.id}/undo`, { said });
  } catch (problem) {
    if (problem.code !== 'import-changed') {
      throw problem;
    }
    const rest = await open('nest-import-changed', { conflicts: problem.body.conflicts ?? [] });
    return rest ? change('POST', `/imports/${plan.id}/undo?keep=changed`, { said }) : null;
  }
}

/** What was changed since an import: names it, and offers to leave it and undo the rest. */
class ImportChanged extends NestDialog {
  conflicts = [];
  #found = null;

  async connectedCallback() {
    super.connectedCallback();
    const ids = this.conflicts.slice(0, SHOWN).map((conflict) => conflict.id);
    // One that cannot be found was deleted.
    this.#found = await Promise.all(ids.map((id) => get(`/transactions/${id}`).catch(() => null)));
    this.requestUpdate();
  }

  heading() {
    return t('imports.changedTitle', { count: this.conflicts.length });
  }

  content() {
    const more = this.conflicts.length - SHOWN;
    return html`<p>${t('imports.changedText')}</p>
      <ul class="list" aria-busy=${this.#found === null ? 'true' : 'false'}>
        ${(this.#found ?? []).map((one) =>
          one
            ? html`<li>
                <span class="soft small nowrap">${day(one.date)}</span>
                <a class="grow cut" href=${href('/transactions/' + one.id)} @click=${() => this.finish(null)}>${one.description}</a>
                ${amount(one.amount, one.currency)}
              </li>`
            : html`<li class="soft">${t('imports.deletedSince')}</li>`,
        )}
      </ul>
      ${more > 0 ? html`<p class="soft">${t('imports.andMore', { count: more })}</p>` : nothing}`;
  }

  submit() {
    this.finish(true);
  }

  actions() {
    return html`<button type="button" @click=${() => this.finish(null)}>${t('base.cancel')}</button>
      <button type="submit" class="primary">${t('imports.keepChanged')}</button>`;
  }
}
customElements.define('nest-import-changed', ImportChanged);
