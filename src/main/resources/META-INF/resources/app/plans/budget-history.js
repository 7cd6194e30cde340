import { t } from '/app/base/i18n.js';
import { day, money } from '/app/base/format.js';
import { purpose } from '/app/plans/budget-card.js';
import { ruleInWords } from '/app/plans/recurrence.js';

/** What differs between two states of a budget, the newer first: `[{label, now, before}]`. */
export function budgetChanges(now, before) {
  const fields = [
    [t('budgets.name'), (one) => one.name],
    [t('budgets.amount'), (one) => money(one.amount, one.currency), (one) => one.amount + one.currency],
    [t('budgets.for'), purpose, (one) => JSON.stringify([one.categories, one.tags, one.accountIds])],
    [t('schedules.rule.howOften'), (one) => ruleInWords(one.recurrence, one.start), (one) => one.recurrence],
    [t('budgets.start'), (one) => day(one.start), (one) => one.start],
    [t('budgets.rollover'), (one) => t(`budgets.rollovers.${one.rollover}`)],
  ];
  return differences(fields, now, before);
}

/** Those of some fields (`[label, shown, compared?]`) that differ. */
export function differences(fields, now, before) {
  return fields
    .filter(([, shown, compared = shown]) => compared(now) !== compared(before))
    .map(([label, shown]) => ({ label, now: shown(now), before: shown(before) }));
}
