import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { instant } from '/app/base/format.js';
import { getAll } from '/app/base/api.js';
import { Query } from '/app/base/query.js';
import { change, sayProblem } from '/app/base/changes.js';
import { go, href } from '/app/base/router.js';
import { confirm } from '/app/ui/dialog.js';
import { icon } from '/app/ui/icons.js';
import { shown } from '/app/ui/states.js';
import { toast } from '/app/ui/toasts.js';
import '/app/ui/menu.js';
import { applyPlan, undoImport } from '/app/imports/apply.js';
import { countsText, formatName, size, stateBadge, titleOf } from '/app/imports/words.js';
import '/app/imports/questions.js';
import '/app/imports/statements.js';
import '/app/imports/plan-rows.js';

const STEPS = ['answer', 'look', 'apply'];

/** The plan of one file: what it leaves open, what it will do, and doing it. */
class ImportPlan extends NestElement {
  static properties = {
    importId: { attribute: false },
    working: { state: true },
    stale: { state: true },
    /** How often the file was read again since this is shown: its rows are others then. */
    readings: { state: true },
  };

  #plan = new Query(this, () => `/imports/${this.importId}`, ['import']);
  #accounts = new Query(this, () => '/accounts?limit=100', ['account'], (path, signal) => getAll(path, { signal }));
  #rules = new Query(this, () => '/rules?limit=100', ['rule'], (path, signal) => getAll(path, { signal }));

  constructor() {
    super();
    this.working = null;
    this.stale = false;
    this.readings = 0;
  }

