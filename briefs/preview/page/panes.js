/** Two panes and what lies between them; on narrow screens one pane at a time. */

import { byId, segments } from './dom.js';
import { forGood } from './kept_texts.js';

const LEAST = 25;
const MOST = 75;
const KEPT = 'briefs-preview-split';

export function mountPanes({ store, announce, keys }) {
  const panes = byId('panes');
  const splitter = byId('splitter');
  const toggle = byId('toggle-report');

  function split(share) {
    const at = Math.round(Math.min(MOST, Math.max(LEAST, share)));
    panes.style.setProperty('--split', `${at}%`);
    splitter.setAttribute('aria-valuenow', at);
    splitter.setAttribute('aria-valuetext', `${at} percent`);
    forGood.set(KEPT, at);
  }
  split(Number(forGood.get(KEPT)) || 52);
  splitter.addEventListener('pointerdown', (event) => {
    splitter.setPointerCapture(event.pointerId);
    panes.classList.add('is-splitting'); // frames would take the pointer
  });
  splitter.addEventListener('pointermove', (event) => {
    if (!splitter.hasPointerCapture(event.pointerId)) return;
    const { left, width } = panes.getBoundingClientRect();
    split((100 * (event.clientX - left)) / width);
  });
  const done = () => panes.classList.remove('is-splitting');
  splitter.addEventListener('pointerup', done);
  splitter.addEventListener('lostpointercapture', done);
  splitter.addEventListener('dblclick', () => split(50));
  splitter.addEventListener('keydown', (event) => {
    const now = Number(splitter.getAttribute('aria-valuenow'));
    const to = { ArrowLeft: now - 2, ArrowRight: now + 2, Home: LEAST, End: MOST }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    split(to);
  });

  const showPane = segments(byId('pane-choice'), 'pane', [['brief', 'Brief'], ['report', 'Report']], (pane) => store.choose({ pane }));
  function show() {
    const { isWide, pane } = store.chosen;
    panes.dataset.pane = pane;
    panes.classList.toggle('is-alone', isWide);
    toggle.setAttribute('aria-pressed', String(!isWide));
    showPane(pane);
  }
  for (const link of document.querySelectorAll('.skip')) {
    link.addEventListener('click', (event) => {
      event.preventDefault(); // the fragment of the address says what is chosen
      const host = byId(link.hash.slice(1));
      const pane = host.id === 'report-pane' ? 'report' : 'brief';
      store.choose({ pane, ...(pane === 'report' && { isWide: false }) });
      host.focus();
    });
  }
  const narrow = matchMedia('(max-width: 55rem)');
  const turn = () => {
    if (narrow.matches) store.choose({ pane: store.chosen.pane === 'brief' ? 'report' : 'brief' });
    else store.choose({ isWide: !store.chosen.isWide });
    announce(narrow.matches ? (store.chosen.pane === 'brief' ? 'Brief' : 'Report') : store.chosen.isWide ? 'Brief alone' : 'Report beside the brief');
  };
  toggle.addEventListener('click', turn);
  keys.add(['r'], 'Report beside the brief, or the brief alone', turn);
  store.on('chosen', show);
  show();
}
