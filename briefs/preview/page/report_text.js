/**
 * The words of a report: one element for each node, one span for each piece of it on which the same units rest. Positions
 * are those of the server: characters (code points) of the clean text of a node.
 */

import { el, lettersFor } from './dom.js';

const LINES = 6; // kinds of line: more can hardly be told apart

/** Elements of a report; `view` is a ReportView. Of a new version, those are made anew that changed. */
export function createReportText(host) {
  let view = null;
  let letters = new Map();
  const nodes = new Map(); // by address: {node, item, words}
  let marked = [];

  function show(next) {
    const place = view?.report === next.report ? topOf() : null;
    mark([], 0);
    const before = view?.report === next.report ? new Map(nodes) : new Map();
    view = next;
    letters = lettersFor(view.audiences);
    nodes.clear();
    for (const node of view.nodes) {
      const shown = shownOf(node);
      const old = before.get(node.address);
      const one = old?.shown === shown ? { ...old, node } : { node, shown, ...elementsOf(node) };
      if (one.item !== old?.item) fill(one, []);
      nodes.set(node.address, one);
    }
    const items = [...nodes.values()].map((one) => one.item);
    if (items.length !== host.children.length || items.some((item, at) => host.children[at] !== item)) {
      host.replaceChildren(...items);
      host.lang = view.language;
      if (place) restore(place);
      else host.scrollTop = 0;
    }
  }

  /** All that is seen of a node. */
  function shownOf({ label, level, kind, marker, pieces }) {
    return JSON.stringify([label, level, kind, marker, view.audiences, pieces.map(({ text, start, uses }) => [text, start, audiencesOf(uses)])]);
  }
  /** The line under what an audience uses, as on the page of `briefs audit`. */
  const lineOf = (audience) => `line-${1 + (view.audiences.indexOf(audience) % LINES)}`;
  const audiencesOf = (uses) => [...new Set(uses.map((use) => view.uses[use].audience))];

  function elementsOf(node) {
    const heading = node.level ? `h${Math.min(6, node.level + 2)}` : 'p';
    const words = el(heading, { class: 'words', dir: 'auto' });
    const item = el('div', { class: `node of-${node.level ? `level-${Math.min(node.level, 4)}` : safeKind(node.kind)}`, tabindex: '-1', data: { address: node.address } },
      el('span', { class: 'label', text: node.label }), words);
    return { item, words };
  }

  /** The pieces of a node, cut where marks begin and end. */
  function fill({ node, words }, marks) {
    const parts = node.marker ? [el('span', { class: 'marker', text: `${node.marker} ` })] : [];
    node.pieces.forEach((piece, at) => {
      const audiences = audiencesOf(piece.uses);
      const cuts = [piece.start, piece.end, ...marks.flatMap(({ start, end }) => [start, end])]
        .filter((cut) => cut >= piece.start && cut <= piece.end)
        .sort((a, b) => a - b);
      let isFirst = true;
      for (let i = 1; i < cuts.length; i++) {
        const [start, end] = [cuts[i - 1], cuts[i]];
        if (start === end) continue;
        const here = marks.filter((one) => one.start <= start && one.end >= end);
        const mark = here.find((one) => one.isNow) ?? here[0];
        parts.push(el(mark ? 'mark' : 'span', {
          class: ['piece', audiences.length && 'used', mark?.isNow && 'now', ...audiences.map(lineOf)].filter(Boolean).join(' '),
          text: sliced(piece.text, start - piece.start, end - piece.start),
          data: {
            start, end, piece: at, audiences: audiences.join(' '), by: Math.min(3, audiences.length),
            ...(isFirst && audiences.length && { letters: audiences.map((one) => letters.get(one) ?? one[0].toUpperCase()).join('\u00a0') }),
          },
        }));
        isFirst = false;
      }
    });
    words.replaceChildren(...parts);
  }

  /** Mark passages of this report; the one at `at` is the one that is looked at. */
  function mark(passages, at) {
    for (const one of marked) {
      fill(one, []);
      one.item.classList.remove('is-marked', 'is-now');
    }
    const byNode = new Map();
    passages.forEach((passage, index) => {
      if (passage.report !== view?.report || !nodes.has(passage.address)) return;
      if (!byNode.has(passage.address)) byNode.set(passage.address, []);
      byNode.get(passage.address).push({ ...passage, isNow: index === at });
    });
    marked = [...byNode].map(([address, marks]) => {
      const one = nodes.get(address);
      fill(one, marks.filter(({ start, end }) => end > start));
      one.item.classList.add('is-marked');
      one.item.classList.toggle('is-now', marks.some((mark) => mark.isNow));
      return one;
    });
  }

  /** What is above the text grew or shrank: its words stay where they are in the window, as far as they can. */
  let top = null;
  function steady() {
    if (!host.clientHeight) return;
    if (top !== null && host.scrollTop && host.offsetTop !== top) host.scrollTop += host.offsetTop - top;
    top = host.offsetTop;
  }
  new ResizeObserver(steady).observe(host);

  /** Scroll so that a passage has what comes before it above it: again until it stays, since heights that were never
   * shown are only guessed. */
  function reveal({ address }, isFocused = false) {
    const one = nodes.get(address);
    if (!one || !host.clientHeight) return;
    steady();
    const target = () => one.words.querySelector('mark.now') ?? one.item;
    const aim = (times) => {
      const frame = host.getBoundingClientRect();
      const place = target().getBoundingClientRect();
      const isSeen = place.top >= frame.top + 24 && place.bottom <= frame.bottom - 24;
      if (!isSeen) {
        const above = Math.max(24, Math.min(frame.height / 3, (frame.height - place.height) / 2));
        host.scrollBy({ top: place.top - frame.top - above, behavior: 'instant' });
      }
      if (times) requestAnimationFrame(() => aim(times - 1));
    };
    aim(4);
    if (isFocused) one.item.focus({ preventScroll: true });
  }

  function topOf() {
    const { top } = host.getBoundingClientRect();
    for (const item of host.scrollTop ? host.children : []) {
      const place = item.getBoundingClientRect();
      if (place.bottom > top + 2) return { address: item.dataset.address, by: place.top - top };
    }
    return null;
  }
  function restore({ address, by }) {
    const item = nodes.get(address)?.item;
    if (!item) return;
    let aimed = null;
    const aim = (times) => {
      if (aimed !== null && host.scrollTop !== aimed) return; // somebody scrolls
      host.scrollTop += item.getBoundingClientRect().top - host.getBoundingClientRect().top - by;
      aimed = host.scrollTop;
      if (times) requestAnimationFrame(() => aim(times - 1)); // what is near gets its height when it is drawn
    };
    aim(3);
  }

  return {
    show,
    mark,
    reveal,
    /** Do what changes the height of lines; the same words are at the top after it. */
    keeping(change) {
      const place = topOf();
      change();
      if (place) restore(place);
      top = host.clientHeight ? host.offsetTop : top;
    },
    get view() {
      return view;
    },
    get letters() {
      return letters;
    },
    /** The NodeView and the elements of an address. */
    of: (address) => nodes.get(address),
    all: () => nodes.values(),
    clear() {
      view = null;
      nodes.clear();
      host.replaceChildren();
    },
  };
}

