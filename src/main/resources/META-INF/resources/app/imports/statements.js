import { html, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { amount, day } from '/app/base/format.js';
import { icon } from '/app/ui/icons.js';

/** So many of what is odd are shown before one asks for more. */
const SHOWN = 4;

/** What a file says of itself: its accounts, balances and whether they add up, and what is odd about it. */
class Statements extends NestElement {
  static properties = { plan: { attribute: false }, accounts: { attribute: false } };

  #balance(statement) {
    if (statement.balanced === null) {
      return html`<p class="soft small">${t('imports.balanceUnknown')}</p>`;
    }
    return statement.balanced
      ? html`<p class="small positive">${icon('check')} ${t('imports.balances')}</p>`
      : html`<p class="small warning">${icon('warning')} ${t('imports.balancesNot')}</p>`;
  }

  #statement(statement) {
    const account = this.accounts.find((one) => one.id === statement.accountId);
    const figures = [
      ['opening', statement.opening],
      ['sum', statement.sum],
      ['closing', statement.closing],
    ].filter(([, value]) => value !== null);
    return html`<li class="imports-statement">
      <div class="grow">
        <h3>${account?.name ?? (statement.number ? t('imports.accountNumber', { number: statement.number }) : t('imports.noAccountYet'))}</h3>
        <p class="soft small">
          ${[account && statement.number, statement.currency, statement.from && t('imports.period', { from: day(statement.from), to: day(statement.to) })].filter(Boolean).join(' · ')}
        </p>
        ${this.#balance(statement)}
      </div>
      <dl class="imports-figures">
        ${figures.map(([name, value]) => html`<div><dt>${t(`imports.figure.${name}`)}</dt><dd>${amount(value, statement.currency, { sign: name === 'sum' })}</dd></div>`)}
      </dl>
    </li>`;
  }

  #warning(warning) {
    return html`<li class="small">${warning.message} ${warning.line ? html`<span class="soft">${t('imports.line', { line: warning.line })}</span>` : nothing}</li>`;
  }

  #warnings(warnings) {
    return warnings.length === 0
      ? nothing
      : html`<div class="note warning">
          ${icon('warning')}
          <div class="grow">
            <h3>${t('imports.odd')}</h3>
            <ul class="imports-plain">${warnings.slice(0, SHOWN).map(this.#warning)}</ul>
            ${warnings.length > SHOWN
              ? html`<details><summary>${t('imports.andMore', { count: warnings.length - SHOWN })}</summary><ul class="imports-plain">${warnings.slice(SHOWN).map(this.#warning)}</ul></details>`
              : nothing}
          </div>
        </div>`;
  }

  render() {
    const { statements, warnings } = this.plan;
    return html`<section class="card stack" aria-labelledby="imports-statements">
      <h2 id="imports-statements">${t('imports.inTheFile')}</h2>
      <ul class="list">${statements.map((statement) => this.#statement(statement))}</ul>
      ${this.#warnings(warnings)}
    </section>`;
  }
}
customElements.define('nest-import-statements', Statements);
