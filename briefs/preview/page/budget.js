/** The budget of the brief that is shown: pages, last page and words, and what was left out, the first to go first. */

import { leftOutList, measuresOf } from './budget_measures.js';
import { el } from './dom.js';
import { mountTrial } from './what_if.js';

/** Show the budget in `host`, and keep it up to date. */
export function mount(host, { store, api, announce }) {
  const measures = el('div', { class: 'measures' });
  const gone = el('div');
  const summary = el('summary', {}, 'Left out');
  const details = el('details', {}, summary, gone);
  const trialHost = el('div');
  const trial = el('details', { class: 'trial' }, el('summary', {}, 'What if …'), trialHost);
  host.append(el('section', { class: 'budget', 'aria-label': 'Budget' }, measures, details, trial));
  const update = mountTrial(trialHost, trial, { store, api, announce });
  let shown = '';

  function show() {
    const brief = store.briefOf();
    const budget = brief?.budget ?? null;
    const isOld = brief ? !brief.is_current && !store.state.building : false; // while it is built, what is shown is about to change
    const now = JSON.stringify([brief?.id, budget, isOld]);
    if (now === shown) return;
    shown = now;
    measures.replaceChildren(...(budget ? measuresOf(budget, isOld) : [waiting(brief)]));
    details.hidden = trial.hidden = !budget;
    if (!budget) return;
    summary.replaceChildren(summaryOf(budget.left_out));
    gone.replaceChildren(leftOutList(budget.left_out, (block) => store.emit('edit', { report: brief.report, block })));
    update(brief);
  }

  store.on('state', show);
  store.on('chosen', show);
  show();
}

function waiting(brief) {
  const text = brief ? 'The budget is shown as soon as the brief fits its pages once.' : 'No brief is chosen.';
  return el('p', { class: 'quiet-text' }, text);
}

function summaryOf(leftOut) {
  const without = leftOut.filter((one) => one.fate === 'left out').length;
  const shorter = leftOut.length - without;
  const said = [without ? `${without} left out` : '', shorter ? `${shorter} shortened` : ''].filter(Boolean);
  return said.join(', ') || 'Nothing left out';
}
