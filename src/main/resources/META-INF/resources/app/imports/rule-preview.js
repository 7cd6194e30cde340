import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { amount, day } from '/app/base/format.js';
import { request, withParameters } from '/app/base/api.js';
import { failure, loading } from '/app/ui/states.js';

const WAIT = 400;
const SHOWN = 50;
const FIELDS = ['description', 'category', 'tags', 'notes'];

/** Whether there is anything to look for, and anything to do. */
function isWhole({ when, set }) {
  const said = (values) => Object.values(values).some((value) => value !== null && value !== undefined && value.length !== 0);
  return said(when) && said(set);
}

/** What a rule would change of what is recorded: asked for when nothing was typed for a moment, the first fifty before and after. */
class RulePreview extends NestElement {
  static properties = { rule: { attribute: false }, days: { attribute: false }, answer: { state: true }, problem: { state: true } };

  #asked = null;
  #timer = null;
  #abort = null;

  constructor() {
    super();
    this.answer = null;
    this.days = {};
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#abort?.abort();
  }

  willUpdate() {
    const asked = JSON.stringify([this.rule, this.days]);
    if (asked !== this.#asked) {
      const first = this.#asked === null;
      this.#asked = asked;
      clearTimeout(this.#timer);
      this.#abort?.abort();
      if (isWhole(this.rule)) {
        this.#timer = setTimeout(() => this.#ask(), first ? 0 : WAIT);
      } else {
        this.answer = null;
        this.problem = null;
      }
    }
  }

  async #ask() {
    const abort = (this.#abort = new AbortController());
    try {
      const path = withParameters('/rules/preview', { ...this.days, limit: SHOWN });
      this.answer = (await request('POST', path, { body: this.rule, signal: abort.signal })).data;
      this.problem = null;
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        this.answer = null;
        this.problem = problem;
      }
    }
  }

  #value(name, value) {
    return name === 'tags' ? value.join(', ') : (value ?? '');
  }

  #row({ before, after }) {
    const changed = FIELDS.filter((name) => this.#value(name, before[name]) !== this.#value(name, after[name]));
    return html`<tr>
      <td class="nowrap small">${day(before.date)}</td>
      <td>${before.description}</td>
      <td class="number">${amount(before.amount, before.currency)}</td>
      <td>
        ${changed.map(
          (name) => html`<p><span class="soft small">${t(`rules.field.${name}`)}</span>
            ${this.#value(name, before[name]) ? html`<del>${this.#value(name, before[name])}</del> ` : nothing}<ins>${this.#value(name, after[name])}</ins></p>`,
        )}
      </td>
    </tr>`;
  }

  #content() {
    if (!isWhole(this.rule)) {
      return html`<p class="soft">${t('rules.previewLater')}</p>`;
    }
    if (this.problem) {
      return this.problem.offline || this.problem.errors.length === 0 ? failure(this.problem, () => this.#ask()) : html`<p class="soft">${this.problem.errors[0].message}</p>`;
    }
    if (!this.answer) {
      return loading(3);
    }
    const { items, next } = this.answer;
    if (items.length === 0) {
      return html`<p class="soft" role="status">${t('rules.previewNone')}</p>`;
    }
    return html`<p role="status">${next ? t('rules.previewMore', { count: items.length }) : t('rules.previewCount', { count: items.length })}</p>
      <div class="table-scroll" tabindex="0" role="region" aria-label=${t('rules.preview')}>
        <table class="rules-preview">
          <thead><tr><th scope="col">${t('base.day')}</th><th scope="col">${t('imports.description')}</th><th scope="col" class="number">${t('rules.amount')}</th><th scope="col">${t('rules.change')}</th></tr></thead>
          <tbody>${items.map((item) => this.#row(item))}</tbody>
        </table>
      </div>`;
  }

  render() {
    return html`<section class="rules-part">
      <h3>${t('rules.preview')}</h3>
      <p class="soft small">${t('rules.previewHint')}</p>
      ${this.#content()}
    </section>`;
  }
}
customElements.define('nest-rule-preview', RulePreview);
