import { html, live, NestElement, nothing } from '/app/base/element.js';
import { t } from '/app/base/i18n.js';
import { addMonths } from '/app/base/days.js';
import { field, selectField, textField } from '/app/ui/fields.js';
import { endless, parseRule, plainRule, ruleInWords, WEEKDAYS, weekdayName, weekdayOf, writeRule } from '/app/plans/recurrence.js';

const PRESETS = {
  schedule: ['FREQ=MONTHLY', 'FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=WEEKLY', 'FREQ=WEEKLY;INTERVAL=2', 'FREQ=MONTHLY;INTERVAL=3', 'FREQ=YEARLY'],
  budget: ['FREQ=MONTHLY', 'FREQ=WEEKLY', 'FREQ=WEEKLY;INTERVAL=2', 'FREQ=YEARLY'],
};
const PAYDAY = /^FREQ=MONTHLY;BYMONTHDAY=(\d+)$/;
const WORKING_DAYS = WEEKDAYS.slice(0, 5).map((weekday) => ({ position: null, weekday }));

/**
 * How often something comes, chosen in words: a few usual ways, one put together by oneself, and when it ends. `rule`, `start`
 * (the first day), `kind` (`schedule`, or `budget`, whose periods may begin on payday and do not end). Tells `rule` with the new
 * one.
 */
class RuleField extends NestElement {
  static properties = {
    rule: { attribute: false },
    start: { attribute: false },
    kind: { attribute: false },
    fault: { attribute: false },
    /** How it is chosen: a preset's rule, `payday`, `own`, or `kept` where only the rule itself can say it. */
    way: { state: true },
  };

  constructor() {
    super();
    this.kind = 'schedule';
    this.way = null;
  }

  willUpdate() {
    this.way ??= this.#wayOf(this.rule);
  }

