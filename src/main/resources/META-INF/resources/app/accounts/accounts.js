import { html, NestElement } from '/app/base/element.js';
import { currentRoute, RouteController } from '/app/base/router.js';
import '/app/accounts/account-list.js';
import '/app/accounts/account-view.js';

/** All accounts, or the one that the address names. */
class Accounts extends NestElement {
  #route = new RouteController(this);

  render() {
    const [place, id] = currentRoute().path;
    return place === 'accounts' && id ? html`<nest-account .accountId=${id}></nest-account>` : html`<nest-account-list></nest-account-list>`;
  }
}
customElements.define('nest-accounts', Accounts);
