import { html, live, NestElement, nothing } from '/app/base/element.js';
import { keyed } from 'lit/directives/keyed.js';
import { change, sayProblem } from '/app/base/changes.js';
import { t } from '/app/base/i18n.js';
import { shortcuts } from '/app/base/keys.js';
import { icon } from '/app/ui/icons.js';
import { failure, loading } from '/app/ui/states.js';
import '/app/ui/virtual-list.js';
import { cells, nameOf, thisYear } from '/app/transactions/row.js';
import { Draft } from '/app/transactions/row-editor.js';
import { TransferSides } from '/app/transactions/transfer-sides.js';
import { openTransaction } from '/app/transactions/opening.js';

/** Where a row has room for one line, in pixels; its heights. */
const WIDE = 800;
const HEIGHT = { wide: 48, narrow: 68 };
const COLUMNS = 7;

/**
 * The rows of transactions (ARIA grid): one of them is the current one, which keys move, change, select and delete. Sorting is
 * told as `sort`, any change of the selection as `selected`.
 */
class TransactionList extends NestElement {
  static properties = {
    pages: { attribute: false },
    selection: { attribute: false },
    accounts: { attribute: false },
    total: { attribute: false },
    sort: { attribute: false },
    /** What sticks at the top of the window, in pixels. */
    top: { attribute: false },
    wide: { state: true },
  };

  #current = null;
  #index = 0;
  #begun = false;
  #year = null;
  #draft = null;
  #transfers = new TransferSides(this);
  #leave;
  #deleting = new Set();
  #resized = new ResizeObserver(([entry]) => (this.wide = entry.contentRect.width >= WIDE));
  #anchor = null;
  #before = { rows: null, shown: null };

  constructor() {
    super();
    this.wide = true;
    this.top = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#resized.observe(this);
    this.#leave = shortcuts({
      j: () => this.#move(1),
      k: () => this.#move(-1),
      e: () => this.#edit(this.#row),
      x: () => this.#select(this.#row),
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#resized.disconnect();
    this.#leave();
  }