  #wayOf(rule) {
    const plain = endless(rule);
    if (PRESETS[this.kind].includes(plain)) {
      return plain;
    }
    if (this.kind === 'budget' && PAYDAY.test(plain)) {
      return 'payday';
    }
    return ownWayOf(parseRule(rule)) === null ? 'kept' : 'own';
  }

  get #parts() {
    return parseRule(this.rule);
  }

  #say(rule) {
    this.rule = rule;
    this.tell('rule', rule);
  }

  #change(parts) {
    this.#say(writeRule({ ...this.#parts, ...parts }));
  }

  #choose(way) {
    this.way = way;
    const { count, until } = this.#parts;
    if (way === 'payday') {
      this.#say('FREQ=MONTHLY;BYMONTHDAY=25');
    } else if (way === 'own') {
      const parts = this.#parts;
      this.#say(writeRule({ freq: parts.freq, interval: parts.interval, ...whenIn(parts.freq, this.start), count, until }));
    } else if (way !== 'kept') {
      this.#say(writeRule({ ...parseRule(way), count, until }));
    }
  }

  render() {
    const words = (rule) => ruleInWords(rule, this.start);
    const options = [
      ...PRESETS[this.kind].map((rule) => [rule, words(rule)]),
      ...(this.kind === 'budget' ? [['payday', t('schedules.rule.payday')]] : []),
      ['own', t('schedules.rule.own')],
      ...(this.way === 'kept' ? [['kept', words(this.rule)]] : []),
    ];
    return html`${selectField({ id: 'rule-way', label: t('schedules.rule.howOften'), value: this.way, options, change: (way) => this.#choose(way), fault: this.fault })}
      ${this.way === 'payday' ? this.#payday() : nothing} ${this.way === 'own' ? this.#own() : nothing}
      ${this.kind === 'schedule' ? this.#end() : nothing}
      <p class="hint" role="status">${t('schedules.rule.thatIs', { rule: words(this.rule) })}</p>
      <details class="plans-more" ?open=${this.way === 'kept'}>
        <summary>${t('schedules.rule.advanced')}</summary>
        ${textField({ id: 'rule-text', label: t('schedules.rule.text'), hint: t('schedules.rule.textHint'), value: this.rule, input: (text) => this.#typed(text) })}
      </details>`;
  }

  #typed(text) {
    const rule = text.trim().replace(/^RRULE:/i, '');
    this.way = /^FREQ=\w+/i.test(rule) ? this.#wayOf(rule) : 'kept';
    this.#say(rule);
  }

  #payday() {
    return this.#number('rule-payday', t('schedules.rule.paydayOf'), this.#parts.byMonthDay[0] ?? 25, 1, 31, (byMonthDay) => this.#change({ byMonthDay: [byMonthDay] }));
  }

  #number(id, label, value, least, most, change) {
    return field({
      id,
      label,
      control: html`<input id=${id} type="number" inputmode="numeric" min=${least} max=${most} .value=${live(String(value))}
        @change=${(event) => change(Math.min(Math.max(Math.round(Number(event.target.value)) || least, least), most))} />`,
    });
  }

  #own() {
    const { freq, interval } = this.#parts;
    const units = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].map((unit) => [unit, t(`schedules.rule.units.${unit}`, { count: interval })]);
    return html`<div class="fields">
        ${this.#number('rule-interval', t('schedules.rule.interval'), interval, 1, 1000, (count) => this.#change({ interval: count }))}
        ${selectField({ id: 'rule-unit', label: t('schedules.rule.unit'), value: freq, options: units,
          change: (unit) => this.#say(writeRule({ ...this.#parts, byDay: [], byMonthDay: [], byMonth: [], bySetPos: [], freq: unit, ...whenIn(unit, this.start) })) })}
      </div>
      ${freq === 'WEEKLY' ? this.#weekdays() : nothing} ${freq === 'MONTHLY' ? this.#inMonth() : nothing}`;
  }

  #weekdays() {
    const chosen = this.#parts.byDay.map((one) => one.weekday);
    const days = chosen.length > 0 ? chosen : [weekdayOf(this.start)];
    const toggle = (weekday) => {
      const next = WEEKDAYS.filter((one) => (one === weekday) !== days.includes(one));
      this.#change({ byDay: (next.length > 0 ? next : days).map((one) => ({ position: null, weekday: one })) });
    };
    return html`<fieldset class="plans-weekdays">
      <legend>${t('schedules.rule.weekdays')}</legend>
      ${WEEKDAYS.map(
        (one) => html`<label><input type="checkbox" .checked=${live(days.includes(one))} aria-label=${weekdayName(one)} @change=${() => toggle(one)} />
          <span aria-hidden="true">${weekdayName(one, 'short')}</span></label>`,
      )}
    </fieldset>`;
  }

  #inMonth() {
    const parts = this.#parts;
    const way = ownWayOf(parts);
    const [first] = parts.byDay;
    const startDay = Number(this.start.slice(8));
    const nth = first?.position ?? parts.bySetPos[0] ?? 1;
    const nothingElse = { byDay: [], byMonthDay: [], bySetPos: [] };
    const ways = {
      day: () => ({ byMonthDay: [startDay] }),
      last: () => ({ byMonthDay: [-1] }),
      nth: () => ({ byDay: [{ position: Math.min(Math.ceil(startDay / 7), 4), weekday: weekdayOf(this.start) }] }),
      firstWorkingDay: () => ({ byDay: WORKING_DAYS, bySetPos: [1] }),
      lastWorkingDay: () => ({ byDay: WORKING_DAYS, bySetPos: [-1] }),
    };
    return html`<div class="fields">
      ${selectField({ id: 'rule-when', label: t('schedules.rule.when'), value: way, options: Object.keys(ways).map((one) => [one, t(`schedules.rule.whens.${one}`)]),
        change: (one) => this.#change({ ...nothingElse, ...ways[one]() }) })}
      ${way === 'day' ? this.#number('rule-day', t('schedules.rule.dayOfMonth'), parts.byMonthDay[0] ?? startDay, 1, 31, (one) => this.#change({ byMonthDay: [one] })) : nothing}
      ${way === 'nth'
        ? html`${selectField({ id: 'rule-nth', label: t('schedules.rule.which'), value: String(nth), options: ['1', '2', '3', '4', '5', '-1', '-2'].map((one) => [one, t(`schedules.rule.positions.${one > 0 ? 'p' + one : 'm' + -one}`)]),
            change: (one) => this.#change({ ...nothingElse, byDay: [{ position: Number(one), weekday: first.weekday }] }) })}
          ${selectField({ id: 'rule-weekday', label: t('schedules.rule.weekday'), value: first.weekday, options: WEEKDAYS.map((one) => [one, weekdayName(one)]),
            change: (one) => this.#change({ ...nothingElse, byDay: [{ position: nth, weekday: one }] }) })}`
        : nothing}
    </div>`;
  }

  #end() {
    const { count, until } = this.#parts;
    const way = count !== null ? 'after' : until ? 'on' : 'never';
    const ways = {
      never: { count: null, until: null },
      on: { count: null, until: addMonths(this.start, 12) },
      after: { count: 12, until: null },
    };
    return html`${selectField({ id: 'rule-end', label: t('schedules.rule.ends'), value: way, options: Object.keys(ways).map((one) => [one, t(`schedules.rule.end.${one}`)]), change: (one) => this.#change(ways[one]) })}
      ${way === 'on' ? textField({ id: 'rule-until', label: t('schedules.rule.lastDayOf'), type: 'date', value: until, input: (value) => value && this.#change({ until: value }) }) : nothing}
      ${way === 'after' ? this.#number('rule-count', t('schedules.rule.howMany'), count, 1, 10_000, (many) => this.#change({ count: many })) : nothing}`;
  }
}
customElements.define('nest-rule-field', RuleField);

/** What of a week or a month a new rule takes, by its first day. */
function whenIn(freq, start) {
  if (freq === 'WEEKLY') {
    return { byDay: [{ position: null, weekday: weekdayOf(start) }] };
  }
  return freq === 'MONTHLY' ? { byMonthDay: [Number(start.slice(8))] } : {};
}

/** Which of the choices within a week, month or year says these parts; null where none does. */
function ownWayOf({ freq, byDay, byMonthDay, byMonth, bySetPos }) {
  if (byMonth.length > 0) {
    return null;
  }
  if (freq !== 'MONTHLY') {
    const weekdays = freq === 'WEEKLY' && byDay.every((one) => one.position === null);
    return (byDay.length === 0 || weekdays) && byMonthDay.length + bySetPos.length === 0 ? 'day' : null;
  }
  if (byDay.length === 0) {
    return bySetPos.length > 0 || byMonthDay.length > 1 || byMonthDay[0] < -1 ? null : byMonthDay[0] === -1 ? 'last' : 'day';
  }
  if (byMonthDay.length > 0) {
    return null;
  }
  const [position] = byDay[0].position === null ? bySetPos : [byDay[0].position];
  if (byDay.length === 1 && bySetPos.length <= 1 && position >= -2 && position <= 5) {
    return 'nth';
  }
  const working = plainRule(writeRule({ freq, byDay, bySetPos }));
  return { 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1': 'firstWorkingDay', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1': 'lastWorkingDay' }[working] ?? null;
}
