import { html, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { amount } from '/app/base/format.js';
import { href } from '/app/base/router.js';
import { card } from '/app/overview/card.js';

const SHOWN = 8;

/** The accounts with what lies there. */
export function accountsCard({ accounts, counts }) {
  if (accounts.length === 0) {
    return nothing;
  }
  return card({
    name: 'accounts',
    title: t('accounts.title'),
    more: [href('/accounts'), accounts.length > SHOWN ? t('overview.allAccounts', { count: counts.accounts }) : t('overview.show')],
    content: html`<ul class="overview-lines">
      ${accounts.slice(0, SHOWN).map(
        (account) => html`<li>
          <a class="cut grow" href=${href('/accounts/' + account.id)}>${account.name}</a>
          ${amount(account.balance, account.currency, { coloured: account.balance.startsWith('-') })}
        </li>`,
      )}
    </ul>`,
  });
}
