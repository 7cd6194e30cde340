import { html, NestElement } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';

class View extends NestElement {
  render() {
    return html`<div class="view"><h1>${t('imports.title')}</h1></div>`;
  }
}
customElements.define('nest-imports', View);
