/**
 * Keyboard shortcuts: single keys, where nobody is typing and no dialog is open. Whoever shows something registers its keys
 * while it is shown; the latest wins.
 */
const handlers = [];

/** What moves from row to row may be held down; what does something may not. */
const MAY_REPEAT = new Set(['j', 'k', 'ArrowDown', 'ArrowUp']);

/**
 * @param keys by key (`n`, `/`, `?`, `ArrowDown`): what is done
 * @return what ends it
 */
export function shortcuts(keys) {
  handlers.unshift(keys);
  return () => handlers.splice(handlers.indexOf(keys), 1);
}

function isTyping(target) {
  return target instanceof Element && target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]') !== null;
}

addEventListener('keydown', (event) => {
  if (event.defaultPrevented || (event.repeat && !MAY_REPEAT.has(event.key)) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
    return;
  }
  if (isTyping(event.target) || document.querySelector('dialog[open]')) {
    return;
  }
  const handler = handlers.find((keys) => keys[event.key])?.[event.key];
  if (handler) {
    event.preventDefault();
    handler(event);
  }
});
