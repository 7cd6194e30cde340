import { html, NestElement } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { endOfMonth } from '/app/base/days.js';
import { absolute, signOf, sum } from '/app/base/money.js';
import { Query } from '/app/base/query.js';
import { go } from '/app/base/router.js';
import { shown } from '/app/ui/states.js';
import '/app/plot/bar-plot.js';
import { MOVES } from '/app/accounts/account-words.js';

const HEIGHT = 240;

/** What came into `account` and went out of it in each of the last twelve months. A click on a month leads to its transactions. */
class MonthsInAndOut extends NestElement {
  static properties = { account: { attribute: false } };

  #months = new Query(this, () => `/accounts/${this.account.id}/balances`, MOVES);

  #groups(items) {
    return items.map(({ from, income, expense, transfer }) => {
      const came = signOf(transfer) > 0;
      return { day: from.slice(0, 7), amounts: [came ? sum(income, transfer) : income, absolute(came ? expense : sum(expense, transfer))] };
    });
  }

  #open(month) {
    const from = `${month}-01`;
    go('/transactions', { accountId: this.account.id, from, to: endOfMonth(from) });
  }

  render() {
    return html`<header><h2>${t('accounts.inAndOut')}</h2></header>
      <div class="accounts-plot">
        ${shown(
          this.#months,
          (data) => html`<nest-bar-plot
            .label=${t('accounts.inAndOut')}
            .currency=${data.currency}
            .height=${HEIGHT}
            .series=${[
              { label: t('accounts.moneyIn'), colour: 1 },
              { label: t('accounts.moneyOut'), colour: 2 },
            ]}
            .groups=${this.#groups(data.items)}
            @pick=${(event) => this.#open(event.detail)}
          ></nest-bar-plot>`,
          7,
        )}
      </div>
      <p class="hint">${t('accounts.inAndOutHint')}</p>`;
  }
}
customElements.define('nest-months-in-and-out', MonthsInAndOut);
