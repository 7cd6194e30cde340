import { html, NestElement } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { onPreference } from '/app/base/preferences.js';
import { currentRoute, onRoute, setParameters } from '/app/base/router.js';
import { shortcuts } from '/app/base/keys.js';
import { segmented } from '/app/ui/fields.js';
import { icon } from '/app/ui/icons.js';
import { empty, shown } from '/app/ui/states.js';
import { placesOf, rowsOf } from '/app/goals/forest.js';
import { add } from '/app/goals/goal-actions.js';
import { isOpen, setAllOpen } from '/app/goals/open-goals.js';
import '/app/goals/goal-tree.js';

/** Where somebody was who opens a goal and comes back. */
let left = { scroll: 0, current: null };

/** All goals: a tree, with filters that stand in the address. */
class GoalForest extends NestElement {
  static properties = {
    /** The Query of the forest, which the view of one goal shares. */
    forest: { attribute: false },
    /** Its answer and problem: this is rendered when they change. */
    answer: { attribute: false },
    problem: { attribute: false },
  };

  #leave = [];
  /** Goals whose state has changed while they were shown: they stay, so that nothing goes from under one's hands. */
  #stay = new Set();
  #seen = null;
  #rows = [];
  #made = null;

  connectedCallback() {
    super.connectedCallback();
    this.#leave = [
      onRoute(() => this.#routed()),
      onPreference(() => this.#arrange()),
      shortcuts({ n: () => this.#add(), '/': () => this.$('#goal-search')?.focus() }),
    ];
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave.forEach((leave) => leave());
    left = { scroll: this.#scroll, current: this.$('nest-goal-tree')?.current ?? null };
    removeEventListener('scroll', this.#scrolled);
  }

  #scroll = 0;
  #scrolled = () => (this.#scroll = scrollY);

  firstUpdated() {
    addEventListener('scroll', this.#scrolled, { passive: true });
    const { scroll, current } = left;
    if (current && this.forest.data) {
      requestAnimationFrame(() => {
        scrollTo(0, scroll);
        this.$('nest-goal-tree')?.focusRow(current);
      });
    }
  }

  #routed() {
    this.#stay.clear();
    this.#arrange();
    this.requestUpdate();
  }

  get #status() {
    const status = currentRoute().parameters.get('status');
    return ['done', 'all'].includes(status) ? status : 'active';
  }

  get #text() {
    return currentRoute().parameters.get('q') ?? '';
  }

  willUpdate() {
    const data = this.forest.data;
    if (data && data !== this.#seen) {
      const before = this.#seen && placesOf(this.#seen);
      for (const [id, { goal }] of before ? placesOf(data) : []) {
        if (before.has(id) && !before.get(id).goal.end !== !goal.end) {
          this.#stay.add(id);
        }
      }
      this.#seen = data;
      this.#arrange();
    }
  }

  #arrange() {
    const status = this.#status;
    const text = this.#text.trim().toLocaleLowerCase();
    const fits = (goal) => status === 'all' || (status === 'done') === !!goal.end || this.#stay.has(goal.id);
    const matches = (goal) => fits(goal) && (!text || goal.name.toLocaleLowerCase().includes(text) || (goal.description ?? '').toLocaleLowerCase().includes(text));
    this.#rows = this.#seen ? rowsOf(this.#seen.items, matches, (goal, depth) => text !== '' || isOpen(goal.id, depth)) : [];
  }

  async #add() {
    this.#made = (await add())?.id ?? null;
    this.requestUpdate();
  }

  /** What was made gets the focus as soon as there is a tree: the first goal brings it. */
  updated() {
    const tree = this.$('nest-goal-tree');
    const made = this.#made;
    if (made && tree) {
      this.#made = null;
      tree.updateComplete.then(() => tree.focusRow(made));
    }
  }

  #toolbar() {
    return html`<div class="goal-tools">
      ${segmented({
        name: 'goal-status',
        label: t('goals.status'),
        value: this.#status,
        options: ['active', 'done', 'all'].map((status) => [status, t(`goals.${status}`)]),
        change: (status) => setParameters({ status: status === 'active' ? null : status }),
      })}
      <input
        id="goal-search"
        type="search"
        aria-label=${t('goals.search')}
        placeholder=${t('goals.search')}
        .value=${this.#text}
        @input=${(event) => setParameters({ q: event.target.value || null })}
        @keydown=${(event) => {
          if (event.key === 'ArrowDown' && this.#rows.length > 0) {
            event.preventDefault();
            this.$('nest-goal-tree').focusRow(this.#rows[0].goal.id);
          }
        }}
      />
      <button type="button" class="quiet small" @click=${() => setAllOpen(true)}>${t('goals.openAll')}</button>
      <button type="button" class="quiet small" @click=${() => setAllOpen(false)}>${t('goals.closeAll')}</button>
    </div>`;
  }

  #tree(forest) {
    if (forest.items.length === 0) {
      return html`<div class="card">
        ${empty({
          level: 2,
          picture: 'goals',
          title: t('goals.emptyTitle'),
          text: t('goals.emptyText'),
          action: html`<button type="button" class="primary" @click=${() => this.#add()}>${icon('add')} ${t('goals.addFirst')}</button>`,
        })}
      </div>`;
    }
    const found = this.#rows.filter((row) => !row.leads).length;
    return html`${this.#toolbar()}
      <p class="visually-hidden" role="status">${this.#text ? t('goals.found', { count: found }) : ''}</p>
      ${this.#rows.length > 0
        ? html`<div class="card goal-card"><nest-goal-tree .rows=${this.#rows}></nest-goal-tree></div>`
        : html`<div class="card">
            ${this.#text
              ? empty({ level: 2, picture: 'search', title: t('goals.noMatchTitle'), text: t('goals.noMatchText'), action: html`<button type="button" @click=${() => setParameters({ q: null, status: 'all' })}>${t('goals.showAll')}</button>` })
              : empty({ level: 2, picture: 'goals', title: t(`goals.none.${this.#status}`), text: t(`goals.noneText.${this.#status}`) })}
          </div>`}`;
  }

  render() {
    return html`<div class="view">
      <div class="view-head">
        <h1>${t('goals.title')}</h1>
        <div class="actions">
          <button type="button" class="primary" @click=${() => this.#add()}>${icon('add')} ${t('goals.add')}</button>
        </div>
      </div>
      ${shown(this.forest, (forest) => this.#tree(forest), 8)}
    </div>`;
  }
}
customElements.define('nest-goal-forest', GoalForest);
