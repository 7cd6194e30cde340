import { get } from '/app/base/api.js';
import { sayProblem } from '/app/base/changes.js';
import { open } from '/app/ui/dialog.js';

/** Opens a transaction in full, or the transfer that it is a side of. */
export async function openTransaction(transaction) {
  await import('/app/transactions/transaction-dialog.js');
  try {
    const transfer = transaction.transferId ? await get(`/transfers/${transaction.transferId}`) : null;
    return await open('nest-transaction-dialog', { transaction, transfer });
  } catch (problem) {
    sayProblem(problem);
    return null;
  }
}

/** Opens the form for a new one, with what is known of it already: `{type, accountId, category, date}`. */
export async function recordTransaction(given = {}) {
  await import('/app/transactions/transaction-dialog.js');
  return open('nest-transaction-dialog', { given });
}
