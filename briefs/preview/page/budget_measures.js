/** The numbers of a budget as bars, and the list of what was left out: of a brief as it is, or of one that is tried. */

import { counted, el, withCode } from './dom.js';

/** The three measures of a budget, as bars with their numbers beside them. */
export function measuresOf(budget, isOld = false) {
  const percent = Math.round(budget.fill * 100);
  const over = budget.pages > budget.most;
  const wordy = budget.most_words !== null && budget.words > budget.most_words;
  const words = budget.most_words === null ? counted(budget.words, 'word') : `${number(budget.words)} of ${counted(budget.most_words, 'word')}`;
  return [
    measure(pageBoxes(budget), `${budget.pages} of ${counted(budget.most, 'page')}`, over),
    measure(meter('Last page', percent, 100, `${percent} %`), `last page ${percent} % full`, false),
    measure(budget.most_words === null ? null : meter('Words', budget.words, budget.most_words, words), words, wordy),
    ...(isOld ? [el('p', { class: 'quiet-text', text: 'As it was when the brief could last be built.' })] : []),
  ];
}

const number = (count) => count.toLocaleString('en');

function measure(bar, text, isOver) {
  const said = el('span', { class: 'amount' }, text, isOver ? el('strong', { text: ' – too many' }) : null);
  return el('div', { class: isOver ? 'measure is-over' : 'measure' }, bar, said);
}

function meter(name, value, most, text) {
  return el('meter', { min: 0, max: Math.max(most, 1), value, 'aria-label': name, 'aria-valuetext': text });
}

/** A page for each that the brief may have or has, filled as far as it is. */
function pageBoxes(budget) {
  const count = Math.min(Math.max(budget.pages, budget.most), 12);
  const boxes = Array.from({ length: count }, (_, at) => {
    const share = at + 1 < budget.pages ? 1 : at + 1 === budget.pages ? budget.fill : 0;
    const box = el('span', { class: at < budget.most ? 'page-box' : 'page-box is-over' });
    box.style.setProperty('--share', String(share));
    return box;
  });
  return el('span', { class: 'page-boxes', 'aria-hidden': 'true' }, boxes);
}

/** What was left out or shortened, in the order in which units go; `openBlock` is called with the block that
 * is clicked. Of what comes back (`isBack`), it says no reason. */
export function leftOutList(leftOut, openBlock, isBack = false) {
  if (!leftOut.length) return el('p', { class: 'quiet-text' }, 'Everything is printed, and nothing is in its short form only.');
  const rows = leftOut.map((one) =>
    el(
      'li',
      {},
      el('div', { class: 'fate' }, el('span', { class: `weight is-${one.weight}` }, one.weight), ` ${one.fate}`, one.section ? ` from “${one.section}”` : '', linesOf(one)),
      opener(one, openBlock),
      isBack ? null : whyOf(one),
    ),
  );
  return el('div', {}, isBack ? null : el('p', { class: 'quiet-text' }, 'What goes first stands first: what only could be printed before what should, and of these, sections with a low cut number.'), el('ol', { class: 'fates' }, rows));
}

const linesOf = (one) => (one.lines ? `, ${counted(Math.round(one.lines * 10) / 10, 'line')}` : '');

function opener(one, openBlock) {
  const text = one.text || one.blocks.join(', ') || one.unit;
  if (!one.blocks.length) return el('p', { class: 'begins' }, text);
  const buttons = one.blocks.map((block, at) =>
    el(
      'button',
      { type: 'button', class: 'as-text', on: { click: () => openBlock(block) } },
      at === 0 ? el('span', { class: 'begins' }, text) : null,
      at === 0 && one.blocks.length === 1 ? el('span', { class: 'unseen', text: ': open its block' }) : null,
      ' ',
      el('code', {}, block),
    ),
  );
  return el('div', { class: 'openers' }, buttons);
}

function whyOf(one) {
  const why = [one.reason, one.lacks].filter(Boolean);
  return why.length ? el('p', { class: 'quiet-text' }, withCode(why.join('; '))) : null;
}
