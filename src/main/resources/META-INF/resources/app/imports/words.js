import { html } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { number } from '/app/base/format.js';

/** What this room calls what the service has codes for. */

/** What is to become of a row. */
export const DECISIONS = ['create', 'link', 'skip'];

/** Why: the codes of the service in the order in which they are offered. */
export const REASONS = [
  'new', 'recorded-by-hand', 'scheduled', 'probable-duplicate', 'same-reference', 'same-row', 'deleted-before', 'rule', 'pending', 'chosen', 'invalid',
];

/** What files can be. */
export const FORMATS = ['csv', 'ofx', 'qif', 'camt', 'mt940'];

/** What kind of file it is, in plain words. */
export function formatName(format) {
  return t(`imports.format.${format}`);
}

const BADGES = { 'needs-layout': 'warning', ready: 'accent', applied: '', undone: '' };

/** What has become of an import. */
export function stateBadge(state) {
  return html`<span class="badge ${BADGES[state]}">${t(`imports.state.${state}`)}</span>`;
}

/** How large a file is. */
export function size(bytes) {
  const [value, unit] = bytes < 1024 ? [bytes, 'byte'] : bytes < 1_048_576 ? [bytes / 1024, 'kilobyte'] : [bytes / 1_048_576, 'megabyte'];
  return number(value, { style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short', maximumFractionDigits: value < 10 && unit !== 'byte' ? 1 : 0 });
}

/** What the rows of a plan become, or have become: "12 new, 3 linked, 40 left out"; what there is none of is not named. */
export function countsText(counts) {
  const parts = ['create', 'link', 'skip', 'invalid'].filter((kind) => counts[kind] > 0).map((kind) => t(`imports.count.${kind}`, { count: counts[kind] }));
  return parts.length > 0 ? parts.join(', ') : t('imports.count.none');
}

/** What is counted of a row: its decision, but for those that cannot be recorded. */
export function kindOf(row) {
  return row.reason.code === 'invalid' ? 'invalid' : row.decision;
}

/** The name of a file, for whom it has none. */
export function titleOf(plan) {
  return plan.fileName ?? formatName(plan.format);
}
