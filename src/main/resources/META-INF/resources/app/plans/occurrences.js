import { change, sayProblem } from '/app/base/changes.js';
import { get, withParameters } from '/app/base/api.js';
import { t } from '/app/base/i18n.js';
import { addDays } from '/app/base/days.js';
import { day } from '/app/base/format.js';
import { open } from '/app/ui/dialog.js';
import { nameOf } from '/app/plans/schedule-words.js';

/** Single occurrences of schedules: those of many, and what can be done with one. */
const AT_ONCE = 4;
const WAITING_SINCE = 60;

/** The occurrences of a schedule from a day to another. */
export async function occurrencesOf(schedule, from, to, signal) {
  return (await get(withParameters(`/schedules/${schedule.id}/occurrences`, { from, to }), { signal })).items;
}

/**
 * What schedules have due until a day, by day: `[{schedule, occurrence}]`. Those that ask first are looked up further back, for what
 * waits; those that have nothing until then are not asked for.
 */
export async function upcoming(schedules, today, until, signal) {
  const asked = schedules.filter((schedule) => !schedule.paused && (schedule.mode === 'suggest' || (schedule.next && schedule.next <= until)));
  const found = [];
  const queue = [...asked];
  const work = async () => {
    for (let schedule = queue.shift(); schedule; schedule = queue.shift()) {
      const from = schedule.mode === 'suggest' ? addDays(today, -WAITING_SINCE) : today;
      const one = schedule;
      const occurrences = await occurrencesOf(one, from, until, signal);
      found.push(...occurrences.filter(({ due, state }) => due >= today || state === 'suggested').map((occurrence) => ({ schedule: one, occurrence })));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found.sort((one, other) => compareTexts(one.occurrence.due, other.occurrence.due) || compareTexts(nameOf(one.schedule), nameOf(other.schedule)));
}

function compareTexts(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** What can be done with an occurrence, as items of a menu. */
export function actionsOf(schedule, occurrence) {
  const open = occurrence.state === 'planned' || occurrence.state === 'suggested';
  return [
    ...(open ? [{ text: t('schedules.postNow'), icon: 'check', run: () => post(schedule, occurrence) }] : []),
    ...(open || occurrence.state === 'skipped' ? [{ text: t('schedules.postOther'), icon: 'edit', run: () => postOther(schedule, occurrence) }] : []),
    ...(open ? [{ text: t('schedules.skip'), icon: 'skip', run: () => act('skip', 'schedules.skipped', schedule, occurrence) }] : []),
    ...(occurrence.state === 'skipped' ? [{ text: t('schedules.restore'), icon: 'undo', run: () => act('restore', 'schedules.restored', schedule, occurrence) }] : []),
  ];
}

/** Posts an occurrence as it is planned. */
export function post(schedule, occurrence) {
  return act('post', 'schedules.posted', schedule, occurrence);
}

/** What is on its way, so that a second click does not send it again. */
const underWay = new Set();

async function act(what, said, schedule, occurrence) {
  const one = `${schedule.id} ${occurrence.date}`;
  if (underWay.has(one)) {
    return;
  }
  underWay.add(one);
  try {
    await change('POST', `/schedules/${schedule.id}/occurrences/${occurrence.date}/${what}`, { body: {}, said: t(said, { name: nameOf(schedule), day: day(occurrence.due, 'short') }) });
  } catch (problem) {
    sayProblem(problem);
  } finally {
    underWay.delete(one);
  }
}

async function postOther(schedule, occurrence) {
  await import('/app/plans/post-dialog.js');
  await open('nest-post-dialog', { schedule, occurrence });
}
