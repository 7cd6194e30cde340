import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { go } from '/app/base/router.js';
import { icon } from '/app/ui/icons.js';
import '/app/ui/virtual-list.js';
import { carryBar } from '/app/goals/carry-bar.js';
import { add, menuOf, move, moveByAsking, remove, toggleDone } from '/app/goals/goal-actions.js';
import { GoalDrag } from '/app/goals/goal-drag.js';
import { goalRow } from '/app/goals/goal-row.js';
import { setOpen } from '/app/goals/open-goals.js';
import { treeKeys } from '/app/goals/tree-keys.js';

const NARROW = matchMedia('(max-width: 760px)');

/**
 * The rows of a forest as a tree (ARIA), which keys walk through, and in which goals are moved by dragging or by keys: `m` takes
 * one, the arrow keys choose where, Enter puts it there.
 */
class GoalTree extends NestElement {
  static properties = {
    /** As `rowsOf` makes them. */
    rows: { attribute: false },
    /** The id of the goal that keys are at. */
    current: { attribute: false },
    renaming: { state: true },
    carried: { state: true },
    dragged: { state: true },
    target: { state: true },
    within: { state: true },
  };

  #drag = new GoalDrag(this);
  #keys = treeKeys(this);
  #resized = () => this.requestUpdate();
  #wanted = null;

  constructor() {
    super();
    this.rows = [];
    this.current = null;
    this.renaming = null;
    this.carried = null;
    this.dragged = false;
    this.target = null;
    this.within = false;
  }

  connectedCallback() {
    super.connectedCallback();
    NARROW.addEventListener('change', this.#resized);
    addEventListener('scroll', this.#lost, { passive: true });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    NARROW.removeEventListener('change', this.#resized);
    removeEventListener('scroll', this.#lost);
  }

  /** A row that has the focus goes when it is scrolled far away; the tree itself is then where Tab comes back to. */
  #lost = () => {
    if (this.within && !this.contains(document.activeElement)) {
      this.within = false;
    }
  };

  get index() {
    return Math.max(0, this.rows.findIndex((row) => row.goal.id === this.current));
  }

  get row() {
    return this.rows[this.index] ?? null;
  }

  get ghost() {
    return this.$('.goal-ghost');
  }

  willUpdate(changed) {
    if (!changed.has('rows') || this.rows.length === 0) {
      return;
    }
    if (!this.rows.some((row) => row.goal.id === this.current)) {
      // What keys were at has gone: they are at what has come into its place.
      const at = (changed.get('rows') ?? []).findIndex((row) => row.goal.id === this.current);
      this.current = this.rows[Math.min(Math.max(at, 0), this.rows.length - 1)].goal.id;
    }
    // A row that moves to another place loses the focus.
    if (document.activeElement.closest('[role=treeitem]') && !document.activeElement.matches('input')) {
      this.#wanted ??= this.current;
    }
  }

  updated() {
    if (this.#wanted && this.rows.some((row) => row.goal.id === this.#wanted)) {
      const id = this.#wanted;
      this.#wanted = null;
      this.focusRow(id);
    }
  }

  /** Brings a row into view and gives it the focus; one that is not there yet, as soon as it is. */
  async focusRow(id) {
    const at = this.rows.findIndex((row) => row.goal.id === id);
    if (at < 0) {
      this.#wanted = id;
      return;
    }
    this.current = id;
    const list = this.$('nest-virtual-list');
    await list.updateComplete;
    list.scrollToRow(at);
    for (let tries = 0; tries < 10; tries++) {
      const row = this.$(`[data-goal="${id}"]`);
      if (row) {
        row.focus({ preventScroll: true });
        return;
      }
      await new Promise(requestAnimationFrame);
    }
  }

  toggle(row, open = !row.open) {
    if (row.open !== null) {
      setOpen([{ id: row.goal.id, depth: row.depth }], open);
    }
  }

  /** Opens a row and all beside it. */
  openSiblings(at) {
    const { goal, depth } = this.rows[at];
    const beside = this.rows.filter((row) => row.depth === depth && row.goal.parentId === goal.parentId && row.open === false);
    setOpen(beside.map((row) => ({ id: row.goal.id, depth })), true);
  }

  enter(row) {
    go('/goals/' + row.goal.id);
  }

  startRename(row) {
    this.renaming = row.goal.id;
    this.current = row.goal.id;
  }

  #renamed(goal, byKey) {
    this.renaming = null;
    if (byKey) {
      this.focusRow(goal.id);
    }
  }

  finish(row) {
    toggleDone(row.goal);
  }

  remove(row) {
    remove(row.goal);
  }

  async addWithin(row) {
    const made = await add(row.goal);
    if (made) {
      setOpen([{ id: row.goal.id, depth: row.depth }], true);
      this.focusRow(made.id);
    }
  }

  /** Takes a goal, so that keys choose where it goes. */
  carry(row) {
    this.carried = row.goal;
  }

  /** Puts what is carried into a goal, or to the top. */
  async put(parentRow) {
    const goal = this.carried;
    this.drop();
    if (goal && parentRow?.goal.id !== goal.id) {
      await this.#move(goal, parentRow);
    }
  }

  drop() {
    this.carried = null;
    this.target = null;
    this.dragged = false;
  }

  /** Leaves what is carried where it is. */
  leave() {
    const { id } = this.carried;
    this.drop();
    this.focusRow(id);
  }

  async #move(goal, parentRow) {
    if ((await move(goal, parentRow?.goal ?? null)) && parentRow) {
      setOpen([{ id: parentRow.goal.id, depth: parentRow.depth }], true);
    }
    this.focusRow(goal.id);
  }

