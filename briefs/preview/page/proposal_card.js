/** One proposal: the wording before and after, comments, findings, and what can be decided. */

import { inWords } from './api.js';
import { button, el, linkTo } from './dom.js';
import { problemList } from './problems.js';
import { shownDiff } from './word_diff.js';

const NAMES = { accept: 'Accept', edit: 'Edit …', reject: 'Reject …', note: 'Note …', later: 'Later' };
const KEYS = { accept: 'a', edit: 'e', reject: 'r', note: 'n', later: 'l' };

/**
 * A proposal as {shown, state()}. `parts` has `decide(view, choice, wording)`, which gives what was refused or else null,
 * `passages(view)`, `goTo(view)` and `isShown(view)`. `before` is the state of the card that this one replaces: the form
 * that is open, and its text.
 */
export function proposalCard(view, parts, before = null) {
  const form = el('div', { class: 'decision' });
  const said = el('div', { class: 'outcome', role: 'status' });
  const row = el('div', { class: 'row' });
  const head = `${view.place}: ${view.sort}`;
  const shown = el(
    'article',
    { class: 'proposal', tabindex: 0, 'aria-label': `${head}${view.author ? `, by ${view.author}` : ''}` },
    el('header', {}, el('h4', { text: view.place }), el('span', { class: 'sort', text: view.sort }), view.state === 'open' || view.state === 'told' ? null : el('span', { class: 'sort', text: view.state })),
    el('p', { class: 'quiet-text' }, [view.author, view.date].filter(Boolean).join(', '), view.link?.path ? [' · ', linkTo(view.link)] : null),
    wordingsOf(view),
    view.comment ? el('blockquote', { class: 'comment', dir: 'auto', text: view.comment }) : null,
    view.explained ? el('p', { text: view.explained }) : null,
    view.wordings.length > 1 ? null : problemList(view.problems, 'What the checks say'),
    view.block ? el('details', {}, el('summary', { text: 'A block for it, to be pasted into a file of blocks' }), el('pre', { tabindex: 0, 'aria-label': 'Block in YAML' }, view.block)) : null,
    view.passages.length ? parts.passages(view) : null,
    row,
    form,
    said,
  );
  let open = null; // {choice, text()}

  for (const choice of view.choices) {
    const [what, number] = choice.split(':');
    row.append(
      button(number ? `${NAMES[what].replace(' …', '')} ${number}${what === 'edit' ? ' …' : ''}` : NAMES[what], () => press(choice), {
        class: what === 'accept' && !number ? 'main' : null,
        data: { key: number && what === 'accept' ? number : number && number !== '1' ? '' : KEYS[what] },
      }),
    );
  }
  if (parts.isShown(view)) row.append(button('Show the brief', () => parts.goTo(view), { class: 'quiet' }));

  function press(choice) {
    const what = choice.split(':')[0];
    if (what === 'accept' || what === 'later') decide(choice, '');
    else ask(choice, '');
  }

  /** Ask for the wording, or for the reason. */
  function ask(choice, text) {
    const [what, number] = choice.split(':');
    const wording = view.wordings[Number(number ?? 1) - 1];
    const id = `decision-${view.review}-${view.proposal}`;
    const label = what === 'edit' ? 'Write this instead' : what === 'reject' ? 'Why not (reviewers are told; may be left empty)' : 'What is done about it (may be left empty)';
    const input = el('textarea', { id, rows: what === 'edit' ? 3 : 2, spellcheck: 'true' });
    input.value = text || (what === 'edit' ? (wording?.written || wording?.text || view.after) : '');
    const send = () => decide(choice, input.value);
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) send();
      else if (event.key === 'Escape' && !event.isComposing) leave();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    form.replaceChildren(
      el('label', { for: id, text: label }),
      input,
      el('div', { class: 'row' }, button(what === 'edit' ? 'Accept as edited' : NAMES[what].replace(' …', ''), send, { class: 'main' }), button('Cancel', leave), el('span', { class: 'quiet-text', text: 'Ctrl+Enter' })),
    );
    open = { choice, text: () => input.value };
    return input;
  }

  function leave() {
    form.replaceChildren();
    open = null;
    shown.focus();
  }

  async function decide(choice, wording) {
    const buttons = [...shown.querySelectorAll('.row button')];
    buttons.forEach((one) => (one.disabled = true));
    said.replaceChildren();
    try {
      const decided = await parts.decide(view, choice, wording);
      if (decided) said.replaceChildren(el('p', { class: 'refused', text: decided.text }), problemList(decided.problems, 'What the checks say') ?? '');
    } catch (error) {
      said.replaceChildren(el('p', { class: 'refused', text: `It was not decided. ${inWords(error)} What you typed is kept here.` }));
    }
    buttons.forEach((one) => (one.disabled = false));
  }

  const pressed = row.querySelectorAll('button');
  for (const one of pressed) if (/…$/.test(one.textContent)) one.addEventListener('click', () => form.querySelector('textarea')?.focus());
  if (before?.choice && view.choices.includes(before.choice)) ask(before.choice, before.text);
  return { shown, state: () => (open ? { choice: open.choice, text: open.text() } : null) };
}

/** What is proposed: one wording with its changes in it, or one after the other if reviewers differ. */
function wordingsOf(view) {
  const wordings = view.wordings.length ? view.wordings : view.after || view.before ? [{ text: view.after, author: '', problems: [] }] : [];
  if (!wordings.length) return null;
  return wordings.map((one, at) =>
    el(
      'div',
      { class: 'proposed', role: 'group', 'aria-label': wordings.length > 1 ? `Wording ${at + 1}` : 'Before and after' },
      wordings.length > 1 ? el('p', { class: 'quiet-text', text: `${at + 1}. ${one.author}` }) : null,
      el(
        'div',
        { class: 'beside' },
        view.before ? el('div', { dir: 'auto' }, el('h5', { text: 'Before' }), el('p', {}, one.text || view.comment ? shownDiff(view.before, one.text || view.before, 'gone') : shownDiff(view.before, '', 'gone'))) : null,
        one.text ? el('div', { dir: 'auto' }, el('h5', { text: view.before ? 'After' : 'New' }), el('p', {}, shownDiff(view.before, one.text, 'new'))) : el('div', {}, el('h5', { text: 'After' }), el('p', {}, el('em', { text: wordings.length && view.wordings.length ? 'left out' : 'as before' }))),
      ),
      view.wordings.length > 1 ? problemList(one.problems, `What the checks say of wording ${at + 1}`) : null,
    ),
  );
}
