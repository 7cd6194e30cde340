import { html, nothing } from '/app/base/element.js';
import { currentLocale, t } from '/app/base/i18n.js';
import { change, sayProblem } from '/app/base/changes.js';
import { parseAmount } from '/app/base/money.js';
import { currency } from '/app/base/session.js';
import { NestDialog, open } from '/app/ui/dialog.js';
import { textField } from '/app/ui/fields.js';
import { icon } from '/app/ui/icons.js';

/** Makes a goal of a wish, an `item` of a bucket list; the two are done together from then on. */
class PromoteDialog extends NestDialog {
  item = null;
  #input = { name: '', target: '', targetDate: '' };
  #parent = null;
  #problem = null;
  #noAmount = false;
  #busy = false;

  connectedCallback() {
    super.connectedCallback();
    this.#input.name = this.item.name;
  }

  heading() {
    return t('bucketlists.promoteTitle');
  }

  get mayClose() {
    return this.#input.target === '' && this.#input.targetDate === '' && this.#input.name === this.item.name;
  }

  async submit() {
    const { name, target, targetDate } = this.#input;
    const targetAmount = target.trim() ? parseAmount(target, currentLocale()) : null;
    this.#noAmount = target.trim() !== '' && targetAmount === null;
    if (this.#noAmount || this.#busy) {
      this.requestUpdate();
      return;
    }
    this.#busy = true;
    this.#problem = null;
    this.requestUpdate();
    try {
      const body = { name, ...(targetAmount && { targetAmount }), ...(targetDate && { targetDate }), ...(this.#parent && { parentId: this.#parent.id }) };
      const path = `/bucketlists/${this.item.bucketListId}/items/${this.item.id}/promote`;
      this.finish(await change('POST', path, { body, said: t('bucketlists.promoted', { name: name.trim() }), types: ['bucketlist-item', 'bucketlist', 'goal'] }));
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
      this.#parent = chosen.parent;
      this.requestUpdate();
    }
  }

  content() {
    const input = this.#input;
    const problem = this.#problem;
    const taken = problem?.code === 'goal-name-taken' ? problem.message : null;
    const other = problem && !taken && problem.errors.length === 0 ? (problem.offline ? t('base.offline') : problem.message) : null;
    return html`${other ? html`<p class="note danger" role="alert">${icon('warning')} <span>${other}</span></p>` : nothing}
      <p class="soft">${t('bucketlists.promoteText')}</p>
      ${textField({ id: 'promote-name', label: t('goals.name'), value: input.name, input: this.#set('name'), fault: problem?.fault('name') ?? taken, autofocus: true, required: true })}
      <div class="fields">
        ${textField({ id: 'promote-target', label: `${t('goals.target')} (${currency()})`, value: input.target, input: this.#set('target'), mode: 'decimal', optional: true,
          fault: this.#noAmount ? t('goals.noAmount') : problem?.fault('targetAmount') })}
        ${textField({ id: 'promote-date', label: t('goals.date'), type: 'date', value: input.targetDate, input: this.#set('targetDate'), fault: problem?.fault('targetDate'), optional: true })}
      </div>
      <div class="field">
        <span class="strong" id="promote-parent-label">${t('goals.place')}</span>
        <button type="button" class="goal-place" aria-describedby="promote-parent-label" @click=${() => this.#place()}>
          ${icon(this.#parent ? 'goals' : 'up')} <span class="cut">${this.#parent?.name ?? t('goals.top')}</span> ${icon('right')}
        </button>
      </div>`;
  }

  actions() {
    return html`<button type="button" @click=${() => this.finish(null)}>${t('base.cancel')}</button>
      <button type="submit" class="primary" ?disabled=${this.#busy}>${t('bucketlists.promote')}</button>`;
  }
}
customElements.define('nest-promote-dialog', PromoteDialog);
