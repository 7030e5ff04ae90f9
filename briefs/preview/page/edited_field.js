/**
 * One value of a block that is being edited: its text, what the checks say of it while it is typed, and the choice
 * between two texts if the file changed meanwhile.
 */

import { inWords } from './api.js';
import { button, counted, el, linkTo } from './dom.js';
import { lastAnswer } from './last_answer.js';
import { problemList, spoken } from './problems.js';
import { forgetUnsaved, keepUnsaved, unsaved } from './unsaved_texts.js';
import { shownDifference } from './word_diff.js';

const FORMS = ['short', 'ask', 'text']; // are in the language of the brief
let made = 0;
const placeLink = (link) => linkTo(link, link.line ? `line ${link.line}` : null); // its file is named above

/** A field as {name, isWording, label, told (its label in a sentence), shown, value(), base(), isChanged(), hasConflict(), takeIn(view), saved(value), discard(),
 * focus()}. `context` has {report, block, language, version(), priorities, check(signal, edit), save(field), noticed(text)}. */
export function editedField(view, context) {
  const id = `field-${(made += 1)}`;
  const label = labelOf(view.name);
  const control = view.sort === 'choice' ? selectOf(id, view, context) : textareaOf(id, FORMS.includes(view.name) ? context.language : null);
  const words = el('span', { class: 'quiet-text count-words' });
  const verdict = el('div');
  const inShort = el('p', { class: 'unseen', role: 'status' }); // of what may be many lines, only how many there are is said
  const meeting = el('div', { class: 'meeting' });
  const explained = view.explained ? el('p', { class: 'quiet-text', id: `${id}-explained` }, view.explained) : null;
  const place = el('span', { class: 'field-place' }, view.is_written ? placeLink(view.link) : 'not written yet');
  const shown = el(
    'div',
    { class: `field is-${view.sort}` },
    el('div', { class: 'field-head' }, el('label', { for: id }, label), words, place),
    explained,
    control,
    verdict,
    inShort,
    meeting,
  );
  if (explained) control.setAttribute('aria-describedby', explained.id);
  let base = view.value;
  let theirs = null; // what stands in the file, if it changed while another text was typed here
  let said = '';
  let most = null; // how many words there may be, as soon as the checks told

  const question = lastAnswer(
    (signal, value) => context.check(signal, { report: context.report, block: context.block, name: view.name, value, version: context.version(), before: base }),
    {
      answered: (answer, value) => value === control.value && tell(answer),
      failed: (error) => tell({ problems: [], mended: [], failed: inWords(error) }),
      pending: (isSlow) => shown.classList.toggle('is-pending', isSlow),
    },
  );

  function tell(answer) {
    const now = JSON.stringify(answer);
    if (now === said) return;
    said = now;
    most = answer.most_words ?? most;
    count();
    const fine = view.sort === 'wording' && !answer.problems.length && !answer.failed && !answer.obstacle && control.value !== base;
    const heard = answer.failed || answer.obstacle || spoken(answer.problems) || (fine ? 'Nothing is wrong with it.' : '');
    if (inShort.textContent !== heard) inShort.textContent = heard;
    verdict.replaceChildren(
      ...[
        answer.obstacle ? el('p', { class: 'refused' }, `It cannot be saved so: ${answer.obstacle}`) : null,
        problemList(answer.problems, `What the checks say of ${label}`, `${view.name} of "${context.block}"`),
        problemListMended(answer.mended),
        fine ? el('p', { class: 'fine' }, 'The checks find nothing wrong with it.') : null,
        answer.failed ? el('p', { class: 'quiet-text' }, `It could not be checked. ${answer.failed}`) : null,
      ].filter(Boolean),
    );
  }

  function count() {
    const now = control.value.trim() ? control.value.trim().split(/\s+/).length : 0;
    if (view.sort === 'wording') words.textContent = most === null ? counted(now, 'word') : `${now} of ${counted(most, 'word')}`;
    shown.classList.toggle('is-changed', control.value !== base);
    fit();
  }

  /** As high as its text, where the browser does not do it by itself (field-sizing). */
  function fit() {
    if (view.sort !== 'wording' || CSS.supports('field-sizing', 'content')) return;
    control.style.setProperty('height', 'auto');
    control.style.setProperty('height', `${control.scrollHeight + 2}px`);
  }

  function typed() {
    keepUnsaved(context.report, context.block, view.name, base, control.value);
    count();
    if (theirs !== null) meet();
    if (control.value === base) {
      question.stop();
      tell({ problems: [], mended: [] });
    } else question.ask(control.value);
  }

  function put(value) {
    if (view.sort === 'choice' && ![...control.options].some((one) => one.value === value)) control.append(el('option', { value }, value));
    control.value = value;
    typed();
  }

  /** Show both texts side by side, with what differs, and let the person choose. */
  function meet() {
    if (theirs === null) {
      meeting.replaceChildren();
      return;
    }
    const mine = control.value;
    meeting.replaceChildren(
      el('p', {}, el('strong', {}, 'The file has another text now. '), 'Somebody, or another window, changed it while you were typing. Nothing is overwritten until you choose.'),
      el(
        'div',
        { class: 'beside' },
        el('div', { role: 'group', 'aria-label': 'In the file' }, el('h3', {}, 'In the file'), theirs ? shownDifference(theirs, mine) : el('em', {}, 'nothing')),
        el('div', { role: 'group', 'aria-label': 'Yours' }, el('h3', {}, 'Yours'), mine ? shownDifference(mine, theirs) : el('em', {}, 'nothing')),
      ),
      el(
        'div',
        { class: 'row' },
        button('Keep what is in the file', () => settle(() => put(base))),
        button('Write mine', () => settle(() => context.save(field))),
        button('Edit on', () => settle(() => control.focus())),
      ),
    );
  }

  function settle(then) {
    base = theirs;
    theirs = null;
    meet();
    keepUnsaved(context.report, context.block, view.name, base, control.value);
    count();
    then();
    if (!shown.contains(document.activeElement) && shown.isConnected) control.focus();
  }

  const field = {
    name: view.name,
    isWording: view.sort === 'wording',
    label,
    told: view.name.startsWith('audiences.') ? `weight for ${label}` : label,
    shown,
    value: () => control.value,
    base: () => base,
    isChanged: () => control.value !== base,
    hasConflict: () => theirs !== null,
    focus() {
      control.focus();
      if (control.select && view.sort === 'wording') control.setSelectionRange(control.value.length, control.value.length);
    },
    /** What stands in the file now; says whether that is another text than before. */
    takeIn(now) {
      place.replaceChildren(now.is_written ? placeLink(now.link) : 'not written yet');
      if (now.value === (theirs ?? base)) return false;
      if (control.value === base || control.value === now.value) {
        base = now.value;
        theirs = null;
        meet();
        put(now.value);
      } else {
        theirs = now.value;
        meet();
      }
      return true;
    },
    saved(value) {
      base = value;
      theirs = null;
      meet();
      typed();
    },
    discard() {
      question.stop();
      forgetUnsaved(context.report, context.block, view.name);
    },
    stop: question.stop,
  };

  control.addEventListener('input', typed);
  control.value = view.value;
  const kept = unsaved(context.report, context.block, view.name);
  if (kept && kept.value !== view.value) {
    base = kept.base;
    put(kept.value);
    field.takeIn(view);
    context.noticed('Here is the text that you had not saved.');
  } else if (kept) forgetUnsaved(context.report, context.block, view.name);
  count();
  return field;
}

function problemListMended(mended) {
  if (!mended.length) return null;
  return el('p', { class: 'fine' }, `It puts right: ${mended.map((one) => one.message).join('; ')}`);
}

/** A name of a field for people: "short", "basis, short", or the audience whose weight it is. */
function labelOf(name) {
  if (name.startsWith('audiences.')) return name.slice('audiences.'.length);
  return name.replaceAll('.', ', ').replaceAll('_', ' ');
}

function textareaOf(id, lang) {
  return el('textarea', { id, lang: lang || null, dir: 'auto', rows: 2, spellcheck: 'true', autocomplete: 'off' });
}

function selectOf(id, view, context) {
  const counts = view.name.startsWith('audiences.') ? context.priorities[view.name.slice('audiences.'.length)] : '';
  const unwritten = counts && !view.is_written ? `not written (counts as ${counts})` : 'not written';
  const choices = view.choices.includes(view.value) ? view.choices : [view.value, ...view.choices];
  return el('select', { id }, choices.map((one) => el('option', { value: one, text: one || unwritten })));
}
