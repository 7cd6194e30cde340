import { html, nothing } from '/app/base/element.js';
import { currentLocale, t } from '/app/base/i18n.js';
import { change, sayProblem } from '/app/base/changes.js';
import { currencyName, plainAmount } from '/app/base/format.js';
import { parseAmount } from '/app/base/money.js';
import { currency } from '/app/base/session.js';
import { NestDialog, open } from '/app/ui/dialog.js';
import { field, selectField, textField } from '/app/ui/fields.js';
import { icon } from '/app/ui/icons.js';

/** A new goal, within `parent` if there is one; or what is said of a `goal`. Ends with the goal as the service has it. */
class GoalDialog extends NestDialog {
  goal = null;
  parent = null;
  #input = null;
  #first = '';
  #problem = null;
  #noAmount = false;
  #busy = false;

  connectedCallback() {
    super.connectedCallback();
    const goal = this.goal;
    this.#input = {
      name: goal?.name ?? '',
      description: goal?.description ?? '',
      target: plainAmount(goal?.targetAmount),
      currency: goal?.currency ?? this.parent?.currency ?? currency(),
      targetDate: goal?.targetDate ?? '',
    };
    this.#first = JSON.stringify(this.#input);
  }

  heading() {
    return this.goal ? t('goals.editTitle') : t('goals.newTitle');
  }

  get mayClose() {
    return JSON.stringify(this.#input) === this.#first;
  }

  /** What the service takes: of a goal that there is, only what has been changed. */
  #body() {
    const { name, description, target, currency: code, targetDate } = this.#input;
    const all = { name, description: description || null, targetAmount: target.trim() ? parseAmount(target, currentLocale()) : null, currency: code, targetDate: targetDate || null };
    if (!this.goal) {
      const said = Object.entries(all).filter(([, value]) => value !== null);
      return { ...Object.fromEntries(said), ...(this.parent && { parentId: this.parent.id }) };
    }
    const first = JSON.parse(this.#first);
    const fields = { name: 'name', description: 'description', target: 'targetAmount', currency: 'currency', targetDate: 'targetDate' };
    const changed = Object.keys(fields).filter((key) => first[key] !== this.#input[key]);
    return Object.fromEntries(changed.map((key) => [fields[key], all[fields[key]]]));
  }

  async submit() {
    const { name, target } = this.#input;
    this.#noAmount = target.trim() !== '' && parseAmount(target, currentLocale()) === null;
    if (this.#noAmount || this.#busy) {
      this.requestUpdate();
      return;
    }
    const body = this.#body();
    if (this.goal && Object.keys(body).length === 0) {
      this.finish(this.goal);
      return;
    }
    this.#busy = true;
    this.#problem = null;
    this.requestUpdate();
    try {
      const said = t(this.goal ? 'goals.changed' : 'goals.added', { name: name.trim() });
      const [method, path] = this.goal ? ['PATCH', `/goals/${this.goal.id}`] : ['POST', '/goals'];
      this.finish(await change(method, path, { body, said, types: ['goal'] }));
    } catch (problem) {
      if (problem.kept) {
        sayProblem(problem);
        this.finish(null);
        return;
      }
      this.#problem = problem;
      this.#busy = false;
      this.requestUpdate();
      await this.updateComplete;
      this.$('[aria-invalid=true]')?.focus();
    }
  }

  #set(name) {
    return (value) => {
      this.#input[name] = value;
    };
  }

  async #place() {
    await import('/app/goals/place-dialog.js');
    const chosen = await open('nest-goal-place-dialog', { title: t('goals.place') });
    if (chosen) {
      this.parent = chosen.parent;
      this.requestUpdate();
    }
  }

  /** What is wrong with a name that is taken stands beside the name. */
  get #nameFault() {
    return this.#problem?.fault('name') ?? (this.#problem?.code === 'goal-name-taken' ? this.#problem.message : null);
  }

  get #otherFault() {
    const problem = this.#problem;
    return !problem || this.#nameFault || problem.errors.length > 0 ? null : problem.offline ? t('base.offline') : problem.message;
  }

  content() {
    const input = this.#input;
    const fault = (name) => this.#problem?.fault(name);
    const currencies = Intl.supportedValuesOf('currency');
    return html`${this.#otherFault ? html`<p class="note danger" role="alert">${icon('warning')} <span>${this.#otherFault}</span></p>` : nothing}
      ${textField({ id: 'goal-name', label: t('goals.name'), value: input.name, input: this.#set('name'), fault: this.#nameFault, placeholder: t('goals.nameExample'), autofocus: true, required: true })}
      ${field({
        id: 'goal-description',
        label: t('goals.description'),
        optional: true,
        fault: fault('description'),
        control: html`<textarea
          id="goal-description"
          aria-invalid=${fault('description') ? 'true' : nothing}
          aria-describedby=${fault('description') ? 'goal-description-hint' : nothing}
          .value=${input.description}
          @input=${(event) => this.#set('description')(event.target.value)}
        ></textarea>`,
      })}
      <div class="fields">
        ${textField({ id: 'goal-target', label: t('goals.target'), value: input.target, input: this.#set('target'), mode: 'decimal', optional: true,
          fault: this.#noAmount ? t('goals.noAmount') : fault('targetAmount') })}
        ${selectField({ id: 'goal-currency', label: t('goals.currency'), value: input.currency, change: this.#set('currency'), fault: fault('currency'),
          options: currencies.map((code) => [code, `${code} – ${currencyName(code)}`]) })}
        ${textField({ id: 'goal-date', label: t('goals.date'), type: 'date', value: input.targetDate, input: this.#set('targetDate'), fault: fault('targetDate'), optional: true })}
      </div>
      ${this.goal
        ? nothing
        : html`<div class="field">
            <span class="strong" id="goal-parent-label">${t('goals.place')}</span>
            <button type="button" class="goal-place" aria-describedby="goal-parent-label" @click=${() => this.#place()}>
              ${icon(this.parent ? 'goals' : 'up')} <span class="cut">${this.parent?.name ?? t('goals.top')}</span> ${icon('right')}
            </button>
            ${fault('parentId') ? html`<p class="fault" role="alert">${fault('parentId')}</p>` : nothing}
          </div>`}`;
  }

  actions() {
    return html`<button type="button" @click=${() => this.finish(null)}>${t('base.cancel')}</button>
      <button type="submit" class="primary" ?disabled=${this.#busy}>${this.goal ? t('base.save') : t('goals.addIt')}</button>`;
  }
}
customElements.define('nest-goal-dialog', GoalDialog);
