import { html, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { day, money, percent } from '/app/base/format.js';
import { href } from '/app/base/router.js';
import { progressBar } from '/app/ui/fields.js';
import { card } from '/app/overview/card.js';

const SHOWN = 5;

/** The goals at the top with how far they are. */
export function goalsCard({ goals, counts }) {
  if (goals.length === 0) {
    return nothing;
  }
  return card({
    name: 'goals',
    title: t('goals.title'),
    more: [href('/goals'), counts.goals > SHOWN ? t('overview.allGoals', { count: counts.goals }) : t('overview.show')],
    content: html`<ul class="overview-goals">${goals.slice(0, SHOWN).map(goalRow)}</ul>`,
  });
}

function goalRow({ id, name, currency, savedAmount, targetAmount, targetDate, progress }) {
  const saved = money(savedAmount, currency);
  return html`<li>
    <div class="spread">
      <a class="cut" href=${href('/goals/' + id)}>${name}</a>
      <span class="soft small">${targetDate ? t('overview.by', { day: day(targetDate) }) : nothing}</span>
    </div>
    ${targetAmount === null && progress === 0 ? nothing : progressBar(progress, t('overview.progress', { name }))}
    <p class="soft small">
      ${targetAmount === null ? t('overview.saved', { amount: saved }) : t('overview.savedOf', { amount: saved, target: money(targetAmount, currency) })}
      ${targetAmount === null && progress === 0 ? nothing : html` · ${percent(progress)}`}
    </p>
  </li>`;
}
