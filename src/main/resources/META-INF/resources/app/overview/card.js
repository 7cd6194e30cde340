import { html, nothing } from '/app/base/element.js';

/**
 * A section of the overview.
 *
 * @param options `wide`, `narrow`, or neither; `more`: `[address, text]` of where there is more of it
 */
export function card({ name, title, width = '', more = null, content }) {
  const id = `overview-${name}`;
  return html`<section class="card overview-card ${width}" aria-labelledby=${id}>
    <header>
      <h2 id=${id}>${title}</h2>
      ${more ? html`<a class="overview-more" href=${more[0]}>${more[1]}</a>` : nothing}
    </header>
    ${content}
  </section>`;
}
