import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { sayProblem } from '/app/base/changes.js';
import { rename } from '/app/goals/goal-actions.js';

/** The field that a goal's name is changed in, in its row. Tells `named` when that is over: with true if it was by a key. */
class GoalNameField extends NestElement {
  static properties = { goal: { attribute: false }, fault: { state: true } };

  #over = false;

  constructor() {
    super();
    this.fault = null;
  }

  firstUpdated() {
    this.$('input').focus();
    this.$('input').select();
  }

  #end(byKey) {
    this.#over = true;
    this.tell('named', byKey);
  }

  async #save(text, byKey) {
    const name = text.trim();
    if (this.#over) {
      return;
    }
    if (name === '' || name === this.goal.name) {
      this.#end(byKey);
      return;
    }
    this.#over = true;
    try {
      await rename(this.goal, name);
    } catch (problem) {
      const fault = problem.fault('name') ?? problem.message;
      sayProblem(problem.kept || problem.offline ? problem : Object.assign(problem, { message: fault }));
      if (byKey && !problem.kept) {
        this.#over = false;
        this.fault = fault;
        return;
      }
    }
    this.#end(byKey);
  }

  #key(event) {
    if (event.key === 'Enter') {
      event.preventDefault();
      this.#save(event.target.value, true);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      this.#end(true);
    }
  }

  render() {
    return html`<input
      class="goal-rename"
      aria-label=${t('goals.name')}
      aria-invalid=${this.fault ? 'true' : nothing}
      title=${this.fault ?? ''}
      .value=${this.goal.name}
      @keydown=${this.#key}
      @blur=${(event) => this.#save(event.target.value, false)}
    />`;
  }
}
customElements.define('nest-goal-name-field', GoalNameField);
