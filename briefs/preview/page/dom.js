/** Elements are made here, never from markup: what they say is text, whoever wrote it. */

/**
 * A new element. `given` sets properties and attributes: `class`, `text` (text content), `on` (listeners by event),
 * `data` (data attributes), `style` (properties of CSS), true for an attribute without value; null, undefined and
 * false set nothing. Children are nodes or texts; null and false are left out.
 */
export function el(name, given = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(given)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === 'text') made.textContent = value;
    else if (key === 'class') made.className = value;
    else if (key === 'on') for (const [event, fn] of Object.entries(value)) made.addEventListener(event, fn);
    else if (key === 'data') Object.assign(made.dataset, value);
    else if (key === 'style') for (const [name, v] of Object.entries(value)) made.style.setProperty(name, v);
    else made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** A message as children of an element: what stands between backticks in it, as code. */
export const withCode = (text) => text.split('`').map((part, at, all) => (at % 2 && at < all.length - 1 ? el('code', { text: part }) : at % 2 ? `\`${part}` : part));

/**
 * Put `children` into `host` in place of what is there. Whoever is on a control in it is on the one in its place then, and
 * what was unfolded stays so.
 */
export function refill(host, children) {
  const controls = () => [...host.querySelectorAll('button, a[href], input, summary')];
  const at = controls().indexOf(document.activeElement);
  const open = [...host.querySelectorAll('details')].map((one) => one.open);
  const { scrollTop } = host;
  host.replaceChildren(...children);
  host.querySelectorAll('details').forEach((one, index) => (one.open = Boolean(open[index])));
  host.scrollTop = scrollTop;
  if (at >= 0) (controls()[at] ?? controls().at(-1))?.focus({ preventScroll: true });
}

/** The element of this page with the id `id`. */
export const byId = (id) => document.getElementById(id);

/** A button: what it says, what it does, and anything that `el` takes. */
export const button = (text, press, given = {}) =>
  el('button', { type: 'button', ...given, on: { click: press, ...given.on } }, text);

/**
 * A `Link` of the server as a link that opens the editor, or as plain text where no editor is set. `said` is what it
 * says, by default the file and the line. Addresses are made by the server; those that a page could run are no links.
 */
export function linkTo(link, said = null) {
  const where = placeOf(link);
  const text = said ?? where;
  const harmless = /^[a-z][a-z0-9+.-]*:/i.test(link.href) && !/^(javascript|data|blob|file|vbscript|https?):/i.test(link.href);
  if (!harmless) return el('span', { class: 'place', title: said ? where : null }, text);
  return el('a', { class: 'place', href: link.href, title: `Open ${where} in the editor` }, text);
}

/** A place in a file in words: "seeds/…/fact.yaml, line 3". */
export function placeOf(link) {
  return [link.path, link.within || (link.line ? `line ${link.line}` : '')].filter(Boolean).join(', ');
}

/** `text` with a capital letter at its beginning. */
export const capitalized = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** The name of an audience or a product for people: "Policy makers" of `policy-makers`. */
export const titled = (name) => capitalized(name.replaceAll(/[-_]/g, ' '));

/** "1 passage", "2 passages". */
export const counted = (number, one, more = `${one}s`) => `${number.toLocaleString('en')} ${number === 1 ? one : more}`;

/** Choices of which one is taken, as radio buttons in the fieldset `host`; gives a function that shows which is. */
export function segments(host, name, choices, choose) {
  const inputs = new Map();
  for (const [value, text, title] of choices) {
    const input = el('input', { type: 'radio', name, value, on: { change: () => choose(value) } });
    inputs.set(value, input);
    host.append(el('label', { title }, input, el('span', { text })));
  }
  return (value) => {
    for (const [one, input] of inputs) input.checked = one === value;
  };
}

/** Options of a select, replaced only if they changed, so that an open list stays open. */
export function setOptions(select, options, value) {
  const wanted = JSON.stringify(options);
  if (select.dataset.options !== wanted) {
    select.dataset.options = wanted;
    select.replaceChildren(...options.map(([one, text]) => el('option', { value: one, text })));
  }
  if (value !== undefined) select.value = value;
}

/** Wait until nothing was asked for `milliseconds`, then do it once. */
export function debounced(fn, milliseconds) {
  let timer = 0;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => fn(...given), milliseconds);
  };
}

/** Whether the person asked for little movement. */
export const isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** A letter or two for each name, none like another, to tell them apart without colours. */
export function lettersFor(names) {
  const taken = new Map();
  for (const name of names) {
    const tries = [...Array(name.length)].map((_, at) => name[0].toUpperCase() + (at ? name[at] : ''));
    const free = tries.find((one) => ![...taken.values()].includes(one));
    taken.set(name, free ?? `${name[0].toUpperCase()}${taken.size}`);
  }
  return taken;
}
