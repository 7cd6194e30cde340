import { signal } from '/app/base/signal.js';

/** The languages that the page speaks, as the service does. */
export const LANGUAGES = { en: 'English', de: 'Deutsch', es: 'Español', fr: 'Français', pt: 'Português' };

const changed = signal();
let language = 'en';
let texts = {};
let plurals = new Intl.PluralRules('en');

/** Called whenever the page's language has changed. */
export const onLanguage = changed.listen;

/** The language spoken now, a key of LANGUAGES. */
export function currentLanguage() {
  return language;
}

/** The locale for numbers and days: the browser's own where it is of this language, because that knows the region. */
export function currentLocale() {
  return navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language;
}

/** The first of the browser's languages that the page speaks. */
export function browserLanguage() {
  return navigator.languages.map((tag) => tag.split('-')[0]).find((tag) => tag in LANGUAGES) ?? 'en';
}

/** Speaks another language from now on. */
export async function speak(tag) {
  const chosen = tag in LANGUAGES ? tag : 'en';
  if (chosen !== language || Object.keys(texts).length === 0) {
    const answer = await fetch(`/app/i18n/${chosen}.json`);
    texts = await answer.json();
    language = chosen;
    plurals = new Intl.PluralRules(chosen);
    document.documentElement.lang = chosen;
    changed.tell();
  }
}

/**
 * A text by its key, such as `transactions.title`, with `{name}` filled in. A text of several forms
 * (`{"one": …, "other": …}`) is chosen by `values.count`, which itself is shown as `{count}`, written as numbers are.
 */
export function t(key, values = {}) {
  let text = key.split('.').reduce((node, name) => node?.[name], texts);
  if (text && typeof text === 'object') {
    text = text[plurals.select(values.count)] ?? text.other;
  }
  if (typeof text !== 'string') {
    console.error(`There is no text ${key}`);
    return key;
  }
  return text.replace(/\{(\w+)\}/g, (_, name) =>
    typeof values[name] === 'number' ? new Intl.NumberFormat(currentLocale()).format(values[name]) : (values[name] ?? ''),
  );
}

/** Whether there is a text of that key: for codes of the service, of which there may be more than the page knows. */
export function hasText(key) {
  return key.split('.').reduce((node, name) => node?.[name], texts) !== undefined;
}
