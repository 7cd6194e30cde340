import { html, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { changedFields } from '/app/settings/field-values.js';

/** What a change did to one object, side by side; of what was created or deleted, what it was. `names` are those of accounts. */
export function fieldTable(before, after, names) {
  const rows = changedFields(before, after, names);
  if (rows.length === 0) {
    return html`<p class="soft small">${t('settings.noFields')}</p>`;
  }
  return html`<table class="settings-fields">
    <thead>
      <tr>
        <th scope="col">${t('settings.field')}</th>
        ${before ? html`<th scope="col">${t('settings.before')}</th>` : nothing}
        ${after ? html`<th scope="col">${t('settings.after')}</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) => html`<tr>
          <th scope="row">${row.label}</th>
          ${before ? html`<td>${row.before}</td>` : nothing} ${after ? html`<td>${row.after}</td>` : nothing}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Who made a change. */
export function actorName({ type, name }) {
  if (type === 'token' && name) {
    return t('settings.actor.tokenNamed', { name });
  }
  return t(`settings.actor.${type}`);
}
