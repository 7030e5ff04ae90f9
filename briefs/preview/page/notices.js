/** What concerns the whole page: whether the preview still runs, and what is being built. */

import { byId, capitalized, el } from './dom.js';

export function mountNotices({ store, announce }) {
  const host = byId('notices');
  const standing = byId('standing');
  const lost = el('div', { class: 'notice', role: 'alert', hidden: true });
  host.append(lost);

  let slow = 0;
  function said(text, kind) {
    standing.textContent = text;
    standing.dataset.kind = kind;
  }
  function told() {
    const { state, connection } = store;
    const isBusy = connection !== 'lost' && state?.building;
    if (!isBusy) {
      clearTimeout(slow);
      slow = 0;
    }
    if (connection === 'lost') return said('Not connected', 'lost');
    if (!state) return said('Connecting …', 'busy');
    const hasErrors = state.problems.some((one) => one.severity === 'error');
    if (!isBusy) return said(hasErrors ? 'Has errors' : state.failure ? 'Not built' : 'Up to date', hasErrors || state.failure ? 'errors' : 'done');
    if (standing.dataset.kind === 'busy' || !state.briefs.length) return building();
    slow ||= setTimeout(building, 250); // what is quick needs no words
    return undefined;
  }
  function building() {
    if (store.state.building) said(`${capitalized(store.state.building)} …`, 'busy');
  }
  store.on('state', (state) => {
    byId('project').textContent = state.project || 'Preview';
    document.title = [store.briefOf()?.title, state.project, 'Preview'].filter(Boolean).join(' · ');
    told();
  });
  store.on('chosen', () => {
    document.title = [store.briefOf()?.title, store.state?.project, 'Preview'].filter(Boolean).join(' · ');
  });
  store.on('connection', (connection) => {
    show(lost, connection === 'lost', [
      'The preview does not answer.',
      store.state
        ? 'What you see is the last that it showed. If you stopped it, run briefs preview again, and open the address that it prints.'
        : 'Run briefs preview again, and open the address that it prints.',
    ]);
    if (connection === 'open' && store.state) announce('The preview answers again.');
    told();
  });
  told();
}

function show(notice, isShown, [title, ...more]) {
  if (!isShown) {
    notice.hidden = true;
    return;
  }
  const text = [title, ...more].join('\n');
  if (notice.hidden || notice.dataset.text !== text) {
    notice.dataset.text = text;
    notice.replaceChildren(el('p', {}, el('strong', { text: title }), ' ', ...more));
  }
  notice.hidden = false;
}
