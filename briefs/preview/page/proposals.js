/** Proposals of reviews: what reviewers want, what the checks say of it, the passage beside, and the decision. */

import { inWords } from './api.js';
import { button, el } from './dom.js';
import { passageList } from './passages.js';
import { proposalCard } from './proposal_card.js';

/** Show the open proposals in `host`, by brief and in order, as soon as somebody looks at them. */
export function mount(host, { store, api, announce }) {
  const said = el('p', { class: 'outcome', role: 'status' });
  const list = el('div', { class: 'proposal-list' });
  const help = el('p', { class: 'quiet-text' }, 'With the focus on a proposal: ', key('j'), ' ', key('k'), ' next and previous, ', key('a'), ' accept (', key('1'), ' ', key('2'), ' if wordings differ), ', key('e'), ' edit, ', key('r'), ' reject, ', key('n'), ' note, ', key('l'), ' later.');
  host.append(el('div', { class: 'proposals' }, help, said, list));
  const cards = new Map(); // by review and proposal
  let asked = '';
  const read = api.lastOnly((signal) => api.get('/proposals', {}, { signal }));

  async function look(isForced = false) {
    const isShown = store.chosen.side === 'proposals';
    const now = `${store.state?.generation} ${store.state?.proposals}`;
    if (!isShown || !store.state || (now === asked && !isForced)) return;
    asked = now;
    if (!cards.size && !list.childElementCount) list.replaceChildren(el('p', { class: 'quiet-text', text: 'Reading the reviews …' }));
    try {
      const views = await read();
      if (views) show(views);
    } catch (error) {
      list.replaceChildren(el('p', { class: 'refused', text: inWords(error) }), button('Try again', () => look(true)));
      cards.clear();
    }
  }

  function show(views) {
    const active = document.activeElement; // it loses the focus when it is put into the page again
    const held = active?.closest('.proposal');
    const order = held ? [...list.querySelectorAll('.proposal')].indexOf(held) : -1;
    const wanted = new Set();
    const groups = new Map();
    views.forEach((view, at) => {
      const id = JSON.stringify([view.review, view.proposal || `told ${at} ${view.place} ${view.sort}`]);
      const json = JSON.stringify(view);
      wanted.add(id);
      const kept = cards.get(id);
      if (!kept) cards.set(id, { json, card: proposalCard(view, parts) });
      else if (kept.json !== json) cards.set(id, { json, card: proposalCard(view, parts, kept.card.state()) });
      groups.set(view.brief, [...(groups.get(view.brief) ?? []), cards.get(id).card.shown]);
    });
    for (const id of [...cards.keys()]) if (!wanted.has(id)) cards.delete(id);
    const sections = [...groups].map(([brief, ones]) =>
      el('section', { 'aria-label': titleOf(brief) }, el('h3', { text: `${titleOf(brief)} (${ones.length})`, dir: 'auto' }), ones),
    );
    help.hidden = !views.some((one) => one.choices.length);
    list.replaceChildren(...(sections.length ? sections : [el('p', { class: 'nothing', text: 'Nothing is open: everything that reviewers proposed is decided, or no file came back.' })]));
    if (!held || list.contains(document.activeElement)) return;
    if (list.contains(active)) {
      active.focus({ preventScroll: true });
      return;
    }
    const card = list.querySelectorAll('.proposal')[Math.max(0, order)] ?? list.querySelector('.proposal:last-child');
    const field = active.matches('textarea') ? card?.querySelector('textarea') : null;
    if (field) field.focus();
    else focusOn(card);
  }

  const titleOf = (brief) => (brief ? (store.briefOf(brief)?.title ?? brief) : 'Files that belong to no review');

  const parts = {
    passages: (view) => passageList(view.passages, 'What the report says', (passages, at) => {
      store.choose({ side: 'report', pane: 'report', isWide: false });
      store.mark(passages, at);
    }, 'h5'),
    goTo: (view) => store.choose({ brief: view.brief, pane: 'brief' }),
    isShown: (view) => store.briefOf(view.brief) !== undefined,
    async decide(view, choice, wording) {
      const decided = await api.post('/decide', { review: view.review, proposal: view.proposal, choice, wording });
      const text = outcomeOf(view, decided);
      if (decided.outcome === 'refused') return { ...decided, text };
      said.textContent = text; // its card goes away
      said.className = decided.outcome === 'conflict' ? 'outcome is-refused' : 'outcome';
      announce(text);
      await look(true);
      return null;
    },
  };

  host.addEventListener('keydown', (event) => {
    const card = event.target.closest('.proposal');
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest('textarea, input, select')) return;
    const all = [...list.querySelectorAll('.proposal')];
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (step && (card || event.key.length === 1)) focusOn(all[Math.min(all.length - 1, Math.max(0, all.indexOf(card) + step))]);
    else if (!card || !press(card, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  });

  /** Press the button of a card that has this key; says whether the key is one of them. */
  function press(card, name) {
    if (!/^[aernl1-9]$/.test(name)) return false;
    card.querySelector(`[data-key="${name}"]:not([disabled])`)?.click();
    return true;
  }

  function focusOn(card) {
    card?.focus();
    card?.scrollIntoView({ block: 'nearest' });
  }

  const update = () => {
    host.hidden = store.chosen.side !== 'proposals';
    look();
  };
  store.on('state', update);
  store.on('chosen', update);
  update();
}

const key = (name) => el('kbd', { text: name });

const OUTCOMES = { accepted: 'Accepted', rejected: 'Rejected', noted: 'Noted', later: 'Put off' };

function outcomeOf(view, decided) {
  const what = OUTCOMES[decided.outcome];
  return [what ? `${what}: ${view.place}.` : '', decided.explained].filter(Boolean).join(' ');
}
