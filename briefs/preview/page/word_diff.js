/** What two wordings have in common, word by word: the longest common subsequence of their words and signs. */

import { el } from './dom.js';

const WORDS = /\s+|[\p{L}\p{M}\p{N}]+(?:[’'\-‑.][\p{L}\p{M}\p{N}]+)*|[^\s]/gu;
const MOST_COMPARED = 1_000_000; // pairs of words: a quarter of a second; longer texts are shown as replaced

/** The parts of two texts in order, as [sort, text] with sort "same", "gone" or "new". */
export function wordDiff(before, after) {
  const old = before.match(WORDS) ?? [];
  const now = after.match(WORDS) ?? [];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const parts = [];
  for (const word of old.slice(0, start)) add(parts, 'same', word);
  compare(old.slice(start, old.length - end), now.slice(start, now.length - end), parts);
  for (const word of old.slice(old.length - end)) add(parts, 'same', word);
  return joined(parts);
}

function compare(old, now, parts) {
  const width = now.length + 1;
  if (old.length * now.length > MOST_COMPARED) {
    old.forEach((word) => add(parts, 'gone', word));
    now.forEach((word) => add(parts, 'new', word));
    return;
  }
  const common = new Uint32Array((old.length + 1) * width); // how many words the ends of both have in common
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      common[i * width + j] =
        old[i] === now[j] ? common[(i + 1) * width + j + 1] + 1 : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
  }
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      add(parts, 'same', old[i]);
      i += 1;
      j += 1;
    } else if (i < old.length && (j === now.length || common[(i + 1) * width + j] >= common[i * width + j + 1])) {
      add(parts, 'gone', old[i]);
      i += 1;
    } else {
      add(parts, 'new', now[j]);
      j += 1;
    }
  }
}

function add(parts, sort, text) {
  const last = parts.at(-1);
  if (last && last[0] === sort) last[1] += text;
  else parts.push([sort, text]);
}

/** Spaces alone between two changes belong to them, so that a phrase reads as one change. */
function joined(parts) {
  const changes = [];
  let gone = '';
  let fresh = '';
  const flush = () => {
    if (gone) changes.push(['gone', gone]);
    if (fresh) changes.push(['new', fresh]);
    gone = fresh = '';
  };
  parts.forEach(([sort, text], index) => {
    const between = index > 0 && index < parts.length - 1 && !text.trim() && gone + fresh !== '';
    if (sort === 'gone') gone += text;
    else if (sort === 'new') fresh += text;
    else if (between) {
      gone += text;
      fresh += text;
    } else {
      flush();
      changes.push(['same', text]);
    }
  });
  flush();
  return changes;
}

/** One of two texts of equal standing, with what it has and the other has not marked. */
export function shownDifference(text, other) {
  const parts = wordDiff(other, text).filter(([sort]) => sort !== 'gone');
  return el('span', { class: 'diff' }, ...parts.map(([sort, part]) => (sort === 'same' ? part : el('mark', { text: part }))));
}

/** One text with what changes in it, deleted words struck through and new ones underlined, and named for those who
 * hear it. `only` leaves out the other sort: "gone" shows the wording before, "new" the one after. */
export function shownDiff(before, after, only = '') {
  if (!before) return el('span', { text: only === 'gone' ? '' : after });
  const shown = el('span', { class: 'diff' });
  for (const [sort, text] of wordDiff(before, after)) {
    if (sort === 'same') shown.append(text);
    else if (sort === 'gone' && only !== 'new') shown.append(el('del', {}, unseen('[deleted: '), text, unseen('] ')));
    else if (sort === 'new' && only !== 'gone') shown.append(el('ins', {}, unseen('[new: '), text, unseen('] ')));
  }
  return shown;
}

const unseen = (text) => el('span', { class: 'unseen', text });
