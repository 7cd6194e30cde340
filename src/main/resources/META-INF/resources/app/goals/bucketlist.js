import { html, NestElement, nothing, repeat } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { change, sayProblem } from '/app/base/changes.js';
import { shortcuts } from '/app/base/keys.js';
import { currentRoute, go, href, onRoute, setParameters } from '/app/base/router.js';
import { share } from '/app/base/money.js';
import { PagedQuery } from '/app/base/paged-query.js';
import { Query } from '/app/base/query.js';
import { confirm } from '/app/ui/dialog.js';
import { progressBar } from '/app/ui/fields.js';
import { icon } from '/app/ui/icons.js';
import { empty, failure, loading, onward, shown } from '/app/ui/states.js';
import '/app/ui/menu.js';
import { wishes } from '/app/goals/bucketlist-items.js';
import '/app/goals/inline-name.js';
import '/app/goals/bucketlist-item.js';

const TYPES = ['bucketlist', 'bucketlist-item'];
/** How long what has just been ticked stays where it is, so that one sees it happen. */
const STAYS = 1600;

/** One bucket list: wishes are typed one after the other, ticked, and made goals. */
class BucketlistPage extends NestElement {
  static properties = { listId: { attribute: false }, unfolded: { state: true } };

  #list = new Query(this, () => `/bucketlists/${this.listId}`, TYPES);
  #open = new PagedQuery(this, () => this.#path(false), TYPES);
  #done = new PagedQuery(this, () => (this.unfolded ? this.#path(true) : null), TYPES);
  /** Wishes that were just ticked, or unticked, by id, as they are now. */
  #moving = new Map();
  #leave = [];
  #wish = '';
  #fault = null;
  #observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.#open.more(), { rootMargin: '400px' });

