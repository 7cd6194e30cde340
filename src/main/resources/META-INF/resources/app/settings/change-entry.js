import { html, NestElement, nothing } from '/app/base/element.js';
import { get } from '/app/base/api.js';
import { t } from '/app/base/i18n.js';
import { undo } from '/app/base/changes.js';
import { instant } from '/app/base/format.js';
import { icon } from '/app/ui/icons.js';
import { failure, loading } from '/app/ui/states.js';
import { actorName, fieldTable } from '/app/settings/changed-fields.js';
import { kindInWords, touched, typeName } from '/app/settings/change-words.js';
import { loadWords, nameOf } from '/app/settings/field-values.js';

/** Types that say how they repeat. */
const WITH_RULES = new Set(['schedule', 'budget']);

/**
 * One change of the history: what was done, by whom and when. Opened, it shows each object as it was before and after. It can be
 * undone; where that cannot be, because something was changed since, it says by what.
 */
class ChangeEntry extends NestElement {
  static properties = {
    change: { attribute: false },
    /** Of accounts, by id. */
    names: { attribute: false },
    open: { state: true },
    full: { state: true },
    problem: { state: true },
    conflicts: { state: true },
    busy: { state: true },
  };

  #toggle() {
    this.open = !this.open;
    if (this.open && !this.full) {
      this.#load(`/changes/${this.change.seq}?limit=25`);
    }
  }

  async #load(path) {
    this.problem = null;
    try {
      const page = await get(path);
      if (page.items.some((item) => WITH_RULES.has(item.type))) {
        await loadWords();
      }
      this.full = { items: [...(this.full?.items ?? []), ...page.items], next: page.next };
    } catch (problem) {
      this.problem = problem;
    }
  }

  async #undo(seq = this.change.seq) {
    this.busy = true;
    try {
      await undo(seq);
      this.conflicts = null;
    } catch (problem) {
      if (seq === this.change.seq) {
        this.conflicts = problem.body?.conflicts ?? null;
      }
    }
    this.busy = false;
  }

  #conflicts() {
    const since = [...new Set(this.conflicts.map((conflict) => conflict.seq).filter(Boolean))].sort((one, other) => other - one);
    return html`<div class="note warning" role="alert">
      ${icon('warning')}
      <div class="stack tight">
        <p>${since.length > 0 ? t('settings.history.conflict') : t('settings.history.inTheWay')}</p>
        <ul>
          ${this.conflicts.slice(0, 10).map((conflict) => html`<li>${typeName(conflict.type)}${conflict.seq ? html` – ${t('settings.history.changedBy', { number: String(conflict.seq) })}` : nothing}</li>`)}
        </ul>
        ${since.length > 0
          ? html`<div><button type="button" class="small" ?disabled=${this.busy} @click=${() => this.#undo(since[0])}>${t('settings.history.undoFirst', { number: String(since[0]) })}</button></div>`
          : nothing}
      </div>
    </div>`;
  }

  #item({ type, op, before, after }) {
    return html`<li>
      <p><span class="strong">${nameOf(type, after ?? before)}</span> <span class="soft small">${typeName(type)} · ${t(`settings.op.${op}`)}</span></p>
      ${fieldTable(before, after, this.names)}
    </li>`;
  }

  #details() {
    if (!this.full) {
      return this.problem ? failure(this.problem, () => this.#load(`/changes/${this.change.seq}?limit=25`)) : loading(3);
    }
    return html`<ul class="settings-items">${this.full.items.map((item) => this.#item(item))}</ul>
      ${this.problem ? failure(this.problem, () => this.#load(this.full.next)) : nothing}
      ${this.full.next ? html`<button type="button" class="small" @click=${() => this.#load(this.full.next)}>${t('settings.history.moreItems')}</button>` : nothing}`;
  }

  render() {
    const { seq, at, actor, undoes, undoneBy } = this.change;
    const details = `change-${seq}`;
    return html`<div class="settings-change">
      <button type="button" class="settings-what" aria-expanded=${this.open ? 'true' : 'false'} aria-controls=${details} @click=${() => this.#toggle()}>
        ${icon(this.open ? 'down' : 'right')}
        <span class="grow">
          <span class="strong">${kindInWords(this.change)}</span>
          ${undoneBy ? html`<span class="badge">${t('settings.history.undone')}</span>` : nothing}
          <span class="settings-facts soft small">
            <span>${t('settings.history.number', { number: String(seq) })}${undoes ? html` – ${t('settings.history.undoes', { number: String(undoes) })}` : nothing}</span>
            <span>${touched(this.change)}</span>
            <span>${actorName(actor)}</span>
            <span>${instant(at)}</span>
          </span>
        </span>
      </button>
      ${undoneBy
        ? nothing
        : html`<button type="button" class="small" ?disabled=${this.busy} aria-label=${`${t('base.undo')}: ${t('settings.history.number', { number: String(seq) })}, ${kindInWords(this.change)}`} @click=${() => this.#undo()}>
            ${icon('undo')} <span class="settings-undo">${t('base.undo')}</span>
          </button>`}
    </div>
    ${this.conflicts?.length > 0 ? this.#conflicts() : nothing}
    <div id=${details} class="settings-details" ?hidden=${!this.open}>${this.open ? this.#details() : nothing}</div>`;
  }
}
customElements.define('nest-change-entry', ChangeEntry);
