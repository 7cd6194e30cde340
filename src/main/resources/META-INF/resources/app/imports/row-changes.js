import { get } from '/app/base/api.js';
import { change } from '/app/base/changes.js';
import { t } from '/app/base/i18n.js';
import { kindOf } from '/app/imports/words.js';

/** Changes of rows of a plan. They are sent one after the other, because each may decide others anew. Nothing is recorded by them. */
let last = Promise.resolve();

function inTurn(work) {
  const turn = last.then(work);
  last = turn.catch(() => {});
  return turn;
}

/**
 * Changes one row.
 *
 * @param before a function that says the plan as it is before the change
 * @return `{row, plan, others}`: the row and the plan as they are now, and whether other rows have become something else. Where the
 *     plan cannot be read again, it is the one before with this row counted anew: the row was changed all the same
 */
export function changeRow(id, row, body, before) {
  return inTurn(async () => {
    const known = before();
    const expected = { ...known.counts };
    const changed = await change('PATCH', `/imports/${id}/rows/${row.row}`, { body, types: [], unsent: t('imports.rowOf', { description: row.transaction.description }) });
    expected[kindOf(row)]--;
    expected[kindOf(changed)]++;
    const plan = await get(`/imports/${id}`).catch(() => ({ ...known, counts: expected }));
    return { row: changed, plan, others: Object.keys(expected).some((kind) => expected[kind] !== plan.counts[kind]) };
  });
}

/** Changes many rows, by their numbers or by their reason. @return the plan as it is now */
export function changeRows(id, body) {
  return inTurn(() => change('PATCH', `/imports/${id}/rows`, { body, types: [], unsent: t('imports.rowsOf') }));
}
