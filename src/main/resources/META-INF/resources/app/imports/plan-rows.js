import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { number } from '/app/base/format.js';
import { get, withParameters } from '/app/base/api.js';
import { sayProblem } from '/app/base/changes.js';
import { onChange } from '/app/base/live.js';
import { shortcuts } from '/app/base/keys.js';
import { currentRoute, href, onRoute, setParameters } from '/app/base/router.js';
import { open } from '/app/ui/dialog.js';
import { failure, loading } from '/app/ui/states.js';
import { toast } from '/app/ui/toasts.js';
import '/app/ui/virtual-list.js';
import { changeRow, changeRows } from '/app/imports/row-changes.js';
import { Linked } from '/app/imports/linked.js';
import { nameOf } from '/app/imports/rule-words.js';
import { REASONS } from '/app/imports/words.js';
import { heldFor } from '/app/imports/plan-row.js';
import '/app/imports/bulk-bar.js';

const PAGE = 100;
const WIDE = matchMedia('(min-width: 1150px)');
const HEIGHT = { wide: 84, narrow: 212 };
/** What a row is held for is shown for these at once, for the others when they are looked at. */
const SHOWN_AT_ONCE = new Set(['recorded-by-hand', 'scheduled', 'probable-duplicate', 'chosen']);
const FILTERS = ['all', 'create', 'link', 'skip', 'invalid'];

/** A row as it will very likely be once a change is made. */
function withBody(row, { decision = row.decision, category = row.transaction.category }) {
  return { ...row, decision, transaction: { ...row.transaction, category } };
}

/** All rows of a plan: which of them are shown stands in the address. One, several, or all of a reason can be changed. */
class PlanRows extends NestElement {
  static properties = {
    plan: { attribute: false },
    accounts: { attribute: false },
    rules: { attribute: false },
    readings: { attribute: false },
    rows: { state: true },
    problem: { state: true },
    marked: { state: true },
    current: { state: true },
    busy: { state: true },
  };

  #filter = null;
  #next = null;
  #loading = null;
  #leave = [];
  #linked = new Linked(this);

  constructor() {
    super();
    this.rows = null;
    this.marked = new Set();
    this.current = -1;
    this.busy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    const resized = () => this.requestUpdate();
    WIDE.addEventListener('change', resized);
    this.#leave = [
      onRoute(() => this.#arrive()),
      onChange((types) => (!types || types.has('import')) && this.rows !== null && this.#load(Math.max(this.rows.length, PAGE))),
      () => WIDE.removeEventListener('change', resized),
      shortcuts({
        j: () => this.#go(1),
        k: () => this.#go(-1),
        x: () => this.#toggle(this.current),
        e: () => this.#details(this.current),
      }),
    ];
    this.#arrive();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#leave.forEach((leave) => leave());
    this.#loading?.abort();
  }

  willUpdate(changed) {
    if (changed.has('readings') && changed.get('readings') !== undefined) {
      this.marked = new Set();
      this.#load(Math.max(this.rows?.length ?? 0, PAGE));
    }
  }

  /** `{decision, reason}` as the address says. */
  get #asked() {
    const { parameters } = currentRoute();
    return { decision: parameters.get('decision'), reason: parameters.get('reason') };
  }

  #arrive() {
    const filter = JSON.stringify(this.#asked);
    if (currentRoute().path[0] === 'imports' && filter !== this.#filter) {
      this.#filter = filter;
      this.rows = null;
      this.marked = new Set();
      this.current = -1;
      this.#load(PAGE);
    }
  }

