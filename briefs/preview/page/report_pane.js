/** The report beside the brief: its words, what of them is marked, and who uses them. */

import { inWords } from './api.js';
import { mountCoverage } from './coverage.js';
import { button, byId, debounced, el, segments } from './dom.js';
import { mountOrigin } from './origin.js';
import { createReportText, selectedPassage } from './report_text.js';
import { createSearch } from './report_search.js';

const LATER = 150; // milliseconds

export function mountReport(parts) {
  const { store, api, announce, keys } = parts;
  const pane = byId('report-pane');
  const body = byId('report-body');
  const proposals = pane.querySelector('[data-slot=proposals]');
  const empty = el('div', { class: 'empty', hidden: true });
  body.after(empty);
  const text = createReportText(body);
  const origin = mountOrigin(parts);
  const coverage = mountCoverage(parts, text);
  const ask = api.lastOnly((signal, report) => api.get('/report', { report }, { signal }));

  const reach = () => store.choose({ pane: 'report', isWide: false, side: store.chosen.side === 'proposals' ? 'report' : store.chosen.side });
  const search = createSearch(text, { announce, keys, reach });
  const tools = pane.querySelector('.pane-tools');
  tools.prepend(search.element);
  const host = byId('side-choice');
  const showSide = segments(host, 'side', [
    ['report', 'Text', 'The report'],
    ['coverage', 'Coverage', 'Who uses which passage (c)'],
    ['proposals', 'Proposals', 'What reviewers propose'],
  ], (side) => store.choose({ side }));
  const forProposals = host.lastElementChild;
  const proposalsText = forProposals.querySelector('span');

  let shown = '';
  async function load() {
    const { state, chosen } = store;
    const report = state?.reports.find((one) => one.name === chosen.report);
    const title = byId('report-title');
    title.textContent = title.title = report?.title || report?.name || 'Report';
    if (!report) return tellEmpty();
    const wanted = `${report.name} ${report.version}`;
    if (wanted === shown) return undefined;
    shown = wanted;
    if (text.view?.report === report.name) await new Promise((done) => setTimeout(done, LATER)); // the brief comes first
    if (wanted !== shown) return undefined;
    try {
      const view = await ask(report.name);
      if (!view) return undefined;
      text.show(view);
      tellEmpty();
      coverage.show();
      search.again();
      marks(store.marks);
    } catch (error) {
      shown = '';
      tellEmpty(error);
    }
    return undefined;
  }

  function tellEmpty(error) {
    const { state } = store;
    const isEmpty = Boolean(error) ? text.view?.report !== store.chosen.report : !state?.reports.length;
    if (isEmpty) {
      text.clear();
      shown = '';
    }
    empty.hidden = !isEmpty || store.chosen.side === 'proposals';
    body.hidden = isEmpty || store.chosen.side === 'proposals';
    if (!isEmpty) return;
    const [title, hint, again] = error
      ? ['The report cannot be shown', inWords(error), true]
      : state && !state.building
        ? ['There is no report', 'Reports are in seeds/, each in a folder of its own.', false]
        : ['The report is being read', '', false];
    empty.replaceChildren(...[el('p', { class: 'empty-title', text: title }), hint && el('p', { text: hint }), again && button('Try again', load)].filter(Boolean));
  }

  function show() {
    const { side } = store.chosen;
    const count = store.state?.proposals ?? 0;
    proposalsText.textContent = count ? `Proposals (${count})` : 'Proposals';
    forProposals.hidden = !proposals.childElementCount; // no panel, no choice
    showSide(side);
    proposals.hidden = side !== 'proposals';
    const isBehind = side === 'proposals';
    body.hidden = isBehind || !empty.hidden;
    search.element.hidden = isBehind;
    coverage.show();
  }

  let isPressed = false; // what was pressed needs no scrolling
  function marks({ passages, at }) {
    text.mark(passages, at);
    if (store.chosen.side === 'coverage') coverage.shade();
    const now = passages[at];
    if (now && !isPressed) text.reveal(now);
  }
  store.on('marks', marks);
  store.on('state', () => (load(), show()));
  store.on('chosen', (chosen, before) => {
    if (chosen.report !== before.report) load();
    if (chosen.side !== before.side) {
      show();
      announce({ report: 'Text of the report', coverage: 'Coverage', proposals: 'Proposals' }[chosen.side]);
    }
    const now = store.marks.passages[store.marks.at];
    if (now && (chosen.pane !== before.pane || chosen.isWide !== before.isWide || chosen.side !== before.side)) requestAnimationFrame(() => text.reveal(now));
  });

  // A passage is pressed
  function press(item, piece) {
    const { node } = text.of(item.dataset.address);
    const pieces = piece ? [node.pieces[Number(piece.dataset.piece)]] : node.pieces.filter((one) => one.uses.length);
    const [first, last] = pieces.length ? [pieces[0], pieces.at(-1)] : [node.pieces[0], node.pieces.at(-1)];
    if (!first) return;
    const uses = [...new Set(pieces.flatMap((one) => one.uses))].map((at) => text.view.uses[at]);
    isPressed = true;
    origin.showUses({
      report: text.view.report, address: node.address, start: first.start, end: last.end, label: node.label, link: node.link, page: '',
      text: node.pieces.filter((one) => one.start >= first.start && one.end <= last.end).map((one) => one.text).join(''),
    }, uses, !text.view.unbuilt?.length);
    isPressed = false;
    requestAnimationFrame(() => text.reveal(store.marks.passages[0] ?? {})); // if what is said of it has come to lie over it
  }
  body.addEventListener('click', (event) => {
    if (!getSelection().isCollapsed) return; // words are being selected
    const item = event.target.closest('.node');
    if (item && event.target.closest('.words')) press(item, event.target.closest('.piece'));
  });
  body.addEventListener('keydown', (event) => {
    const item = event.target.closest('.node');
    if (event.key !== 'Enter' || !item) return;
    event.preventDefault();
    press(item, null);
  });
  store.on('step', (by) => {
    const all = [...text.all()].map((one) => one.item);
    const now = document.activeElement.closest('.node');
    const at = all.indexOf(now ?? body.querySelector('.node.is-now'));
    const item = all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
    if (item) text.reveal({ address: item.dataset.address }, true);
  });
  document.addEventListener('selectionchange', debounced(() => {
    const passage = selectedPassage();
    store.emit('selection', passage && { report: text.view.report, ...passage });
  }, 150));
  keys.add(['c'], 'Coverage, or the text alone', () => store.choose({ side: store.chosen.side === 'coverage' ? 'report' : 'coverage', pane: 'report', isWide: false }));
  show();
  tellEmpty();
}
