/** Somebody to tell: `listen(f)` returns what ends it, `tell(value)` calls all who listen. */
export function signal() {
  const listeners = new Set();
  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(value) {
      [...listeners].forEach((listener) => listener(value));
    },
  };
}
