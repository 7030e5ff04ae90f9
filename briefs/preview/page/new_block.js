/** "New block from this": what is selected in the report becomes a candidate, with its anchor and a kind. */

import { inWords } from './api.js';
import { button, el, linkTo, withCode } from './dom.js';

/** A button in `host` that opens the dialog for what is selected in the report. */
export function mount(host, { store, api, announce, keys }) {
  let selected = null;
  const start = button('New block', () => ask(), { disabled: true, title: 'Make a block of the words that are selected in the report (b)' });
  const body = el('div');
  const dialog = el('dialog', { 'aria-labelledby': 'new-block-title', id: 'new-block', class: 'new-block' },
    el('div', { class: 'dialog-head' }, el('h2', { id: 'new-block-title', text: 'New block from this' }), button('×', () => dialog.close(), { class: 'quiet', 'aria-label': 'Close' })),
    body);
  start.addEventListener('mousedown', (event) => event.preventDefault()); // the words stay selected
  host.append(start);
  document.body.append(dialog);
  store.on('selection', (passage) => {
    selected = passage;
    start.disabled = !passage;
  });
  keys.add(['b'], 'New block from the words selected in the report', () => (selected ? ask() : false));

  async function ask() {
    const passage = selected;
    if (!passage) return;
    const given = { report: store.chosen.report, address: passage.address, start: passage.start, end: passage.end, ...(passage.last && { last: passage.last }) };
    body.replaceChildren(el('p', { class: 'quiet-text', text: 'Looking for an anchor …' }));
    dialog.showModal();
    try {
      show(given, await api.post('/candidate', { ...given, kind: '' }));
    } catch (error) {
      refuse(error);
    }
  }

  function show(given, view) {
    const fields = view.kinds.map((one, at) => el('label', { class: 'kind-choice' },
      el('input', { type: 'radio', name: 'kind', value: one.kind, required: true, checked: at === 0 && view.kinds.length === 1 }),
      el('span', {}, el('strong', { text: one.kind.replaceAll('_', ' ') }), ' ', el('span', { class: 'quiet-text' }, withCode(one.explained)))));
    const said = el('div', { role: 'status' });
    const form = el('form', { on: { submit: async (event) => {
      event.preventDefault();
      const kind = new FormData(form).get('kind');
      form.querySelectorAll('button').forEach((one) => (one.disabled = true));
      try {
        written(await api.post('/candidate', { ...given, kind }));
      } catch (error) {
        said.replaceChildren(el('p', { class: 'refused', text: inWords(error) }));
        form.querySelectorAll('button').forEach((one) => (one.disabled = false));
      }
    } } },
      el('fieldset', { class: 'kinds' }, el('legend', { text: 'What kind of block is it?' }), fields),
      said,
      el('div', { class: 'dialog-end' }, button('Cancel', () => dialog.close()), el('button', { class: 'main', text: 'Write the candidate' })));
    body.replaceChildren(
      ...view.passages.map((one) => el('blockquote', { dir: 'auto', text: one.text })),
      el('p', { class: 'quiet-text' }, 'Anchor: ', view.anchors.flatMap((one, at) => [at ? ' and ' : '', el('code', { text: one })])),
      view.already.length ? el('p', {}, 'Already points there: ', view.already.flatMap((one, at) => [at ? ', ' : '', button(one, () => { dialog.close(); store.emit('edit', { report: given.report, block: one }); }, { class: 'quiet' })])) : '',
      view.explained ? el('p', { text: view.explained }) : '',
      view.kinds.length ? form : '',
    );
    (body.querySelector('input:checked') ?? body.querySelector('input'))?.focus();
  }

  function written(view) {
    body.replaceChildren(
      el('p', {}, 'The candidate ', el('code', { text: view.id }), ' is in ', linkTo(view.link), '.'),
      el('p', { class: 'quiet-text', text: 'It is no block yet: look at its wording and say who needs it. Once it is accepted, a template can print it.' }),
      view.explained ? el('p', {}, withCode(`${view.explained}.`)) : '',
      el('div', { class: 'dialog-end' }, button('Done', () => dialog.close(), { class: 'main' })),
    );
    body.querySelector('button').focus();
    announce(`The candidate ${view.id} is in the folder of candidates.`);
  }

  function refuse(error) {
    body.replaceChildren(el('p', { class: 'refused', text: inWords(error) }));
  }
}
