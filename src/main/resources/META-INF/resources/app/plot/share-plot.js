import { html } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { amount, money, percent } from '/app/base/format.js';
import { share } from '/app/base/money.js';
import { styled } from '/app/base/styled.js';
import { PlotElement } from '/app/plot/plot.js';

/**
 * Parts of a whole, as lying bars with their shares: `parts` are `[{label, amount, href?}]`, the largest first, `whole` is
 * what they are shares of. A part with an address is a link. `partLabel` and `amountLabel` head the table.
 */
class SharePlot extends PlotElement {
  static properties = {
    parts: { attribute: false },
    whole: { attribute: false },
    partLabel: { attribute: false },
    amountLabel: { attribute: false },
  };

  constructor() {
    super();
    this.parts = [];
    this.whole = '0';
    this.partLabel = '';
    this.amountLabel = '';
  }

  table() {
    return {
      columns: [{ label: this.partLabel }, { label: this.amountLabel, number: true }, { label: t('plot.share'), number: true }],
      rows: this.parts.map((part) => [
        { shown: part.label, raw: part.label },
        { shown: money(part.amount, this.currency), raw: part.amount },
        { shown: percent(share(part.amount, this.whole), 1), raw: share(part.amount, this.whole).toFixed(4) },
      ]),
    };
  }

  canvas() {
    const most = this.parts[0]?.amount ?? '0';
    return html`<ul class="shares">
      ${this.parts.map((part) => {
        const content = html`<span class="share-label cut">${part.label}</span>
          <span class="share-amount">${amount(part.amount, this.currency)} <span class="soft">${percent(share(part.amount, this.whole))}</span></span>
          <span class="share-track" aria-hidden="true"><span ${styled({ width: `${Math.min(Math.max(share(part.amount, most), 0), 1) * 100}%` })}></span></span>`;
        return html`<li>${part.href ? html`<a class="share" href=${part.href}>${content}</a>` : html`<div class="share">${content}</div>`}</li>`;
      })}
    </ul>`;
  }
}
customElements.define('nest-share-plot', SharePlot);
