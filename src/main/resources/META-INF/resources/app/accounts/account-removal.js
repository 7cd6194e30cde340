import { get } from '/app/base/api.js';
import { t } from '/app/base/i18n.js';
import { change, sayProblem } from '/app/base/changes.js';
import { confirm } from '/app/ui/dialog.js';

/**
 * Deletes an account after a question; with what lies in it only after a second one, which says how much that is.
 *
 * @return whether it is gone
 */
export async function deleteAccount({ id, name }) {
  if (!(await confirm({ text: t('accounts.deleteAsk', { name }), more: t('accounts.deleteMore'), action: t('base.delete'), danger: true }))) {
    return false;
  }
  const send = (path) => change('DELETE', path, { said: t('accounts.deleted', { name }), types: ['account', 'transaction', 'transfer'] });
  try {
    await send(`/accounts/${id}`);
    return true;
  } catch (problem) {
    if (problem.code !== 'account-in-use') {
      sayProblem(problem);
      return false;
    }
  }
  try {
    const { transactionCount: count } = await get(`/accounts/${id}`);
    const sure = await confirm({
      text: t('accounts.cascadeAsk', { name, count }),
      more: t('accounts.cascadeMore'),
      action: t('accounts.cascade', { count }),
      danger: true,
    });
    if (sure) {
      await send(`/accounts/${id}?cascade=true`);
    }
    return sure;
  } catch (problem) {
    sayProblem(problem);
    return false;
  }
}