const KINDS = ['paragraph', 'item', 'quotation', 'note', 'row', 'picture', 'heading'];
const safeKind = (kind) => (KINDS.includes(kind) ? kind : 'paragraph');

/** A part of a text by characters, which in JavaScript may be two units each. */
function sliced(text, start, end) {
  return /[\ud800-\udfff]/.test(text) ? [...text].slice(start, end).join('') : text.slice(start, end);
}
const lengthOf = (text) => (/[\ud800-\udfff]/.test(text) ? [...text].length : text.length);

/**
 * What is selected in the report, as {address, start, end, text}, or null. If the selection ends in another node than it
 * begins in, `last` is the address of that one, and `end` a position in it.
 */
export function selectedPassage(selection = getSelection()) {
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const [first, other] = [nodeAround(range.startContainer), nodeAround(range.endContainer)];
  const begin = first && selectedIn(first, range);
  if (!begin) return null;
  const end = other && other !== first ? selectedIn(other, range) : null;
  const address = first.dataset.address;
  if (!end) return { address, ...begin };
  return { address, start: begin.start, end: end.end, last: other.dataset.address, text: `${begin.text} … ${end.text}` };
}

const nodeAround = (place) => (place.nodeType === Node.TEXT_NODE ? place.parentElement : place).closest?.('#report-body .node');

/** What of a node is selected, without spaces around it. */
function selectedIn(item, range) {
  let [start, end] = [null, null];
  let text = '';
  for (const piece of item.querySelectorAll('.piece')) {
    if (!range.intersectsNode(piece)) continue;
    const words = piece.firstChild;
    const first = words === range.startContainer ? lengthOf(words.data.slice(0, range.startOffset)) : 0;
    const last = words === range.endContainer ? lengthOf(words.data.slice(0, range.endOffset)) : lengthOf(words.data);
    if (last <= first) continue;
    start ??= Number(piece.dataset.start) + first;
    end = Number(piece.dataset.start) + last;
    text += sliced(words.data, first, last);
  }
  const before = lengthOf(text) - lengthOf(text.trimStart());
  const after = lengthOf(text) - lengthOf(text.trimEnd());
  return text.trim() ? { start: start + before, end: end - after, text: text.trim() } : null;
}