  constructor() {
    super();
    this.unfolded = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#leave = [
      onRoute(() => this.requestUpdate()),
      shortcuts({ n: () => this.$('#wish')?.focus(), '/': () => this.$('#wish-search')?.focus() }),
    ];
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave.forEach((leave) => leave());
    this.#observer.disconnect();
  }

  updated() {
    this.#observer.disconnect();
    const end = this.$('.wish-more');
    if (end) {
      this.#observer.observe(end);
    }
  }

  get #text() {
    return currentRoute().parameters.get('q') ?? '';
  }

  #path(done) {
    return `/bucketlists/${this.listId}/items?done=${done}&limit=100${this.#text ? `&q=${encodeURIComponent(this.#text)}` : ''}`;
  }

  async #add(event) {
    event.preventDefault();
    const name = this.#wish.trim();
    const input = this.$('#wish');
    input.focus();
    if (name === '') {
      return;
    }
    // The next one can be typed at once.
    this.#wish = input.value = '';
    this.#fault = null;
    try {
      await change('POST', `/bucketlists/${this.listId}/items`, { body: { name }, types: TYPES, said: t('bucketlists.added', { name }) });
    } catch (problem) {
      if (problem.kept) {
        sayProblem(problem);
      } else {
        this.#fault = problem.fault('name') ?? problem.message;
        if (this.#wish === '') {
          this.#wish = input.value = name;
        }
      }
    }
    this.requestUpdate();
  }

  async #tick(item, done) {
    this.#moving.set(item.id, { ...item, done });
    this.requestUpdate();
    try {
      await change('PATCH', `/bucketlists/${this.listId}/items/${item.id}`, {
        body: { done },
        said: t(done ? 'bucketlists.ticked' : 'bucketlists.unticked', { name: item.name }),
        types: [...TYPES, 'goal'],
      });
      setTimeout(() => {
        this.#moving.delete(item.id);
        this.requestUpdate();
      }, STAYS);
    } catch (problem) {
      this.#moving.delete(item.id);
      this.requestUpdate();
      sayProblem(problem);
    }
  }

  async #deleteList(list) {
    const sure =
      list.itemCount === 0 ||
      (await confirm({ text: t('bucketlists.deleteAsk', { name: list.name }), more: t('bucketlists.deleteAskMore', { count: list.itemCount }), action: t('base.delete'), danger: true }));
    if (sure) {
      // What is shown no longer is, and is not asked for again.
      go('/bucketlists');
      try {
        await change('DELETE', `/bucketlists/${list.id}`, { said: t('bucketlists.deleted', { name: list.name }), types: TYPES });
      } catch (problem) {
        sayProblem(problem);
      }
    }
  }

  #items(items, done) {
    return repeat(
      wishes(items, this.#moving, done, this.#text),
      (item) => item.id,
      (item) => html`<nest-bucketlist-item .item=${item} @tick=${(event) => this.#tick(item, event.detail)}></nest-bucketlist-item>`,
    );
  }

  #openItems({ items }, list) {
    if (items.length > 0 || wishes(items, this.#moving, false, this.#text).length > 0) {
      return html`<div class="wishes" role="list" aria-label=${t('bucketlists.open')}>${this.#items(items, false)}</div>
        ${onward(this.#open, html`<div class="wish-more"><button type="button" class="quiet" @click=${() => this.#open.more()}>${t('base.more')}</button></div>`)}`;
    }
    const [title, text] = this.#text ? ['noMatchTitle', 'noMatchText'] : list.itemCount === 0 ? ['firstTitle', 'firstText'] : ['allDoneTitle', 'allDoneText'];
    return empty({ level: 2, picture: this.#text ? 'search' : 'bucketlists', title: t(`bucketlists.${title}`), text: t(`bucketlists.${text}`) });
  }

  #doneItems(list) {
    return list.doneCount === 0
      ? nothing
      : html`<details class="card goal-fold" ?open=${this.unfolded} @toggle=${(event) => (this.unfolded = event.target.open)}>
          <summary><h2>${t('bucketlists.done', { count: list.doneCount })}</h2>${icon('down')}</summary>
          ${this.unfolded
            ? shown(this.#done, ({ items }) => html`<div class="wishes" role="list" aria-label=${t('bucketlists.doneLabel')}>${this.#items(items, true)}</div>
                ${onward(this.#done, html`<button type="button" class="quiet" @click=${() => this.#done.more()}>${t('base.more')}</button>`)}`)
            : nothing}
        </details>`;
  }

  #view(list) {
    return html`<div class="view-head">
        <nest-inline-name .value=${list.name} .label=${t('bucketlists.name')}
          .save=${(name) => change('PATCH', `/bucketlists/${list.id}`, { body: { name }, said: t('bucketlists.renamed', { name }), types: TYPES })}></nest-inline-name>
        <div class="actions">
          <nest-menu .label=${t('goals.actionsOf', { name: list.name })} .items=${[
            { text: t('goals.rename'), icon: 'edit', run: () => this.$('nest-inline-name').start() },
            { text: t('bucketlists.delete'), icon: 'delete', danger: true, run: () => this.#deleteList(list) },
          ]}></nest-menu>
        </div>
      </div>
      ${list.itemCount > 0
        ? html`<div class="wish-progress">${progressBar(share(list.doneCount, list.itemCount), list.name)}
            <span class="soft small">${t('bucketlists.doneOf', { done: list.doneCount, count: list.itemCount })}</span></div>`
        : nothing}
      <section class="card">
        <form class="wish-form" @submit=${this.#add}>
          <input id="wish" aria-label=${t('bucketlists.wish')} placeholder=${t(list.itemCount === 0 ? 'bucketlists.firstWish' : 'bucketlists.nextWish')} autocomplete="off" enterkeyhint="enter" .value=${this.#wish}
            aria-invalid=${this.#fault ? 'true' : nothing} aria-describedby=${this.#fault ? 'wish-fault' : nothing}
            @input=${(event) => (this.#wish = event.target.value)} />
          <button type="submit" class="primary">${icon('add')} ${t('base.add')}</button>
          ${this.#fault ? html`<p id="wish-fault" class="fault" role="alert">${this.#fault}</p>` : nothing}
        </form>
        ${this.#text || list.itemCount > 6
          ? html`<input id="wish-search" class="wish-search" type="search" aria-label=${t('bucketlists.search')} placeholder=${t('bucketlists.search')} .value=${this.#text}
              @input=${(event) => setParameters({ q: event.target.value || null })} />`
          : nothing}
        ${shown(this.#open, (page) => this.#openItems(page, list), 4)}
      </section>
      ${this.#doneItems(list)}`;
  }

  render() {
    const { data, problem } = this.#list;
    return html`<div class="view">
      <nav class="goal-trail" aria-label=${t('goals.trail')}><ol><li><a href=${href('/bucketlists')}>${t('bucketlists.title')}</a></li></ol></nav>
      ${data
        ? this.#view(data)
        : problem?.status === 404
          ? html`<h1>${t('bucketlists.goneTitle')}</h1><p>${t('bucketlists.goneText')}</p>`
          : problem
            ? failure(problem, () => this.#list.refresh())
            : loading(6)}
    </div>`;
  }
}
customElements.define('nest-bucketlist', BucketlistPage);
