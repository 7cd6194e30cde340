import { html, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { percent } from '/app/base/format.js';
import { href } from '/app/base/router.js';
import { styled } from '/app/base/styled.js';
import { progressBar } from '/app/ui/fields.js';
import { icon } from '/app/ui/icons.js';
import '/app/ui/menu.js';
import '/app/goals/goal-name-field.js';
import { dueDay, hasProgress, savedText, spoken } from '/app/goals/goal-texts.js';

/** Further in than this, a number says how deep it is: names need the room. */
const INDENTED = 9;

/**
 * A goal as a row of the tree. Only the row that keys are at can be reached by Tab, with its menu.
 *
 * @param row as `rowsOf` makes it
 * @param state `{current, renaming, carried, target}`: whether it is the row that keys are at, is being renamed, is being moved,
 *     or is where what is moved would go
 * @param on what is done: `toggle`, `named` (the renaming is over), `finish` (done or not), `items` (of its menu)
 */
export function goalRow({ goal, depth, position, siblings, open, leads }, { current, renaming, carried, target }, on) {
  const classes = ['goal-row', current && 'current', carried && 'carried', target && 'target', goal.end && 'done', leads && 'leads'];
  return html`<div
    role="treeitem"
    class=${classes.filter(Boolean).join(' ')}
    data-goal=${goal.id}
    tabindex="-1"
    aria-label=${spoken(goal)}
    aria-level=${depth + 1}
    aria-posinset=${position}
    aria-setsize=${siblings}
    aria-expanded=${open === null ? nothing : open ? 'true' : 'false'}
    ${styled({ '--depth': Math.min(depth, INDENTED) })}
  >
    ${open === null
      ? html`<span class="goal-twisty">${depth > INDENTED ? html`<span class="soft small" aria-hidden="true">${depth + 1}</span>` : nothing}</span>`
      : html`<button type="button" class="icon goal-twisty" tabindex="-1" aria-label=${t(open ? 'goals.close' : 'goals.open')} @click=${on.toggle}>
          ${icon(open ? 'down' : 'right')}
        </button>`}
    <button type="button" class="icon goal-check" tabindex="-1" aria-pressed=${goal.end ? 'true' : 'false'}
      aria-label=${goal.end ? t('goals.reopen') : t('goals.complete')} title=${goal.end ? t('goals.reopen') : t('goals.complete')} @click=${on.finish}>
      <span class="goal-ring">${icon('check')}</span>
    </button>
    <span class="goal-name">
      ${renaming
        ? html`<nest-goal-name-field class="grow" .goal=${goal} @named=${(event) => on.named(event.detail)}></nest-goal-name-field>`
        : html`<a class="cut" href=${href('/goals/' + goal.id)} tabindex="-1" draggable="false">${goal.name}</a>`}
    </span>
    <span class="goal-figures numbers">${savedText(goal)}</span>
    <span class="goal-due soft">${dueDay(goal)}</span>
    <span class="goal-bar">${hasProgress(goal) ? html`${progressBar(goal.progress, goal.name)}<span class="soft small numbers">${percent(goal.progress)}</span>` : nothing}</span>
    <span class="goal-grip" title=${t('goals.drag')}>${icon('grip')}</span>
    <nest-menu .items=${on.items()} .label=${t('goals.actionsOf', { name: goal.name })} .skip=${!current}></nest-menu>
  </div>`;
}
