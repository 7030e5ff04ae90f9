/** What was saved last, with a way to undo it, and what was typed and not saved. */

import { inWords } from './api.js';
import { button, el, linkTo } from './dom.js';
import { unsavedBlocks } from './unsaved_texts.js';
import { shownDiff } from './word_diff.js';

/**
 * Make room for both in `host`. Gives {show(save), showUnsaved(except)}; a save is {report, block, version, link,
 * changes}, and each change {name, label, before, after, note}. What is saved stays until it is closed or replaced.
 */
export function mountLastSave(host, { store, api, announce }) {
  const shown = el('section', { class: 'last-save', 'aria-label': 'Last save', hidden: true });
  const unsaved = el('section', { class: 'last-save', 'aria-label': 'Not saved yet', hidden: true });
  host.append(unsaved, shown);
  showUnsaved();

  function show(save, isUndone = false) {
    const said = el('p', { role: 'status', class: 'quiet-text' });
    const undo = button(isUndone ? 'Save it again' : 'Undo', async () => {
      undo.disabled = true;
      said.textContent = '';
      await take(save, isUndone, said);
      undo.disabled = false;
    });
    shown.hidden = false;
    shown.replaceChildren(...[
      el(
        'div',
        { class: 'row' },
        el('strong', {}, isUndone ? 'Undone' : 'Saved'),
        el('span', {}, `${save.changes.map((one) => one.label).join(', ')} of `, el('code', {}, save.block)),
        save.link ? linkTo(save.link) : null,
        undo,
        button('Close', () => (shown.hidden = true), { class: 'quiet' }),
      ),
      save.changes.filter((one) => one.note).map((one) => el('p', { text: `${one.label}: ${one.note}.` })),
      el('details', {}, el('summary', {}, 'What changed'), save.changes.map((one) => el('p', {}, el('strong', {}, one.label), ' ', shownDiff(one.before, one.after)))),
      said,
    ].flat());
  }

  /** Write back what stood there before, each value only if it is still the one that was saved. */
  async function take(save, isUndone, said) {
    let version = save.version;
    for (const one of [...save.changes].reverse()) {
      try {
        const edit = { report: save.report, block: save.block, name: one.name, value: one.before, version, before: one.after };
        const saved = await api.post('/save', edit);
        if (saved.outcome === 'conflict' || saved.outcome === 'refused') {
          said.textContent = `${one.label} was not undone: ${saved.explained || 'the file changed meanwhile'}. Look at it, and decide.`;
          store.emit('edit', { report: save.report, block: save.block, name: one.name });
          return;
        }
        version = saved.version;
      } catch (error) {
        said.textContent = `${one.label} was not undone. ${inWords(error)}`;
        return;
      }
    }
    const changes = save.changes.map((one) => ({ ...one, before: one.after, after: one.before, note: '' }));
    show({ ...save, version, changes }, !isUndone);
    shown.querySelector('button').focus();
    announce(isUndone ? 'Saved again.' : 'Undone.');
  }

  /** Name the blocks with texts that are kept and not saved, but not the one that is open. */
  function showUnsaved(except = null) {
    const others = unsavedBlocks().filter(([report, block]) => report !== except?.report || block !== except?.block);
    unsaved.hidden = !others.length;
    unsaved.replaceChildren(
      el('div', { class: 'row' }, el('strong', { text: 'Not saved yet' }), others.map(([report, block]) => button(`Go on with ${block}`, () => store.emit('edit', { report, block })))),
    );
  }

  return { show: (save) => show(save), showUnsaved };
}
