import { html, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { day, money } from '/app/base/format.js';
import { absolute, signOf } from '/app/base/money.js';
import { bandOf, pointsOf } from '/app/plans/forecast-plot.js';
import { chance } from '/app/plans/forecast-words.js';
import '/app/plot/line-plot.js';

/** A forecast in words and as a plot; beside it, if something is imagined, what would be otherwise. */
export function outlook({ base, changed, difference, others }) {
  const { currency, method } = base;
  const one = changed ?? base;
  return html`<section class="card" aria-labelledby="forecast-outlook">
    <h2 id="forecast-outlook">${chance(one)}</h2>
    <div class="forecast-words" aria-live="polite">
      ${changed ? comparison({ base, changed, difference }) : html`<p>${t('forecast.lowest', { day: day(base.lowest.date), amount: money(base.lowest.expected, currency) })}</p>`}
    </div>
    <nest-line-plot
      .label=${t('forecast.title')}
      .currency=${currency}
      .height=${320}
      .series=${series(base, changed)}
      .band=${bandOf(one)}
      .marks=${[one, ...(changed && changed.lowest.date !== base.lowest.date ? [base] : [])].map(mark)}
    ></nest-line-plot>
    <p class="soft small">${method.message} ${t('forecast.bandHint')} ${others ? t('forecast.onlyIn', { currency }) : nothing}</p>
  </section>`;
}

function series(base, changed) {
  return changed
    ? [
        { label: t('forecast.changed'), colour: 3, points: pointsOf(changed) },
        { label: t('forecast.unchanged'), colour: 8, dashed: true, points: pointsOf(base) },
      ]
    : [{ label: t('forecast.expected'), colour: 3, points: pointsOf(base) }];
}

function mark({ lowest, currency }) {
  return { day: lowest.date, amount: lowest.expected, label: t('forecast.lowestMark', { amount: money(lowest.expected, currency, { short: 'whole' }) }) };
}

/** What would be otherwise at the end, in a sentence. */
export function endWords({ base, changed, difference }) {
  const show = (amount) => money(amount, base.currency);
  const [end, was] = [changed.items.at(-1), base.items.at(-1)];
  const more = difference.at(-1).expected;
  const words = ['less', 'same', 'more'][signOf(more) + 1];
  return t(`forecast.end.${words}`, { day: day(end.date), amount: show(absolute(more)), now: show(end.expected), before: show(was.expected) });
}

/** And on the lowest day. */
function comparison({ base, changed, difference }) {
  const show = (amount) => money(amount, base.currency);
  return html`<p class="strong">${endWords({ base, changed, difference })}</p>
    <p>
      ${t('forecast.lowestInstead', {
        day: day(changed.lowest.date),
        amount: show(changed.lowest.expected),
        wasDay: day(base.lowest.date),
        wasAmount: show(base.lowest.expected),
      })}
    </p>
    ${chance(changed) === chance(base) ? nothing : html`<p class="soft">${t('forecast.chanceBefore', { chance: chance(base) })}</p>`}`;
}
