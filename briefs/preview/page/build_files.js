/** Writing all files into build/, as `briefs build` does. */

import { inWords } from './api.js';
import { button, counted, el } from './dom.js';
import { problemList, spoken } from './problems.js';

/** A button in `host` that builds, and a dialog that says what was written, or what is wrong. */
export function mount(host, { store, api, announce }) {
  const dialog = el('dialog', { 'aria-labelledby': 'build-title', id: 'build-dialog' });
  const title = el('h2', { id: 'build-title', text: 'Build' });
  const body = el('div', { class: 'built', tabindex: 0, role: 'group', 'aria-labelledby': 'build-title' });
  dialog.append(
    el('div', { class: 'dialog-head' }, title, button('×', () => dialog.close(), { class: 'quiet', 'aria-label': 'Close' })),
    body,
  );
  const start = button('Build', build, { title: 'Write all briefs into build/, as “briefs build” does' });
  host.append(start, dialog);

  async function build() {
    start.disabled = true;
    start.textContent = 'Building …';
    try {
      const built = await api.post('/build', {});
      show(built);
    } catch (error) {
      title.textContent = 'Nothing was written';
      const why = inWords(error);
      body.replaceChildren(el('p', { text: why }));
      announce(`Nothing was written. ${why}`);
      dialog.showModal();
    }
    start.disabled = false;
    start.textContent = 'Build';
  }

  function show({ written = [], problems = [] }) {
    const others = written.filter((one) => !isForReaders(one));
    const wrong = problems.some((one) => one.severity === 'error');
    title.textContent = written.length ? `${counted(written.length, 'file')} written` : wrong ? 'Nothing was written' : 'Everything was up to date';
    body.replaceChildren(
      ...[
        problems.length ? el('p', { text: `${spoken(problems)}.` }) : null,
        problemList(problems, 'Problems'),
        written.length ? listOf(written.filter(isForReaders)) : null,
        others.length ? el('details', {}, el('summary', { text: `${counted(others.length, 'other file')}, from which the program knows later what was built` }), listOf(others)) : null,
        written.length && wrong ? el('p', { class: 'quiet-text', text: 'Some briefs have errors, and were not written.' }) : null,
      ].filter(Boolean),
    );
    announce(title.textContent);
    dialog.showModal();
  }
}

const isForReaders = (path) => /\.(pdf|docx|html)$/.test(path);
const listOf = (paths) => el('ul', { class: 'written' }, paths.map((one) => el('li', {}, el('code', { text: one }))));
