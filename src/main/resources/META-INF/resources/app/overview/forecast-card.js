import { html, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { day, money } from '/app/base/format.js';
import { href } from '/app/base/router.js';
import { failure, loading } from '/app/ui/states.js';
import { bandOf, pointsOf } from '/app/plans/forecast-plot.js';
import { chance } from '/app/plans/forecast-words.js';
import { card } from '/app/overview/card.js';
import '/app/plot/line-plot.js';

/** How it will probably go on: small, with its lowest day, and what the chance is to fall below zero. */
export function forecastCard(query, { counts, accounts, currency }) {
  if (counts.transactions === 0 && accounts.length === 0) {
    return nothing;
  }
  const { data, problem } = query;
  return card({
    name: 'forecast',
    title: t('forecast.title'),
    width: 'wide middle',
    more: [href('/forecast'), t('overview.tryWhatIf')],
    content: data
      ? content(data, accounts.some((account) => account.currency !== currency))
      : problem
        ? failure(problem, () => query.refresh())
        : loading(4),
  });
}

function content(forecast, others) {
  const { currency, lowest } = forecast;
  return html`<p class="strong">${chance(forecast)}</p>
    <p class="soft">
      ${t('forecast.lowest', { day: day(lowest.date), amount: money(lowest.expected, currency) })}
      ${others ? t('forecast.onlyIn', { currency }) : nothing}
    </p>
    <nest-line-plot
      .label=${t('forecast.title')}
      .currency=${currency}
      .height=${170}
      .series=${[{ label: t('forecast.expected'), colour: 3, points: pointsOf(forecast) }]}
      .band=${bandOf(forecast)}
    ></nest-line-plot>`;
}
