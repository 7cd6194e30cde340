import { html, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { sayProblem } from '/app/base/changes.js';
import { NestDialog } from '/app/ui/dialog.js';
import { icon } from '/app/ui/icons.js';

/**
 * A dialog with fields. Subclasses `begin({name: value})` before they are shown, read `input`, bind fields by `set(name)` and
 * `fault(name)`, put `note()` above them, and `save(() => change(…))`, which ends the dialog with what was answered, or shows why not.
 */
export class FormDialog extends NestDialog {
  input = {};
  busy = false;
  /** Faults that the page itself finds, by field. */
  faults = {};
  #begun = {};
  #problem = null;

  begin(input) {
    this.input = { ...input };
    this.#begun = { ...input };
  }

  /** Whether a field has another value than at the beginning. */
  differs(name) {
    return JSON.stringify(this.input[name]) !== JSON.stringify(this.#begun[name]);
  }

  /** Of a body, what is another than at the beginning: for a PATCH. */
  changesOf(body) {
    return Object.fromEntries(Object.entries(body).filter(([name]) => this.differs(name)));
  }

  get mayClose() {
    return !this.busy && !Object.keys(this.input).some((name) => this.differs(name));
  }

  set(name) {
    return (value) => {
      this.input[name] = value;
      this.faults = { ...this.faults, [name]: null };
      this.requestUpdate();
    };
  }

  /** What is wrong with a field; codes are of problems that are a field's though they name none, such as a name that is taken. */
  fault(name, ...codes) {
    const problem = this.#problem;
    return this.faults[name] ?? problem?.fault(name) ?? (problem && codes.includes(problem.code) ? problem.message : null);
  }

  /** What is wrong with the whole; `codes` are those that a field shows. */
  note(...codes) {
    const problem = this.#problem;
    if (!problem || problem.errors.length > 0 || codes.includes(problem.code)) {
      return nothing;
    }
    return html`<p class="note danger" role="alert">${icon('warning')} <span>${problem.offline ? t('base.offline') : problem.message}</span></p>`;
  }

  /** Shows faults that the page itself has found. */
  async refuse(faults) {
    this.faults = faults;
    this.#problem = null;
    await this.#showFault();
  }

  async save(send) {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.faults = {};
    this.#problem = null;
    this.requestUpdate();
    try {
      this.finish((await send()) ?? true);
    } catch (problem) {
      this.busy = false;
      if (problem.kept) {
        sayProblem(problem);
        this.finish(null);
      } else if (problem.errors) {
        this.#problem = problem;
        await this.#showFault();
      } else {
        throw problem;
      }
    }
  }

  async #showFault() {
    this.requestUpdate();
    await this.updateComplete;
    (this.$('[aria-invalid]') ?? this.$('.note'))?.scrollIntoView({ block: 'nearest' });
    this.$('[aria-invalid]')?.focus();
  }

  /** The buttons of most forms. */
  buttons(action) {
    return html`<button type="button" @click=${() => this.cancel()}>${t('base.cancel')}</button>
      <button type="submit" class="primary" ?disabled=${this.busy}>${action}</button>`;
  }

  /** Closes it; asks first where something that was typed would be lost. */
  cancel() {
    this.$('dialog').dispatchEvent(new Event('cancel', { cancelable: true }));
  }
}
