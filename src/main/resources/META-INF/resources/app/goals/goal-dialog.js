import { html, nothing } from '/app/base/element.js';
import { currentLocale, t } from '/app/base/i18n.js';
import { change } from '/app/base/changes.js';
import { currencyName, plainAmount } from '/app/base/format.js';
import { parseAmount } from '/app/base/money.js';
import { currency } from '/app/base/session.js';
import { field, selectField, textField } from '/app/ui/fields.js';
import { FormDialog } from '/app/ui/form-dialog.js';
import { placeField } from '/app/goals/place-field.js';

/** A new goal, within `parent` if there is one; or what is said of a `goal`. Ends with the goal as the service has it. */
class GoalDialog extends FormDialog {
  goal = null;
  parent = null;

  connectedCallback() {
    super.connectedCallback();
    const { goal } = this;
    this.begin({
      name: goal?.name ?? '',
      description: goal?.description ?? '',
      targetAmount: plainAmount(goal?.targetAmount),
      currency: goal?.currency ?? this.parent?.currency ?? currency(),
      targetDate: goal?.targetDate ?? '',
    });
  }

  heading() {
    return this.goal ? t('goals.editTitle') : t('goals.newTitle');
  }

  async submit() {
    const { name, description, targetAmount: typed, currency: code, targetDate } = this.input;
    const targetAmount = typed.trim() ? parseAmount(typed, currentLocale()) : null;
    if (typed.trim() && targetAmount === null) {
      await this.refuse({ targetAmount: t('goals.noAmount') });
      return;
    }
    const body = { name, description: description || null, targetAmount, currency: code, targetDate: targetDate || null };
    if (!this.goal) {
      const said = t('goals.added', { name: name.trim() });
      await this.save(() => change('POST', '/goals', { body: { ...body, parentId: this.parent?.id ?? null }, said, types: ['goal'] }));
      return;
    }
    const changes = this.changesOf(body);
    const said = t('goals.changed', { name: name.trim() });
    await this.save(() => (Object.keys(changes).length > 0 ? change('PATCH', `/goals/${this.goal.id}`, { body: changes, said, types: ['goal'] }) : this.goal));
  }

  content() {
    const { input } = this;
    const about = this.fault('description');
    return html`${this.note('goal-name-taken')}
      ${textField({ id: 'goal-name', label: t('goals.name'), value: input.name, input: this.set('name'), fault: this.fault('name', 'goal-name-taken'), placeholder: t('goals.nameExample'), autofocus: true, required: true })}
      ${field({
        id: 'goal-description',
        label: t('goals.description'),
        optional: true,
        fault: about,
        control: html`<textarea
          id="goal-description"
          aria-invalid=${about ? 'true' : nothing}
          aria-describedby=${about ? 'goal-description-hint' : nothing}
          .value=${input.description}
          @input=${(event) => this.set('description')(event.target.value)}
        ></textarea>`,
      })}
      <div class="fields">
        ${textField({ id: 'goal-target', label: t('goals.target'), value: input.targetAmount, input: this.set('targetAmount'), mode: 'decimal', secret: true, optional: true, fault: this.fault('targetAmount') })}
        ${selectField({ id: 'goal-currency', label: t('goals.currency'), value: input.currency, change: this.set('currency'), fault: this.fault('currency'),
          options: Intl.supportedValuesOf('currency').map((code) => [code, `${code} – ${currencyName(code)}`]) })}
        ${textField({ id: 'goal-date', label: t('goals.date'), type: 'date', value: input.targetDate, input: this.set('targetDate'), fault: this.fault('targetDate'), optional: true })}
      </div>
      ${this.goal
        ? nothing
        : placeField({ id: 'goal-parent', parent: this.parent, fault: this.fault('parentId'),
            change: (parent) => {
              this.parent = parent;
              this.requestUpdate();
            } })}`;
  }

  actions() {
    return this.buttons(this.goal ? t('base.save') : t('goals.addIt'));
  }
}
customElements.define('nest-goal-dialog', GoalDialog);
