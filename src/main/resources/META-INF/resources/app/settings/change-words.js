import { hasText, t } from '/app/base/i18n.js';

/** What was done, by the kind of a change; of one that the page does not know, a neutral text. */
export function kindInWords(change) {
  const key = `settings.kind.${change.kind}`;
  return hasText(key) ? t(key) : t('settings.kind.other');
}

function typeInWords(type, count) {
  const key = `settings.type.${type}`;
  return t(hasText(key) ? key : 'settings.type.other', { count });
}

/** What a change touched: how many objects of which types. */
export function touched({ items, count }) {
  const types = Map.groupBy(items, (item) => item.type);
  const texts = [...types].map(([type, some]) => typeInWords(type, some.length));
  return (count > items.length ? [...texts, t('settings.history.andMore', { count: count - items.length })] : texts).join(', ');
}

/** One object of a type. */
export function typeName(type) {
  return typeInWords(type, 1);
}
