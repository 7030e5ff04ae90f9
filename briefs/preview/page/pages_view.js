/**
 * The brief in pages, as printed: a picture of each page as wide as it is shown, in pixels of the screen, and the units on
 * it as buttons. Pictures are asked for when their page comes near; a new one takes the place of the old when it is ready.
 */

import { el, isStill } from './dom.js';

const CSS_PIXELS = 96 / 72; // per point
const WIDEST = 1.6; // as wide as the pane, but no wider than this
const BOUNDS = [100, 4000]; // pixels of a picture

export function createPagesView(host, { store, api, choose }) {
  const list = el('ol', { class: 'sheets' });
  host.append(list);
  const sheets = [];
  let shown = null;
  let chosen = '';
  const ask = api.lastOnly((signal, given) => api.get('/pages', given, { signal }));

  const nearby = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const sheet = sheets.find((one) => one.item === target);
      if (!sheet) continue;
      sheet.isNear = isIntersecting;
      if (isIntersecting) draw(sheet);
    }
  }, { root: host, rootMargin: '800px 0px' });
  let width = 0;
  new ResizeObserver(() => {
    if (host.clientWidth === width || !host.clientWidth) return;
    width = host.clientWidth;
    measure();
  }).observe(host);
  const density = () => matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => (measure(), density()), { once: true });
  density();

  /** Ask for the pages and show them. Raises ApiError. */
  async function show(brief, status, sheet) {
    const view = await ask({ brief: brief.id, status, sheet });
    if (!view) return;
    const place = shown?.brief === view.brief ? topOf() : null;
    if (!place) host.scrollTop = 0;
    shown = view;
    const outline = store.outline;
    while (sheets.length > view.pages.length) {
      const gone = sheets.pop();
      nearby.unobserve(gone.item);
      gone.item.remove();
    }
    view.pages.forEach((page, at) => {
      const sheet = sheets[at] ?? add();
      sheet.page = page;
      sheet.label.replaceChildren(el('span', { class: 'unseen', text: 'Page ' }), `${at + 1} of ${view.pages.length}`);
      sheet.picture.style.setProperty('aspect-ratio', `${page.width} / ${page.height}`);
      sheet.boxes.lang = outline?.language ?? '';
      sheet.boxes.replaceChildren(...page.units.map((one) => boxOf(one, outline)));
    });
    measure();
    if (place) restore(place);
    mark(chosen, { scrolls: false });
  }

  function add() {
    const picture = el('div', { class: 'sheet' });
    const boxes = el('div');
    const label = el('p', { class: 'sheet-number' });
    picture.append(boxes);
    const item = el('li', {}, picture, label);
    const sheet = { item, picture, boxes, label, page: null, image: null, drawn: '', isNear: false };
    list.append(item);
    sheets.push(sheet);
    nearby.observe(item);
    return sheet;
  }

  function boxOf({ unit, box: [left, top, right, bottom], text }, outline) {
    const share = (number) => `${(100 * number).toFixed(3)}%`;
    const number = outline?.of(unit)?.number;
    return el('button', {
      type: 'button', class: 'unit-box', tabindex: '-1', data: { unit, key: outline?.of(unit)?.key ?? '' },
      'aria-label': number && !text.startsWith(number) ? `${number} ${text}` : text,
      style: { left: share(left), top: share(top), width: share(right - left), height: share(bottom - top) },
      on: { click: () => choose(unit) },
    });
  }

  function measure() {
    if (!shown || !host.clientWidth) return;
    const { zoom } = store.chosen;
    for (const sheet of sheets) {
      const natural = sheet.page.width * CSS_PIXELS;
      const wide = zoom === 'fit' ? Math.min(host.clientWidth - 32, natural * WIDEST) : natural * Number(zoom);
      sheet.wide = Math.round(wide);
      sheet.picture.style.setProperty('width', `${sheet.wide}px`);
      if (sheet.isNear) draw(sheet);
    }
  }

  async function draw(sheet) {
    const [least, most] = BOUNDS;
    const pixels = Math.min(most, Math.max(least, Math.round(sheet.wide * devicePixelRatio)));
    const address = api.addressOf(`/picture/${sheet.page.picture}.png`, { width: pixels });
    if (sheet.drawn === address) return;
    sheet.drawn = address;
    const image = el('img', { alt: '', draggable: 'false' });
    image.src = address;
    try {
      await image.decode();
    } catch {
      if (sheet.drawn === address) sheet.drawn = ''; // asked for again when it comes near the next time
      return;
    }
    if (sheet.drawn !== address) return;
    if (sheet.image) sheet.image.replaceWith(image);
    else sheet.picture.prepend(image);
    sheet.image = image;
  }

  const boxesOf = (unit) => [...list.querySelectorAll('.unit-box')].filter((one) => one.dataset.unit === unit);

  /** The unit at the top of the window, and how far down it is; or how far was scrolled. */
  function topOf() {
    const { top } = host.getBoundingClientRect();
    for (const box of host.scrollTop ? list.querySelectorAll('.unit-box') : []) {
      const place = box.getBoundingClientRect();
      if (place.bottom > top + 4) return { key: box.dataset.key, by: place.top - top, y: host.scrollTop };
    }
    return { y: host.scrollTop };
  }
  function restore({ key, by, y }) {
    const box = key && [...list.querySelectorAll('.unit-box')].find((one) => one.dataset.key === key);
    if (box) host.scrollTop += box.getBoundingClientRect().top - host.getBoundingClientRect().top - by;
    else host.scrollTop = y;
  }

  function mark(unit, { isFocused = false, scrolls = true } = {}) {
    chosen = unit;
    const all = list.querySelectorAll('.unit-box');
    const marked = boxesOf(unit);
    for (const one of all) {
      one.tabIndex = one === (marked[0] ?? all[0]) ? 0 : -1;
      if (marked.includes(one)) one.setAttribute('aria-current', 'true');
      else one.removeAttribute('aria-current');
    }
    if (!marked.length) return;
    if (isFocused) marked[0].focus({ preventScroll: true });
    if (!scrolls) return;
    const place = marked[0].getBoundingClientRect();
    const frame = host.getBoundingClientRect();
    if (place.top < frame.top || place.bottom > frame.bottom) marked[0].scrollIntoView({ block: 'center', behavior: isStill() ? 'instant' : 'smooth' });
  }

  return {
    show,
    mark,
    measure,
    reveal: (unit) => boxesOf(unit)[0]?.scrollIntoView({ block: 'start', behavior: isStill() ? 'instant' : 'smooth' }),
  };
}
