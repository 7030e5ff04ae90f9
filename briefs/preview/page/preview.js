/**
 * The page of `briefs preview`: small modules without a library and without a build, each a part of the page.
 *
 *   preview.html        landmarks, and a slot for each panel
 *   preview.css         colours, spacing and controls (custom properties); brief.css and report.css for the two panes
 *   api.js              questions to the server, mistakes in words, the state as it changes
 *   kept_texts.js       what the browser keeps for the page
 *   store.js            what is told and what is chosen; events
 *   dom.js              elements from values, never from markup
 *   keys.js             keys, and their list
 *   choices.js          tabs of audiences and products; edition, view and paper
 *   notices.js          connection, and what is being built
 *   brief_pane.js       the brief: frame_view.js (HTML, in the sandbox of frame_sandbox.js) or pages_view.js (pages),
 *                       outline.js (its units)
 *   report_pane.js      the report: report_text.js (its words), report_search.js,
 *                       origin.js (where a unit comes from), coverage.js (who uses what)
 *   panes.js            two panes, or one at a time
 *   budget.js           the budget and what was left out (budget_measures.js), and what if (what_if.js)
 *   problems.js         what is wrong, above the last good page
 *   block_editor.js     a block in a drawer (drawer.js): block_body.js, edited_field.js for each value, passages.js;
 *                       what was saved last (last_save.js), and what is not saved yet (unsaved_texts.js)
 *   new_block.js        a candidate for a block from what is selected in the report
 *   proposals.js        proposals of reviews, each a card (proposal_card.js)
 *   build_files.js      writing build/
 *   word_diff.js        what two wordings have in common; last_answer.js: questions while somebody types
 *   watched.js          tells the server what is looked at
 *   entering.js         is no part of it, but of the page that the link of the terminal opens first
 *
 * Panels are modules that need nothing of each other. One exports `mount(host, {store, api, announce, keys})`, where
 * `host` is the element of preview.html with its `data-slot`, and is named in PANELS below. A panel
 *   - shows what `store.on('state', …)` and `store.on('chosen', …)` tell, starting with what is there when it is mounted;
 *   - asks the server by `api.get(path, given, {signal})` and `api.post(path, body)`, which raise `api.ApiError`;
 *     `api.inWords(error)` is what to show; `api.lastOnly` gives up the question before;
 *   - goes to a unit by `store.choose({brief, unit})`, to a report by `store.choose({report, side: 'report'})`, and marks
 *     passages by `store.mark(passages, at)`;
 *   - opens a block to be edited by `store.emit('edit', {report, block, unit})`, which the editing panel listens to;
 *   - says with `announce(text)` what those should hear who do not see it, and only that;
 *   - adds keys by `keys.add(['e'], 'Edit …', fn)`; none fires while somebody types or a dialog is open;
 *   - makes its elements with `dom.js`, so that no text is ever read as markup, and sets styles by classes in a style
 *     sheet of its own, linked in preview.html.
 * `store.on('selection', …)` tells what is selected in the report, as {report, address, start, end, text}, or null.
 */

import * as api from './api.js';
import * as editing from './block_editor.js';
import { mountBrief } from './brief_pane.js';
import * as budget from './budget.js';
import * as build from './build_files.js';
import { mountChoices } from './choices.js';
import { byId } from './dom.js';
import { createKeys } from './keys.js';
import * as candidate from './new_block.js';
import { mountNotices } from './notices.js';
import { mountPanes } from './panes.js';
import * as diagnostics from './problems.js';
import * as proposals from './proposals.js';
import { mountReport } from './report_pane.js';
import { createStore } from './store.js';
import { mountWatched } from './watched.js';

/** Panels by their slots. */
const PANELS = { build, diagnostics, budget, candidate, proposals, editing };

const announcer = byId('announcer');
let saying = 0;

/** Say something to those who do not see it; the last of several said at once counts. */
function announce(text) {
  clearTimeout(saying);
  announcer.textContent = '';
  saying = setTimeout(() => (announcer.textContent = text), 120);
}

const store = createStore();
const keys = createKeys();
const parts = { store, api, announce, keys };

mountNotices(parts);
mountChoices(parts);
mountPanes(parts);
mountReport(parts);
mountBrief(parts);
mountWatched(parts);
for (const [slot, panel] of Object.entries(PANELS)) panel.mount(document.querySelector(`[data-slot="${slot}"]`), parts);

addEventListener('popstate', () => store.follow());
api.listen(store.take, store.connect);
