import { html, NestElement, nothing, repeat } from '/app/base/element.js';
import { getAll, request } from '/app/base/api.js';
import { t } from '/app/base/i18n.js';
import { sayProblem } from '/app/base/changes.js';
import { ago, instant } from '/app/base/format.js';
import { Query } from '/app/base/query.js';
import { signOut } from '/app/base/session.js';
import { confirm } from '/app/ui/dialog.js';
import { shown } from '/app/ui/states.js';
import { toast } from '/app/ui/toasts.js';
import { device } from '/app/settings/device.js';

/** Where the person is signed in. */
class Sessions extends NestElement {
  #sessions = new Query(this, () => '/me/sessions?limit=100', [], (path, signal) => getAll(path, { signal }));
  #busy = false;

  /** Does something to sessions, then reads them again. */
  async #do(send, said) {
    this.#busy = true;
    this.requestUpdate();
    try {
      await send();
      toast(said);
    } catch (problem) {
      sayProblem(problem);
    }
    this.#busy = false;
    await this.#sessions.refresh();
  }

  #end({ id }) {
    return this.#do(() => request('DELETE', `/me/sessions/${id}`), t('settings.sessions.ended'));
  }

  /** One by one: the service knows no call that ends all but this one. One that has ended meanwhile is as good as ended. */
  #endOthers(others) {
    return this.#do(async () => {
      for (const { id } of others) {
        await request('DELETE', `/me/sessions/${id}`).catch((problem) => {
          if (problem.status !== 404) {
            throw problem;
          }
        });
      }
    }, t('settings.sessions.othersEnded'));
  }

  async #endAll() {
    if (await confirm({ text: t('settings.sessions.allAsk'), more: t('settings.sessions.allMore'), action: t('settings.sessions.all'), danger: true })) {
      try {
        await request('DELETE', '/me/sessions');
        await signOut();
      } catch (problem) {
        sayProblem(problem);
      }
    }
  }

  #name({ userAgent }) {
    const { browser, system } = device(userAgent);
    return browser && system ? t('settings.sessions.device', { browser, system }) : (browser ?? system ?? t('settings.sessions.unknown'));
  }

  #row(session) {
    const name = this.#name(session);
    return html`<li>
      <span class="grow">
        <span class="strong">${name}</span> ${session.current ? html`<span class="badge accent">${t('settings.sessions.current')}</span>` : nothing}
        <span class="settings-facts soft small">
          ${session.source ? html`<span>${t('settings.sessions.from', { source: session.source })}</span>` : nothing}
          <span>${t('settings.sessions.since', { when: instant(session.createdAt) })}</span>
          <span title=${instant(session.lastUsedAt)}>${t('settings.sessions.used', { when: ago(session.lastUsedAt) })}</span>
        </span>
      </span>
      ${session.current
        ? html`<button type="button" @click=${() => signOut().catch(sayProblem)}>${t('base.signOut')}</button>`
        : html`<button type="button" ?disabled=${this.#busy} aria-label=${`${t('settings.sessions.end')}: ${name}, ${instant(session.createdAt)}`} @click=${() => this.#end(session)}>${t('settings.sessions.end')}</button>`}
    </li>`;
  }

  #list(sessions) {
    const others = sessions.filter((session) => !session.current);
    const ordered = [...sessions.filter((session) => session.current), ...others];
    return html`<ul class="list">${repeat(ordered, (session) => session.id, (session) => this.#row(session))}</ul>
      <div class="row settings-foot">
        ${others.length > 0
          ? html`<button type="button" ?disabled=${this.#busy} @click=${() => this.#endOthers(others)}>${t('settings.sessions.others', { count: others.length })}</button>`
          : nothing}
        <button type="button" class="danger" ?disabled=${this.#busy} @click=${() => this.#endAll()}>${t('settings.sessions.all')}</button>
      </div>`;
  }

  render() {
    return html`<section class="card stack">
      <h2>${t('settings.sessions.title')}</h2>
      <p>${t('settings.sessions.about')}</p>
      ${shown(this.#sessions, (sessions) => this.#list(sessions), 6)}
    </section>`;
  }
}
customElements.define('nest-settings-sessions', Sessions);
