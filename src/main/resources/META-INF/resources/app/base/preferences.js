import { signal } from '/app/base/signal.js';

/** What is this browser's alone, and kept there: whether amounts are hidden, light or dark, and what was chosen last. */
const KEY = 'nestegg.preferences';
const changed = signal();
let preferences = read();

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}

export const onPreference = changed.listen;

export function preference(name, otherwise = null) {
  return preferences[name] ?? otherwise;
}

export function prefer(name, value) {
  preferences = { ...preferences, [name]: value };
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // A browser that keeps nothing forgets it with the page.
  }
  apply();
  changed.tell();
}

function apply() {
  document.documentElement.dataset.theme = preference('theme', 'system');
  document.documentElement.toggleAttribute('data-hidden', preference('hidden', false));
}

addEventListener('storage', (event) => {
  if (event.key === KEY) {
    preferences = read();
    apply();
    changed.tell();
  }
});
apply();
