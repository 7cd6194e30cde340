import { currentLocale, t } from '/app/base/i18n.js';
import { hidden, plainAmount } from '/app/base/format.js';

/** What a rule says, as a sentence. */

const MATCHES = ['contains', 'equals', 'matches'];

/** Amounts of rules are of no currency in particular, and hidden as all are. */
function bound(value) {
  return hidden() ? '•••' : plainAmount(value);
}

function all(parts) {
  return new Intl.ListFormat(currentLocale(), { type: 'conjunction' }).format(parts);
}

/** When it holds: "the text contains “rewe” and money was spent". */
export function whenText({ when }, accounts) {
  const parts = MATCHES.filter((kind) => when.description?.[kind]).map((kind) => t(`rules.says.${kind}`, { text: when.description[kind] }));
  if (when.type) {
    parts.push(t(`rules.says.${when.type}`));
  }
  if (when.accountId) {
    parts.push(t('rules.says.account', { name: accounts.find((account) => account.id === when.accountId)?.name ?? '…' }));
  }
  if (when.minAmount && when.minAmount === when.maxAmount) {
    parts.push(t('rules.says.exactly', { amount: bound(when.minAmount) }));
  } else {
    if (when.minAmount) {
      parts.push(t('rules.says.atLeast', { amount: bound(when.minAmount) }));
    }
    if (when.maxAmount) {
      parts.push(t('rules.says.atMost', { amount: bound(when.maxAmount) }));
    }
  }
  return all(parts);
}

/** What it does: "set the category Groceries and add the tag food". */
export function thenText({ set }) {
  const parts = ['category', 'description', 'notes'].filter((name) => set[name]).map((name) => t(`rules.does.${name}`, { text: set[name] }));
  if (set.addTags?.length > 0) {
    parts.splice(1, 0, t('rules.does.tags', { count: set.addTags.length, tags: set.addTags.join(', ') }));
  }
  if (set.decision === 'skip') {
    parts.push(t('rules.does.skip'));
  }
  return all(parts);
}

/** What it is called, by its name or by what it says. */
export function nameOf(rule, accounts) {
  return rule.name ?? t('rules.sentence', { when: whenText(rule, accounts), then: thenText(rule) });
}
