import { html, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { request, withParameters } from '/app/base/api.js';
import { change, sayProblem } from '/app/base/changes.js';
import { NestDialog } from '/app/ui/dialog.js';
import { textField } from '/app/ui/fields.js';
import { nameOf } from '/app/imports/rule-words.js';
import '/app/imports/rule-preview.js';

const PAGE = 100;
/** So many pages are counted; beyond that it is "more than". */
const PAGES = 10;

/** Applies a rule to what is recorded: shows how many it concerns and how, for all days or some, and does it. */
class RuleApply extends NestDialog {
  rule = null;
  accounts = [];
  #days = { from: '', to: '' };
  #count = null;
  #exact = false;
  #problem = null;
  #busy = false;
  #abort = null;

  connectedCallback() {
    super.connectedCallback();
    this.#recount();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#abort?.abort();
  }

  get size() {
    return 'wide';
  }

  heading() {
    return t('rules.applyTitle');
  }

  get #said() {
    return { when: this.rule.when, set: this.rule.set };
  }

  async #recount() {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    this.#count = null;
    this.#problem = null;
    this.requestUpdate();
    try {
      let count = 0;
      let next = withParameters('/rules/preview', { ...this.#days, limit: PAGE });
      for (let page = 0; page < PAGES && next; page++) {
        const { data } = await request('POST', next, { body: this.#said, signal: abort.signal });
        count += data.items.length;
        next = data.next;
      }
      this.#count = count;
      this.#exact = !next;
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        this.#problem = problem;
      }
    }
    this.requestUpdate();
  }

  #day(name) {
    return textField({
      id: `rule-apply-${name}`, type: 'date', label: t(`rules.${name}`), value: this.#days[name], optional: true, fault: this.#problem?.errors.find((error) => error.parameter === name)?.message,
      input: (value) => {
        this.#days = { ...this.#days, [name]: value };
        this.#recount();
      },
    });
  }

  content() {
    const known = this.#problem?.errors.some((error) => error.parameter in this.#days);
    return html`<p>${nameOf({ ...this.rule, name: null }, this.accounts)}</p>
      ${this.#problem && !known ? html`<p class="note danger" role="alert">${this.#problem.offline ? t('base.offline') : this.#problem.message}</p>` : nothing}
      <div class="fields">${this.#day('from')} ${this.#day('to')}</div>
      <nest-rule-preview .rule=${this.#said} .days=${this.#days}></nest-rule-preview>`;
  }

  async submit() {
    if (this.#busy || !this.#count) {
      return;
    }
    this.#busy = true;
    this.requestUpdate();
    const said = this.#exact ? t('rules.applied', { count: this.#count }) : t('rules.appliedMany', { count: this.#count });
    try {
      this.finish(await change('POST', withParameters(`/rules/${this.rule.id}/apply`, this.#days), { said }));
    } catch (problem) {
      if (problem.kept) {
        sayProblem(problem);
        this.finish(null);
      }
      this.#problem = problem;
    }
    this.#busy = false;
    this.requestUpdate();
  }

  actions() {
    const count = this.#count;
    return html`<button type="button" @click=${() => this.finish(null)}>${t('base.cancel')}</button>
      <button type="submit" class="primary" ?disabled=${this.#busy || !count}>
        ${count === null || count === 0 ? t('rules.applyIt') : this.#exact ? t('rules.applyCount', { count }) : t('rules.applyMany', { count })}
      </button>
      ${this.#busy ? html`<progress aria-label=${t('rules.applyTitle')}></progress>` : nothing}`;
  }
}
customElements.define('nest-rule-apply', RuleApply);