  get #height() {
    return this.wide ? HEIGHT.wide : HEIGHT.narrow;
  }

  get #row() {
    return this.pages.find(this.#current) ?? null;
  }

  get #list() {
    return this.$('nest-virtual-list');
  }

  willUpdate() {
    this.#year = thisYear();
    const { rows, shown } = this.pages;
    if (this.#before.rows !== rows) {
      this.#anchor = this.#before.shown === shown ? this.#firstVisible(this.#before.rows) : { top: true };
      if (this.#before.shown !== shown) {
        this.#draft = null;
      }
      this.#before = { rows, shown };
    }
    const index = this.pages.indexOf(this.#current);
    if (index >= 0) {
      this.#index = index;
    } else {
      // It is gone: the one that has taken its place is the current one.
      this.#index = Math.min(this.#index, Math.max(rows.length - 1, 0));
      this.#current = rows[this.#index]?.id ?? null;
    }
    if (this.#draft && this.pages.indexOf(this.#draft.id) < 0) {
      this.#draft = null;
    }
  }

  /** Rows may have come or gone above those in the window: these stay where they are. */
  async updated() {
    const anchor = this.#anchor;
    this.#anchor = null;
    const list = this.#list;
    if (!anchor || !list) {
      return;
    }
    await list.updateComplete;
    const start = this.getBoundingClientRect().top - this.top;
    if (anchor.top) {
      if (start < 0) {
        scrollBy(0, start);
      }
      return;
    }
    const kept = anchor.rows.find((row) => this.pages.indexOf(row.id) >= 0);
    if (kept) {
      const moved = this.pages.indexOf(kept.id) - (anchor.first + anchor.rows.indexOf(kept));
      if (moved !== 0) {
        scrollBy(0, moved * this.#height);
      }
    }
  }

  #firstVisible(rows) {
    const above = this.#list ? this.top - this.#list.getBoundingClientRect().top : 0;
    if (!rows || above < this.#height / 2) {
      return null;
    }
    const first = Math.floor(above / this.#height);
    return { first, rows: rows.slice(first, first + 60) };
  }

  /** Makes a row the current one, and gives it the focus. */
  async #go(index) {
    const row = this.pages.rows[index];
    if (!row) {
      return;
    }
    this.#current = row.id;
    this.#index = index;
    this.#begun = true;
    this.requestUpdate();
    await this.updateComplete;
    await this.#focus();
  }

  async #focus() {
    this.#list.scrollToRow(this.#index);
    // What lies beyond the rows that there are elements for is made after the window has scrolled.
    for (let tries = 0; tries < 5; tries++) {
      await this.#list.updateComplete;
      const element = this.$(`[data-id="${this.#current}"]`);
      if (element) {
        element.focus({ preventScroll: true });
        return;
      }
      await new Promise(requestAnimationFrame);
    }
  }

  /** To the next row or the one before; where the current one has been scrolled away, to the first that is seen. */
  #move(by) {
    const start = this.#list.getBoundingClientRect().top;
    const first = Math.max(0, Math.ceil((this.top - start) / this.#height));
    const last = Math.floor((innerHeight - start) / this.#height);
    const seen = this.#index >= first - 1 && this.#index <= last;
    const next = this.#begun && seen ? this.#index + by : seen ? this.#index : first;
    this.#go(Math.max(0, Math.min(next, this.pages.rows.length - 1)));
  }

  #select(row, range = false) {
    if (!row) {
      return;
    }
    if (range) {
      this.selection.extend(row.id, this.pages);
    } else {
      this.selection.toggle(row.id);
    }
    this.requestUpdate();
    this.tell('selected');
  }

  #selectAll(event) {
    if (event.target.checked) {
      this.selection.all(this.pages.rows);
    } else {
      this.selection.clear();
    }
    this.requestUpdate();
    this.tell('selected');
  }

  #edit(row, field = 'description') {
    if (!row) {
      return;
    }
    if (!this.wide) {
      openTransaction(row);
      return;
    }
    if (this.#draft?.id !== row.id) {
      this.#draft = new Draft(row, row.type === 'transfer' && !['description', 'category'].includes(field) ? 'description' : field);
      this.#current = row.id;
      this.requestUpdate();
    }
  }

  async #ended(row) {
    this.#draft = null;
    if (row) {
      this.pages.patch([row], true);
    }
    this.requestUpdate();
    await this.updateComplete;
    await this.#list.updateComplete;
    this.$(`[data-id="${this.#current}"]`)?.focus({ preventScroll: true });
  }

  async #delete(row) {
    if (this.#deleting.has(row.id)) {
      return;
    }
    this.#deleting.add(row.id);
    const path = row.transferId ? `/transfers/${row.transferId}` : `/transactions/${row.id}`;
    try {
      await change('DELETE', path, { said: t('transactions.said.deleted', { name: nameOf(row) }) });
      this.pages.remove([row.id]);
      this.requestUpdate();
      await this.updateComplete;
      this.#go(this.#index);
    } catch (problem) {
      sayProblem(problem);
    } finally {
      this.#deleting.delete(row.id);
    }
  }

  #rowOf(event) {
    const index = event.target.closest('[data-index]')?.dataset.index;
    return index === undefined ? null : this.pages.rows[index];
  }

  #key(event) {
    const row = this.#rowOf(event);
    const onRow = event.target.matches('[data-index]');
    if (!row || this.#draft?.id === row.id || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const does = {
      ArrowDown: () => this.#go(Math.min(this.#index + 1, this.pages.rows.length - 1)),
      ArrowUp: () => this.#go(Math.max(this.#index - 1, 0)),
      Home: () => this.#go(0),
      End: () => this.#go(this.pages.rows.length - 1),
      Enter: onRow && (() => openTransaction(row)),
      ' ': onRow && (() => this.#select(row, event.shiftKey)),
      // A key that is held takes one row, not those that come to its place.
      Delete: () => event.repeat || this.#delete(row),
    }[event.key];
    if (does) {
      event.preventDefault();
      does();
    }
  }

  #click(event) {
    const row = this.#rowOf(event);
    if (!row || this.#draft?.id === row.id) {
      return;
    }
    if (event.target.matches('input[type=checkbox]')) {
      this.#select(row, event.shiftKey);
    } else if (event.target.closest('[data-does=edit]')) {
      this.#edit(row);
    } else if (event.pointerType === 'touch' && !event.target.closest('.transactions-check')) {
      openTransaction(row);
    }
    this.#begun = true;
    this.#current = row.id;
    this.requestUpdate();
  }

  #doubleClick(event) {
    const row = this.#rowOf(event);
    if (row && this.#draft?.id !== row.id && !event.target.closest('button, input')) {
      getSelection().removeAllRanges();
      const name = ['date', 'category', 'amount'].find((one) => event.target.closest(`.transactions-${one === 'date' ? 'day' : one}`));
      this.#edit(row, name ?? 'description');
    }
  }

  /** Where Tab comes in: the current row, or one in the middle of the window where that is far away. */
  #isStop(index) {
    const { first, last } = this.#list ?? { first: 0, last: Infinity };
    return index === (this.#index >= first && this.#index < last ? this.#index : Math.floor((first + last) / 2));
  }

  #one(index) {
    const row = this.pages.rows[index];
    this.pages.look(index);
    const selected = this.selection.has(row.id);
    const current = row.id === this.#current;
    const editing = this.#draft?.id === row.id;
    const sameDay = this.sort.endsWith('date') && this.pages.rows[index - 1]?.date === row.date;
    return html`<div
      role="row"
      class="transactions-row ${selected ? 'selected' : ''} ${current ? 'current' : ''} ${sameDay ? 'same' : ''} ${editing ? 'editing' : ''}"
      aria-rowindex=${index + 2}
      aria-selected=${selected ? 'true' : 'false'}
      tabindex=${this.#isStop(index) ? '0' : '-1'}
      data-index=${index}
      data-id=${row.id}
    >
      ${editing
        ? keyed(
            this.#draft,
            html`<nest-transaction-row-editor
              role="presentation"
              .transaction=${row}
              .draft=${this.#draft}
              @edited=${(event) => this.#ended(event.detail)}
              @given-up=${() => this.#ended(null)}
            ></nest-transaction-row-editor>`,
          )
        : cells(row, this.accounts, row.transferId ? this.#transfers.of(row) : null, { selected, current, sameDay, year: this.#year })}
    </div>`;
  }

  #column(name, by = null) {
    if (!by) {
      return html`<span role="columnheader" class="transactions-${name}">${t(`transactions.columns.${name}`)}</span>`;
    }
    const down = this.sort === `-${by}`;
    const here = this.sort.endsWith(by);
    return html`<span role="columnheader" class="transactions-${name}" aria-sort=${here ? (down ? 'descending' : 'ascending') : 'none'}>
      <button type="button" class="quiet small" @click=${() => this.tell('sort', down ? by : `-${by}`)}>
        ${t(`transactions.columns.${name}`)} ${here ? icon(down ? 'down' : 'up') : nothing}
      </button>
    </span>`;
  }

  #head() {
    const { rows } = this.pages;
    const all = rows.length > 0 && this.selection.size >= rows.length;
    return html`<div class="transactions-head" role="row" aria-rowindex="1">
      <span role="columnheader" class="transactions-check">
        <input id="transactions-all" type="checkbox" .checked=${live(all)} .indeterminate=${this.selection.size > 0 && !all} aria-label=${t('transactions.selectAll')}
          @change=${this.#selectAll} />
      </span>
      ${this.#column('day', 'date')} ${this.#column('what')} ${this.#column('category')} ${this.#column('where')} ${this.#column('amount', 'amount')}
      <span role="columnheader" class="transactions-edit"><span class="visually-hidden">${t('base.actions')}</span></span>
    </div>`;
  }

  render() {
    const { pages } = this;
    return html`<div
        class="transactions-grid ${this.wide ? 'wide' : 'narrow'} ${pages.renewing ? 'renewing' : ''}"
        role="grid"
        aria-label=${t('transactions.title')}
        aria-multiselectable="true"
        aria-rowcount=${this.total === null ? -1 : this.total + 1}
        aria-colcount=${COLUMNS}
        @keydown=${this.#key}
        @click=${this.#click}
        @dblclick=${this.#doubleClick}
      >
        ${this.#head()}
        <nest-virtual-list
          .count=${pages.rows.length}
          .rowHeight=${this.#height}
          .top=${this.top}
          .key=${(index) => pages.rows[index].id}
          .row=${(index) => this.#one(index)}
          @near-end=${() => pages.more()}
        ></nest-virtual-list>
      </div>
      ${pages.problem ? failure(pages.problem, () => pages.retry()) : pages.busy ? loading(2) : nothing}`;
  }
}
customElements.define('nest-transaction-list', TransactionList);