  async askPlace(goal) {
    this.drop();
    if ((await moveByAsking(goal)) !== undefined) {
      this.focusRow(goal.id);
    }
  }

  dragStarted(id) {
    this.carried = this.rows.find((row) => row.goal.id === id)?.goal ?? null;
    this.dragged = true;
  }

  draggedOver(target) {
    this.target = target;
  }

  openFor(id) {
    const row = this.rows.find((one) => one.goal.id === id);
    if (row && row.open === false) {
      this.toggle(row, true);
    }
  }

  dragEnded(id, target) {
    const goal = this.carried;
    const row = this.rows.find((one) => one.goal.id === target);
    this.drop();
    const stays = target === null || (target === 'top' ? null : target) === goal.parentId;
    if (goal && !stays) {
      this.#move(goal, target === 'top' ? null : row);
    }
  }

  #bar() {
    const goal = this.carried;
    return carryBar(goal, this, {
      top: () => this.put(null),
      ask: () => this.askPlace(goal),
      drop: () => this.leave(),
    });
  }

  #row(index) {
    const row = this.rows[index];
    const { goal } = row;
    const current = goal.id === this.current;
    const state = { current, renaming: this.renaming === goal.id, carried: this.carried?.id === goal.id, target: this.carried && (this.dragged ? this.target === goal.id : current && this.carried.id !== goal.id) };
    return goalRow(row, state, {
      toggle: () => this.toggle(row),
      named: (byKey) => this.#renamed(goal, byKey),
      finish: () => this.finish(row),
      items: () => menuOf(goal, { onMove: () => this.askPlace(goal), onRename: () => this.startRename(row), onAdd: () => this.addWithin(row) }),
    });
  }

  #focused(event) {
    if (event.target === event.currentTarget) {
      this.focusRow(this.row.goal.id);
      return;
    }
    this.within = true;
    const row = event.target.closest('[data-goal]');
    if (row) {
      this.current = row.dataset.goal;
    }
  }

  render() {
    return html`${this.carried ? this.#bar() : nothing}
      <div
        role="tree"
        class="goal-tree ${this.carried ? 'carrying' : ''} ${this.dragged ? 'dragging' : ''}"
        aria-label=${t('goals.title')}
        aria-describedby="goal-tree-keys"
        tabindex=${this.within ? '-1' : '0'}
        @focusin=${this.#focused}
        @focusout=${(event) => (this.within = event.currentTarget.contains(event.relatedTarget))}
        @keydown=${this.#keys}
        @pointerdown=${(event) => this.#drag.down(event)}
      >
        <nest-virtual-list
          .count=${this.rows.length}
          .rowHeight=${NARROW.matches ? 76 : 56}
          .top=${this.carried ? 80 : 8}
          .key=${(index) => this.rows[index].goal.id}
          .row=${(index) => this.#row(index)}
        ></nest-virtual-list>
      </div>
      <p id="goal-tree-keys" class="hint goal-tree-keys">${t('goals.keys')}</p>
      ${this.dragged ? html`<div class="goal-ghost" aria-hidden="true">${icon('goals')} <span class="cut">${this.carried.name}</span></div>` : nothing}`;
  }

  firstUpdated() {
    this.addEventListener('pointermove', (event) => this.#drag.move(event));
    this.addEventListener('pointerup', (event) => this.#drag.up(event));
    this.addEventListener('pointercancel', (event) => this.#drag.cancel(event));
    // A finger is captured by what it touches first, and that is lost, too.
    this.addEventListener('lostpointercapture', (event) => event.target === this && this.#drag.cancel(event));
  }
}
customElements.define('nest-goal-tree', GoalTree);
