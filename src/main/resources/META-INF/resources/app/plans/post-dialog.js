import { html } from '/app/base/element.js';
import { change } from '/app/base/changes.js';
import { currentLocale, t } from '/app/base/i18n.js';
import { day, plainAmount } from '/app/base/format.js';
import { absolute, compare, parseAmount } from '/app/base/money.js';
import { textField } from '/app/ui/fields.js';
import { FormDialog, NotANumber } from '/app/plans/form-dialog.js';
import { nameOf } from '/app/plans/schedule-words.js';

/** Posts an occurrence with another amount or on another day. */
class PostDialog extends FormDialog {
  schedule = null;
  occurrence = null;

  connectedCallback() {
    super.connectedCallback();
    this.input ??= { amount: plainAmount(absolute(this.occurrence.amount)), date: this.occurrence.due };
  }

  heading() {
    return t('schedules.postHeading', { name: nameOf(this.schedule) });
  }

  get submitLabel() {
    return t('schedules.post');
  }

  get shownFaults() {
    return ['amount', 'date'];
  }

  fields() {
    return html`<p class="soft">${t('schedules.postHint', { day: day(this.occurrence.due) })}</p>
      <div class="fields">
        ${textField({ id: 'post-amount', label: t('schedules.amountIn', { currency: this.schedule.transaction.currency }), mode: 'decimal', secret: true, value: this.input.amount, input: (value) => this.set('amount', value), fault: this.fault('amount'), autofocus: true })}
        ${textField({ id: 'post-date', label: t('schedules.date'), type: 'date', value: this.input.date, input: (value) => this.set('date', value), fault: this.fault('date') })}
      </div>`;
  }

  async send() {
    const amount = parseAmount(this.input.amount, currentLocale());
    if (amount === null) {
      throw new NotANumber('amount');
    }
    const { id } = this.schedule;
    const { date, due, amount: planned } = this.occurrence;
    const body = {
      ...(compare(amount, absolute(planned)) !== 0 && { amount }),
      ...(this.input.date !== due && this.input.date && { date: this.input.date }),
    };
    return change('POST', `/schedules/${id}/occurrences/${date}/post`, { body, said: t('schedules.posted', { name: nameOf(this.schedule), day: day(this.input.date, 'short') }) });
  }
}
customElements.define('nest-post-dialog', PostDialog);
