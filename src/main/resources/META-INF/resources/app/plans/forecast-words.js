import { t } from '/app/base/i18n.js';
import { signOf } from '/app/base/money.js';

/** Up to which probability of falling below zero which words hold. */
const WORDS = [
  [0.01, 'never'],
  [0.05, 'hardly'],
  [0.15, 'unlikely'],
  [0.42, 'oneIn'],
  [0.58, 'even'],
  [0.85, 'likely'],
  [1, 'surely'],
];

/** How likely a forecast falls below zero, in plain words. */
export function chance({ balance, belowZero }) {
  if (signOf(balance) < 0) {
    return t('forecast.chance.isBelow');
  }
  const [, name] = WORDS.find(([most]) => belowZero <= most);
  return t(`forecast.chance.${name}`, { one: Math.round(1 / Math.max(belowZero, 0.01)), ten: Math.round(belowZero * 10) });
}
