import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { day, instant, money } from '/app/base/format.js';
import { Query } from '/app/base/query.js';
import { icon } from '/app/ui/icons.js';
import { shown } from '/app/ui/states.js';

/** What has happened to a goal, asked for when it is unfolded. */
class GoalHistory extends NestElement {
  static properties = { goal: { attribute: false }, unfolded: { state: true } };

  #history = new Query(this, () => (this.unfolded ? `/goals/${this.goal.id}/history?limit=30` : null), ['goal']);

  constructor() {
    super();
    this.unfolded = false;
  }

  /** What an entry changed against the one before it, in words. */
  #words(entry, before) {
    const now = entry.object;
    if (entry.op !== 'changed' || !before || !now) {
      return [t(`goals.ops.${entry.op}`)];
    }
    const words = [];
    if (now.name !== before.name) {
      words.push(t('goals.wasRenamed', { from: before.name, to: now.name }));
    }
    if (now.parentId !== before.parentId) {
      words.push(t('goals.wasMoved'));
    }
    if (now.targetAmount !== before.targetAmount || now.currency !== before.currency) {
      words.push(now.targetAmount ? t('goals.targetWas', { amount: money(now.targetAmount, now.currency) }) : t('goals.targetGone'));
    }
    if (now.targetDate !== before.targetDate) {
      words.push(now.targetDate ? t('goals.dateWas', { day: day(now.targetDate) }) : t('goals.dateGone'));
    }
    if (now.description !== before.description) {
      words.push(t('goals.descriptionWas'));
    }
    if (!now.end !== !before.end) {
      words.push(t(now.end ? 'goals.wasCompleted' : 'goals.wasReopened'));
    }
    return words.length > 0 ? words : [t('goals.ops.changed')];
  }

  #list({ items, next }) {
    return html`<ul class="goal-history">
      ${items.map(
        (entry, at) => html`<li>
          <span>${this.#words(entry, items[at + 1]?.object).join(' ')}</span>
          <time class="soft small" datetime=${entry.at}>${instant(entry.at)}</time>
        </li>`,
      )}
    </ul>
    ${next ? html`<p class="soft small">${t('goals.older')}</p>` : nothing}`;
  }

  render() {
    return html`<details class="card goal-fold" @toggle=${(event) => (this.unfolded = event.target.open)}>
      <summary><h2>${t('goals.history')}</h2>${icon('down')}</summary>
      ${this.unfolded ? shown(this.#history, (page) => this.#list(page), 3) : nothing}
    </details>`;
  }
}
customElements.define('nest-goal-history', GoalHistory);
