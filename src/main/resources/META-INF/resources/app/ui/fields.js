import { html, live, nothing } from '/app/base/element.js';
import { hidden } from '/app/base/format.js';
import { t } from '/app/base/i18n.js';

/**
 * A labelled field: the label, the control, a hint, and what is wrong with it. The control must have the id `id`, and
 * `aria-describedby="<id>-hint"` where there is a hint or a fault.
 */
export function field({ id, label, control, hint = null, fault = null, optional = false }) {
  return html`<div class="field ${fault ? 'faulty' : ''}">
    <label for=${id}>${label} ${optional ? html`<span class="optional">${t('base.optional')}</span>` : nothing}</label>
    ${control}
    ${fault || hint
      ? html`<p id="${id}-hint" class=${fault ? 'fault' : 'hint'} role=${fault ? 'alert' : nothing}>${fault ?? hint}</p>`
      : nothing}
  </div>`;
}

/**
 * A text field with its label. `value` and `input(text)`; `more` are further attributes known below; `secret`: it holds an amount,
 * which is masked while amounts are hidden.
 */
export function textField({ id, label, value, input, type = 'text', hint, fault, optional, autocomplete = 'off', autofocus = false, mode, list, maxlength, placeholder, required = false, disabled = false, secret = false }) {
  return field({
    id,
    label,
    hint,
    fault,
    optional,
    control: html`<input
      id=${id}
      name=${id}
      type=${secret && hidden() ? 'password' : type}
      .value=${value ?? ''}
      autocomplete=${autocomplete}
      inputmode=${mode ?? nothing}
      list=${list ?? nothing}
      maxlength=${maxlength ?? nothing}
      placeholder=${placeholder ?? nothing}
      ?autofocus=${autofocus}
      ?disabled=${disabled}
      aria-required=${required ? 'true' : nothing}
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${fault || hint ? `${id}-hint` : nothing}
      @input=${(event) => input(event.target.value)}
    />`,
  });
}

/** A choice of a few: `options` are `[value, text]`. */
export function selectField({ id, label, value, options, change, hint, fault, optional, disabled = false }) {
  return field({
    id,
    label,
    hint,
    fault,
    optional,
    control: html`<select
      id=${id}
      ?disabled=${disabled}
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${fault || hint ? `${id}-hint` : nothing}
      @change=${(event) => change(event.target.value)}
    >
      ${options.map(([key, text]) => html`<option value=${key} .selected=${live(key === (value ?? ''))}>${text}</option>`)}
    </select>`,
  });
}

/** One of a few, all of them visible: `options` are `[value, text]`. Arrow keys move between them, as between radio buttons. */
export function segmented({ name, label, value, options, change }) {
  return html`<fieldset class="segmented">
    <legend class="visually-hidden">${label}</legend>
    ${options.map(
      ([key, text]) => html`<label>
        <input type="radio" name=${name} value=${key} .checked=${key === value} @change=${() => change(key)} /><span>${text}</span>
      </label>`,
    )}
  </fieldset>`;
}

/** On or off. */
export function toggle({ id, label, value, change, hint = null, disabled = false }) {
  return html`<div class="toggle">
    <input id=${id} type="checkbox" role="switch" .checked=${value} ?disabled=${disabled} aria-describedby=${hint ? `${id}-hint` : nothing}
      @change=${(event) => change(event.target.checked)} />
    <label for=${id}>${label}</label>
    ${hint ? html`<p id="${id}-hint" class="hint">${hint}</p>` : nothing}
  </div>`;
}

/** How far something has come, 0 to 1, read as a percentage. */
export function progressBar(value, label, kind = '') {
  return html`<progress class=${kind} max="1" .value=${Math.min(Math.max(value, 0), 1)} aria-label=${label}></progress>`;
}
