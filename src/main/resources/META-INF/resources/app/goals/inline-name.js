import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { sayProblem } from '/app/base/changes.js';
import { icon } from '/app/ui/icons.js';

/** A heading that is changed in its place: `value`, `label`, and `save(name)`, which throws what is wrong. */
class InlineName extends NestElement {
  static properties = {
    value: { attribute: false },
    label: { attribute: false },
    save: { attribute: false },
    editing: { state: true },
    fault: { state: true },
  };

  #busy = false;

  constructor() {
    super();
    this.editing = false;
    this.fault = null;
  }

  async start() {
    this.editing = true;
    this.fault = null;
    await this.updateComplete;
    this.$('input').focus();
    this.$('input').select();
  }

  async #end(text) {
    const name = text.trim();
    if (!this.editing || this.#busy) {
      return;
    }
    if (name !== '' && name !== this.value) {
      this.#busy = true;
      try {
        await this.save(name);
      } catch (problem) {
        if (problem.kept) {
          sayProblem(problem);
        } else {
          this.fault = problem.fault('name') ?? (problem.offline ? t('base.offline') : problem.message);
          return;
        }
      } finally {
        this.#busy = false;
      }
    }
    this.#leave();
  }

  async #leave() {
    const within = this.contains(document.activeElement);
    this.editing = false;
    this.fault = null;
    await this.updateComplete;
    if (within) {
      this.$('button')?.focus();
    }
  }

  render() {
    return this.editing
      ? html`<h1 class="visually-hidden">${this.value}</h1>
          <input aria-label=${this.label} .value=${this.value} aria-invalid=${this.fault ? 'true' : nothing} aria-describedby=${this.fault ? 'inline-name-fault' : nothing}
            @blur=${(event) => this.#end(event.target.value)}
            @keydown=${(event) => {
              if (event.key === 'Enter') {
                this.#end(event.target.value);
              } else if (event.key === 'Escape') {
                this.#leave();
              }
            }} />
          ${this.fault ? html`<p id="inline-name-fault" class="fault" role="alert">${this.fault}</p>` : nothing}`
      : html`<h1>${this.value}</h1>
          <button type="button" class="icon" aria-label=${t('goals.rename')} title=${t('goals.rename')} @click=${() => this.start()}>${icon('edit')}</button>`;
  }
}
customElements.define('nest-inline-name', InlineName);
