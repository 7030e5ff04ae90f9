/**
 * The brief on screen: its HTML in a frame that runs no scripts. A new version is loaded behind the one that is shown, and
 * takes its place when it is ready, scrolled to the same unit; what changed is marked for a while.
 */

import { el, isStill } from './dom.js';
import { frameSandbox } from './frame_sandbox.js';
import { forWindow } from './kept_texts.js';
import { readOutline } from './outline.js';

const MARKED = 6000; // milliseconds
const FONTS = 400;
const PLACES = 'briefs-preview-places';

const STYLE = `
  :root { --p-edge: light-dark(#1f4f8f, #a5c5f3); --p-ground: light-dark(#dce8f8, #263a55); --p-hover: light-dark(#eef3fa, #1d2733); --p-new: light-dark(#fff0b3, #57480c) }
  [data-p-unit] { cursor: pointer; scroll-margin-block: 6rem }
  [data-p-unit]:hover { background-color: var(--p-hover) }
  [data-p-unit]:focus-visible { outline: 2px solid var(--p-edge); outline-offset: 3px }
  [data-p-unit][aria-current] { background-color: var(--p-ground); box-shadow: -.25rem 0 0 var(--p-ground), -.45rem 0 0 var(--p-edge) }
  [data-p-unit][aria-current]:dir(rtl) { box-shadow: .25rem 0 0 var(--p-ground), .45rem 0 0 var(--p-edge) }
  tr[data-p-unit][aria-current] { box-shadow: -.2rem 0 0 var(--p-edge) }
  tr[data-p-unit][aria-current]:dir(rtl) { box-shadow: .2rem 0 0 var(--p-edge) }
  [data-p-new] { text-decoration: underline dotted; text-decoration-thickness: .1em; text-underline-offset: .2em; text-decoration-color: var(--p-edge) }
  @media (prefers-reduced-motion: no-preference) {
    [data-p-new] { animation: p-new 3s ease-out }
    @keyframes p-new { from, 40% { background-color: var(--p-new) } }
  }
  @media (forced-colors: active) { [data-p-unit][aria-current] { outline: 3px solid Highlight } }
`;

