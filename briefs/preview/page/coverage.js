/** Coverage: who uses the report, in shares; whose passages are shaded; and points of the summary that reach nobody. */

import { button, byId, counted, el, linkTo, titled } from './dom.js';

export function mountCoverage({ store, announce }, text) {
  const host = byId('coverage');
  const body = byId('report-body');
  let filter = '';

  function show() {
    const isShown = store.chosen.side === 'coverage' && text.view !== null;
    if (!isShown) {
      if (!host.hidden) turn(false);
      return;
    }
    const { view, letters } = text;
    if (filter && filter !== 'nobody' && !view.audiences.includes(filter)) filter = '';
    const all = view.covered.all ?? 0;
    const choices = [
      ['', 'Everybody', '', all],
      ...view.audiences.map((one) => [one, titled(one), letters.get(one), view.covered[one] ?? 0]),
      ['nobody', 'Nobody', '', 1 - Math.round(100 * all) / 100], // both add up to 100 % as they are shown
    ];
    host.replaceChildren(
      el('fieldset', { class: 'legend' }, el('legend', { class: 'unseen', text: 'Shade what is used by' }),
        choices.map(([value, name, letter, share]) => {
          const input = el('input', { type: 'radio', name: 'coverage', value, on: { change: () => choose(value, name, share) } });
          input.checked = value === filter;
          const line = letter ? ` line-${1 + (view.audiences.indexOf(value) % 6)}` : '';
          return el('label', {}, input, el('span', { class: 'legend-choice' },
            el('span', { class: `legend-name${line}` }, letter && el('b', { class: 'letter', text: letter }), name), el('span', { class: 'share', text: percent(share) }),
            el('meter', { min: 0, max: 1, value: share, 'aria-hidden': 'true' })));
        })),
      el('p', { class: 'quiet-text', text: 'Shares of the words of the report. The more audiences use a passage, the darker it is; letters and lines say which.' }),
      ...unbuilt(view),
      unreached(view));
    if (host.hidden) turn(true);
    else shade();
  }
  const turn = (isShown) => text.keeping(() => {
    host.hidden = !isShown;
    body.classList.toggle('is-coverage', isShown);
    if (isShown) shade();
  });

  function choose(value, name, share) {
    filter = value;
    shade();
    announce(`${name}: ${percent(share)} of the report.`);
  }
  function shade() {
    body.dataset.filter = filter === '' ? 'all' : filter === 'nobody' ? 'nobody' : 'one';
    for (const piece of body.querySelectorAll('.piece')) {
      const audiences = piece.dataset.audiences.split(' ').filter(Boolean);
      const isMeant = filter === '' ? audiences.length : filter === 'nobody' ? !audiences.length : audiences.includes(filter);
      piece.classList.toggle('is-meant', Boolean(isMeant));
    }
  }

  function unbuilt(view) {
    const count = view.unbuilt?.length ?? 0;
    if (!count) return [];
    const said = `This is as far as briefs are built: ${counted(count, 'brief')} ${count === 1 ? 'is' : 'are'} not, and may use more.`;
    return [el('p', { class: 'quiet-text unbuilt', text: said })];
  }

  function unreached(view) {
    if (!view.unreached.length) return el('p', { class: 'quiet-text', text: 'Every point of the executive summary reaches an audience.' });
    const soFar = view.unbuilt?.length ? ' so far' : '';
    return el('details', { class: 'unreached' },
      el('summary', { text: `${counted(view.unreached.length, 'point')} of the executive summary ${view.unreached.length === 1 ? 'reaches' : 'reach'} no audience${soFar}` }),
      el('ol', {}, view.unreached.map((one) => el('li', {},
        el('p', { text: one.text, dir: 'auto' }),
        one.carried_by.length > 0 && el('p', { class: 'quiet-text', text: `Its passage is carried all the same by ${one.carried_by.join(', ')}.` }),
        el('ul', { class: 'reasons' }, Object.entries(one.reasons).map(([audience, why]) => el('li', {}, el('b', { text: `${titled(audience)}: ` }), why))),
        el('p', { class: 'three' },
          one.passages.length > 0 && button('Show in the report', () => store.mark(one.passages), { class: 'link' }), ' ',
          el('code', { text: one.block }), ' ', linkTo(one.link))))));
  }

  return { show, shade };
}

const percent = (share) => `${Math.round(100 * share)} %`;
