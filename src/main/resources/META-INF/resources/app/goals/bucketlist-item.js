import { html, live, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { change, sayProblem } from '/app/base/changes.js';
import { instant } from '/app/base/format.js';
import { href } from '/app/base/router.js';
import { field, textField } from '/app/ui/fields.js';
import { icon } from '/app/ui/icons.js';
import { open } from '/app/ui/dialog.js';
import '/app/ui/menu.js';

const TYPES = ['bucketlist-item', 'bucketlist'];

/** One wish: ticked, changed in its place, made a goal. Tells `tick` with whether it is done. */
class BucketlistItem extends NestElement {
  static properties = { item: { attribute: false }, editing: { state: true }, problem: { state: true } };

  #input = null;

  constructor() {
    super();
    this.editing = false;
    this.problem = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.role = 'listitem';
  }

  get #path() {
    return `/bucketlists/${this.item.bucketListId}/items/${this.item.id}`;
  }

  async #edit(focus = 'name') {
    this.#input = { name: this.item.name, description: this.item.description ?? '' };
    this.problem = null;
    this.editing = true;
    await this.updateComplete;
    this.$(`#wish-${focus}-${this.item.id}`).focus();
  }

  async #leave() {
    this.editing = false;
    await this.updateComplete;
    this.$('.wish-name').focus();
  }

  async #save(event) {
    event.preventDefault();
    const name = this.#input.name.trim();
    const description = this.#input.description.trim();
    const body = {
      ...(name !== this.item.name && { name }),
      ...(description !== (this.item.description ?? '') && { description: description || null }),
    };
    try {
      if (Object.keys(body).length > 0) {
        await change('PATCH', this.#path, { body, said: t('bucketlists.changed', { name }), types: TYPES });
      }
      this.#leave();
    } catch (problem) {
      if (problem.kept) {
        sayProblem(problem);
        this.#leave();
      } else {
        this.problem = problem;
      }
    }
  }

  async #delete() {
    try {
      await change('DELETE', this.#path, { said: t('bucketlists.itemDeleted', { name: this.item.name }), types: TYPES });
    } catch (problem) {
      sayProblem(problem);
    }
  }

  async #promote() {
    await import('/app/goals/promote-dialog.js');
    open('nest-promote-dialog', { item: this.item });
  }

  #form() {
    const { id } = this.item;
    const { problem } = this;
    const other = problem && problem.errors.length === 0 ? (problem.offline ? t('base.offline') : problem.message) : null;
    return html`<form class="wish-edit" novalidate @submit=${this.#save}
      @keydown=${(event) => event.key === 'Escape' && this.#leave()}>
      ${other ? html`<p class="note danger" role="alert">${icon('warning')} <span>${other}</span></p>` : nothing}
      ${textField({ id: `wish-name-${id}`, label: t('bucketlists.wish'), value: this.#input.name, input: (text) => (this.#input.name = text), fault: problem?.fault('name') })}
      ${field({ id: `wish-description-${id}`, label: t('bucketlists.description'), optional: true, fault: problem?.fault('description'),
        control: html`<textarea id="wish-description-${id}" .value=${this.#input.description} @input=${(event) => (this.#input.description = event.target.value)}></textarea>` })}
      <div class="row">
        <button type="submit" class="primary">${t('base.save')}</button>
        <button type="button" @click=${() => this.#leave()}>${t('base.cancel')}</button>
      </div>
    </form>`;
  }

  #menu() {
    const { item } = this;
    return [
      { text: t('base.edit'), icon: 'edit', run: () => this.#edit() },
      { text: item.description ? t('bucketlists.editDescription') : t('bucketlists.addDescription'), icon: 'table', run: () => this.#edit('description') },
      ...(item.goalId ? [] : [{ text: t('bucketlists.promote'), icon: 'goals', run: () => this.#promote() }]),
      { text: t('base.delete'), icon: 'delete', danger: true, run: () => this.#delete() },
    ];
  }

  render() {
    const { item } = this;
    if (this.editing) {
      return this.#form();
    }
    return html`<div class="wish ${item.done ? 'done' : ''}">
      <label class="wish-tick">
        <input type="checkbox" aria-label=${item.name} .checked=${live(item.done)} @change=${(event) => this.tell('tick', event.target.checked)} />
      </label>
      <div class="grow">
        <button type="button" class="wish-name" aria-label=${t('bucketlists.editWish', { name: item.name })} @click=${() => this.#edit()}><span>${item.name}</span></button>
        ${item.description ? html`<p class="wish-description soft small">${item.description}</p>` : nothing}
        ${item.goalId || item.doneAt
          ? html`<p class="wish-notes small soft">
              ${item.doneAt ? html`<span>${t('bucketlists.doneOn', { day: instant(item.doneAt) })}</span>` : nothing}
              ${item.goalId ? html`<a href=${href('/goals/' + item.goalId)}>${icon('goals')} ${t('bucketlists.toGoal')}</a>` : nothing}
            </p>`
          : nothing}
      </div>
      ${item.goalId || item.done ? nothing : html`<button type="button" class="quiet small wish-promote" @click=${() => this.#promote()}>${icon('goals')} ${t('bucketlists.promote')}</button>`}
      <nest-menu .items=${this.#menu()} .label=${t('goals.actionsOf', { name: item.name })}></nest-menu>
    </div>`;
  }
}
customElements.define('nest-bucketlist-item', BucketlistItem);
