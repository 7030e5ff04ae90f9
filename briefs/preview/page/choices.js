/** What is shown: reports, audiences and products as tabs, draft or cleared, on screen or in pages, on which paper. */

import { byId, el, segments, setOptions, titled } from './dom.js';

const SHEETS = [
  ['a4', 'A4'], ['letter', 'US Letter'], ['a4-large', 'A4, large print'], ['letter-large', 'US Letter, large print'],
];

export function mountChoices({ store, announce, keys }) {
  const sheets = byId('sheet-select');
  setOptions(sheets, SHEETS);
  sheets.addEventListener('change', () => store.choose({ sheet: sheets.value, view: 'pages' }));
  const showStatus = segments(byId('status-choice'), 'status', [
    ['draft', 'Draft', 'With everything that only a draft shows (d)'],
    ['cleared', 'Cleared', 'As it would be cleared (d)'],
  ], (status) => store.choose({ status }));
  const showView = segments(byId('view-choice'), 'view', [
    ['html', 'Screen', 'As HTML (p)'],
    ['pages', 'Pages', 'As printed (p)'],
  ], (view) => store.choose({ view }));

  const more = byId('more-choices'); // where there is little room
  more.addEventListener('click', () => {
    const isOpen = byId('controls').classList.toggle('is-open');
    more.setAttribute('aria-expanded', String(isOpen));
  });

  const reports = byId('report-select');
  reports.addEventListener('change', () => {
    const first = store.state.briefs.find((one) => one.report === reports.value);
    store.choose({ report: reports.value, ...(first && { brief: first.id }) });
  });
  const panel = byId('brief-pane');
  const audiences = tabs(byId('audiences'), (audience) => {
    const among = ofReport().filter((one) => one.audience === audience);
    const { product } = store.briefOf() ?? {};
    store.choose({ brief: (among.find((one) => one.product === product) ?? among[0]).id });
  });
  const products = tabs(byId('products'), (id) => store.choose({ brief: id }));

  const ofReport = () => {
    const report = store.briefOf()?.report ?? store.chosen.report;
    return (store.state?.briefs ?? []).filter((one) => one.report === report);
  };
  function show() {
    const { chosen, state } = store;
    if (!state) return;
    const names = state.reports.filter((one) => state.briefs.some((brief) => brief.report === one.name));
    byId('report-choice').hidden = names.length < 2;
    setOptions(reports, names.map((one) => [one.name, one.title || one.name]), store.briefOf()?.report ?? chosen.report);
    const brief = store.briefOf();
    const briefs = ofReport();
    const groups = [...new Set(briefs.map((one) => one.audience))];
    audiences.show(groups.map((one) => ({
      id: one,
      text: titled(one),
      isOld: briefs.some((b) => b.audience === one && !b.is_current) && !state.building,
    })), brief?.audience);
    const among = briefs.filter((one) => one.audience === brief?.audience);
    byId('products').hidden = among.length < 2;
    products.show(among.map((one) => ({
      id: one.id, text: titled(one.product), isOld: !one.is_current && !state.building,
    })), brief?.id);
    const selected = [...document.querySelectorAll('[role=tab][aria-selected=true]')].filter((tab) => !tab.parentElement.hidden);
    if (selected.length) panel.setAttribute('aria-labelledby', selected.map((tab) => tab.id).join(' '));
    showStatus(chosen.status);
    showView(chosen.view);
    sheets.value = chosen.sheet;
    more.textContent = [chosen.status === 'draft' ? 'Draft' : 'Cleared', chosen.view === 'pages' ? 'pages' : 'screen'].join(', ');
  }
  store.on('state', show);
  store.on('chosen', (chosen, before) => {
    show();
    if (chosen.brief !== before.brief && before.brief) announce(`${store.briefOf()?.title ?? 'Brief'}, ${store.briefOf()?.audience ?? ''}`);
    else if (chosen.status !== before.status) announce(chosen.status === 'draft' ? 'Draft' : 'Cleared edition');
    else if (chosen.view !== before.view) announce(chosen.view === 'pages' ? 'In pages' : 'On screen');
  });

  const step = (by) => () => {
    const ids = (store.state?.briefs ?? []).map((one) => one.id);
    if (ids.length) store.choose({ brief: ids[(ids.indexOf(store.chosen.brief) + by + ids.length) % ids.length] });
  };
  keys.add(['['], '', step(-1), []);
  keys.add([']'], 'Brief before, next brief', step(1), ['[', ']']);
  keys.add(['d'], 'Draft, or cleared', () => store.choose({ status: store.chosen.status === 'draft' ? 'cleared' : 'draft' }));
  keys.add(['p'], 'Pages, or screen', () => store.choose({ view: store.chosen.view === 'pages' ? 'html' : 'pages' }));
}

let count = 0; // of all tabs

/** Tabs (ARIA Authoring Practices, Tabs, with automatic activation): one is in the order of Tab, arrows move. */
function tabs(host, choose) {
  const made = new Map();
  let seen = '';
  host.addEventListener('keydown', (event) => {
    const all = [...host.querySelectorAll('[role=tab]')];
    const at = all.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const tab = all[(to + all.length) % all.length];
    tab.focus();
    tab.click();
  });
  return {
    /** Show `wanted`, {id, text, isOld} each, with the one that is `current` chosen; elements stay, and so does focus. */
    show(wanted, current) {
      for (const [id, tab] of made) {
        if (wanted.some((one) => one.id === id)) continue;
        tab.remove();
        made.delete(id);
      }
      for (const { id, text, isOld } of wanted) {
        if (!made.has(id)) {
          made.set(id, el('button', {
            type: 'button', role: 'tab', id: `tab-${(count += 1)}`, 'aria-controls': 'brief-pane', on: { click: () => choose(id) },
          }, el('span', { text }), el('span', { class: 'old', hidden: true }, el('span', { class: 'unseen', text: ' (not up to date)' }))));
        }
        const tab = made.get(id);
        tab.setAttribute('aria-selected', String(id === current));
        tab.tabIndex = id === current || (current === undefined && tab === [...made.values()][0]) ? 0 : -1;
        tab.querySelector('.old').hidden = !isOld;
      }
      const order = wanted.map((one) => made.get(one.id));
      if (order.some((tab, at) => host.children[at] !== tab)) host.append(...order);
      if (current !== seen && made.has(current)) made.get(current).scrollIntoView({ block: 'nearest', inline: 'nearest' });
      seen = current;
    },
  };
}
