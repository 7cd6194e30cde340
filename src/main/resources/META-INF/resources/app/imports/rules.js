import { html, NestElement, nothing, repeat } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { getAll } from '/app/base/api.js';
import { Query } from '/app/base/query.js';
import { change, sayProblem } from '/app/base/changes.js';
import { shortcuts } from '/app/base/keys.js';
import { href } from '/app/base/router.js';
import { open } from '/app/ui/dialog.js';
import { icon } from '/app/ui/icons.js';
import { empty, shown } from '/app/ui/states.js';
import '/app/ui/menu.js';
import { nameOf, thenText, whenText } from '/app/imports/rule-words.js';

/** What is set by itself on what comes in: the rules in their order, each as a sentence. */
class Rules extends NestElement {
  static properties = { dragged: { state: true }, over: { state: true }, said: { state: true } };

  #rules = new Query(this, () => '/rules?limit=100', ['rule'], (path, signal) => getAll(path, { signal }));
  #accounts = new Query(this, () => '/accounts?limit=100', ['account'], (path, signal) => getAll(path, { signal }));
  #changed = Promise.resolve();
  #leave;

  constructor() {
    super();
    this.dragged = null;
    this.over = null;
    this.said = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#leave = shortcuts({ n: () => this.#edit(null) });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave();
  }

  async #edit(rule) {
    await import('/app/imports/rule-dialog.js');
    await open('nest-rule-dialog', { rule });
  }

  async #apply(rule) {
    await import('/app/imports/rule-apply.js');
    await open('nest-rule-apply', { rule, accounts: this.#accounts.data ?? [] });
  }

  /** Changes the list, one after the other: places are counted in the order that the rules have then. */
  #foresee(list, make) {
    this.#changed = this.#rules.foresee(list, this.#changed.then(make)).catch(sayProblem);
  }

  #delete(rule) {
    this.#foresee(
      this.#rules.data.filter(({ id }) => id !== rule.id),
      () => change('DELETE', `/rules/${rule.id}`, { said: t('rules.deleted'), types: ['rule'] }),
    );
  }

  /** Moves a rule to another place, counted from 0. */
  async #move(rule, to, focus = null) {
    const list = [...this.#rules.data];
    const from = list.findIndex(({ id }) => id === rule.id);
    if (from < 0 || to < 0 || to >= list.length || to === from) {
      return;
    }
    list.splice(to, 0, ...list.splice(from, 1));
    this.said = t('rules.movedTo', { place: to + 1, count: list.length });
    this.#foresee(list, () =>
      change('PATCH', `/rules/${rule.id}`, { body: { position: to + 1 }, said: t('rules.moved'), types: ['rule'] }),
    );
    await this.updateComplete;
    if (focus) {
      // At the end of the list, where there is no further, the other button takes over.
      const buttons = [...this.renderRoot.querySelectorAll(`[data-rule="${rule.id}"] button[data-move]:not(:disabled)`)];
      (buttons.find((button) => button.dataset.move === focus) ?? buttons[0])?.focus();
    }
  }

  #drop(event) {
    event.preventDefault();
    const { dragged, over } = this;
    this.dragged = null;
    this.over = null;
    if (dragged && over !== null) {
      const from = this.#rules.data.findIndex(({ id }) => id === dragged.id);
      this.#move(dragged, over > from ? over - 1 : over);
    }
  }

  #dragOver(event, index) {
    if (!this.dragged) {
      return;
    }
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    this.over = event.clientY > box.top + box.height / 2 ? index + 1 : index;
  }

  #row(rule, index, count) {
    const accounts = this.#accounts.data ?? [];
    const called = nameOf(rule, accounts);
    return html`<li
      data-rule=${rule.id}
      class="rules-row ${this.dragged?.id === rule.id ? 'dragged' : ''} ${this.over === index ? 'before' : ''} ${this.over === index + 1 && index === count - 1 ? 'after' : ''}"
      @dragover=${(event) => this.#dragOver(event, index)}
      @drop=${(event) => this.#drop(event)}
    >
      <span class="rules-grip" draggable="true" title=${t('rules.drag')}
        @dragstart=${(event) => {
          this.dragged = rule;
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', called);
          event.dataTransfer.setDragImage(event.target.closest('li'), 16, 16);
        }}
        @dragend=${() => {
          this.dragged = null;
          this.over = null;
        }}>${icon('grip')}</span>
      <span class="rules-place numbers soft" aria-hidden="true">${index + 1}</span>
      <div class="grow">
        ${rule.name ? html`<h3>${rule.name}</h3>` : nothing}
        <p>${t('rules.sentence', { when: whenText(rule, accounts), then: thenText(rule) })}</p>
        ${rule.stop ? html`<p class="soft small">${icon('pause')} ${t('rules.stops')}</p>` : nothing}
      </div>
      <div class="rules-moves">
        <button type="button" class="icon" data-move="up" ?disabled=${index === 0} aria-label=${t('rules.up', { name: called })} title=${t('rules.upShort')} @click=${() => this.#move(rule, index - 1, 'up')}>${icon('up')}</button>
        <button type="button" class="icon" data-move="down" ?disabled=${index === count - 1} aria-label=${t('rules.down', { name: called })} title=${t('rules.downShort')} @click=${() => this.#move(rule, index + 1, 'down')}>${icon('down')}</button>
        <button type="button" class="icon" aria-label=${t('rules.editIt', { name: called })} title=${t('base.edit')} @click=${() => this.#edit(rule)}>${icon('edit')}</button>
        <nest-menu .label=${t('rules.actionsOf', { name: called })} .items=${[
          { text: t('rules.apply'), icon: 'play', run: () => this.#apply(rule) },
          { text: t('base.delete'), icon: 'delete', danger: true, run: () => this.#delete(rule) },
        ]}></nest-menu>
      </div>
    </li>`;
  }

  render() {
    const add = html`<button type="button" class="primary" @click=${() => this.#edit(null)}>${icon('add')} ${t('rules.add')}</button>`;
    return html`<div class="view">
      <div class="view-head"><h1>${t('rules.title')}</h1><div class="actions">${this.#rules.data?.length > 0 ? add : nothing}</div></div>
      <section class="card stack tight">
        <h2>${t('rules.what')}</h2>
        <p>${t('rules.whatText')}</p>
        <p class="rules-example">${t('rules.example')}</p>
        <p class="soft small">${t('rules.orderText')} <a href=${href('/imports')}>${t('imports.title')}</a></p>
      </section>
      <section class="card">
        <header><h2>${t('rules.yours')}</h2></header>
        ${shown(this.#rules, (list) =>
          list.length === 0
            ? empty({ picture: 'rules', title: t('rules.noneTitle'), text: t('rules.noneText'), action: add })
            : html`<ol class="list">${repeat(list, (rule) => rule.id, (rule, index) => this.#row(rule, index, list.length))}</ol>`,
        )}
        <p class="visually-hidden" aria-live="polite">${this.said}</p>
      </section>
    </div>`;
  }
}
customElements.define('nest-rules', Rules);
