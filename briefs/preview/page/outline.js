/**
 * The units of a brief, read from its HTML: tag, key, running number, section and words, in order.
 *
 * Tags count the units, so a unit that is added changes those of all after it. The *key* of a unit stays: its blocks, and
 * the how manieth with these blocks it is; of a unit without blocks, its words.
 *
 * Its title, the sentence on what it summarizes, and its headings are no units, but come from somewhere too: they can be
 * chosen by the names that the server has for them (selectors, and ids of sections), and keys do not stop at them.
 */

const TAG = /^u\d+$/;
const UNNAMED = ['main > h1', 'p.about'];

export function readOutline(doc) {
  const seen = new Map();
  const units = [];
  const others = [];
  const sections = [];
  for (const name of UNNAMED) {
    const node = doc.querySelector(name);
    if (node) others.push(otherOf(name, node));
  }
  for (const node of doc.querySelectorAll('section, [id^="u"]')) {
    if (node.localName === 'section') {
      const heading = node.querySelector('h2, h3');
      if (heading && node.id) {
        sections.push({ id: node.id, text: heading.textContent.trim(), first: null });
        others.push(otherOf(node.id, heading));
      }
      continue;
    }
    if (!TAG.test(node.id)) continue;
    const text = wordsOf(node);
    const said = node.dataset.blocks ?? `“${text.slice(0, 60)}”`;
    const times = (seen.get(said) ?? 0) + 1;
    seen.set(said, times);
    const holder = node.closest('section');
    const section = sections.findLast((one) => one.id === holder?.id);
    if (section) section.first ??= node.id;
    units.push({ unit: node.id, key: `${said}#${times}`, number: numberOf(node), section: section?.text ?? '', text, node });
  }
  const all = [...others, ...units];
  const byUnit = new Map(all.map((one) => [one.unit, one]));
  const byKey = new Map(all.map((one) => [one.key, one]));
  return {
    units,
    language: doc.documentElement.lang,
    /** All that can be chosen. */
    all,
    sections: sections.filter((one) => one.first),
    of: (unit) => byUnit.get(unit),
    at: (key) => byKey.get(key),
    /** The first unit with a running number. */
    numbered: (number) => units.find((one) => one.number === number),
    /** The unit `by` places after `unit`, or the first or the last. */
    beside(unit, by) {
      const at = units.findIndex((one) => one.unit === unit);
      const from = byUnit.get(unit)?.node;
      if (at < 0 && from) {
        const isAfter = (one) => from.compareDocumentPosition(one.node) & Node.DOCUMENT_POSITION_FOLLOWING;
        return (by > 0 ? units.find(isAfter) : units.findLast((one) => !isAfter(one))) ?? units[by > 0 ? units.length - 1 : 0];
      }
      if (at < 0) return units[by > 0 ? 0 : units.length - 1];
      return units[Math.min(units.length - 1, Math.max(0, at + by))];
    },
  };
}

const otherOf = (name, node) => ({ unit: name, key: name, number: '', section: '', text: wordsOf(node), node });

/** Its words without running numbers and calls of notes, which change with what is before them. */
function wordsOf(node) {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  let text = '';
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest('.number, .call')) text += walker.currentNode.data;
  }
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** The running number that is printed with a unit: its own, or that of the table or figure that it begins. */
function numberOf(node) {
  const own = node.querySelector('.number') ?? firstOf(node)?.querySelector('caption .number, figcaption .number');
  return own?.textContent.trim() ?? '';
}

function firstOf(node) {
  const whole = node.closest('table, figure');
  return whole && [...whole.querySelectorAll('[id^="u"]')].find((one) => TAG.test(one.id)) === node ? whole : null;
}
