import { get } from '/app/base/api.js';
import { t } from '/app/base/i18n.js';
import { change, sayProblem } from '/app/base/changes.js';
import { confirm } from '/app/ui/dialog.js';

/**
 * Deletes an account after a question; with what lies in it only after a second one, which says how much that is.
 *
 * @param going is told true before it goes, so that it is not asked for any more, and false if it stays after all
 * @return whether it is gone
 */
export async function deleteAccount({ id, name }, going) {
  if (!(await confirm({ text: t('accounts.deleteAsk', { name }), more: t('accounts.deleteMore'), action: t('base.delete'), danger: true }))) {
    return false;
  }
  try {
    const { transactionCount: count } = await get(`/accounts/${id}`);
    if (count > 0 && !(await confirmAll(name, count))) {
      return false;
    }
    await going(true);
    await change('DELETE', `/accounts/${id}${count > 0 ? '?cascade=true' : ''}`, {
      said: t('accounts.deleted', { name }),
      types: ['account', 'transaction', 'transfer'],
    });
    return true;
  } catch (problem) {
    going(false);
    sayProblem(problem);
    return false;
  }
}

function confirmAll(name, count) {
  return confirm({
    text: t('accounts.cascadeAsk', { name, count }),
    more: t('accounts.cascadeMore'),
    action: t('accounts.cascade', { count }),
    danger: true,
  });
}
