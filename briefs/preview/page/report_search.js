/** Words are looked for in the report: all places, one after the other. (The browser's own search finds them too.) */

import { button, debounced, el } from './dom.js';

export function createSearch(text, { announce, keys, reach }) {
  const input = el('input', { type: 'search', placeholder: 'Search the report', 'aria-label': 'Search the report', on: {
    input: debounced(() => look(true), 150),
    keydown: (event) => {
      if (event.key === 'Enter') {
        event.preventDefault();
        step(event.shiftKey ? -1 : 1);
      } else if (event.key === 'Escape') input.blur();
    },
  } });
  const said = el('span', { class: 'quiet-text found', 'aria-hidden': 'true' });
  let found = [];
  let at = -1;

  function look(isNew) {
    const wanted = plain(input.value.trim());
    found = [];
    if (wanted.length > 1) {
      for (const { node, words } of text.all()) {
        const all = plain(words.textContent);
        for (let from = all.indexOf(wanted); from >= 0; from = all.indexOf(wanted, from + wanted.length)) {
          found.push({ address: node.address, words, from, to: from + wanted.length });
        }
      }
    }
    if (isNew) at = found.length ? 0 : -1;
    show(isNew);
  }
  function step(by) {
    if (!found.length) look(true);
    else {
      at = (at + by + found.length) % found.length;
      show(true);
    }
  }
  function show(isMoving) {
    said.textContent = input.value.trim().length > 1 ? (found.length ? `${at + 1}/${found.length}` : 'none') : '';
    const ranges = found.map(rangeOf).filter(Boolean);
    if (globalThis.CSS?.highlights) {
      CSS.highlights.set('found', new Highlight(...ranges));
      CSS.highlights.set('found-now', new Highlight(...(ranges[at] ? [ranges[at]] : [])));
    }
    if (!isMoving || !input.value.trim()) return;
    if (found[at]) text.reveal(found[at]);
    announce(found.length ? `${at + 1} of ${found.length}` : 'Not found');
  }
  keys.add(['/'], 'Search the report', () => {
    reach();
    input.focus();
    input.select();
  });
  return {
    element: el('div', { class: 'search', role: 'search' }, input, said, button('›', () => step(1), { class: 'unseen-until-focus', 'aria-label': 'Next place' })),
    /** The report was shown anew. */
    again: () => look(false),
  };
}

/** Without capitals and accents, and with as many characters as before, so that positions stay. */
const plain = (text) => [...text].map((one) => {
  const bare = one.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.length === one.length ? bare : one;
}).join('').replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"');

function rangeOf({ words, from, to }) {
  const range = document.createRange();
  let passed = 0;
  let isBegun = false;
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data } = walker.currentNode;
    if (!isBegun && from < passed + data.length) {
      range.setStart(walker.currentNode, from - passed);
      isBegun = true;
    }
    if (isBegun && to <= passed + data.length) {
      range.setEnd(walker.currentNode, to - passed);
      return range;
    }
    passed += data.length;
  }
  return null;
}
