/**
 * What is wrong, above the last good page: a strip that counts, and opens to a list by file. It takes its own room and
 * covers nothing; it can be hidden, and comes back when something else is wrong.
 */

import { button, capitalized, counted, el, linkTo, placeOf, withCode } from './dom.js';
import { forWindow } from './kept_texts.js';
import { reportOf } from './store.js';

const AWAY = 'briefs-problems-away';
const MOST_SHOWN = 200;

/** Show the strip in `host`. */
export function mount(host, { store, announce }) {
  const count = el('summary', { class: 'count' });
  const list = el('div', { class: 'list', tabindex: 0, role: 'group', 'aria-label': 'Problems' });
  const details = el('details', {}, count, list);
  const away = button('Hide', putAway, { class: 'quiet' });
  const strip = el('section', { class: 'problems', 'aria-label': 'Problems in the files', hidden: true }, details, away);
  const recall = button('', bringBack, { class: 'quiet recall', hidden: true });
  host.append(strip, recall);
  let now = '';
  let drawn = '';

  function show() {
    const state = store.state;
    if (!state) return;
    const problems = state.problems;
    const key = hashOf(JSON.stringify([problems, state.failure]));
    const brief = store.briefOf();
    if (key !== now) {
      now = key;
      if (kept() && kept() !== key) keep('');
      if (problems.length || state.failure) announce(spoken(problems, state.failure));
    }
    const isThere = problems.length > 0 || state.failure !== '';
    strip.hidden = !isThere || kept() === key;
    recall.hidden = !isThere || kept() !== key;
    recall.textContent = spoken(problems, state.failure);
    const view = JSON.stringify([key, brief?.id, brief?.is_current]);
    if (!isThere || view === drawn) return;
    drawn = view;
    strip.classList.toggle('has-errors', state.failure !== '' || problems.some((one) => one.severity === 'error'));
    count.replaceChildren(el('strong', {}, spoken(problems, state.failure)), el('span', { class: 'first' }, firstOf(problems, state.failure, brief)));
    list.replaceChildren(...listed(problems, state.failure, brief, (asked) => store.emit('edit', asked)));
  }

  function putAway() {
    keep(now);
    show();
    recall.focus();
  }

  function bringBack() {
    keep('');
    details.open = true;
    show();
    count.focus();
  }

  store.on('state', show);
  store.on('chosen', show);
  show();
}

/** A short name of a long text, the same for the same text (FNV-1a, 32 bits, with its length). */
function hashOf(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length}-${hash >>> 0}`;
}

let keptHere = '';

function keep(key) {
  keptHere = key;
  forWindow.set(AWAY, key);
}

const kept = () => keptHere || forWindow.get(AWAY) || '';

/** "2 errors and 1 warning", or what keeps everything from being built. */
export function spoken(problems, failure = '') {
  const errors = problems.filter((one) => one.severity === 'error').length;
  const warnings = problems.length - errors;
  const said = [errors ? counted(errors, 'error') : '', warnings ? counted(warnings, 'warning') : ''].filter(Boolean);
  if (failure) said.unshift('Nothing can be built');
  return said.join(' and ');
}

/** Problems by file: files with errors first, those of the shown brief before others. */
function byFile(problems, brief) {
  const rank = (one) => (one.severity === 'error' ? 0 : 2) + (brief && concerns(one, brief) ? 0 : 1);
  const files = new Map();
  for (const one of [...problems].sort((a, b) => rank(a) - rank(b))) {
    const path = one.link.path || 'The project';
    files.set(path, [...(files.get(path) ?? []), one]);
  }
  return [...files];
}

/** What is to be mended first, for the closed strip. */
function firstOf(problems, failure, brief) {
  const [first] = byFile(problems, brief)[0]?.[1] ?? [];
  if (failure || !first) return failure;
  return withCode([placeOf(first.link), first.message].filter(Boolean).join(': '));
}

const concerns = (one, brief) => one.briefs.includes(brief.id);

function listed(problems, failure, brief, edit) {
  const parts = failure ? [el('p', { class: 'failure' }, failure)] : [];
  let left = MOST_SHOWN;
  for (const [path, ones] of byFile(problems, brief)) {
    if (left <= 0) break;
    const rows = ones.slice(0, left).map((one) => row(one, brief, edit));
    left -= rows.length;
    parts.push(el('h2', {}, el('code', {}, path)), el('ul', {}, rows));
  }
  if (problems.length > MOST_SHOWN) {
    parts.push(el('p', { class: 'quiet-text' }, `${counted(problems.length - MOST_SHOWN, 'more problem')}: mend these first, or see them all with “briefs check”.`));
  }
  return parts;
}

function row(one, brief, edit) {
  const report = brief?.report ?? '';
  return el(
    'li',
    { class: `problem is-${one.severity}` },
    el('p', { class: 'message' }, el('span', { class: 'severity' }, one.severity), ' ', withCode(one.message)),
    one.hint ? el('p', { class: 'hint' }, withCode(one.hint)) : null,
    el(
      'p',
      { class: 'where' },
      linkTo(one.link),
      one.block ? button(`Edit block ${one.block}`, () => edit({ report: reportOfBlock(one, report), block: one.block })) : null,
      el('code', { class: 'code', title: `docs/diagnostics.md explains ${one.code}` }, one.code),
    ),
  );
}

/** The report of a problem's block: that of its briefs, or of its folder in seeds/, or else the one shown. */
function reportOfBlock(one, shown) {
  if (one.briefs.length) return reportOf(one.briefs[0]);
  const folder = /^seeds\/([^/]+)\//.exec(one.link.path);
  return folder ? folder[1] : shown;
}

/** Problems as a short list, in a dialog. What they are about stands there already, such as `short of "st.one"`, so
 * messages leave it out, and quote the beginning of a passage only once. */
export function problemList(problems, label, about = '') {
  if (!problems.length) return null;
  const quoted = new Set();
  return el(
    'ul',
    { class: 'verdict', 'aria-label': label },
    problems.map((one) =>
      el('li', { class: `problem is-${one.severity}` }, el('span', { class: 'severity' }, one.severity), ' ', withCode(shorter(one.message, about, quoted)), one.hint ? el('span', { class: 'hint' }, withCode(shorter(one.hint, '', quoted))) : null),
    ),
  );
}

function shorter(text, about, quoted) {
  const said = about && text.startsWith(`${about} `) ? text.slice(about.length + 1) : text;
  const once = said.replace(/: “[^”]{40,}”$|its passage says “[^”]{40,}”: /, (quote) => {
    const words = quote.slice(quote.indexOf('“'), quote.lastIndexOf('”'));
    if (quoted.has(words)) return '';
    quoted.add(words);
    return quote;
  });
  return capitalized(once);
}