export function createFrameView(host, { store, api, keys, choose }) {
  const sandbox = frameSandbox();
  let current = null; // {frame, doc, outline, brief, status}
  let loading = null;
  const places = new Map(Object.entries(forWindow.value(PLACES) ?? {}));
  addEventListener('pagehide', () => forWindow.set(PLACES, JSON.stringify(Object.fromEntries(places))));
  new ResizeObserver(() => {
    if (!current || !host.clientWidth || current.isPlaced) return;
    restore(current); // it was loaded while it was not shown
  }).observe(host);

  /** Show the brief as it is now; gives {outline, changed: units}, or undefined if another was asked for meanwhile. */
  async function show(brief, status, isAgain = false) {
    loading?.frame.remove();
    const frame = el('iframe', { title: 'The brief', sandbox, class: 'is-loading' });
    const mine = (loading = { frame, brief: brief.id, status });
    const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
    frame.src = api.addressOf('/frame', { brief: brief.id, status });
    host.append(frame);
    await loaded;
    if (mine !== loading) return undefined;
    const doc = (mine.doc = frame.contentDocument);
    if (!doc || doc.contentType !== 'text/html' || !doc.querySelector('main')) {
      frame.remove();
      loading = null;
      await api.check('/frame', { brief: brief.id, status }); // says in words why not
      if (!isAgain) return show(brief, status, true);
      throw new api.ApiError('The brief cannot be shown.');
    }
    await Promise.race([doc.fonts?.ready, new Promise((done) => setTimeout(done, FONTS))]);
    if (mine !== loading) return undefined;
    loading = null;
    frame.title = `Brief: ${brief.title}`;
    mine.outline = readOutline(doc);
    prepare(mine);
    const before = current;
    const isSame = before && before.brief === mine.brief && before.status === mine.status;
    const changed = isSame ? differing(before.outline, mine.outline) : [];
    const focused = document.activeElement === before?.frame ? before.doc.activeElement?.dataset?.pUnit : null;
    restore(mine);
    current = mine;
    frame.classList.remove('is-loading');
    before?.frame.remove();
    if (focused !== null && focused !== undefined) focus(before?.outline.of(focused)?.key);
    note(changed);
    return { outline: mine.outline, changed };
  }

  function prepare({ doc, outline, frame }) {
    const sheet = new doc.defaultView.CSSStyleSheet();
    sheet.replaceSync(STYLE);
    doc.adoptedStyleSheets = [...doc.adoptedStyleSheets, sheet];
    for (const { node, unit } of outline.all) {
      node.dataset.pUnit = unit;
      node.tabIndex = -1;
    }
    if (outline.units.length) outline.units[0].node.tabIndex = 0;
    doc.addEventListener('click', (event) => clicked(event, outline));
    doc.addEventListener('keydown', (event) => {
      const unit = event.target.dataset?.pUnit;
      if (unit && (event.key === 'Enter' || event.key === ' ')) {
        event.preventDefault();
        choose(unit);
      }
    });
    keys.hear(doc);
    let waiting = 0;
    doc.addEventListener('scroll', () => {
      waiting ||= requestAnimationFrame(() => {
        waiting = 0;
        if (current?.frame === frame && host.clientWidth) places.set(placeName(current), topOf(current));
      });
    });
  }

  function clicked(event, outline) {
    const link = event.target.closest?.('a[href]');
    if (link && !link.getAttribute('href').startsWith('#')) {
      event.preventDefault();
      if (/^https?:/.test(link.protocol)) open(link.href, '_blank', 'noopener,noreferrer');
    }
    if (event.target.closest?.('input, textarea, summary')) return;
    if (!event.target.ownerDocument.getSelection()?.isCollapsed) return; // words are being selected
    const unit = event.target.closest?.('[data-p-unit]');
    if (unit && outline.of(unit.dataset.pUnit)) choose(unit.dataset.pUnit);
  }

  const placeName = ({ brief, status }) => `${brief} ${status}`;

  /** The unit at the top of the window, with those after it, and how far down each is. */
  function topOf({ doc, outline }) {
    const window = doc.defaultView;
    const places = [];
    if (window.scrollY > 0) {
      for (const { node, key } of outline.units) {
        const { top, bottom } = node.getBoundingClientRect();
        if (bottom > 4) places.push([key, Math.round(top)]);
        if (places.length > 8) break;
      }
    }
    return { places, y: Math.round(window.scrollY) };
  }

  function restore(one) {
    if (!host.clientWidth) return;
    one.isPlaced = true;
    const place = places.get(placeName(one)) ?? places.get(`${one.brief} ${one.status === 'draft' ? 'cleared' : 'draft'}`);
    const window = one.doc.defaultView;
    const known = place?.places.find(([key]) => one.outline.at(key));
    if (known) window.scrollTo({ top: window.scrollY + one.outline.at(known[0]).node.getBoundingClientRect().top - known[1], behavior: 'instant' });
    else if (place?.y) window.scrollTo({ top: place.y, behavior: 'instant' });
  }

  function focus(key) {
    current.frame.focus({ preventScroll: true });
    current.outline.at(key)?.node.focus({ preventScroll: true });
  }

  function note(changed) {
    const { outline } = current;
    for (const { unit } of changed) outline.of(unit).node.dataset.pNew = '';
    setTimeout(() => {
      for (const { node } of changed) delete node.dataset.pNew;
    }, MARKED);
  }

  return {
    show,
    /** Mark a unit as chosen, and see that it is in the window; `isFocused` moves the focus there. */
    mark(unit, { isFocused = false, scrolls = true } = {}) {
      if (!current) return;
      const { outline, doc, frame } = current;
      for (const node of doc.querySelectorAll('[aria-current]')) node.removeAttribute('aria-current');
      const chosen = outline.of(unit)?.node;
      for (const { node } of outline.all) node.tabIndex = node === (chosen ?? outline.units[0]?.node) ? 0 : -1;
      if (!chosen) return;
      chosen.setAttribute('aria-current', 'true');
      if (isFocused) {
        frame.focus();
        chosen.focus({ preventScroll: true });
      }
      if (scrolls) reveal(chosen, doc.defaultView);
    },
    /** Scroll to a unit or a section by its id. */
    reveal(id) {
      const node = current?.doc.getElementById(id);
      node?.scrollIntoView({ block: 'start', behavior: isStill() ? 'instant' : 'smooth' });
    },
    isInView(unit) {
      const node = current?.outline.of(unit)?.node;
      if (!node) return true;
      const { top, bottom } = node.getBoundingClientRect();
      return bottom > 0 && top < current.doc.defaultView.innerHeight;
    },
    clear() {
      loading?.frame.remove();
      current?.frame.remove();
      loading = current = null;
    },
    get shown() {
      return current;
    },
  };
}

function reveal(node, window) {
  const { top, bottom } = node.getBoundingClientRect();
  if (top >= 0 && bottom <= window.innerHeight) return;
  node.scrollIntoView({ block: bottom - top < window.innerHeight ? 'center' : 'start', behavior: isStill() ? 'instant' : 'smooth' });
}

/** Units of `after` that are new, or have other words, than in `before`; none if nearly all have. */
function differing(before, after) {
  return after.units.filter((one) => before.at(one.key)?.text !== one.text);
}
