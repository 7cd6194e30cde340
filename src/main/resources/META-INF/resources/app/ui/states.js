import { html, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { icon } from '/app/ui/icons.js';

/** What stands where there is nothing to show: not yet, not any, or not now. */

/** Nothing yet: grey lines of about the size of what will come. */
export function loading(lines = 3) {
  return html`<div class="skeleton" aria-busy="true" role="status">
    <span class="visually-hidden">${t('base.loading')}</span>
    ${Array.from({ length: lines }, () => html`<div></div>`)}
  </div>`;
}

/**
 * Nothing there: what it would be, and what to do first.
 *
 * @param action a template, usually a button
 * @param level of the heading: 2 where none but that of the view stands above it
 */
export function empty({ picture, title, text, action = nothing, level = 3 }) {
  return html`<div class="empty">
    ${icon(picture)}
    ${level === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
    <p>${text}</p>
    ${action}
  </div>`;
}

/** Could not be had: why, and a button that tries again. */
export function failure(problem, again) {
  return html`<div class="failure" role="alert">
    ${icon('warning')}
    <p>${problem.offline ? t('base.offline') : problem.message}</p>
    ${again ? html`<button type="button" @click=${again}>${t('base.tryAgain')}</button>` : nothing}
  </div>`;
}

/** In a form that can do without: only why there is nothing to choose from, where that could not be had. */
export function missing(query) {
  return query.data === null && query.problem ? failure(query.problem, () => query.refresh()) : nothing;
}

/** Below a list that loads on: `button` for more if there are more, or why they could not be read and one that tries again. */
export function onward(query, button) {
  if (query.stopped) {
    return failure(query.stopped, () => query.more());
  }
  return query.data?.next ? button : nothing;
}

/** What is shown of a Query: the view of its data, or one of the above. What could not be renewed is shown, and said so. */
export function shown(query, view, lines = 3) {
  if (query.data === null) {
    return query.problem ? failure(query.problem, () => query.refresh()) : loading(lines);
  }
  return html`${query.problem ? html`<p class="stale" role="status">${icon('warning')} ${t('base.stale')}</p>` : nothing}
  ${view(query.data)}`;
}
