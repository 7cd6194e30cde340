import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { csv, download } from '/app/base/download.js';
import { icon } from '/app/ui/icons.js';

/**
 * The frame of every plot: a figure that is drawn at the width that it has, read value by value with a pointer, a finger or
 * the arrow keys, shown as a table, and downloaded as CSV.
 *
 * Subclasses say `draw(width, height)` (a template of SVG's children), `table()`
 * (`{columns: [{label, number}], rows: [[{shown, raw}]]}`, where `raw` goes into the CSV), and `summary()`, one sentence for
 * whoever does not see it. `stops` is how many values can be read one after the other, `stopAt(x)` the one nearest to a
 * place, `spoken(at)` what it says; `at` is the one that is read now, or null. `aside()` stands above the plot, such as a
 * legend. One that is not drawn as SVG says `canvas()` instead.
 */
export class PlotElement extends NestElement {
  static properties = {
    /** What it is called, in texts and as the file's name. */
    label: { attribute: false },
    currency: { attribute: false },
    height: { attribute: false },
    asTable: { state: true },
    width: { state: true },
    at: { state: true },
  };

  #resized = new ResizeObserver(([entry]) => (this.width = Math.round(entry.contentRect.width)));
  #again = false;

  constructor() {
    super();
    this.height = 240;
    this.width = 0;
    this.asTable = false;
    this.label = '';
    this.at = null;
  }

  firstUpdated() {
    this.#resized.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.hasUpdated) {
      this.#resized.observe(this);
    }
  }

  willUpdate() {
    if (this.at !== null && this.at >= this.stops) {
      this.at = null;
    }
  }

  get stops() {
    return 0;
  }

  stopAt() {
    return null;
  }

  spoken() {
    return '';
  }

  /** A value was chosen: clicked, tapped again, or Enter. */
  picked() {}

  aside() {
    return nothing;
  }

  summary() {
    return this.label;
  }

  #place(event) {
    return this.stopAt(event.clientX - event.currentTarget.getBoundingClientRect().left);
  }

  #pressed(event) {
    const at = this.#place(event);
    // A finger reads a value first: only a second tap chooses it.
    this.#again = event.pointerType === 'mouse' || at === this.at;
    this.at = at;
  }

  #left(event) {
    if (event.pointerType === 'mouse') {
      this.at = null;
    }
  }

  #clicked(event) {
    const at = this.#place(event);
    if (at !== null && this.#again) {
      this.picked(at);
    }
  }

  #key(event) {
    const last = this.stops - 1;
    const here = this.at ?? last;
    const page = Math.max(1, Math.round(this.stops / 10));
    const moved = {
      ArrowLeft: here - 1,
      ArrowDown: here - 1,
      ArrowRight: here + 1,
      ArrowUp: here + 1,
      PageDown: here - page,
      PageUp: here + page,
      Home: 0,
      End: last,
    }[event.key];
    if (moved !== undefined) {
      event.preventDefault();
      this.at = Math.min(Math.max(moved, 0), last);
    } else if (event.key === 'Enter' && this.at !== null) {
      event.preventDefault();
      this.picked(this.at);
    } else if (event.key === 'Escape' && this.at !== null) {
      event.stopPropagation();
      this.at = null;
    }
  }

  #focused(event) {
    if (this.at === null && event.currentTarget.matches(':focus-visible')) {
      this.at = this.stops - 1;
    }
  }

  #download() {
    const { columns, rows } = this.table();
    download(`${this.label}.csv`, csv([columns.map((column) => column.label), ...rows.map((row) => row.map((cell) => cell.raw))]));
  }

  #table() {
    const { columns, rows } = this.table();
    return html`<div class="table-scroll plot-table" tabindex="0" role="group" aria-label=${this.label}>
      <table>
        <thead>
          <tr>${columns.map((column) => html`<th scope="col" class=${column.number ? 'number' : ''}>${column.label}</th>`)}</tr>
        </thead>
        <tbody>
          ${rows.map(
            ([head, ...cells]) => html`<tr>
              <th scope="row">${head.shown}</th>
              ${cells.map((cell, at) => html`<td class=${columns[at + 1].number ? 'number' : ''}>${cell.shown}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  canvas() {
    const drawn = this.width > 0 ? this.draw(this.width, this.height) : nothing;
    const [width, height] = [this.width, this.height];
    if (this.stops === 0) {
      return html`<svg class="plot-canvas" role="img" aria-label=${this.summary()} width=${width} height=${height} viewBox="0 0 ${width} ${height}">${drawn}</svg>`;
    }
    const now = this.at ?? this.stops - 1;
    return html`<svg class="plot-canvas" role="slider" tabindex="0" aria-label=${this.summary()} aria-valuemin="0" aria-valuemax=${this.stops - 1}
      aria-valuenow=${now} aria-valuetext=${this.spoken(now)} width=${width} height=${height} viewBox="0 0 ${width} ${height}"
      @pointermove=${(event) => (this.at = this.#place(event))} @pointerdown=${this.#pressed} @pointerleave=${this.#left} @click=${this.#clicked}
      @keydown=${this.#key} @focus=${this.#focused} @blur=${() => (this.at = null)}>${drawn}</svg>`;
  }

  render() {
    return html`<figure class="plot">
      <div class="plot-bar">
        ${this.aside()}
        <div class="plot-tools">
          <button type="button" class="icon small" aria-pressed=${this.asTable ? 'true' : 'false'} aria-label=${`${t('base.asTable')}: ${this.label}`} title=${t('base.asTable')}
            @click=${() => (this.asTable = !this.asTable)}>${icon('table')}</button>
          <button type="button" class="icon small" aria-label=${`${t('base.asCsv')}: ${this.label}`} title=${t('base.asCsv')} @click=${() => this.#download()}>${icon('download')}</button>
        </div>
      </div>
      ${this.asTable ? this.#table() : this.canvas()}
    </figure>`;
  }
}
