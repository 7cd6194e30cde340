import { html, NestElement, nothing } from '/app/base/element.js';
import { sayDone, sayProblem } from '/app/base/changes.js';
import { money } from '/app/base/format.js';
import { t } from '/app/base/i18n.js';
import { sum } from '/app/base/money.js';
import { open } from '/app/ui/dialog.js';
import { progressBar } from '/app/ui/fields.js';
import { icon } from '/app/ui/icons.js';
import { toast } from '/app/ui/toasts.js';
import '/app/ui/menu.js';
import { changeMany } from '/app/transactions/batches.js';
import '/app/transactions/many-dialogs.js';

/** What can be done with the selected transactions, at the bottom of the window; while it is done, how far it has come. */
class SelectionBar extends NestElement {
  static properties = {
    pages: { attribute: false },
    selection: { attribute: false },
    count: { attribute: false },
    work: { state: true },
  };

  constructor() {
    super();
    this.work = null;
    this.count = 0;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    // What has been sent is done; what has not is left.
    if (this.work) {
      this.work.stop = true;
    }
  }

  get #rows() {
    return this.selection.ids.map((id) => this.pages.find(id)).filter(Boolean);
  }

  #select(change) {
    change();
    this.tell('selected');
  }

  async #set(field) {
    const value = await open('nest-transactions-many', { field, count: this.#rows.length });
    if (value !== null) {
      const patches = {
        category: () => ({ category: value.text || null }),
        tag: (row) => (row.tags.includes(value.text) ? null : { tags: [...row.tags, value.text] }),
        account: (row) => (row.accountId === (value.text || null) ? null : { accountId: value.text || null }),
      };
      await this.#run(patches[field], 'changedMany');
    }
  }

  async #run(patchOf, said) {
    const rows = this.#rows;
    const work = { done: 0, all: rows.length, stop: false };
    this.work = work;
    const outcome = await changeMany(rows, patchOf, {
      step: (count) => {
        work.done += count;
        this.requestUpdate();
      },
      stopped: () => work.stop,
    });
    this.work = null;
    if (patchOf) {
      this.pages.patch(outcome.done);
    } else {
      this.pages.remove(outcome.done.map((row) => row.id));
    }
    this.#finish(rows, outcome, patchOf, said);
  }

  async #finish(rows, { done, seqs, refused, problem }, patchOf, said) {
    if (done.length > 0) {
      sayDone(t(`transactions.said.${said}`, { count: done.length }), seqs);
    } else if (!problem && refused.length === 0) {
      toast(t('transactions.said.nothingToChange'));
    }
    if (problem) {
      sayProblem(problem);
    }
    if (!patchOf || refused.length > 0) {
      const left = new Set(done.map((row) => row.id));
      this.#select(() => this.selection.keep(rows.map((row) => row.id).filter((id) => !left.has(id))));
    }
    if (refused.length > 0) {
      await open('nest-transactions-refused', { refused, done: done.length > 0 });
    }
  }

  get #actions() {
    return [
      { name: 'category', icon: 'flag', run: () => this.#set('category') },
      { name: 'tag', icon: 'pin', run: () => this.#set('tag') },
      { name: 'account', icon: 'accounts', run: () => this.#set('account') },
      { name: 'delete', icon: 'delete', danger: true, run: () => this.#run(null, 'deletedMany') },
    ].map((action) => ({ ...action, text: t(`transactions.many.${action.name}`) }));
  }

  get #all() {
    const count = this.pages.rows.length;
    return { icon: 'check', text: t('transactions.many.all', { count }), run: () => this.#select(() => this.selection.all(this.pages.rows)) };
  }

  #sums() {
    const byCurrency = Map.groupBy(this.#rows, (row) => row.currency);
    return [...byCurrency].map(([code, rows]) => money(sum(...rows.map((row) => row.amount)), code, { sign: true })).join(' · ');
  }

  #idle() {
    const short = { category: t('transactions.category'), tag: t('transactions.tag'), account: t('transactions.account'), delete: t('transactions.many.delete') };
    return html`<p class="grow" role="status">
        <span class="strong">${t('transactions.many.selected', { count: this.count })}</span> <span class="money">${this.#sums()}</span>
      </p>
      ${this.#actions.map(
        (action) => html`<button type="button" class="small transactions-roomy" aria-label=${action.text} title=${action.text} @click=${action.run}>
          ${icon(action.icon)} ${short[action.name]}
        </button>`,
      )}
      <nest-menu class="transactions-roomy" .label=${t('base.more')} .items=${[this.#all]}></nest-menu>
      <nest-menu class="transactions-tight" .label=${t('base.actions')} .items=${[...this.#actions, this.#all]}></nest-menu>
      <button type="button" class="icon" aria-label=${t('transactions.many.clear')} title=${t('transactions.many.clear')}
        @click=${() => this.#select(() => this.selection.clear())}>${icon('close')}</button>`;
  }

  #working() {
    const { done, all, stop } = this.work;
    return html`<div class="grow stack tight" role="status">
        <span>${t('transactions.many.working', { done, count: all })}</span> ${progressBar(done / all, t('transactions.many.progress'))}
      </div>
      <button type="button" class="small" ?disabled=${stop} @click=${() => this.#stop()}>${t('transactions.many.stop')}</button>`;
  }

  #stop() {
    this.work.stop = true;
    this.requestUpdate();
  }

  render() {
    if (this.count === 0 && !this.work) {
      return nothing;
    }
    return html`<section class="transactions-bar" aria-label=${t('transactions.many.title')}>${this.work ? this.#working() : this.#idle()}</section>`;
  }
}
customElements.define('nest-transaction-selection', SelectionBar);
