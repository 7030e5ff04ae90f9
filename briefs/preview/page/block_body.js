/** What the editor shows of a block: first what it says, then who needs it, its passages, and what is not written yet. */

import { counted, el, linkTo } from './dom.js';
import { editedField } from './edited_field.js';
import { passageList } from './passages.js';

const FORMS = ['short', 'ask', 'text']; // what a block can say, whether it does or not

/**
 * The fields of a BlockView, and all that is shown of it, as {fields, shown}. `name` is the field that is asked for;
 * `context` is that of `editedField`, and `mark(passages, at)` shows passages in the report.
 */
export function blockBody(view, name, context, mark) {
  const chosen = view.fields.filter((one) => one.sort === 'choice');
  const shared = chosen.length > 1 && chosen.every((one) => one.explained === chosen[0].explained) ? chosen[0].explained : '';
  const fields = view.fields.map((one) => editedField(shared && one.sort === 'choice' ? { ...one, explained: '' } : one, context));
  const choices = fields.filter((one) => !one.isWording);
  const isUpFront = (one) => FORMS.includes(one.name) || one.name === name || one.base() !== '' || one.isChanged();
  const [first, later] = [true, false].map((wanted) => fields.filter((one) => one.isWording && isUpFront(one) === wanted));
  const shown = [
    el('p', { class: 'where' }, linkTo(view.link)),
    fieldsOf(first),
    choices.length ? choicesOf(choices, shared) : null,
    passageList(view.passages, 'What it rests on', mark),
    later.length ? el('details', { class: 'later' }, el('summary', { text: `Not written yet (${later.length})` }), fieldsOf(later)) : null,
    usesOf(view.uses),
  ];
  return { fields, shown: shown.filter(Boolean) };
}

const fieldsOf = (fields) => el('div', { class: 'fields' }, fields.map((one) => one.shown));

function choicesOf(choices, explained) {
  const legend = choices.every((one) => one.name.startsWith('audiences.')) ? 'Who needs it' : 'Who needs it, and other choices';
  const shared = explained ? el('p', { class: 'quiet-text', id: 'choices-explained', text: explained }) : null;
  return el('fieldset', { class: 'choices', 'aria-describedby': shared?.id }, el('legend', { text: legend }), shared, choices.map((one) => one.shown));
}

function usesOf(uses) {
  const places = [...new Map(uses.map((one) => [`${one.brief} ${one.unit}`, one])).values()];
  return el(
    'details',
    { class: 'printed-in' },
    el('summary', {}, places.length ? `Printed in ${counted(places.length, 'place')}` : 'Printed in no brief'),
    el('ul', {}, places.map((one) => el('li', {}, `${one.audience}: ${one.place}`))),
  );
}
