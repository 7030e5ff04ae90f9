/** The brief: on screen or in pages, with what is said of it, and ways through it. */

import { inWords } from './api.js';
import { button, byId, counted, el, setOptions } from './dom.js';
import { createFrameView } from './frame_view.js';
import { createJump } from './keys.js';
import { createPagesView } from './pages_view.js';

const OFFERED = 12_000; // milliseconds for which a way to what has changed is offered
const SLOW = 300; // milliseconds after which is said that something is made
const ZOOMS = [['fit', 'Fit width'], ['0.75', '75 %'], ['1', '100 %'], ['1.25', '125 %'], ['1.5', '150 %'], ['2', '200 %']];

const OTHER =
  'The brief that you looked at is not there now: its template was deleted or renamed, or has another audience. As soon as it is back, it is shown again.';

export function mountBrief(parts) {
  const { store, announce, keys } = parts;
  const body = byId('brief-body');
  const screen = el('div', { class: 'screen' });
  const pages = el('div', { class: 'pages', role: 'region', 'aria-label': 'Pages of the brief', tabindex: '-1' });
  const empty = el('div', { class: 'empty', hidden: true });
  const busy = el('p', { class: 'busy', hidden: true }, 'Laying out the pages …');
  const jumpToChange = button('', () => go(jumpToChange.value), { class: 'to-change', hidden: true });
  body.append(screen, pages, empty, busy, jumpToChange);

  let isFocusWanted = false;
  /** A unit was pressed: its passages are shown beside it, or instead of it where there is room for one pane. */
  const press = (unit) => {
    const { side } = store.chosen;
    const isSame = unit === store.chosen.unit;
    store.choose({ unit, isWide: false, pane: 'report', side: side === 'proposals' ? 'report' : side });
    if (isSame) store.emit('again', unit);
  };
  const frameView = createFrameView(screen, { ...parts, choose: press });
  const pagesView = createPagesView(pages, { ...parts, choose: press });
  const views = () => (store.chosen.view === 'pages' ? [pagesView, frameView] : [frameView]);

  // Tools
  const sections = el('select', { 'aria-label': 'Go to a section', on: { change: () => {
    const section = store.outline?.sections.find((one) => one.id === sections.value);
    sections.value = '';
    if (!section) return;
    if (store.chosen.view === 'pages') pagesView.reveal(section.first);
    else frameView.reveal(section.id);
  } } });
  const zoom = el('select', { 'aria-label': 'Size of the pages', on: { change: () => store.choose({ zoom: zoom.value }) } });
  setOptions(zoom, ZOOMS, String(store.chosen.zoom));
  byId('brief-tools').append(sections, zoom);

  // What is shown
  let htmlShown = '';
  let pagesShown = '';
  let turn = 0;
  let working = ''; // what is being fetched
  async function show() {
    const { chosen } = store;
    const brief = store.briefOf();
    const title = byId('brief-title');
    title.textContent = title.title = brief?.title ?? 'Brief';
    const isInPages = chosen.view === 'pages';
    zoom.hidden = !isInPages;
    showView(brief);
    tellState(brief);
    if (!brief?.version) return;
    const html = [brief.id, brief.version, chosen.status].join(' ');
    const inPages = [html, chosen.sheet].join(' ');
    if (html === htmlShown && (!isInPages || inPages === pagesShown)) return;
    const wanted = isInPages ? inPages : html;
    if (wanted === working) return; // a state that changes nothing here does not begin it anew
    working = wanted;
    const mine = ++turn;
    const isOther = !htmlShown.startsWith(`${brief.id} `);
    const slow = setTimeout(() => (busy.hidden = mine !== turn), SLOW);
    try {
      if (html !== htmlShown) {
        const shown = await frameView.show(brief, chosen.status);
        if (!shown || mine !== turn) return;
        htmlShown = html;
        settle(shown.outline, isOther);
        tellChanges(shown.changed);
      }
      if (isInPages) {
        await pagesView.show(brief, chosen.status, chosen.sheet);
        if (mine !== turn) return;
        pagesShown = inPages;
        showView(brief);
        pagesView.mark(store.chosen.unit, { scrolls: isOther });
      }
      tellFailure(null);
    } catch (error) {
      if (mine === turn) tellFailure(error);
    } finally {
      clearTimeout(slow);
      if (mine === turn) {
        busy.hidden = true;
        working = '';
      }
    }
  }

  /** Until the pages of a brief are there, it is shown on screen. */
  function showView(brief) {
    const isInPages = store.chosen.view === 'pages' && brief?.version && pagesShown.startsWith(`${brief.id} `);
    screen.classList.toggle('is-behind', Boolean(isInPages));
    pages.hidden = !isInPages;
    if (isInPages) pagesView.measure();
  }

  /** The outline is a new one: what was chosen is chosen still, under its new tag. */
  function settle(outline, isOther) {
    const before = store.outline?.of(store.chosen.unit);
    const { unit } = store.chosen;
    store.outline = outline;
    setOptions(sections, [['', 'Sections'], ...outline.sections.map((one) => [one.id, one.text])], '');
    sections.hidden = !outline.sections.length;
    byId('brief-title').lang = outline.language;
    store.emit('outline', outline);
    const now = isOther || !before ? outline.of(unit) : outline.at(before.key);
    if (unit && now?.unit !== unit) store.choose({ unit: now?.unit ?? '' });
    else if (unit) store.emit('again', unit);
    frameView.mark(store.chosen.unit, { scrolls: isOther });
  }

  let offered = 0;
  function tellChanges(changed) {
    jumpToChange.hidden = true;
    clearTimeout(offered);
    if (!changed.length) return;
    announce(`The brief was updated: ${counted(changed.length, 'paragraph')} changed.`);
    if (store.chosen.view === 'pages' || changed.some(({ unit }) => frameView.isInView(unit))) return;
    const [first] = changed;
    jumpToChange.textContent = `${counted(changed.length, 'change')}: go to ${first.number || 'it'}`;
    jumpToChange.value = first.unit;
    jumpToChange.hidden = false;
    offered = setTimeout(() => (jumpToChange.hidden = true), OFFERED);
  }

  const note = byId('brief-note');
  function tellFailure(error) {
    note.dataset.failure = error ? inWords(error) : '';
    tellState(store.briefOf());
  }
  function tellState(brief) {
    const { state } = store;
    const isOld = brief?.version && !brief.is_current && (!state.building || !note.hidden);
    const errors = state?.problems.filter((one) => one.severity === 'error').length ?? 0;
    const because = errors ? ` ${counted(errors, 'error')} ${errors === 1 ? 'keeps' : 'keep'} it from being built.` : '';
    const old = brief?.is_built === false
      ? 'This brief could not be built yet. Its text is shown as it was last read: unchecked, and cut as in the last build.'
      : 'This is how the brief was when it could last be built.';
    const isOther = brief && store.stand?.by === brief.id;
    const text = note.dataset.failure || (isOther ? OTHER : isOld ? `${old}${because}` : '');
    if (note.textContent !== text) note.textContent = text;
    note.hidden = !text;
    body.classList.toggle('is-old', Boolean(isOld));
    showEmpty(brief, errors);
  }
  function showEmpty(brief, errors) {
    const { state } = store;
    empty.hidden = Boolean(brief?.version);
    if (brief?.version) return;
    if (htmlShown) {
      frameView.clear();
      htmlShown = pagesShown = '';
      store.outline = null;
    }
    sections.hidden = true;
    const areOthers = state?.briefs.some((one) => one.version);
    const [title, text] = !state || (state.building && (areOthers || !errors))
      ? areOthers
        ? ['This brief is being built', 'It is shown as soon as it is ready.']
        : ['The briefs are being built for the first time', 'The first one is shown as soon as it is ready.']
      : errors
        ? [areOthers ? 'This brief cannot be built yet' : 'No brief can be built yet', `${counted(errors, 'error')} ${errors === 1 ? 'has' : 'have'} to be mended first. The preview goes on by itself when a file is saved.`]
        : state.failure
          ? ['No brief can be built', 'See above what keeps the preview from building. It goes on by itself when that is mended.']
          : ['There is no brief', 'Templates of briefs are in templates/. As soon as one is there, it is shown here.'];
    empty.replaceChildren(
      el('div', { class: `ghost${errors ? ' is-still' : ''}`, 'aria-hidden': 'true' }, ...Array.from({ length: 7 }, () => el('i'))),
      el('p', { class: 'empty-title', text: title }), el('p', { text }));
  }

  store.on('state', show);
  store.on('chosen', (chosen, before) => {
    if (chosen.zoom !== before.zoom) {
      zoom.value = String(chosen.zoom);
      pagesView.measure();
    }
    if (chosen.unit !== before.unit || chosen.view !== before.view) {
      for (const view of views()) view.mark(chosen.unit, { isFocused: isFocusWanted && view === views()[0] });
      isFocusWanted = false;
    }
    show();
  });
  show();

  // Keys
  function go(unit) {
    if (!unit) return;
    isFocusWanted = true;
    if (unit === store.chosen.unit) {
      views()[0].mark(unit, { isFocused: true });
      isFocusWanted = false;
    } else store.choose({ unit });
  }
  const step = (by) => (event) => {
    if (event.target.closest?.('#report-pane')) {
      if (event.key.startsWith('Arrow')) return false; // scrolls
      store.emit('step', by);
      return true;
    }
    if (!store.outline?.units.length) return true;
    go(store.outline.beside(store.chosen.unit, by).unit);
    return true;
  };
  const jump = createJump((number) => {
    const one = store.outline?.numbered(number);
    if (one) setTimeout(() => go(one.unit)); // after the dialog gave the focus back
    return Boolean(one);
  });
  keys.add(['j', 'ArrowDown'], 'Next paragraph, row or note of the brief', step(1), ['j', '↓']);
  keys.add(['k', 'ArrowUp'], 'The one before', step(-1), ['k', '↑']);
  keys.add(['g'], 'Go to a number: g, or type the number', () => jump(), ['g', '1 … 9']);
  keys.add([...'123456789'], '', (event) => jump(event.key), []);
  keys.add(['Escape'], 'Choose nothing', () => {
    if (!store.chosen.unit && !store.marks.passages.length) return false;
    store.choose({ unit: '' });
    store.mark([]);
    return true;
  }, ['Esc']);
}
