import { html } from '/app/base/element.js';
import { currentLocale, t } from '/app/base/i18n.js';
import { change } from '/app/base/changes.js';
import { parseAmount } from '/app/base/money.js';
import { currency } from '/app/base/session.js';
import { textField } from '/app/ui/fields.js';
import { FormDialog } from '/app/ui/form-dialog.js';
import { placeField } from '/app/goals/place-field.js';

/** Makes a goal of a wish, an `item` of a bucket list; the two are done together from then on. */
class PromoteDialog extends FormDialog {
  item = null;
  #parent = null;

  connectedCallback() {
    super.connectedCallback();
    this.begin({ name: this.item.name, targetAmount: '', targetDate: '' });
  }

  heading() {
    return t('bucketlists.promote');
  }

  async submit() {
    const { name, targetAmount: typed, targetDate } = this.input;
    const targetAmount = typed.trim() ? parseAmount(typed, currentLocale()) : null;
    if (typed.trim() && targetAmount === null) {
      await this.refuse({ targetAmount: t('goals.noAmount') });
      return;
    }
    const body = { name, targetAmount, targetDate: targetDate || null, parentId: this.#parent?.id ?? null };
    const path = `/bucketlists/${this.item.bucketListId}/items/${this.item.id}/promote`;
    await this.save(() => change('POST', path, { body, said: t('bucketlists.promoted', { name: name.trim() }), types: ['bucketlist-item', 'bucketlist', 'goal'] }));
  }

  content() {
    const { input } = this;
    return html`${this.note('goal-name-taken')}
      <p class="soft">${t('bucketlists.promoteText')}</p>
      ${textField({ id: 'promote-name', label: t('goals.name'), value: input.name, input: this.set('name'), fault: this.fault('name', 'goal-name-taken'), autofocus: true, required: true })}
      <div class="fields">
        ${textField({ id: 'promote-target', label: t('goals.target'), value: input.targetAmount, input: this.set('targetAmount'), mode: 'decimal', secret: true, optional: true, hint: currency(), fault: this.fault('targetAmount') })}
        ${textField({ id: 'promote-date', label: t('goals.date'), type: 'date', value: input.targetDate, input: this.set('targetDate'), fault: this.fault('targetDate'), optional: true })}
      </div>
      ${placeField({ id: 'promote-parent', parent: this.#parent, fault: this.fault('parentId'),
        change: (parent) => {
          this.#parent = parent;
          this.requestUpdate();
        } })}`;
  }

  actions() {
    return this.buttons(t('bucketlists.promote'));
  }
}
customElements.define('nest-promote-dialog', PromoteDialog);
