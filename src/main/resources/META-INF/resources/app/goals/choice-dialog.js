import { html } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { NestDialog } from '/app/ui/dialog.js';

/** A question with several answers: `text`, `more`, and `choices`, `[[value, text]]`, of which the last is the likely one. */
class Choice extends NestDialog {
  text = '';
  more = '';
  choices = [];

  heading() {
    return this.text;
  }

  content() {
    return html`<p>${this.more}</p>`;
  }

  submit() {
    this.finish(this.choices.at(-1)[0]);
  }

  actions() {
    const last = this.choices.length - 1;
    return html`<button type="button" @click=${() => this.finish(null)}>${t('base.cancel')}</button>
      ${this.choices.map(([value, text], at) =>
        at === last
          ? html`<button type="submit" class="primary" autofocus>${text}</button>`
          : html`<button type="button" @click=${() => this.finish(value)}>${text}</button>`,
      )}`;
  }
}
customElements.define('nest-goal-choice', Choice);
