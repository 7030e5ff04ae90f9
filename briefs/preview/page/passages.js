/** Passages of the report beside what rests on them. */

import { button, byId, el, linkTo } from './dom.js';

/** Passages ([PassageView]) as quotations, each with its label, a link to its line, and a way to it in the report, by
 * `mark(passages, at)`. The heading is of `level`. */
export function passageList(passages, heading, mark, level = 'h3') {
  if (!passages.length) return el('p', { class: 'quiet-text' }, 'No passage of the report is found for it.');
  return el(
    'div',
    { class: 'passages', role: 'group', 'aria-label': heading },
    el(level, {}, heading),
    passages.map((one) =>
      el(
        'figure',
        { class: 'passage' },
        el('blockquote', { dir: 'auto', lang: byId('report-body').lang || null }, one.text),
        el(
          'figcaption',
          {},
          el('span', {}, [one.label, one.page ? `page ${one.page}` : ''].filter(Boolean).join(', ')),
          ' ',
          linkTo(one.link),
          button('Show in the report', () => mark(passages, passages.indexOf(one)), { class: 'quiet' }),
        ),
      ),
    ),
  );
}
