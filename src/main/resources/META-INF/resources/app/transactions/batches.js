import { newKey, Problem, request } from '/app/base/api.js';
import { changedHere } from '/app/base/live.js';

const PART = 500;

/**
 * Changes or deletes many transactions, in parts. What is refused of a part is left out of it, and told; the rest is done.
 *
 * @param rows the transactions
 * @param patchOf says what is changed of one (a merge patch), or null if nothing is; no function: they are deleted
 * @param progress `step(n)` is called whenever n more are done with; `stopped()` says whether to do no more
 * @return `{done: [transactions], seqs, refused: [{row, message}], problem}`: `problem` is why it ended early, or null
 */
export async function changeMany(rows, patchOf, progress) {
  const outcome = { done: [], seqs: [], refused: [], problem: null };
  const changing = patchOf ? rows.filter((row) => patchOf(row) !== null) : rows.filter((row) => !row.transferId);
  progress.step(patchOf ? rows.length - changing.length : 0);
  try {
    for (let at = 0; at < changing.length && !progress.stopped(); at += PART) {
      const part = changing.slice(at, at + PART);
      await changePart(part, patchOf, outcome);
      progress.step(part.length);
    }
    if (!patchOf) {
      await deleteTransfers(rows.filter((row) => row.transferId), outcome, progress);
    }
  } catch (problem) {
    if (!(problem instanceof Problem)) {
      throw problem;
    }
    outcome.problem = problem;
  }
  changedHere(null, null);
  return outcome;
}

async function changePart(part, patchOf, outcome) {
  for (let left = part; left.length > 0; ) {
    const body = patchOf ? { update: left.map((row) => ({ id: row.id, ...patchOf(row) })) } : { delete: left.map((row) => row.id) };
    try {
      const { data, seq } = await request('POST', '/transactions/batch', { body, key: newKey() });
      done(outcome, patchOf ? data.update : left, seq);
      return;
    } catch (problem) {
      const faults = faultsOf(problem);
      if (faults.size === 0) {
        throw problem;
      }
      faults.forEach((message, at) => outcome.refused.push({ row: left[at], message }));
      left = left.filter((_, at) => !faults.has(at));
    }
  }
}

/** What is wrong with entries, by their places: `/update/3/accountId`. */
function faultsOf(problem) {
  const found = (problem.errors ?? []).map((error) => [/^\/(?:update|delete)\/(\d+)/.exec(error.pointer), error.message]);
  return new Map(found.filter(([match]) => match).map(([match, message]) => [Number(match[1]), message]));
}

/** A side of a transfer goes with the other one. */
async function deleteTransfers(sides, outcome, progress) {
  for (const [id, rows] of Map.groupBy(sides, (row) => row.transferId)) {
    if (progress.stopped()) {
      return;
    }
    try {
      const { seq } = await request('DELETE', `/transfers/${id}`);
      done(outcome, rows, seq);
    } catch (problem) {
      if (problem.offline || problem.status >= 500) {
        throw problem;
      }
      outcome.refused.push({ row: rows[0], message: problem.message });
    }
    progress.step(rows.length);
  }
}

function done(outcome, rows, seq) {
  outcome.done.push(...rows);
  if (seq) {
    outcome.seqs.push(seq);
    changedHere(seq, []);
  }
}
