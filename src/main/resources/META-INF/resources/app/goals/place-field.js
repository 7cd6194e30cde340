import { html, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { open } from '/app/ui/dialog.js';
import { icon } from '/app/ui/icons.js';

async function ask(change) {
  await import('/app/goals/place-dialog.js');
  const chosen = await open('nest-goal-place-dialog', { title: t('goals.place') });
  if (chosen) {
    change(chosen.parent);
  }
}

/** A field for the goal that another is within: a button that asks for it. `change` gets a goal, or null for the top. */
export function placeField({ id, parent, change, fault = null }) {
  return html`<div class="field">
    <span class="strong" id="${id}-label">${t('goals.place')}</span>
    <button type="button" class="goal-place" aria-describedby="${id}-label" @click=${() => ask(change)}>
      ${icon(parent ? 'goals' : 'up')} <span class="cut">${parent?.name ?? t('goals.top')}</span> ${icon('right')}
    </button>
    ${fault ? html`<p class="fault" role="alert">${fault}</p>` : nothing}
  </div>`;
}
