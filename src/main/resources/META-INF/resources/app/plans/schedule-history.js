import { t } from '/app/base/i18n.js';
import { day, money } from '/app/base/format.js';
import { differences } from '/app/plans/budget-history.js';
import { ruleInWords } from '/app/plans/recurrence.js';

/** What differs between two states of a schedule, the newer first: `[{label, now, before}]`. */
export function scheduleChanges(now, before) {
  const of = (name) => [t(`schedules.${name}`), (one) => one.transaction[name] ?? t('base.none')];
  const fields = [
    [t('schedules.name'), (one) => one.name ?? t('base.none')],
    of('description'),
    [t('schedules.amount'), (one) => money(one.transaction.amount, one.transaction.currency), (one) => one.transaction.amount + one.transaction.currency],
    of('category'),
    of('notes'),
    [t('schedules.tags'), (one) => one.transaction.tags.join(', ') || t('base.none')],
    [t('schedules.rule.howOften'), (one) => ruleInWords(one.recurrence, one.start), (one) => one.recurrence],
    [t('schedules.start'), (one) => day(one.start), (one) => one.start],
    [t('schedules.weekend'), (one) => t(`schedules.weekends.${one.weekend}`)],
    [t('schedules.mode'), (one) => t(`schedules.modes.${one.mode}`)],
    [t('schedules.tolerance'), (one) => (one.tolerance === 0 ? t('schedules.exactly') : t('schedules.within', { percent: one.tolerance }))],
    [t('schedules.paused'), (one) => t(one.paused ? 'schedules.yes' : 'schedules.no')],
  ];
  return differences(fields, now, before);
}
