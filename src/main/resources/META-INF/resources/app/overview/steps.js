import { html, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { href } from '/app/base/router.js';
import { prefer, preference } from '/app/base/preferences.js';
import { open } from '/app/ui/dialog.js';
import { icon } from '/app/ui/icons.js';

/** Whether there is nothing at all yet. */
export function isNew({ counts }) {
  return counts.transactions + counts.accounts + counts.goals + counts.schedules + counts.budgets === 0;
}

/** Whether first steps are left that the person has not put away. */
export function isStarting({ counts }) {
  return !preference('stepsHidden', false) && steps(counts).some((step) => !step.done);
}

function steps(counts) {
  return [
    { name: 'record', icon: 'add', done: counts.transactions > 0 },
    { name: 'import', icon: 'imports', done: counts.accounts > 0, address: href('/imports') },
    { name: 'goal', icon: 'goals', done: counts.goals > 0, address: href('/goals') },
  ];
}

async function record() {
  await import('/app/transactions/transaction-dialog.js');
  open('nest-transaction-dialog');
}

/** How to begin: what each step brings, and which are done. */
export function stepsCard(counts, closable = false) {
  return html`<section class="card overview-steps" aria-labelledby="overview-steps">
    <header>
      <h2 id="overview-steps">${t(closable ? 'overview.stepsLeft' : 'overview.welcome')}</h2>
      ${closable ? html`<button type="button" class="quiet small" @click=${() => prefer('stepsHidden', true)}>${t('overview.hideSteps')}</button>` : nothing}
    </header>
    ${closable ? nothing : html`<p class="soft">${t('overview.welcomeText')}</p>`}
    <ol>${steps(counts).map((step, at) => stepItem(step, at + 1))}</ol>
  </section>`;
}

function stepItem({ name, icon: picture, done, address }, place) {
  const text = t(`overview.steps.${name}.action`);
  return html`<li class=${done ? 'done' : ''}>
    <span class="overview-step" aria-hidden="true">${done ? icon('check') : place}</span>
    <div class="grow">
      <h3>${t(`overview.steps.${name}.title`)}${done ? html` <span class="badge accent">${t('overview.done')}</span>` : nothing}</h3>
      <p class="soft">${t(`overview.steps.${name}.text`)}</p>
    </div>
    ${done
      ? nothing
      : address
        ? html`<a class="button" href=${address}>${icon(picture)} ${text}</a>`
        : html`<button type="button" class="primary" @click=${record}>${icon(picture)} ${text}</button>`}
  </li>`;
}
