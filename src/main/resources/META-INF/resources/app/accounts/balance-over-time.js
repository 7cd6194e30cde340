import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { amount } from '/app/base/format.js';
import { Query } from '/app/base/query.js';
import { currentRoute, RouteController, setParameters } from '/app/base/router.js';
import { segmented } from '/app/ui/fields.js';
import { shown } from '/app/ui/states.js';
import '/app/plot/line-plot.js';
import { MOVES } from '/app/accounts/account-words.js';
import { balances, chosen, PERIODS, points } from '/app/accounts/balance-period.js';

const HEIGHT = 260;
const DAY_STYLES = { month: 'short', quarter: 'short', year: 'monthYear', all: 'monthYear' };

/** The balance of `account` over a period, which stands in the address. */
class BalanceOverTime extends NestElement {
  static properties = { account: { attribute: false } };

  #balances = new Query(
    this,
    () => JSON.stringify([this.account.id, chosen(currentRoute().parameters)]),
    MOVES,
    (asked, signal) => balances(...JSON.parse(asked), signal),
  );
  #route = new RouteController(this);

  /** What is recorded for later days is in the balance above, but not in that of today. */
  #later(data) {
    const now = data.items.at(-1).balance;
    return now === this.account.balance
      ? nothing
      : html`<p class="soft small">${t('accounts.balanceToday')} ${amount(now, data.currency)} – ${t('accounts.restLater')}</p>`;
  }

  render() {
    const { period, interval } = chosen(currentRoute().parameters);
    const choice = (name, value, values) =>
      segmented({
        name: `accounts-${name}`,
        label: t(`accounts.${name}`),
        value,
        options: values.map((one) => [one, t(`accounts.${name}s.${one}`)]),
        change: (one) => setParameters(name === 'period' ? { period: one, interval: null } : { interval: one }),
      });
    return html`<div class="accounts-periods">
        ${choice('period', period, Object.keys(PERIODS))}
        ${choice('interval', interval, ['day', 'week', 'month'].filter((one) => PERIODS[period].includes(one)))}
      </div>
      <div class="accounts-plot">
        ${shown(
          this.#balances,
          (data) => html`${this.#later(data)}
            <nest-line-plot
              .label=${t('accounts.balanceOf', { name: this.account.name })}
              .currency=${data.currency}
              .height=${HEIGHT}
              .fill=${true}
              .dayStyle=${DAY_STYLES[period]}
              .series=${[{ label: t('accounts.balance'), colour: 1, points: points(data) }]}
            ></nest-line-plot>`,
          7,
        )}
      </div>`;
  }
}
customElements.define('nest-balance-over-time', BalanceOverTime);
