/**
 * What all parts of the page share: the state that the server told, and what the person chose.
 *
 * `state` is the last State (null before the first), `connection` is "connecting", "open" or "lost". `chosen` is
 *   brief    id of the brief that is shown           status   "draft", "cleared"
 *   sheet    SheetName                               view     "html", "pages"
 *   side     "report", "coverage", "proposals"       report   name of the report that is shown
 *   pane     "brief", "report" (narrow screens)      isWide   whether the brief is shown alone (no report beside)
 *   unit     tag of the chosen unit, or ""           zoom     "fit" or a number (1 = 100 %)
 * It is kept in the fragment of the address (brief, status, sheet, view, side, unit) and in localStorage (the rest), so
 * that a reload, or another day, returns to the same place. Another brief is another step of the browser's history.
 *
 * `marks` are passages (PassageView) that are marked in the report, `at` which of them is looked at.
 *
 * Parts listen with `on(event, fn)`, which gives a function that stops it. Events: "state" (state, before),
 * "connection", "chosen" (chosen, before), "marks", "outline" (the units of the brief that is shown, in order), and any
 * that parts agree on by `emit`: "edit" ({report, block, unit}) opens a block to be edited.
 */

import { forGood } from './kept_texts.js';

const IN_ADDRESS = ['brief', 'status', 'sheet', 'view', 'side', 'unit'];
const USUAL = {
  brief: '', status: 'draft', sheet: 'a4', view: 'html', side: 'report', report: '', pane: 'brief', isWide: false,
  unit: '', zoom: 'fit',
};
const ALLOWED = {
  status: ['draft', 'cleared'],
  sheet: ['a4', 'letter', 'a4-large', 'letter-large'],
  view: ['html', 'pages'],
  side: ['report', 'coverage', 'proposals'],
  pane: ['brief', 'report'],
};
const KEPT = 'briefs-preview';

export function createStore() {
  const listeners = new Map();
  const store = {
    state: null,
    connection: 'connecting',
    chosen: { ...USUAL, ...fromStorage(), ...fromAddress() },
    marks: { passages: [], at: 0 },
    outline: null,
    stand: null, // {for, unit, by}: the brief `by` is shown for one that is not there

    on(event, fn) {
      if (!listeners.has(event)) listeners.set(event, new Set());
      listeners.get(event).add(fn);
      return () => listeners.get(event).delete(fn);
    },
    emit(event, ...given) {
      for (const fn of [...(listeners.get(event) ?? [])]) fn(...given);
    },
    /** Whether somebody listens. */
    hears: (event) => (listeners.get(event)?.size ?? 0) > 0,

    /** Choose something else: `change` names only what changes. Another brief is a step that the browser's Back undoes,
     * unless it is not the person who chose it (`isStep` is false). */
    choose(change, isStep = true) {
      const before = store.chosen;
      const after = { ...before, ...change };
      if ('brief' in change && change.brief !== before.brief) {
        if (!('unit' in change)) after.unit = '';
        after.report = store.briefOf(after.brief)?.report ?? after.report;
      }
      if (Object.keys(after).every((key) => after[key] === before[key])) return;
      store.chosen = after;
      keep(after, isStep && before.brief !== '' && after.brief !== before.brief);
      store.emit('chosen', after, before);
    },
    /** The BriefState of an id, by default of the brief that is chosen; undefined if there is none. */
    briefOf: (id = store.chosen.brief) => store.state?.briefs.find((one) => one.id === id),

    /** Mark passages of reports, and look at the one at index `at`. */
    mark(passages, at = 0) {
      store.marks = { passages, at };
      const report = passages[at]?.report;
      if (report && report !== store.chosen.report) store.choose({ report });
      store.emit('marks', store.marks);
    },

    take(state) {
      const before = store.state;
      store.state = state;
      settle(store);
      store.emit('state', state, before);
    },
    /** Go where the address says, which has changed: Back, Forward, or an address that somebody put in. */
    follow() {
      const given = fromAddress();
      if (!store.state?.briefs.length || !store.briefOf(given.brief)) return;
      store.choose({ ...Object.fromEntries(IN_ADDRESS.map((key) => [key, USUAL[key]])), ...given }, false);
    },
    connect(connection) {
      if (connection === store.connection) return;
      store.connection = connection;
      store.emit('connection', connection);
    },
  };
  return store;
}

/**
 * Something is always chosen, if there is anything. What is not there gives way to what is most like it, and comes back
 * as soon as it is there again, unless the person has chosen something else: editors may remove a file to save it.
 */
function settle(store) {
  const { state, chosen } = store;
  const change = {};
  const { stand } = store;
  if (stand && chosen.brief !== stand.by) store.stand = null;
  else if (stand && store.briefOf(stand.for)) Object.assign(change, { brief: stand.for, unit: stand.unit });
  else if (!store.briefOf() && state.briefs.length) {
    const [audience, report] = [chosen.brief.split('/').at(-2), reportOf(chosen.brief)];
    const like = state.briefs.find((one) => one.report === report && one.audience === audience);
    change.brief = (like ?? state.briefs.find((one) => one.report === report) ?? state.briefs[0]).id;
    store.stand = chosen.brief ? { for: chosen.brief, unit: chosen.unit, by: change.brief } : null;
    if (!chosen.brief) change.unit = chosen.unit; // an address may name no brief
  }
  const has = (name) => state.reports.some((one) => one.name === name);
  const shown = store.briefOf(change.brief ?? chosen.brief);
  if (!has(chosen.report) && state.reports.length) change.report = has(shown?.report) ? shown.report : state.reports[0].name;
  if (change.brief === stand?.for) store.stand = null;
  if (Object.keys(change).length) store.choose(change, false);
}

/** The report of a brief, by the id of the brief. */
export const reportOf = (brief) => brief.split('/').slice(0, -2).join('/');

function allowed(given) {
  return Object.fromEntries(
    Object.entries(given).filter(([key, value]) => key in USUAL && (ALLOWED[key]?.includes(value) ?? typeof value === typeof USUAL[key])),
  );
}

function fromAddress() {
  const given = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  return allowed(Object.fromEntries(Object.entries(given).filter(([key]) => IN_ADDRESS.includes(key))));
}

const fromStorage = () => allowed({ ...forGood.value(KEPT), unit: '' });

function keep(chosen, isStep) {
  const said = IN_ADDRESS.filter((key) => chosen[key] !== USUAL[key]).map((key) => [key, chosen[key]]);
  const address = `${location.pathname}${location.search}#${new URLSearchParams(said)}`;
  if (isStep) history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  forGood.set(KEPT, JSON.stringify(chosen));
}
