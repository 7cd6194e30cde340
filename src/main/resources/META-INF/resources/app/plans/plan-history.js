import { html, NestElement, nothing } from '/app/base/element.js';
import { get } from '/app/base/api.js';
import { sayProblem } from '/app/base/changes.js';
import { hasText, t } from '/app/base/i18n.js';
import { instant } from '/app/base/format.js';
import { Query } from '/app/base/query.js';
import { shown } from '/app/ui/states.js';

/**
 * What was done to a budget or a schedule, the newest first, read when it is opened. `path` of its history, and
 * `describe(now, before)`, which says what differs: `[{label, now, before}]`.
 */
class PlanHistory extends NestElement {
  static properties = {
    path: { attribute: false },
    describe: { attribute: false },
    opened: { state: true },
  };

  #history = new Query(this, () => (this.opened ? this.path + '?limit=25' : null), ['budget', 'schedule']);

  constructor() {
    super();
    this.opened = false;
  }

  async #more() {
    const before = this.#history.data;
    try {
      const page = await get(before.next);
      // Unless it was pressed twice, or there is something new.
      if (this.#history.data === before) {
        this.#history.set({ items: [...before.items, ...page.items], next: page.next });
      }
    } catch (problem) {
      sayProblem(problem);
    }
  }

  render() {
    return html`<details class="card plans-history" @toggle=${(event) => (this.opened = event.target.open)}>
      <summary><h2>${t('budgets.history')}</h2></summary>
      ${this.opened ? shown(this.#history, (history) => this.#entries(history)) : nothing}
    </details>`;
  }

  #entries({ items, next }) {
    return html`<ol class="list">
        ${items.map((entry, at) => this.#entry(entry, items[at + 1]))}
      </ol>
      ${next ? html`<button type="button" @click=${() => this.#more()}>${t('budgets.olderChanges')}</button>` : nothing}`;
  }

  #entry(entry, before) {
    const differences = entry.op === 'changed' && before?.object ? this.describe(entry.object, before.object) : [];
    const who = `budgets.actors.${entry.actor.type}`;
    return html`<li>
      <div class="grow">
        <p class="spread"><span class="strong">${t(`budgets.ops.${entry.op}`)}</span> <span class="soft small">${instant(entry.at)}${entry.actor.name ? ` · ${entry.actor.name}` : hasText(who) ? ` · ${t(who)}` : ''}</span></p>
        ${differences.map(({ label, now, before: was }) => html`<p class="small">${label}: ${now} <span class="soft">${t('budgets.was', { before: was })}</span></p>`)}
      </div>
    </li>`;
  }
}
customElements.define('nest-plan-history', PlanHistory);