  /** What is left out does not count what cannot be recorded: that is shown apart. */
  #fits(row) {
    return this.#asked.decision !== 'skip' || row.reason.code !== 'invalid';
  }

  /** Loads from the beginning until so many are there; what was shown stays until then. */
  async #load(least) {
    const path = withParameters(`/imports/${this.plan?.id ?? currentRoute().path[1]}/rows`, { ...this.#asked, limit: PAGE });
    await this.#read(path, least, () => []);
  }

  /** Loads on. */
  async #more() {
    if (this.#next && !this.#loading) {
      await this.#read(this.#next, 1, () => this.rows);
    }
  }

  /** Reads at least so many more, and puts them behind those that `before` names then: they may have been changed meanwhile. */
  async #read(path, least, before) {
    this.#loading?.abort();
    const abort = (this.#loading = new AbortController());
    try {
      let next = path;
      const found = [];
      while (next && found.length < least) {
        const page = await get(next, { signal: abort.signal });
        found.push(...page.items.filter((row) => this.#fits(row)));
        next = page.next;
      }
      const known = new Set(before().map((row) => row.row));
      this.rows = [...before(), ...found.filter((row) => !known.has(row.row))];
      this.#next = next;
      this.problem = null;
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        this.problem = problem;
      }
    }
    if (this.#loading === abort) {
      this.#loading = null;
    }
  }

  get #fixed() {
    return this.plan.state === 'applied' || this.plan.state === 'undone';
  }

  async #change(row, body) {
    this.#put(withBody(row, body));
    try {
      const { row: changed, plan, others } = await changeRow(this.plan.id, row, body, () => this.plan);
      // What it was held for is remembered, so that it can be linked again.
      this.#put({ ...changed, before: heldFor(row) });
      this.tell('plan', plan);
      if (others) {
        await this.#load(this.rows.length);
      }
    } catch (problem) {
      // What is kept to be sent again stays as it was chosen.
      if (!problem.kept) {
        this.#put(row);
      }
      sayProblem(problem);
    }
  }

  #put(row) {
    this.rows = this.rows.map((other) => (other.row === row.row ? row : other));
  }

  /** Changes those that are marked, or all of the reason that is shown. */
  async #changeMany(body, byReason) {
    const which = byReason ? { reason: this.#asked.reason } : { rows: [...this.marked].sort((one, other) => one - other) };
    const count = byReason ? null : this.marked.size;
    this.busy = true;
    try {
      this.tell('plan', await changeRows(this.plan.id, { ...which, ...body }));
      this.rows = this.rows.map((row) => (count === null || this.marked.has(row.row) ? withBody(row, body) : row));
      toast(count === null ? t('imports.allChanged') : t('imports.changed', { count }));
      this.marked = new Set();
      await this.#load(Math.max(this.rows.length, PAGE));
    } catch (problem) {
      sayProblem(problem);
    }
    this.busy = false;
  }

  async #details(index) {
    const row = this.rows?.[index];
    if (!row) {
      return;
    }
    this.current = index;
    await import('/app/imports/row-dialog.js');
    const account = this.accounts.find((one) => one.id === row.transaction.accountId) ?? null;
    const rules = row.rules.map((id) => this.rules.find((rule) => rule.id === id)).filter(Boolean);
    const result = await open('nest-import-row-dialog', { plan: this.plan, row, account, rules, fixed: this.#fixed });
    if (result?.rule) {
      await import('/app/imports/rule-dialog.js');
      const rule = await open('nest-rule-dialog', { draft: { when: { description: { contains: row.transaction.description }, ...(row.transaction.type && { type: row.transaction.type }) }, set: { category: row.transaction.category ?? undefined } } });
      if (rule && !this.#fixed) {
        this.tell('rule-made');
      }
    } else if (result) {
      this.#put({ ...result.row, before: heldFor(row) });
      this.tell('plan', result.plan);
      if (result.others) {
        await this.#load(this.rows.length);
      }
    }
    this.#focus();
  }

  #mark(row, on) {
    const marked = new Set(this.marked);
    if (on) {
      marked.add(row.row);
    } else {
      marked.delete(row.row);
    }
    this.marked = marked;
  }

  #toggle(index) {
    const row = this.rows?.[index];
    if (row && !this.#fixed && row.errors.length === 0) {
      this.#mark(row, !this.marked.has(row.row));
    }
  }

  /** Marks all that the filter shows, also those that have not been loaded yet. */
  async #markAll(on) {
    if (on) {
      const filter = this.#filter;
      this.busy = true;
      this.problem = null;
      while ((this.#next || this.#loading) && filter === this.#filter && this.isConnected) {
        await this.#more();
        await new Promise((resolve) => setTimeout(resolve));
        if (this.problem) {
          break;
        }
      }
      this.busy = false;
      if (filter !== this.#filter || !this.rows) {
        return; // something else is shown by now
      }
    }
    this.marked = new Set(on ? this.rows.filter((row) => row.errors.length === 0).map((row) => row.row) : []);
  }

  async #go(step) {
    if (!this.rows?.length) {
      return;
    }
    this.current = Math.min(Math.max(this.current + step, 0), this.rows.length - 1);
    await this.updateComplete;
    this.$('nest-virtual-list').scrollToRow(this.current);
    requestAnimationFrame(() => this.#focus());
  }

  #focus() {
    this.$(`nest-import-row[data-row="${this.rows[this.current]?.row}"]`)?.focus({ preventScroll: true });
  }

  #row(index) {
    const row = this.rows[index];
    const held = row.transactionId && SHOWN_AT_ONCE.has(row.reason.code) ? this.#linked.of(row.transactionId) : null;
    const rules = row.rules.map((id) => this.rules.find((rule) => rule.id === id)).filter(Boolean).map((rule) => nameOf(rule, this.accounts));
    return html`<nest-import-row tabindex="-1" data-row=${row.row} aria-posinset=${index + 1} aria-setsize=${this.#next ? -1 : this.rows.length}
      .row=${row} .held=${held} .rules=${rules} .fixed=${this.#fixed} .marked=${this.marked.has(row.row)} .current=${index === this.current}
      @decide=${(event) => this.#change(row, { decision: event.detail, ...(event.detail === 'link' && { transactionId: heldFor(row) }) })}
      @categorise=${(event) => this.#change(row, { category: event.detail })}
      @mark=${(event) => this.#mark(row, event.detail)}
      @details=${() => this.#details(index)}></nest-import-row>`;
  }

  #chip(filter) {
    const { decision, reason } = this.#asked;
    const now = reason === 'invalid' ? 'invalid' : (decision ?? (reason ? null : 'all'));
    const { counts } = this.plan;
    const parameters = filter === 'all' ? {} : filter === 'invalid' ? { reason: 'invalid' } : { decision: filter };
    return html`<a class="imports-chip ${filter}" href=${href('/imports/' + this.plan.id, parameters)} aria-current=${now === filter ? 'true' : nothing}>
      ${t(`imports.filter.${filter}`)} <span class="numbers">${number(filter === 'all' ? counts.rows : counts[filter])}</span>
    </a>`;
  }

  #filters() {
    const { reason } = this.#asked;
    return html`<div class="imports-filters">
      <nav aria-label=${t('imports.filters')}>${FILTERS.filter((filter) => filter !== 'invalid' || this.plan.counts.invalid > 0).map((filter) => this.#chip(filter))}</nav>
      <label class="imports-why"><span class="small">${t('imports.why')}</span>
        <select @change=${(event) => setParameters({ reason: event.target.value || null, decision: null }, true)}>
          <option value="" .selected=${!reason}>${t('imports.anyReason')}</option>
          ${REASONS.map((code) => html`<option value=${code} .selected=${code === reason}>${t(`imports.reason.${code}`)}</option>`)}
        </select>
      </label>
    </div>`;
  }

  #list() {
    if (this.rows === null) {
      return this.problem ? failure(this.problem, () => this.#load(PAGE)) : loading(6);
    }
    if (this.rows.length === 0) {
      return html`<p class="soft imports-none">${t(this.plan.counts.rows === 0 ? 'imports.emptyFile' : 'imports.noneOfThese')}</p>`;
    }
    const wide = WIDE.matches;
    return html`<div class="imports-rows ${wide ? 'wide' : ''}" role="list" aria-label=${t('imports.rows')}>
        <nest-virtual-list .count=${this.rows.length} .rowHeight=${wide ? HEIGHT.wide : HEIGHT.narrow} .top=${64} .key=${(index) => this.rows[index]?.row ?? index}
          .row=${(index) => this.#row(index)} @near-end=${() => this.problem || this.#more()}></nest-virtual-list>
      </div>
      ${this.problem ? failure(this.problem, () => this.#more()) : nothing}`;
  }

  #markable() {
    return !this.#fixed && this.rows?.some((row) => row.errors.length === 0);
  }

  render() {
    const { reason } = this.#asked;
    const all = this.#markable() && this.marked.size > 0 && !this.#next && this.rows.every((row) => row.errors.length > 0 || this.marked.has(row.row));
    return html`<section class="card imports-plan" aria-labelledby="imports-plan-title">
      <h2 id="imports-plan-title">${t(this.#fixed ? 'imports.whatWasDone' : 'imports.whatItDoes')}</h2>
      ${this.#filters()}
      ${this.#markable()
        ? html`<label class="imports-all"><input type="checkbox" .checked=${all} .indeterminate=${this.marked.size > 0 && !all} ?disabled=${this.busy}
            @change=${(event) => this.#markAll(event.target.checked)} /> ${t('imports.markAll')}</label>`
        : nothing}
      ${this.#list()}
    </section>
    ${this.#fixed || (this.marked.size === 0 && (!reason || reason === 'invalid' || !this.#markable()))
      ? nothing
      : html`<nest-import-bulk .count=${this.marked.size} .reason=${reason} .busy=${this.busy}
          @many=${(event) => this.#changeMany(event.detail, this.marked.size === 0)} @clear=${() => (this.marked = new Set())}></nest-import-bulk>`}`;
  }
}
customElements.define('nest-import-rows', PlanRows);
