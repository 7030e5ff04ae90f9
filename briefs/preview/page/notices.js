/** What concerns the whole page: whether the preview still runs, what is being built, and what keeps it from building. */

import { button, byId, el } from './dom.js';

export function mountNotices({ store, announce }) {
  const host = byId('notices');
  const standing = byId('standing');
  const lost = el('div', { class: 'notice', role: 'alert', hidden: true });
  const failure = el('div', { class: 'notice bad', role: 'alert', hidden: true });
  host.append(lost, failure);

  let slow = 0;
  function said(text, kind) {
    standing.textContent = text;
    standing.dataset.kind = kind;
  }
  function told() {
    clearTimeout(slow);
    const { state, connection } = store;
    if (connection === 'lost') return said('Not connected', 'lost');
    if (!state) return said('Connecting …', 'busy');
    const building = () => said(`${sentence(state.building)} …`, 'busy');
    if (!state.building) said(state.problems.some((one) => one.severity === 'error') ? 'Has errors' : 'Up to date', state.failure ? 'lost' : 'done');
    else if (state.briefs.length) slow = setTimeout(building, 250); // what is quick needs no words
    else building();
  }
  store.on('state', (state) => {
    byId('project').textContent = state.project || 'Preview';
    document.title = [store.briefOf()?.title, state.project, 'Preview'].filter(Boolean).join(' · ');
    show(failure, state.failure, ['Nothing can be built now.', state.failure]);
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
    ], button('Try now', () => location.reload()));
    if (connection === 'open' && store.state) announce('The preview answers again.');
    told();
  });
  told();
}

function show(notice, isShown, [title, ...more], ...actions) {
  if (!isShown) {
    notice.hidden = true;
    return;
  }
  const text = [title, ...more].join('\n');
  if (notice.hidden || notice.dataset.text !== text) {
    notice.dataset.text = text;
    notice.replaceChildren(el('p', {}, el('strong', { text: title }), ' ', ...more), ...actions);
  }
  notice.hidden = false;
}

const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);
