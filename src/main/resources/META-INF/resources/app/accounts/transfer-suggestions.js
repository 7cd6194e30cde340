import { html, NestElement, nothing, repeat } from '/app/base/element.js';
import { get } from '/app/base/api.js';
import { t } from '/app/base/i18n.js';
import { change, sayProblem } from '/app/base/changes.js';
import { amount, day } from '/app/base/format.js';
import { Query } from '/app/base/query.js';
import { icon } from '/app/ui/icons.js';
import { MOVES } from '/app/accounts/account-words.js';

/** How many are shown at once, and how many pages are read to find them: pages of suggestions may be short. */
const SHOWN = 5;
const PAGES = 4;

/** Pairs of an expense and an income that are likely one transfer, with their transactions. */
async function suggestions(path, signal) {
  const pairs = [];
  for (let next = path, page = 0; next && pairs.length < SHOWN && page < PAGES; page++) {
    const answer = await get(next, { signal });
    pairs.push(...answer.items);
    next = answer.next;
  }
  const read = (id) => get(`/transactions/${id}`, { signal });
  return Promise.all(pairs.slice(0, SHOWN).map(async ({ outId, inId }) => ({ out: await read(outId), into: await read(inId) })));
}

/** Offers to join an expense of one account and an income of another into the transfer that they are. */
class TransferSuggestions extends NestElement {
  static properties = { accounts: { attribute: false } };

  #pairs = new Query(this, () => `/transfers/suggestions?limit=${SHOWN}`, MOVES, suggestions);
  #busy = null;

  async #join({ out, into }) {
    this.#busy = out.id;
    this.requestUpdate();
    await change('POST', '/transfers/link', { body: { outId: out.id, inId: into.id }, said: t('transfers.joined'), types: MOVES }).catch(sayProblem);
    this.#busy = null;
    this.requestUpdate();
  }

  #side(one) {
    const account = this.accounts.find((other) => other.id === one.accountId)?.name ?? '';
    return html`<span class="transfers-side">
      <span class="cut">${one.description}</span>
      <span class="soft small cut">${[day(one.date, 'short'), account].filter(Boolean).join(' · ')}</span>
      ${amount(one.amount, one.currency, { coloured: true })}
    </span>`;
  }

  #pair(pair) {
    return html`<li class="transfers-pair">
      ${this.#side(pair.out)} ${icon('right')} ${this.#side(pair.into)}
      <button type="button" class="small" ?disabled=${this.#busy !== null} aria-label=${`${t('transfers.join')}: ${pair.out.description}, ${pair.into.description}`}
        @click=${() => this.#join(pair)}>${icon('link')} ${t('transfers.join')}</button>
    </li>`;
  }

  render() {
    const pairs = this.#pairs.data ?? [];
    return pairs.length === 0
      ? nothing
      : html`<section class="card" aria-labelledby="transfers-suggestions">
          <header><h2 id="transfers-suggestions">${t('transfers.suggestions')}</h2></header>
          <p class="soft small">${t('transfers.suggestionsText')}</p>
          <ul class="list">${repeat(pairs, (pair) => pair.out.id + pair.into.id, (pair) => this.#pair(pair))}</ul>
        </section>`;
  }
}
customElements.define('nest-transfer-suggestions', TransferSuggestions);
