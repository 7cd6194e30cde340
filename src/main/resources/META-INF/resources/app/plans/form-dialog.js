import { html, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { sayProblem } from '/app/base/changes.js';
import { NestDialog } from '/app/ui/dialog.js';
import { icon } from '/app/ui/icons.js';

/**
 * A dialog with a form: it is sent once at a time, says at each field what the service says of it and the rest at its top, and
 * asks before what was typed is lost. Subclasses say `fields()`, `send()` (which returns what the dialog ends with) and the names
 * of those `shownFaults` that stand at a field.
 */
export class FormDialog extends NestDialog {
  static properties = {
    busy: { state: true },
    problem: { state: true },
  };

  touched = false;

  constructor() {
    super();
    this.busy = false;
    this.problem = null;
  }

  get mayClose() {
    return !this.busy && !this.touched;
  }

  get shownFaults() {
    return [];
  }

  get submitLabel() {
    return t('base.save');
  }

  /** What does a field's change: it is part of what would be lost. */
  set(name, value) {
    this.touched = true;
    this.input = { ...this.input, [name]: value };
    this.requestUpdate();
  }

  fault(name) {
    return this.problem?.fault?.(name) ?? null;
  }

  /** Closes as Escape does. */
  cancel() {
    this.$('dialog').dispatchEvent(new Event('cancel', { cancelable: true }));
  }

  /** What is wrong, as far as no field says it. */
  #rest() {
    if (!this.problem) {
      return null;
    }
    const shown = this.shownFaults;
    const others = this.problem.errors.filter((error) => !shown.some((name) => error.pointer === '/' + name || error.pointer?.startsWith(`/${name}/`)));
    if (this.problem.errors.length > 0) {
      return others.map((error) => error.message).join(' ') || null;
    }
    return this.problem.offline ? t('base.offline') : this.problem.message;
  }

  async submit() {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.problem = null;
    try {
      this.finish(await this.send());
    } catch (problem) {
      if (problem.kept) {
        sayProblem(problem);
        this.finish(null);
      } else {
        await this.#refused(problem);
      }
    } finally {
      this.busy = false;
    }
  }

  async #refused(problem) {
    if (!problem.errors) {
      throw problem;
    }
    this.problem = problem;
    await this.updateComplete;
    (this.$('[aria-invalid="true"]') ?? this.$('.note.danger'))?.focus();
  }

  content() {
    const rest = this.#rest();
    return html`${rest ? html`<p class="note danger" role="alert" tabindex="-1">${icon('warning')} <span>${rest}</span></p>` : nothing} ${this.fields()}`;
  }

  actions() {
    return html`<button type="button" @click=${() => this.cancel()}>${t('base.cancel')}</button>
      <button type="submit" class="primary" ?disabled=${this.busy}>${this.submitLabel}</button>`;
  }
}

/** What of two bodies differs: the fields of the second that are not as in the first. */
export function changed(before, after) {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])));
}

/** What is shown as faults of amounts that are no numbers, in the form in which the service tells its own. */
export class NotANumber extends Error {
  errors;
  offline = false;

  constructor(field) {
    super(t('budgets.notANumber'));
    this.errors = [{ pointer: '/' + field, message: this.message }];
  }

  fault(field) {
    return '/' + field === this.errors[0].pointer ? this.message : null;
  }
}
