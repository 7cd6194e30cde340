import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { currentRoute, onRoute, setParameters } from '/app/base/router.js';
import { selectField, textField } from '/app/ui/fields.js';

const TYPING = 250;

/** What the list of transfers is narrowed by; it stands in the address. */
class TransferFilters extends NestElement {
  static properties = { accounts: { attribute: false } };

  #leave;
  #typing = null;

  connectedCallback() {
    super.connectedCallback();
    this.#leave = onRoute(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave();
    clearTimeout(this.#typing);
  }

  #search(text) {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => setParameters({ q: text.trim() || null }), TYPING);
  }

  render() {
    const { parameters } = currentRoute();
    const value = (name) => parameters.get(name) ?? '';
    const day = (name) =>
      textField({ id: `transfers-${name}`, label: t(`transfers.${name}Day`), type: 'date', value: value(name), input: (one) => setParameters({ [name]: one || null }) });
    const some = ['q', 'accountId', 'from', 'to'].some((name) => value(name));
    return html`<search class="transfers-filters">
      ${textField({ id: 'transfers-q', label: t('transfers.search'), type: 'search', value: value('q'), input: (text) => this.#search(text) })}
      ${selectField({
        id: 'transfers-account',
        label: t('transfers.account'),
        value: value('accountId'),
        change: (id) => setParameters({ accountId: id || null }),
        options: [['', t('base.all')], ...this.accounts.map((account) => [account.id, account.name])],
      })}
      ${day('from')} ${day('to')}
      ${some
        ? html`<button type="button" class="quiet" @click=${() => setParameters({ q: null, accountId: null, from: null, to: null })}>${t('transfers.clear')}</button>`
        : nothing}
    </search>`;
  }
}
customElements.define('nest-transfer-filters', TransferFilters);
