import { html, nothing } from '/app/base/element.js';
import { currentLocale, t } from '/app/base/i18n.js';
import { plainAmount } from '/app/base/format.js';
import { parseAmount } from '/app/base/money.js';
import { getAll } from '/app/base/api.js';
import { Query } from '/app/base/query.js';
import { change, sayProblem } from '/app/base/changes.js';
import { NestDialog } from '/app/ui/dialog.js';
import { field, selectField, textField, toggle } from '/app/ui/fields.js';
import '/app/ui/combobox.js';
import { tagsOf } from '/app/imports/bulk-bar.js';
import { completeCategory } from '/app/imports/plan-row.js';
import '/app/imports/rule-preview.js';

const KINDS = ['contains', 'equals', 'matches'];
const AMOUNTS = ['minAmount', 'maxAmount'];
const TYPES = ['', 'expense', 'income', 'transfer'];
/** What stands apart, because few need it. */
const RARE = ['description', 'notes', 'name', 'skip', 'stop'];
/** Where a field's fault is said by the service. */
const POINTERS = {
  name: 'name', text: 'when/description', type: 'when/type', accountId: 'when/accountId', minAmount: 'when/minAmount', maxAmount: 'when/maxAmount',
  category: 'set/category', description: 'set/description', tags: 'set/addTags', notes: 'set/notes',
};

/**
 * A rule, new or there already, with what it would change of what is recorded, while it is written. `rule` is the one to edit,
 * `draft` what a new one begins with. Ends with the rule as the service has it.
 */
class RuleDialog extends NestDialog {
  rule = null;
  draft = null;
  #input = null;
  #begun = null;
  #problem = null;
  #busy = false;
  #accounts = new Query(this, () => '/accounts?limit=100', ['account'], (path, signal) => getAll(path, { signal }));

