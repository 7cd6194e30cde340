import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { csv, download } from '/app/base/download.js';
import { icon } from '/app/ui/icons.js';

/**
 * The frame of every plot: a figure that is drawn at the width that it has, can be read as a table, and downloaded as CSV.
 *
 * Subclasses say `draw(width, height)` (a template of SVG's children), `table()`
 * (`{columns: [{label, number}], rows: [[{shown, raw}]]}`, where `raw` goes into the CSV), and `summary()`, one sentence for
 * whoever does not see it. `aside()` stands above the plot, such as a legend.
 */
export class PlotElement extends NestElement {
  static properties = {
    /** What it is called, in texts and as the file's name. */
    label: { attribute: false },
    currency: { attribute: false },
    height: { attribute: false },
    asTable: { state: true },
    width: { state: true },
  };

  #resized = new ResizeObserver(([entry]) => (this.width = Math.round(entry.contentRect.width)));

  constructor() {
    super();
    this.height = 240;
    this.width = 0;
    this.asTable = false;
    this.label = '';
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

  aside() {
    return nothing;
  }

  summary() {
    return this.label;
  }

  #download() {
    const { columns, rows } = this.table();
    download(`${this.label}.csv`, csv([columns.map((column) => column.label), ...rows.map((row) => row.map((cell) => cell.raw))]));
  }

  #table() {
    const { columns, rows } = this.table();
    return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${this.label}>
      <table>
        <thead>
          <tr>${columns.map((column) => html`<th scope="col" class=${column.number ? 'number' : ''}>${column.label}</th>`)}</tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) => html`<tr>${row.map((cell, at) => html`<td class=${columns[at].number ? 'number' : ''}>${cell.shown}</td>`)}</tr>`,
          )}
        </tbody>
      </table>
    </div>`;
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
      ${this.asTable
        ? this.#table()
        : html`<svg class="plot-canvas" role="img" aria-label=${this.summary()} width=${this.width} height=${this.height} viewBox="0 0 ${this.width} ${this.height}"
            @pointermove=${this.pointed} @pointerleave=${this.left} @pointerdown=${this.pointed} @click=${this.clicked}>
            ${this.width > 0 ? this.draw(this.width, this.height) : nothing}
          </svg>`}
    </figure>`;
  }

  /** What the pointer does, for subclasses. */
  pointed() {}
  left() {}
  clicked() {}
}
