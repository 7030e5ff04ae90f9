/**
 * Above the report: where the chosen unit comes from (its forms, their blocks and passages, and the three places in files),
 * or which units print the passage that was pressed.
 */

import { inWords } from './api.js';
import { button, byId, capitalized, counted, el, linkTo, refill, titled } from './dom.js';

export function mountOrigin({ store, api, announce, keys }) {
  const host = byId('origin');
  const ask = api.lastOnly((signal, given) => api.get('/unit', given, { signal }));
  let shown = null; // the UnitView

  const close = (then) => button('×', () => {
    store.choose({ unit: '' });
    store.mark([]);
    host.hidden = true;
    byId('report-body').focus({ preventScroll: true });
    then?.();
  }, { class: 'quiet close', 'aria-label': 'Close' });

  async function show({ isQuiet = false } = {}) {
    const { brief, unit } = store.chosen;
    if (!unit || !store.outline?.of(unit)) {
      if (shown) {
        shown = null;
        host.hidden = true;
        store.mark([]);
      }
      return;
    }
    try {
      const view = await ask({ brief, status: store.chosen.status, unit });
      if (!view || unit !== store.chosen.unit) return;
      const isSame = shown?.unit === view.unit && shown?.brief === view.brief;
      shown = view;
      if (isSame) refill(host, unitCard(view));
      else {
        host.replaceChildren(...unitCard(view));
        host.scrollTop = 0;
      }
      host.hidden = false;
      const passages = passagesOf(view);
      store.mark(passages, isSame ? Math.min(store.marks.at, Math.max(0, passages.length - 1)) : 0);
      if (!isQuiet) announce(`${capitalized(view.place)}: ${passages.length ? `${counted(passages.length, 'passage')} in the report` : 'nothing of the report'}.`);
    } catch (error) {
      shown = null;
      host.replaceChildren(el('div', { class: 'card-head' }, el('h3', { text: 'Where this comes from' }), close()),
        el('p', { class: 'card-body' }, inWords(error)));
      host.hidden = false;
    }
  }

  function unitCard(view) {
    const passages = passagesOf(view);
    return [
      el('div', { class: 'card-head' },
        el('h3', {}, capitalized(view.place), ' ', view.forms.length > 0 && el('span', { class: 'weight', text: [view.weight, store.briefOf(view.brief)?.audience].filter(Boolean).join(' for ') })),
        passages.length > 1 && walk(passages.length),
        close()),
      el('div', { class: 'card-body' },
        view.forms.map((form) => formCard(view, form)),
        !view.forms.length && el('p', { class: 'quiet-text', text: 'The words of this come from the template or from the house style; no block is printed here.' }),
        el('ul', { class: 'places' }, place('Template', linkTo(view.template))),
        view.others.length > 0 && el('details', { class: 'others' },
          el('summary', { text: `${counted(view.others.length, 'other form')} of ${view.forms.length > 1 ? 'these blocks' : 'this block'}` }),
          view.others.map((form) => formCard(view, form)))),
    ];
  }

  function formCard(view, form) {
    const { report } = store.briefOf(view.brief) ?? store.chosen;
    return el('article', { class: 'form' },
      el('div', { class: 'form-head' },
        el('code', { text: form.block }), el('span', { class: 'quiet-text', text: `${form.kind.replaceAll('_', ' ')} · ${form.field} · ${form.wording === 'quoted' ? 'words of the report' : 'edited'}` }),
        store.hears('edit') && button('Edit', () => store.emit('edit', { report, block: form.block, name: form.field, unit: view.unit }), { class: 'small', 'aria-label': `Edit ${form.block}` })),
      el('p', { class: 'wording', text: form.text, dir: 'auto', lang: languageOf(form) }),
      el('ul', { class: 'places' },
        place('Block', linkTo(form.link)),
        form.passages.map((passage) => place('Report',
          button(passage.label + (passage.page ? `, p. ${passage.page}` : ''), () => look(passage), { class: 'link', title: passage.text }),
          ' ', linkTo(passage.link)))));
  }
  const place = (name, ...links) => el('li', {}, el('span', { class: 'quiet-text', text: name }), ' ', el('span', {}, links));
  const languageOf = (form) => (form.wording === 'quoted' ? reportLanguage() : store.outline?.language) || null;
  const reportLanguage = () => byId('report-body').lang || null;

  function walk(number) {
    const said = el('span', { class: 'quiet-text', 'aria-live': 'off', data: { walk: '' } });
    return el('div', { class: 'walk', role: 'group', 'aria-label': 'Passages' },
      button('‹', () => step(-1), { 'aria-label': 'Passage before', title: 'Passage before (N)' }), said,
      button('›', () => step(1), { 'aria-label': 'Next passage', title: 'Next passage (n)' }));
  }
  function step(by) {
    const { passages, at } = store.marks;
    if (passages.length < 2) return;
    const to = (at + by + passages.length) % passages.length;
    store.mark(passages, to);
    announce(`Passage ${to + 1} of ${passages.length}: ${passages[to].label}`);
  }
  function look(passage) {
    const { passages } = store.marks;
    const at = passages.findIndex((one) => one.address === passage.address && one.start === passage.start && one.end === passage.end);
    if (at >= 0) store.mark(passages, at);
    else store.mark([passage]);
    store.choose({ side: store.chosen.side === 'proposals' ? 'report' : store.chosen.side });
  }

  /** Which units print a passage of the report: `uses` are Use values, as far as briefs are built (`areAllBuilt`). */
  function showUses(passage, uses, areAllBuilt = true) {
    shown = null;
    store.choose({ unit: '' });
    store.mark([passage]);
    const audiences = [...new Set(uses.map((one) => one.audience))];
    host.replaceChildren(
      el('div', { class: 'card-head' }, el('h3', { text: uses.length ? `Printed in ${counted(new Set(uses.map((one) => one.brief)).size, 'brief')}` : areAllBuilt ? 'Nobody prints this' : 'No brief that is built prints this' }), close()),
      el('div', { class: 'card-body' },
        el('p', { class: 'wording', text: passage.text, dir: 'auto', lang: reportLanguage() }),
        uses.length > 0 && el('dl', { class: 'uses' }, audiences.flatMap((audience) => [
          el('dt', { text: titled(audience) }),
          uses.filter((one) => one.audience === audience).map((use) => el('dd', {},
            button(`${capitalized(use.place)}${productOf(use.brief)}`, () => store.choose({ brief: use.brief, unit: use.unit, pane: 'brief' }), { class: 'link' }),
            el('span', { class: 'quiet-text', text: `${use.block} · ${use.field}` }))),
        ])),
        el('p', { class: 'three' }, el('span', { class: 'quiet-text', text: `${passage.label} in ` }), linkTo(passage.link))));
    host.hidden = false;
    announce(uses.length ? `Printed for ${audiences.join(', ')}, ${counted(uses.length, 'place')}.` : 'Nobody prints this.');
  }
  const productOf = (brief) => {
    const one = store.briefOf(brief);
    const several = store.state.briefs.filter((other) => other.report === one?.report && other.audience === one?.audience).length > 1;
    return several ? `, ${one.product}` : '';
  };

  store.on('marks', ({ passages, at }) => {
    const said = host.querySelector('[data-walk]');
    if (said) said.textContent = `${at + 1} of ${passages.length}`;
  });
  store.on('chosen', (chosen, before) => {
    if (chosen.unit !== before.unit || chosen.brief !== before.brief) show();
  });
  store.on('again', () => show({ isQuiet: true }));
  keys.add(['n'], '', () => step(1), []);
  keys.add(['N'], 'Next passage of the report, the one before', () => step(-1), ['n', 'N']);
  return { showUses };
}

/** The passages that a unit rests on, each once: several forms may rest on one. */
function passagesOf(view) {
  const all = view.forms.flatMap((form) => form.passages);
  return [...new Map(all.map((one) => [[one.report, one.address, one.start, one.end].join(' '), one])).values()];
}