  /** Says how the file is to be read, or where it goes. @return why not, or null */
  async #answer(body) {
    this.working = 'reading';
    try {
      this.#plan.set(await change('PATCH', `/imports/${this.importId}`, { body, types: [], unsent: t('imports.answerOf', { name: titleOf(this.#plan.data) }) }));
      this.readings++;
      return null;
    } catch (problem) {
      sayProblem(problem);
      return problem;
    } finally {
      this.working = null;
    }
  }

  async #apply() {
    this.stale = false;
    const plan = this.#plan.data;
    if (!(await confirm({ text: t('imports.applyAsk'), more: t('imports.applyMore', { counts: countsText(plan.counts) }), action: t('imports.apply') }))) {
      return;
    }
    this.working = 'applying';
    try {
      this.#plan.set(await applyPlan(plan));
      this.readings++;
      scrollTo(0, 0);
    } catch (problem) {
      if (problem.code === 'plan-stale') {
        this.stale = true;
        this.readings++;
        this.#plan.refresh();
        scrollTo(0, 0);
      } else {
        sayProblem(problem);
      }
    }
    this.working = null;
  }

  async #undo() {
    this.working = 'undoing';
    try {
      const undone = await undoImport(this.#plan.data);
      if (undone) {
        this.#plan.set(undone);
      }
    } catch (problem) {
      sayProblem(problem);
    }
    this.working = null;
  }

  async #delete() {
    const plan = this.#plan.data;
    if (await confirm({ text: t('imports.deleteAsk', { name: titleOf(plan) }), more: t(`imports.deleteMore.${plan.state === 'undone' ? 'undone' : 'plan'}`), action: t('base.delete'), danger: true })) {
      try {
        await change('DELETE', `/imports/${plan.id}`, { said: t('imports.deleted'), types: [] });
        go('/imports');
      } catch (problem) {
        sayProblem(problem);
      }
    }
  }

  /** A rule that was made of a row holds for this plan, too, once the file has been read again. */
  async #readAgain() {
    if ((await this.#answer({})) === null) {
      toast(t('imports.ruleHeld'));
    }
  }

  #steps(plan) {
    const at = { 'needs-layout': 0, ready: 1, applied: 3, undone: 3 }[plan.state];
    return at > 2
      ? nothing
      : html`<ol class="imports-steps" aria-label=${t('imports.steps')}>
          ${STEPS.map((step, index) => html`<li class=${index < at ? 'done' : ''} aria-current=${index === at ? 'step' : nothing}>
            <span class="mark">${index < at ? icon('check') : index + 1}</span> ${t(`imports.step.${step}`)}
          </li>`)}
        </ol>`;
  }

  #done(plan) {
    const created = plan.counts.create;
    return plan.state === 'applied'
      ? html`<section class="note imports-done" role="status">
          ${icon('check')}
          <div class="grow">
            <p class="strong">${t('imports.appliedAt', { when: instant(plan.appliedAt) })}</p>
            <p>${countsText(plan.counts)}</p>
          </div>
          ${created > 0 ? html`<a class="button" href=${href('/transactions', { importId: plan.id })}>${icon('transactions')} ${t('imports.seeThem', { count: created })}</a>` : nothing}
          <button type="button" ?disabled=${this.working !== null} @click=${() => this.#undo()}>${icon('undo')} ${t('imports.undo')}</button>
        </section>`
      : plan.state === 'undone'
        ? html`<section class="note" role="status">${icon('undo')}<p class="grow">${t('imports.undoneAt', { when: instant(plan.undoneAt) })}</p></section>`
        : nothing;
  }

  #bar(plan) {
    const open = plan.state !== 'ready';
    return html`<section class="imports-apply ${open ? 'open' : ''}" aria-label=${t('imports.step.apply')}>
      <p class="grow" aria-live="polite">
        ${this.working === 'applying'
          ? t('imports.applying')
          : open
            ? t('imports.notYet')
            : html`<span class="strong">${t('imports.willBe')}</span> ${countsText(plan.counts)}`}
      </p>
      <button type="button" class="primary" ?disabled=${open || this.working !== null} @click=${() => this.#apply()}>${icon('check')} ${t('imports.apply')}</button>
      ${this.working === 'applying' ? html`<progress aria-label=${t('imports.applying')}></progress>` : nothing}
    </section>`;
  }

  #view(plan) {
    const planned = plan.state === 'needs-layout' || plan.state === 'ready';
    const accounts = this.#accounts.data ?? [];
    const questions = html`<nest-import-questions .plan=${plan} .accounts=${accounts} .readings=${this.readings} .busy=${this.working !== null}
      .answer=${(body) => this.#answer(body)}></nest-import-questions>`;
    return html`${this.#steps(plan)}
      ${this.stale ? html`<p class="note warning" role="alert">${icon('warning')} ${t('imports.stale')}</p>` : nothing}
      ${this.#done(plan)}
      ${this.working === 'reading' || this.working === 'undoing' ? html`<progress aria-label=${t(`imports.${this.working}`)}></progress>` : nothing}
      ${plan.state === 'needs-layout' ? questions : nothing}
      <nest-import-statements .plan=${plan} .accounts=${accounts}></nest-import-statements>
      ${plan.state === 'ready' ? html`<details class="card imports-again"><summary>${t('imports.readDifferently')}</summary>${questions}</details>` : nothing}
      <nest-import-rows .plan=${plan} .accounts=${accounts} .rules=${this.#rules.data ?? []} .readings=${this.readings}
        @plan=${(event) => this.#plan.set(event.detail)} @rule-made=${() => this.#readAgain()}></nest-import-rows>
      ${planned ? this.#bar(plan) : nothing}`;
  }

  render() {
    const plan = this.#plan.data;
    return html`<div class="view">
      <div class="view-head imports-head">
        <a class="button icon" href=${href('/imports')} aria-label=${t('imports.all')} title=${t('imports.all')}>${icon('left')}</a>
        <h1>${plan ? titleOf(plan) : t('imports.title')}</h1>
        ${plan
          ? html`${plan.state === 'applied'
                ? nothing
                : html`<nest-menu .label=${t('imports.actionsOf', { name: titleOf(plan) })} .items=${[{ text: t('base.delete'), icon: 'delete', danger: true, run: () => this.#delete() }]}></nest-menu>`}
              <p class="soft small imports-about">${stateBadge(plan.state)} ${formatName(plan.format)} · ${size(plan.bytes)} · ${t('imports.sentAt', { when: instant(plan.createdAt) })}</p>`
          : nothing}
      </div>
      ${shown(this.#plan, (data) => this.#view(data), 8)}
    </div>`;
  }
}
customElements.define('nest-import-plan', ImportPlan);
