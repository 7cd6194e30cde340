import { html, NestElement, nothing, repeat } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { ago, instant } from '/app/base/format.js';
import { get, getAll } from '/app/base/api.js';
import { Query } from '/app/base/query.js';
import { change, sayProblem } from '/app/base/changes.js';
import { go, href } from '/app/base/router.js';
import { confirm } from '/app/ui/dialog.js';
import { icon } from '/app/ui/icons.js';
import { empty, shown } from '/app/ui/states.js';
import '/app/ui/menu.js';
import { forget, onUploads, uploads } from '/app/imports/uploads.js';
import { countsText, formatName, stateBadge, titleOf } from '/app/imports/words.js';
import '/app/imports/drop-zone.js';
import '/app/imports/upload-list.js';
import '/app/imports/saved-layouts.js';

/** Where files are dropped, and what has become of earlier ones. */
class ImportList extends NestElement {
  #pages = 1;
  #leave;
  #accounts = new Query(this, () => '/accounts?limit=100', ['account'], (path, signal) => getAll(path, { signal }));
  #imports = new Query(this, () => '/imports?limit=25', ['import'], async (path, signal) => {
    const items = [];
    let next = path;
    for (let page = 0; page < this.#pages && next; page++) {
      const answer = await get(next, { signal });
      items.push(...answer.items);
      next = answer.next;
    }
    return { items, next };
  });

  connectedCallback() {
    super.connectedCallback();
    this.#leave = onUploads(() => this.#uploaded());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave();
  }

  /** A file that came alone is shown at once. */
  #uploaded() {
    const [only, ...others] = uploads();
    if (only?.state === 'done' && others.length === 0) {
      forget(only.id);
      go('/imports/' + only.made.id);
    }
  }

  #more() {
    this.#pages++;
    this.#imports.refresh();
  }

  async #delete(plan) {
    if (await confirm({ text: t('imports.deleteAsk', { name: titleOf(plan) }), more: t(`imports.deleteMore.${plan.state === 'undone' ? 'undone' : 'plan'}`), action: t('base.delete'), danger: true })) {
      change('DELETE', `/imports/${plan.id}`, { said: t('imports.deleted'), types: ['import'] }).catch(sayProblem);
    }
  }

  #accountsOf(plan) {
    const ids = [...new Set(plan.statements.map((statement) => statement.accountId).filter(Boolean))];
    const names = ids.map((id) => this.#accounts.data?.find((account) => account.id === id)?.name).filter(Boolean);
    return names.join(', ');
  }

  #row(plan) {
    const when = plan.undoneAt ?? plan.appliedAt ?? plan.createdAt;
    return html`<li>
      <div class="grow">
        <p class="row"><a class="strong" href=${href('/imports/' + plan.id)}>${titleOf(plan)}</a> ${stateBadge(plan.state)}</p>
        <p class="soft small">
          ${[formatName(plan.format), this.#accountsOf(plan), countsText(plan.counts)].filter(Boolean).join(' · ')}
          · <time datetime=${when} title=${instant(when)}>${ago(when)}</time>
        </p>
      </div>
      ${plan.state === 'applied'
        ? nothing
        : html`<nest-menu .label=${t('imports.actionsOf', { name: titleOf(plan) })} .items=${[{ text: t('base.delete'), icon: 'delete', danger: true, run: () => this.#delete(plan) }]}></nest-menu>`}
    </li>`;
  }

  render() {
    return html`<div class="view">
      <div class="view-head"><h1>${t('imports.title')}</h1></div>
      <nest-import-drop .accounts=${this.#accounts.data}></nest-import-drop>
      <nest-import-uploads></nest-import-uploads>
      <section class="card">
        <header><h2>${t('imports.earlier')}</h2></header>
        ${shown(this.#imports, ({ items, next }) =>
          items.length === 0
            ? empty({ picture: 'imports', title: t('imports.noneTitle'), text: t('imports.noneText') })
            : html`<ul class="list">${repeat(items, (plan) => plan.id, (plan) => this.#row(plan))}</ul>
                ${next ? html`<p><button type="button" ?disabled=${this.#imports.busy} @click=${() => this.#more()}>${t('imports.moreImports')}</button></p>` : nothing}`,
        )}
      </section>
      <nest-import-layouts></nest-import-layouts>
      <p class="soft small">${icon('rules')} ${t('imports.rulesHint')} <a href=${href('/rules')}>${t('rules.title')}</a></p>
    </div>`;
  }
}
customElements.define('nest-import-list', ImportList);
