import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { amount, day, inDays } from '/app/base/format.js';
import { daysBetween } from '/app/base/days.js';
import { change, sayProblem } from '/app/base/changes.js';
import { href } from '/app/base/router.js';
import { card } from '/app/overview/card.js';

const SHOWN = 8;
const NEAR_DAYS = 6;

/** What schedules have due soon, by day. What waits for its user is confirmed or skipped here. */
class Due extends NestElement {
  static properties = {
    items: { attribute: false },
    today: { attribute: false },
    busy: { state: true },
  };

  constructor() {
    super();
    this.items = [];
    this.busy = null;
  }

  async #decide(item, what) {
    this.busy = item;
    try {
      await change('POST', `/schedules/${item.scheduleId}/occurrences/${item.date}/${what}`, {
        body: what === 'post' ? {} : undefined,
        said: t(what === 'post' ? 'overview.posted' : 'overview.skipped', { name: nameOf(item) }),
      });
    } catch (problem) {
      sayProblem(problem);
    }
    this.busy = null;
  }

  #heading(due) {
    const ahead = daysBetween(this.today, due);
    const words = ahead < 0 ? t('overview.waits', { day: inDays(ahead) }) : ahead <= NEAR_DAYS ? inDays(ahead) : null;
    return html`${words ? html`<span class="overview-words">${words}</span> ` : nothing}<span class=${words ? 'soft' : ''}>${day(due, 'weekday')}</span>`;
  }

  #item(item) {
    const waits = item.state === 'suggested';
    return html`<li>
      <span class="grow cut">${nameOf(item)}${item.type === 'transfer' ? html` <span class="soft small">${t('overview.moved')}</span>` : nothing}</span>
      ${amount(item.amount, item.currency, { sign: item.type === 'income', coloured: item.type === 'income' })}
      ${waits
        ? html`<span class="overview-decide">
            <button type="button" class="small" ?disabled=${this.busy === item} aria-label=${t('overview.confirmIt', { name: nameOf(item) })}
              @click=${() => this.#decide(item, 'post')}>${t('overview.confirm')}</button>
            <button type="button" class="small quiet" ?disabled=${this.busy === item} aria-label=${t('overview.skipIt', { name: nameOf(item) })}
              @click=${() => this.#decide(item, 'skip')}>${t('overview.skip')}</button>
          </span>`
        : nothing}
    </li>`;
  }

  render() {
    const first = this.items.slice(0, SHOWN);
    const days = Map.groupBy(first, (item) => item.due);
    const rest = this.items.length - first.length;
    return card({
      name: 'due',
      title: t('overview.due'),
      width: 'middle',
      more: [href('/schedules'), t('schedules.title')],
      content: html`${[...days].map(
        ([due, items]) => html`<h3 class="overview-day">${this.#heading(due)}</h3>
          <ul class="overview-due">${items.map((item) => this.#item(item))}</ul>`,
      )}
      ${rest > 0 ? html`<p class="overview-rest"><a href=${href('/schedules')}>${t('overview.moreDue', { count: rest })}</a></p>` : nothing}`,
    });
  }
}

function nameOf(item) {
  return item.name ?? item.description;
}
customElements.define('nest-overview-due', Due);
