import { html, live, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { amount, day } from '/app/base/format.js';
import { today } from '/app/base/session.js';
import { icon } from '/app/ui/icons.js';

/** A day as lists show it: without the year where it is this one. */
export function rowDay(value, year = thisYear()) {
  return day(value, value.slice(0, 4) === year ? 'weekday' : 'medium');
}

/** This year, which a list need not find out for each of its rows. */
export function thisYear() {
  return today().slice(0, 4);
}

/** Where the money lies, or where from and to it was moved; `{what, where}`. */
function texts(transaction, accounts, transfer) {
  const name = (id) => accounts.get(id)?.name ?? '';
  if (!transfer) {
    return { what: transaction.description, where: name(transaction.accountId) };
  }
  const where = `${name(transfer.fromAccountId)} → ${name(transfer.toAccountId)}`;
  return { what: transaction.description === where ? t('transactions.types.transfer') : transaction.description, where };
}

/** What a transaction is called where it is spoken of. */
export function nameOf(transaction) {
  return t('transactions.quoted', { text: transaction.description });
}

function origin(transaction) {
  const from = transaction.scheduleId ? 'schedule' : transaction.importId ? 'import' : null;
  return from
    ? html`<span class="transactions-origin" title=${t(`transactions.from.${from}`)}>
        ${icon(from === 'schedule' ? 'schedules' : 'imports')}<span class="visually-hidden">${t(`transactions.from.${from}`)}</span>
      </span>`
    : nothing;
}

/**
 * The cells of a row that is read.
 *
 * @param state `{selected, current, sameDay, year}`: whether it is selected, is reached by Tab, and is of the same day as the one
 *     above; and which year it is
 */
export function cells(transaction, accounts, transfer, { selected, current, sameDay, year }) {
  const { what, where } = texts(transaction, accounts, transfer);
  const reached = current ? '0' : '-1';
  return html`<span role="gridcell" class="transactions-check">
      <input type="checkbox" tabindex=${reached} .checked=${live(selected)} aria-label=${t('transactions.select', { name: transaction.description })} />
    </span>
    <span role="gridcell" class="transactions-day ${sameDay ? 'same' : ''}">${rowDay(transaction.date, year)}</span>
    <span role="gridcell" class="transactions-what">
      <span class="cut">${what}</span>${origin(transaction)}
      ${transaction.tags.map((tag) => html`<span class="badge cut">#${tag}</span>`)}
    </span>
    <span role="gridcell" class="transactions-category">
      ${transaction.category ? html`<span class="badge accent cut">${transaction.category}</span>` : nothing}
    </span>
    <span role="gridcell" class="transactions-where cut">${where}</span>
    <span role="gridcell" class="transactions-amount ${transaction.type}">${amount(transaction.amount, transaction.currency, {
      sign: true,
      coloured: transaction.type === 'income',
    })}</span>
    <span role="gridcell" class="transactions-edit">
      <button type="button" class="icon small" tabindex=${reached} data-does="edit" aria-label=${t('transactions.editIt', { name: transaction.description })}
        title=${t('base.edit')}>${icon('edit')}</button>
    </span>`;
}
