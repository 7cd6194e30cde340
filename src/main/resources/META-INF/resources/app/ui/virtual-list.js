import { html, NestElement, repeat } from '/app/base/element.js';
import { styled } from '/app/base/styled.js';

/** So many rows above and below the window are there before they are scrolled to. */
const BEYOND = 6;

/**
 * A long list of rows of equal height, of which only those near the window exist as elements. The window scrolls it.
 *
 * ```js
 * html`<nest-virtual-list .count=${rows.length} .rowHeight=${56} .key=${(i) => rows[i].id} .row=${(i) => html`…`}
 *     @near-end=${() => this.more()}></nest-virtual-list>`
 * ```
 *
 * `near-end` is told when the end comes close. `scrollToRow(i)` brings a row into view.
 */
class VirtualList extends NestElement {
  static properties = {
    count: { attribute: false },
    rowHeight: { attribute: false },
    key: { attribute: false },
    row: { attribute: false },
    /** Space kept at the top of the window, below what sticks there. */
    top: { attribute: false },
    first: { state: true },
    last: { state: true },
  };

  #moved = () => this.#measure();
  #resized = new ResizeObserver(() => this.#measure());

  constructor() {
    super();
    this.count = 0;
    this.rowHeight = 56;
    this.key = (index) => index;
    this.top = 0;
    this.first = 0;
    this.last = 40;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('scroll', this.#moved, { passive: true });
    this.#resized.observe(document.documentElement);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('scroll', this.#moved);
    this.#resized.disconnect();
  }

  updated() {
    this.#measure();
  }

  #measure() {
    const above = -this.getBoundingClientRect().top;
    const rows = Math.ceil(innerHeight / this.rowHeight);
    const first = Math.max(0, Math.floor(above / this.rowHeight) - BEYOND);
    const last = Math.min(this.count, first + rows + 2 * BEYOND);
    if (first !== this.first || last !== this.last) {
      this.first = first;
      this.last = last;
    }
    if (this.count > 0 && last >= this.count - rows) {
      this.tell('near-end');
    }
  }

  /** Scrolls no further than is needed. */
  scrollToRow(index) {
    const start = this.getBoundingClientRect().top + index * this.rowHeight;
    const end = start + this.rowHeight;
    if (start < this.top) {
      scrollBy(0, start - this.top);
    } else if (end > innerHeight) {
      scrollBy(0, end - innerHeight + this.rowHeight);
    }
  }

  render() {
    const indexes = Array.from({ length: Math.max(0, Math.min(this.last, this.count) - this.first) }, (_, i) => this.first + i);
    return html`<div class="virtual" role="presentation" ${styled({ height: `${this.count * this.rowHeight}px` })}>
      ${repeat(indexes, this.key, (index) => html`<div class="virtual-row" role="presentation" ${styled({
          height: `${this.rowHeight}px`,
          transform: `translateY(${index * this.rowHeight}px)`,
        })}>${this.row(index)}</div>`)}
    </div>`;
  }
}
customElements.define('nest-virtual-list', VirtualList);
