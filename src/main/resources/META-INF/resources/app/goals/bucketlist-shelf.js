import { html, NestElement, nothing, repeat } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { change, sayProblem } from '/app/base/changes.js';
import { shortcuts } from '/app/base/keys.js';
import { currentRoute, go, href, onRoute, setParameters } from '/app/base/router.js';
import { share } from '/app/base/money.js';
import { PagedQuery } from '/app/base/paged-query.js';
import { progressBar } from '/app/ui/fields.js';
import { icon } from '/app/ui/icons.js';
import { empty, onward, shown } from '/app/ui/states.js';

const WORTH_SEARCHING = 8;

/** All bucket lists, and how much of each is done. */
class Shelf extends NestElement {
  #lists = new PagedQuery(
    this,
    () => `/bucketlists?limit=60&count=true${this.#text ? `&q=${encodeURIComponent(this.#text)}` : ''}`,
    ['bucketlist', 'bucketlist-item'],
  );
  #leave = [];
  #name = '';
  #fault = null;
  #busy = false;

  connectedCallback() {
    super.connectedCallback();
    this.#leave = [
      onRoute(() => this.requestUpdate()),
      shortcuts({ n: () => this.$('#bucketlist-name')?.focus(), '/': () => this.$('#bucketlist-search')?.focus() }),
    ];
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave.forEach((leave) => leave());
  }

  get #text() {
    return currentRoute().parameters.get('q') ?? '';
  }

  async #begin(event) {
    event.preventDefault();
    const name = this.#name.trim();
    if (name === '') {
      this.$('#bucketlist-name').focus();
      return;
    }
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    this.#fault = null;
    try {
      const made = await change('POST', '/bucketlists', { body: { name }, said: t('bucketlists.begun', { name }), types: ['bucketlist'] });
      this.#name = '';
      go('/bucketlists/' + made.id);
    } catch (problem) {
      if (problem.kept) {
        this.#name = '';
        sayProblem(problem);
      } else {
        this.#fault = problem.fault('name') ?? (problem.offline ? t('base.offline') : problem.message);
      }
    } finally {
      this.#busy = false;
    }
    this.requestUpdate();
  }

  #form() {
    return html`<form class="wish-form" @submit=${this.#begin}>
      <input id="bucketlist-name" aria-label=${t('bucketlists.name')} placeholder=${t('bucketlists.nameExample')} autocomplete="off" .value=${this.#name}
        aria-invalid=${this.#fault ? 'true' : nothing} aria-describedby=${this.#fault ? 'bucketlist-name-fault' : nothing}
        @input=${(event) => (this.#name = event.target.value)} />
      <button type="submit" class="primary">${icon('add')} ${t('bucketlists.begin')}</button>
      ${this.#fault ? html`<p id="bucketlist-name-fault" class="fault" role="alert">${this.#fault}</p>` : nothing}
    </form>`;
  }

  #card(list) {
    return html`<a class="card bucketlist-card" href=${href('/bucketlists/' + list.id)}>
      <h2>${list.name}</h2>
      <p class="soft">${list.itemCount === 0 ? t('bucketlists.noWishes') : t('bucketlists.doneOf', { done: list.doneCount, count: list.itemCount })}</p>
      ${list.itemCount > 0 ? progressBar(share(list.doneCount, list.itemCount), list.name) : nothing}
    </a>`;
  }

  #view({ items, total }) {
    if (items.length === 0 && !this.#text) {
      return html`<div class="card">
        ${empty({ level: 2, picture: 'bucketlists', title: t('bucketlists.emptyTitle'), text: t('bucketlists.emptyText'), action: this.#form() })}
      </div>`;
    }
    return html`<div class="stack">
      ${this.#form()}
      ${this.#text || total > WORTH_SEARCHING
        ? html`<input id="bucketlist-search" type="search" aria-label=${t('bucketlists.searchLists')} placeholder=${t('bucketlists.searchLists')} .value=${this.#text}
            @input=${(event) => setParameters({ q: event.target.value || null })} />`
        : nothing}
      ${items.length === 0
        ? html`<div class="card">${empty({ level: 2, picture: 'search', title: t('bucketlists.noMatchTitle'), text: t('bucketlists.noMatchText') })}</div>`
        : html`<div class="grid">${repeat(items, (list) => list.id, (list) => this.#card(list))}</div>`}
      ${onward(this.#lists, html`<button type="button" class="quiet" @click=${() => this.#lists.more()}>${t('base.more')}</button>`)}
    </div>`;
  }

  render() {
    return html`<div class="view">
      <div class="view-head"><h1>${t('bucketlists.title')}</h1></div>
      ${shown(this.#lists, (page) => this.#view(page), 5)}
    </div>`;
  }
}
customElements.define('nest-bucketlist-shelf', Shelf);
