/** Keys for everything: none fires while somebody types, and all of them can be turned off (WCAG 2.2, 2.1.4). */

import { button, byId, el } from './dom.js';
import { forGood } from './kept_texts.js';

const OFF = 'briefs-preview-keys-off';
/** In this order they are listed; others follow. */
const ORDER = ['j', 'k', 'g', '[', 'n', 'r', 'p', 'd', 'c', '/', 'e', 'b', 'Esc', '?'];
const TYPED = 'input:not([type=radio]):not([type=checkbox]):not([type=button]), textarea, select, [contenteditable]';

export function createKeys() {
  const known = new Map();
  const listed = [];
  let isOff = forGood.get(OFF) === 'yes';

  const dialog = byId('keys');
  const list = el('dl', { class: 'keys' });
  const turn = el('input', { type: 'checkbox', on: { change: () => turned(!turn.checked) } });
  turn.checked = !isOff;
  dialog.append(
    el('form', { method: 'dialog' },
      el('div', { class: 'dialog-head' }, el('h2', { id: 'keys-title', text: 'Keys' }),
        el('button', { class: 'quiet', 'aria-label': 'Close' }, '×')),
      list,
      el('label', { class: 'check' }, turn, ' Use keys (if off, only Tab, Enter, Esc and arrows in lists do something)')),
  );
  function turned(off) {
    isOff = off;
    forGood.set(OFF, off ? 'yes' : 'no');
  }
  function show() {
    const rank = ({ shown }) => (ORDER.includes(shown[0]) ? ORDER.indexOf(shown[0]) : ORDER.length);
    list.replaceChildren(...listed.toSorted((a, b) => rank(a) - rank(b)).flatMap(({ shown, what }) => [
      el('dt', {}, ...shown.flatMap((key, at) => [at ? ' ' : '', el('kbd', { text: key })])),
      el('dd', { text: what }),
    ]));
    if (!dialog.open) dialog.showModal();
  }
  byId('show-keys').addEventListener('click', show);

  const keys = {
    /**
     * Do something at a key: `names` are `KeyboardEvent.key` values, or a function that says whether it is meant; `shown`
     * is how the list of keys names them (empty: not listed). What is done gets the event.
     */
    add(names, what, fn, shown = names) {
      for (const name of names) known.set(name, fn);
      if (shown.length) listed.push({ shown, what });
    },
    /** Look at the keys that are pressed in a document: this one, or that of a frame. */
    hear(of) {
      of.addEventListener('keydown', (event) => pressed(event));
    },
    show,
  };
  function pressed(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector('dialog[open]')) return;
    const typed = event.target.closest?.(TYPED);
    if (event.key === 'Escape' ? typed && typed.value : typed) return;
    if (isOff && event.key !== 'Escape') return;
    const isMoving = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'Enter', ' '].includes(event.key);
    if (isMoving && event.target.closest?.('[role=tablist], [role=separator], fieldset, button, a, summary')) return;
    if (known.get(event.key)?.(event) === false || !known.has(event.key)) return;
    event.preventDefault();
  }
  keys.hear(document);
  keys.add(['?'], 'These keys', show);
  return keys;
}

/** A small dialog that asks for a number of a paragraph; `go` gets it, and says whether there is one. */
export function createJump(go) {
  const dialog = byId('jump');
  const input = el('input', { type: 'text', inputmode: 'numeric', pattern: '[0-9]*', autocomplete: 'off', 'aria-describedby': 'jump-said' });
  const said = el('p', { id: 'jump-said', class: 'said', role: 'status' });
  const form = el('form', { method: 'dialog', on: { submit: (event) => {
    if (go(input.value.trim())) return;
    event.preventDefault();
    said.textContent = input.value.trim() ? `Nothing in this brief has the number ${input.value.trim()}.` : 'Type a number.';
    input.select();
  } } },
    el('h2', { id: 'jump-title', text: 'Go to a number' }),
    el('label', {}, 'Number ', input),
    said,
    el('div', { class: 'dialog-end' }, button('Cancel', () => dialog.close()), el('button', { class: 'main' }, 'Go')));
  dialog.append(form);
  return (first = '') => {
    said.textContent = '';
    input.value = first;
    dialog.showModal();
    input.focus();
    input.setSelectionRange(first.length, first.length);
  };
}