  connectedCallback() {
    const { name, when = {}, set = {}, stop } = this.rule ?? this.draft ?? {};
    const kind = KINDS.find((one) => when.description?.[one]) ?? 'contains';
    this.#input = {
      name: name ?? '',
      kind,
      text: when.description?.[kind] ?? '',
      type: when.type ?? '',
      accountId: when.accountId ?? '',
      minAmount: plainAmount(when.minAmount),
      maxAmount: plainAmount(when.maxAmount),
      category: set.category ?? '',
      description: set.description ?? '',
      tags: (set.addTags ?? []).join(', '),
      notes: set.notes ?? '',
      skip: set.decision === 'skip',
      stop: stop ?? false,
    };
    this.#begun = JSON.stringify(this.#input);
    super.connectedCallback();
  }

  get size() {
    return 'wide';
  }

  get mayClose() {
    return !this.#busy && JSON.stringify(this.#input) === this.#begun;
  }

  heading() {
    return t(this.rule ? 'rules.edit' : 'rules.add');
  }

  #set(name) {
    return (value) => {
      this.#input = { ...this.#input, [name]: value };
      this.requestUpdate();
    };
  }

  #amount(name) {
    return this.#input[name].trim() === '' ? null : parseAmount(this.#input[name], currentLocale());
  }

  #isNoAmount(name) {
    return this.#input[name].trim() !== '' && this.#amount(name) === null;
  }

  /** The whole rule; what is not said is null, which a PATCH takes away. */
  #said() {
    const input = this.#input;
    const or = (value) => (value.trim() === '' ? null : value.trim());
    const text = or(input.text);
    return {
      name: or(input.name),
      when: {
        description: text && Object.fromEntries(KINDS.map((kind) => [kind, kind === input.kind ? text : null])),
        type: or(input.type),
        accountId: or(input.accountId),
        minAmount: this.#amount('minAmount'),
        maxAmount: this.#amount('maxAmount'),
      },
      set: {
        category: or(input.category),
        description: or(input.description),
        addTags: tagsOf(input.tags),
        notes: or(input.notes),
        decision: input.skip ? 'skip' : null,
      },
      stop: input.stop,
    };
  }

  /** Only what the person has changed: for a PATCH. */
  #changes(said) {
    const begun = JSON.parse(this.#begun);
    const differs = (...names) => names.some((name) => begun[name] !== this.#input[name]);
    const pick = (from, names) => Object.fromEntries(Object.entries(names).filter(([, of]) => differs(...of)).map(([name]) => [name, from[name]]));
    const when = pick(said.when, { description: ['kind', 'text'], type: ['type'], accountId: ['accountId'], minAmount: ['minAmount'], maxAmount: ['maxAmount'] });
    const set = pick(said.set, { category: ['category'], description: ['description'], addTags: ['tags'], notes: ['notes'], decision: ['skip'] });
    return {
      ...pick(said, { name: ['name'], stop: ['stop'] }),
      ...(Object.keys(when).length > 0 && { when }),
      ...(Object.keys(set).length > 0 && { set }),
    };
  }

  #fault(name) {
    return this.#isNoAmountField(name) ? t('rules.noAmount') : (this.#problem?.fault(POINTERS[name]) ?? null);
  }

  #isNoAmountField(name) {
    return AMOUNTS.includes(name) && this.#isNoAmount(name);
  }

  #text(name, more = {}) {
    return textField({ id: `rule-${name}`, label: t(`rules.field.${name}`), value: this.#input[name], input: this.#set(name), fault: this.#fault(name), optional: true, ...more });
  }

  #when() {
    const input = this.#input;
    const accounts = this.#accounts.data ?? [];
    return html`<fieldset class="rules-part">
      <legend><h3>${t('rules.when')}</h3></legend>
      <p class="soft small">${t('rules.whenHint')}</p>
      <div class="fields">
        ${selectField({ id: 'rule-kind', label: t('rules.field.kind'), value: input.kind, change: this.#set('kind'), options: KINDS.map((kind) => [kind, t(`rules.kind.${kind}`)]) })}
        ${textField({ id: 'rule-text', label: t('rules.field.text'), value: input.text, input: this.#set('text'), fault: this.#fault('text'), hint: t(`rules.kindHint.${input.kind}`), autofocus: true, maxlength: 200 })}
        ${selectField({ id: 'rule-type', label: t('rules.field.type'), value: input.type, change: this.#set('type'), fault: this.#fault('type'), options: TYPES.map((type) => [type, t(`rules.type.${type || 'any'}`)]) })}
        ${selectField({
          id: 'rule-account', label: t('rules.field.accountId'), value: input.accountId, change: this.#set('accountId'), fault: this.#fault('accountId'),
          options: [['', t('rules.anyAccount')], ...accounts.map((account) => [account.id, account.name])],
        })}
        ${this.#text('minAmount', { mode: 'decimal', secret: true })} ${this.#text('maxAmount', { mode: 'decimal', secret: true })}
      </div>
    </fieldset>`;
  }

  #then() {
    const input = this.#input;
    return html`<fieldset class="rules-part">
      <legend><h3>${t('rules.then')}</h3></legend>
      <div class="fields">
        ${field({
          id: 'rule-category', label: t('rules.field.category'), optional: true, fault: this.#fault('category'),
          control: html`<nest-combobox .inputId=${'rule-category'} .value=${input.category} .complete=${completeCategory} .fault=${this.#fault('category')} @pick=${(event) => this.#set('category')(event.detail)}></nest-combobox>`,
        })}
        ${this.#text('tags', { hint: t('rules.tagsHint') })}
      </div>
      <details ?open=${this.#more()}>
        <summary>${t('rules.more')}</summary>
        <div class="stack">
          <div class="fields">
            ${this.#text('description', { hint: t('rules.descriptionHint'), maxlength: 200 })} ${this.#text('notes')}
            ${this.#text('name', { hint: t('rules.nameHint'), maxlength: 100 })}
          </div>
          ${toggle({ id: 'rule-skip', label: t('rules.field.skip'), hint: t('rules.skipHint'), value: input.skip, change: this.#set('skip') })}
          ${toggle({ id: 'rule-stop', label: t('rules.field.stop'), hint: t('rules.stopHint'), value: input.stop, change: this.#set('stop') })}
        </div>
      </details>
    </fieldset>`;
  }

  /** Whether the rule has any of what is rarely needed, or something is wrong with it: then it is shown at once. */
  #more() {
    const begun = JSON.parse(this.#begun);
    return RARE.some((name) => begun[name] || (POINTERS[name] && this.#fault(name)));
  }

  content() {
    const problem = this.#problem;
    const elsewhere = problem && !Object.keys(POINTERS).some((name) => problem.fault(POINTERS[name]));
    const said = this.#said();
    return html`${elsewhere ? html`<p class="note danger" role="alert">${problem.errors.map((error) => error.message).join(' ') || problem.message}</p>` : nothing}
      ${this.#when()} ${this.#then()}
      <nest-rule-preview .rule=${{ when: said.when, set: said.set }}></nest-rule-preview>`;
  }

  async submit() {
    if (this.#busy || AMOUNTS.some((name) => this.#isNoAmount(name))) {
      return;
    }
    this.#busy = true;
    this.requestUpdate();
    const said = this.#said();
    try {
      this.finish(
        this.rule
          ? await change('PATCH', `/rules/${this.rule.id}`, { body: this.#changes(said), said: t('rules.saved'), types: ['rule'] })
          : await change('POST', '/rules', { body: said, said: t('rules.made'), types: ['rule'] }),
      );
    } catch (problem) {
      if (problem.kept) {
        sayProblem(problem);
        this.finish(null);
      }
      this.#problem = problem;
    }
    this.#busy = false;
    this.requestUpdate();
    await this.updateComplete;
    this.$('[aria-invalid=true]')?.focus();
  }

  actions() {
    return html`<button type="button" @click=${() => this.finish(null)}>${t('base.cancel')}</button>
      <button type="submit" class="primary" ?disabled=${this.#busy}>${t('base.save')}</button>`;
  }
}
customElements.define('nest-rule-dialog', RuleDialog);
