import { html, nothing, repeat } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { Query } from '/app/base/query.js';
import { NestDialog } from '/app/ui/dialog.js';
import { icon } from '/app/ui/icons.js';
import { shown } from '/app/ui/states.js';
import { above, isWithin, placesOf } from '/app/goals/forest.js';

/** So many are listed; whoever looks for another types more of its name. */
const MOST = 60;

/**
 * Asks where a goal is to be: `title`, and `moved`, the goal that is moved, within which it cannot be. Ends with `{parent}`, a
 * goal or null for the top.
 */
class PlaceDialog extends NestDialog {
  title = '';
  moved = null;
  #text = '';
  #marked = 0;
  #forest = new Query(this, () => '/goals/tree', ['goal']);

  heading() {
    return this.title;
  }

  async submit() {
    await this.#forest.settled();
    const option = this.isConnected && this.#forest.data && this.#options()[this.#marked];
    if (option) {
      this.finish({ parent: option.goal });
    }
  }

  /** Places that match what was typed, the top first: `[{goal, path}]`. */
  #options() {
    const text = this.#text.trim().toLocaleLowerCase();
    const fits = (name) => name.toLocaleLowerCase().includes(text);
    const goals = [...placesOf(this.#forest.data).values()]
      .filter((place) => fits(place.goal.name) && !(this.moved && isWithin(place, this.moved.id)) && (text || !place.goal.end))
      .map((place) => ({ goal: place.goal, path: above(place).map((goal) => goal.name).join(' › ') }));
    return [...(fits(t('goals.top')) ? [{ goal: null, path: '' }] : []), ...goals];
  }

  #key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.#forest.data) {
      event.preventDefault();
      const count = Math.min(this.#options().length, MOST);
      this.#marked = count === 0 ? 0 : (this.#marked + step + count) % count;
      this.requestUpdate();
      this.updateComplete.then(() => this.$('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }));
    }
  }

  #option({ goal, path }, at) {
    return html`<li id="goal-place-${at}" role="option" aria-selected=${at === this.#marked ? 'true' : 'false'} @click=${() => this.finish({ parent: goal })}>
      ${icon(goal ? 'goals' : 'up')}
      <span class="grow">
        <span class="cut">${goal?.name ?? t('goals.top')}</span>
        ${path ? html`<span class="cut soft small">${path}</span>` : nothing}
      </span>
      ${goal?.end ? html`<span class="badge">${t('goals.done')}</span>` : nothing}
      ${this.moved && (goal?.id ?? null) === this.moved.parentId ? html`<span class="badge">${t('goals.here')}</span>` : nothing}
    </li>`;
  }

  #list() {
    const options = this.#options();
    const listed = options.slice(0, MOST);
    return html`<ul id="goal-places" class="goal-places" role="listbox" aria-label=${t('goals.place')}>
        ${repeat(listed, ({ goal }) => goal?.id ?? 'top', (option, at) => this.#option(option, at))}
      </ul>
      <p class="hint" role="status">
        ${options.length === 0
          ? t('goals.noPlace')
          : options.length > MOST
            ? t('goals.morePlaces', { count: options.length - MOST })
            : t('goals.places', { count: options.length })}
      </p>`;
  }

  content() {
    return html`<input
        type="search"
        role="combobox"
        aria-label=${t('goals.findPlace')}
        placeholder=${t('goals.findPlace')}
        aria-expanded="true"
        aria-controls="goal-places"
        aria-activedescendant="goal-place-${this.#marked}"
        autocomplete="off"
        autofocus
        @keydown=${this.#key}
        @input=${(event) => {
          this.#text = event.target.value;
          this.#marked = 0;
          this.requestUpdate();
        }}
      />
      <div class="goal-places-frame">${shown(this.#forest, () => this.#list(), 6)}</div>`;
  }

  actions() {
    return html`<button type="button" @click=${() => this.finish(null)}>${t('base.cancel')}</button>
      <button type="submit" class="primary">${t('goals.putThere')}</button>`;
  }
}
customElements.define('nest-goal-place-dialog', PlaceDialog);
