/** "What if": the brief with another budget of pages or words, tried without writing anything. */

import { inWords } from './api.js';
import { button, counted, el } from './dom.js';
import { lastAnswer } from './last_answer.js';
import { leftOutList, measuresOf } from './budget_measures.js';

const MOST_PAGES = 40;
const STEP = 25; // words

/** Show the trial in `host`, below the `details` that opens it. Returns a function that is told the brief shown. */
export function mountTrial(host, details, { store, api, announce }) {
  let brief = null;
  const pages = stepper('Pages', { min: 1, max: MOST_PAGES, step: 1 }, changed);
  const words = stepper('Words', { min: STEP, max: 100_000, step: STEP }, changed);
  const shown = el('div', { class: 'tried' });
  const back = button('Back to what it is', reset, { class: 'quiet' });
  host.append(
    el('div', { class: 'steppers' }, pages.shown, words.shown, back),
    el('p', { class: 'quiet-text' }, 'This only tries it: no file is written.'),
    shown,
  );
  const question = lastAnswer((signal, given) => api.get('/what-if', given, { signal }), {
    answered: (tried, given) => show(tried, given),
    failed: (error) => shown.replaceChildren(el('p', { class: 'refused' }, inWords(error))),
    pending: (isSlow) => {
      shown.classList.toggle('is-pending', isSlow);
      if (isSlow && !shown.querySelector('.measures')) shown.replaceChildren(el('p', { class: 'quiet-text' }, 'Trying it …'));
    },
    wait: 300,
  });
  details.addEventListener('toggle', () => details.open && brief && changed());

  function reset() {
    pages.input.value = String(brief.budget.most);
    words.input.value = brief.budget.most_words === null ? '' : String(brief.budget.most_words);
    changed();
  }

  function changed() {
    const given = chosen();
    if (given.pages === null || given.words === null) {
      question.stop();
      shown.replaceChildren(el('p', { class: 'refused' }, `Give whole numbers: 1 to ${MOST_PAGES} pages, and at least 1 word.`));
    } else if (given.pages === brief.budget.most && given.words === (brief.budget.most_words ?? '')) {
      question.stop();
      shown.replaceChildren(el('p', { class: 'quiet-text' }, 'This is the budget as it is. Change a number to see what would follow.'));
    } else {
      question.ask({ brief: brief.id, pages: given.pages, ...(given.words === '' ? {} : { words: given.words }) });
    }
  }

  /** Pages and words as numbers; null if one is none. Without a number of words, the limit of the template counts, or ''
   * if it has none. */
  function chosen() {
    const of = (input, empty) => (input.value.trim() === '' && !input.validity.badInput ? empty : input.checkValidity() ? Number(input.value) : null);
    return { pages: of(pages.input, null), words: of(words.input, brief.budget.most_words ?? '') };
  }

  function show(tried, given) {
    const line = frontMatter(given, brief.budget);
    shown.replaceChildren(
      el('div', { class: 'beside' }, column('Now', brief.budget), column('Then', tried)),
      ...difference(brief, tried, (block) => store.emit('edit', { report: brief.report, block })),
      copyLine(line, announce),
    );
    announce(`${counted(tried.pages, 'page')}, ${counted(tried.words, 'word')}; ${counted(tried.left_out.length, 'unit')} left out or shortened.`);
  }

  return (next) => {
    const isOther = next.id !== brief?.id;
    const before = brief?.budget;
    brief = next;
    words.input.placeholder = next.budget.most_words === null ? 'no limit' : '';
    const wasChosen = before && (pages.input.value !== String(before.most) || words.input.value !== String(before.most_words ?? ''));
    if (isOther || !wasChosen) {
      pages.input.value = String(next.budget.most);
      words.input.value = String(next.budget.most_words ?? '');
    }
    if (details.open) changed();
  };
}

function stepper(name, limits, changed) {
  const id = `trial-${name.toLowerCase()}`;
  const input = el('input', { id, type: 'number', inputmode: 'numeric', ...limits, step: 1, on: { input: changed } });
  const step = (by) => () => {
    const next = Number(input.value || 0) + by * limits.step;
    input.value = String(Math.min(limits.max, Math.max(limits.min, next)));
    changed();
  };
  const less = button('−', step(-1), { 'aria-label': `Fewer ${name.toLowerCase()}` });
  const more = button('+', step(1), { 'aria-label': `More ${name.toLowerCase()}` });
  return { input, shown: el('div', { class: 'stepper' }, el('label', { for: id }, name), less, input, more) };
}

function column(heading, budget) {
  const fits = budget.fits ? null : el('p', { class: 'refused' }, budget.explained || 'It does not fit.');
  return el('div', { role: 'group', 'aria-label': heading }, el('h3', {}, heading), el('div', { class: 'measures' }, measuresOf(budget)), fits);
}

/** What would come back and what would go, as lists. */
function difference(brief, tried, openBlock) {
  if (!tried.fits) return [];
  const now = new Map(brief.budget.left_out.map((one) => [one.unit, one]));
  const then = new Map(tried.left_out.map((one) => [one.unit, one]));
  const back = [...now.values()].filter((one) => !then.has(one.unit));
  const gone = [...then.values()].filter((one) => now.get(one.unit)?.fate !== one.fate);
  if (!back.length && !gone.length) return [el('p', {}, 'The same would be printed.')];
  const part = (heading, list, isBack) => (list.length ? [el('h3', {}, `${heading} (${list.length})`), leftOutList(list, openBlock, isBack)] : []);
  return [...part('Would be printed in full again', back, true), ...part('Would go or be shortened', gone, false)];
}

function frontMatter(given, budget) {
  const lines = [];
  if (given.pages !== budget.most) lines.push(`pages: ${given.pages}`);
  if (given.words !== undefined && given.words !== budget.most_words) lines.push(`words: ${given.words}`);
  return lines.join('\n');
}

function copyLine(line, announce) {
  const code = el('code', { class: 'line-to-copy', tabindex: 0 }, line);
  const said = el('span', { class: 'quiet-text', role: 'status' });
  const copy = button('Copy', async () => {
    try {
      await navigator.clipboard.writeText(line);
      said.textContent = 'Copied.';
    } catch {
      getSelection().selectAllChildren(code);
      said.textContent = 'It is selected: copy it with Ctrl+C.';
    }
  });
  return el('p', { class: 'to-write' }, 'To have it so, write into the front matter of the template: ', code, ' ', copy, ' ', said);
}
