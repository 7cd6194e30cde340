import { html } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { icon } from '/app/ui/icons.js';

/**
 * What stands above the tree while a goal is moved: what can be done, and the way to the top level, which is no row.
 *
 * @param state `{dragged, target}`: whether it is dragged, and over what
 * @param on `top`, `ask` and `drop`: what the buttons do for whoever moves it by keys
 */
export function carryBar(goal, { dragged, target }, on) {
  return html`<div class="goal-carry" role="group" aria-label=${t('goals.moving', { name: goal.name })}>
    ${dragged
      ? html`<div class="goal-carry-top ${target === 'top' ? 'target' : ''}" data-top>${icon('up')} ${t('goals.dropTop')}</div>`
      : html`<p class="grow" role="status">${t('goals.carrying', { name: goal.name })}</p>
          <button type="button" class="small" @click=${on.top}>${icon('up')} ${t('goals.top')}</button>
          <button type="button" class="small" @click=${on.ask}>${icon('search')} ${t('goals.findPlace')}</button>
          <button type="button" class="icon" aria-label=${t('base.cancel')} @click=${on.drop}>${icon('close')}</button>`}
  </div>`;
}
