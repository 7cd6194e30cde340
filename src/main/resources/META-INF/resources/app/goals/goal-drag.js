const STEP = 6; // pixels that are a drag and no click
const EDGE = 120; // where the window scrolls by itself; more than the bar at the top takes
const OPEN_AFTER = 700;

/**
 * Drags a row of a tree onto another one, by any pointer: a mouse takes the row anywhere, a finger its grip, so that the page
 * still scrolls. The window scrolls when the pointer comes near its edges, and what is closed opens when it stays there.
 *
 * The tree says `dragStarted(id)`, `draggedOver(target)`, `openFor(id)`, and `dragEnded(id, target)`; a target is the id of a
 * goal, `'top'`, or null for none. `ghost` is the element that follows the pointer.
 */
export class GoalDrag {
  #tree;
  #id = null;
  #pointer = null;
  #start = null;
  #at = null;
  #dragging = false;
  #target = null;
  #openTimer = null;
  #frame = null;
  #escape = (event) => event.key === 'Escape' && this.#end(null);

  constructor(tree) {
    this.#tree = tree;
  }

  down(event) {
    const row = event.target.closest('[data-goal]');
    const grip = event.target.closest('.goal-grip');
    const free = event.pointerType === 'mouse' && !event.target.closest('button, input, [role=menu]');
    if (event.button !== 0 || !row || !(grip || free)) {
      return;
    }
    this.#id = row.dataset.goal;
    this.#pointer = event.pointerId;
    this.#start = { x: event.clientX, y: event.clientY };
  }

  move(event) {
    if (event.pointerId !== this.#pointer) {
      return;
    }
    this.#at = { x: event.clientX, y: event.clientY };
    if (!this.#dragging && Math.hypot(this.#at.x - this.#start.x, this.#at.y - this.#start.y) >= STEP) {
      this.#dragging = true;
      // Rows come and go while the window scrolls; the tree stays.
      this.#tree.setPointerCapture(this.#pointer);
      addEventListener('keydown', this.#escape);
      this.#tree.dragStarted(this.#id);
      this.#scroll();
    }
    if (this.#dragging) {
      this.#look();
    }
  }

  up(event) {
    if (event.pointerId === this.#pointer) {
      this.#end(this.#target);
    }
  }

  cancel(event) {
    if (event.pointerId === this.#pointer) {
      this.#end(null);
    }
  }

  #look() {
    const { x, y } = this.#at;
    this.#tree.ghost?.style.setProperty('transform', `translate(${x + 12}px, ${y + 8}px)`);
    const found = document.elementFromPoint(x, y)?.closest('[data-goal], [data-top]');
    const target = !found ? null : 'top' in found.dataset ? 'top' : found.dataset.goal === this.#id ? null : found.dataset.goal;
    if (target !== this.#target) {
      this.#target = target;
      clearTimeout(this.#openTimer);
      if (target && target !== 'top') {
        this.#openTimer = setTimeout(() => this.#tree.openFor(target), OPEN_AFTER);
      }
      this.#tree.draggedOver(target);
    }
  }

  #scroll() {
    this.#frame = requestAnimationFrame(() => {
      const { y } = this.#at;
      const speed = y < EDGE ? y - EDGE : Math.max(0, y - innerHeight + EDGE);
      if (speed !== 0 && this.#target !== 'top') {
        scrollBy(0, speed / 4);
        this.#look();
      }
      this.#scroll();
    });
  }

  #end(target) {
    const dragged = this.#dragging ? this.#id : null;
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#openTimer);
    removeEventListener('keydown', this.#escape);
    this.#id = this.#pointer = this.#target = null;
    this.#dragging = false;
    if (dragged) {
      this.#tree.dragEnded(dragged, target);
    }
  }
}
