import { get, getAll } from '/app/base/api.js';
import { csv, download } from '/app/base/download.js';
import { t } from '/app/base/i18n.js';
import { today } from '/app/base/session.js';

/** What can be downloaded, each a file that any spreadsheet reads. */
const head = (...fields) => fields.map((field) => t(`settings.fields.${field}`));

/** All transactions, as the service writes them. */
async function transactions() {
  return get('/transactions', { accept: 'text/csv' });
}

/** All goals, with the names of those that they are part of. */
async function goals() {
  const { items } = await get('/goals/tree');
  const rows = [];
  const add = (goal, above) => {
    rows.push([above, goal.name, goal.description, goal.targetAmount, goal.currency, goal.targetDate, goal.savedAmount, goal.end]);
    goal.children.forEach((child) => add(child, above ? `${above} / ${goal.name}` : goal.name));
  };
  items.forEach((goal) => add(goal, ''));
  return csv([head('partOf', 'name', 'description', 'targetAmount', 'currency', 'targetDate', 'savedAmount', 'end'), ...rows]);
}

/** The items of all bucket lists. */
async function bucketlists() {
  const rows = [];
  for (const list of await getAll('/bucketlists?limit=100')) {
    for (const item of await getAll(`/bucketlists/${list.id}/items?limit=100`)) {
      rows.push([list.name, item.name, item.description, t(item.done ? 'settings.yes' : 'settings.no'), item.doneAt]);
    }
  }
  return csv([head('list', 'name', 'description', 'done', 'doneAt'), ...rows]);
}

const EXPORTS = { transactions, goals, bucketlists };

/** The names of what can be downloaded. */
export const EXPORTED = Object.keys(EXPORTS);

/** Downloads one of them. */
export async function exportAs(name) {
  download(`nestegg-${t(`settings.data.${name}File`)}-${today()}.csv`, await EXPORTS[name]());
}
