/**
 * A block, edited in place: its wording, who needs it, and beside it the passages that it rests on. What is typed is
 * kept until it is saved or thrown away; what is saved goes into the file value by value, and never over a change that
 * the person has not seen.
 */

import { inWords } from './api.js';
import { blockBody } from './block_body.js';
import { button, el, linkTo } from './dom.js';
import { drawer } from './drawer.js';
import { mountLastSave } from './last_save.js';
import { reportOf } from './store.js';

/**
 * Make the editor ready: the store's event "edit" opens it, with {report, block}, and `name` for the field to begin with,
 * or with {brief, unit} for what a unit prints. What was saved last, and what is not saved yet, is shown in `host`.
 */
export function mount(host, { store, api, announce, keys }) {
  const lastSave = mountLastSave(host, { store, api, announce });
  const panel = drawer('Edit a block', cancel);
  const said = el('p', { role: 'status', class: 'outcome' });
  const save = button('Save', () => saveAll(), { class: 'main', 'aria-keyshortcuts': 'Control+Enter Meta+Enter' });
  const dismiss = button('Cancel', cancel);
  const sure = el(
    'div',
    { class: 'row', role: 'alertdialog', 'aria-label': 'Throw your changes away?', hidden: true },
    el('span', {}, 'Throw your changes away?'),
    button('Throw away', discard, { class: 'danger' }),
    button('Keep editing', () => ask(false)),
  );
  const buttons = el('div', { class: 'row' }, save, dismiss, el('span', { class: 'quiet-text' }, 'Ctrl+Enter saves, Esc cancels'));
  panel.foot.append(said, sure, buttons);
  let open = null; // {report, block, version, fields, isBusy}
  let opening = 0;

  panel.dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      saveAll();
    }
  });

  store.on('edit', (asked) => (asked.block ? show(asked) : showUnit(asked)));
  keys.add(['e'], 'Edit what the chosen paragraph prints', () => {
    const { brief, unit } = store.chosen;
    if (!unit) {
      announce('Choose a paragraph first.');
      return false;
    }
    showUnit({ brief, unit });
    return true;
  });
  store.on('state', lookAgain);

  /** Edit what a unit prints: its block, or one of several. */
  async function showUnit({ brief, unit }) {
    const turn = begin('Edit');
    try {
      const view = await api.get('/unit', { brief, status: store.chosen.status, unit });
      if (turn !== opening) return;
      const report = reportOf(brief);
      const forms = [...new Map(view.forms.map((one) => [one.block, one])).values()];
      if (forms.length === 1) show({ report, block: forms[0].block, name: forms[0].field });
      else choose(view, report, forms);
    } catch (error) {
      if (turn === opening) refuse(error);
    }
  }

  function choose(view, report, forms) {
    panel.heading.textContent = `Edit ${view.place}`;
    const options = forms.map((one) =>
      el('li', {}, button(el('span', {}, el('code', { text: one.block }), ` ${one.text}`), () => show({ report, block: one.block, name: one.field }), { class: 'as-text' })),
    );
    panel.body.replaceChildren(
      el('p', { text: forms.length ? 'It is printed from several blocks. Which one?' : 'It is printed from no block: its words stand in the template.' }),
      el('ul', { class: 'which' }, options),
      el('p', {}, linkTo(view.template, 'Open the template')),
    );
    panel.body.querySelector('button')?.focus();
  }

  /** Open the drawer, empty; gives the number of this opening, which counts until there is another. */
  function begin(title) {
    stopFields();
    open = null;
    ask(false);
    tell('');
    save.disabled = true;
    panel.heading.textContent = title;
    panel.body.replaceChildren(el('p', { class: 'quiet-text', text: 'Reading the block …' }));
    panel.open();
    return (opening += 1);
  }

  function refuse(error) {
    panel.body.replaceChildren(el('p', { class: 'refused', text: inWords(error) }));
  }

  async function show({ report, block, name = '' }) {
    if (panel.dialog.open && open?.report === report && open.block === block) {
      focusOn(name);
      return;
    }
    const turn = begin(block);
    try {
      const view = await api.get('/block', { report, block });
      if (turn === opening) fill(view, name);
    } catch (error) {
      if (turn === opening) refuse(error);
    }
  }

  function fill(view, name) {
    open = { report: view.report, block: view.block, version: view.version, fields: [], isBusy: false };
    const mine = open;
    const context = {
      report: view.report,
      block: view.block,
      language: store.outline?.language,
      version: () => mine.version,
      priorities: view.priorities,
      check: (signal, edit) => api.post('/check', edit, { signal }),
      save: (field) => saveFields([field]),
      noticed: (text) => tell(text),
    };
    const body = blockBody(view, name, context, markAt);
    mine.fields = body.fields;
    panel.heading.replaceChildren(el('span', { class: 'kind' }, view.kind.replaceAll('_', ' ')), ' ', el('code', {}, view.block));
    panel.body.replaceChildren(...body.shown);
    save.disabled = false;
    if (view.passages.length) store.mark(view.passages);
    lastSave.showUnsaved(view);
    if (mine.fields.length) focusOn(name || (mine.fields.find((one) => one.isWording && one.value() !== '') ?? mine.fields[0]).name);
  }

  /** Look at a passage in the report; where the drawer covers it, the drawer gives way and keeps what was typed. */
  function markAt(passages, at) {
    store.choose({ side: 'report', pane: 'report', isWide: false });
    store.mark(passages, at);
    if (panel.isOverAll()) close();
  }

  function focusOn(name) {
    (open?.fields.find((one) => one.name === name) ?? open?.fields[0])?.focus();
  }

  /** The files changed: say so at once if this block did. */
  let lookingAgain = 0;
  let generation = null;
  function lookAgain() {
    const now = store.state?.generation;
    if (now === generation || !panel.dialog.open || !open) {
      generation = now;
      return;
    }
    generation = now;
    clearTimeout(lookingAgain);
    lookingAgain = setTimeout(takeInNow, 150);
  }

  /** Take in what the file says now; says whether it could be read. */
  async function takeInNow() {
    const mine = open;
    if (!mine || mine.isBusy) return;
    try {
      const view = await api.get('/block', { report: mine.report, block: mine.block });
      if (open === mine && !mine.isBusy) takeIn(mine, view);
    } catch (error) {
      if (open === mine) tell(`${inWords(error)} What you typed is kept here: you can copy it.`, 'refused');
    }
  }

  function takeIn(mine, view) {
    const byName = new Map(view.fields.map((one) => [one.name, one]));
    const changed = mine.fields.filter((one) => byName.has(one.name) && one.takeIn(byName.get(one.name)));
    if (view.version !== mine.version && changed.length) {
      const conflicts = changed.filter((one) => one.hasConflict());
      const text = conflicts.length
        ? `The file changed meanwhile: choose for ${conflicts.map((one) => one.told).join(', ')}.`
        : `The file changed meanwhile; you see what it says now: ${changed.map((one) => one.told).join(', ')}.`;
      tell(text, conflicts.length ? 'refused' : '');
    }
    mine.version = view.version;
  }

  async function saveAll() {
    if (!open) return;
    const changed = open.fields.filter((one) => one.isChanged());
    if (!changed.length) {
      close();
      return;
    }
    const unsettled = changed.find((one) => one.hasConflict());
    if (unsettled) {
      tell(`First choose what becomes of ${unsettled.told}.`, 'refused');
      unsettled.shown.scrollIntoView({ block: 'nearest' });
      unsettled.shown.querySelector('.meeting button')?.focus();
      return;
    }
    await saveFields(changed);
  }

  /** Save fields one after the other, each over the version that the one before made. */
  async function saveFields(fields) {
    const mine = open;
    if (!mine || mine.isBusy) return;
    setBusy(mine, true);
    const done = [];
    let trouble = '';
    let link = null;
    for (const field of fields) {
      const value = field.value();
      const before = field.base();
      try {
        const saved = await api.post('/save', { report: mine.report, block: mine.block, name: field.name, value, version: mine.version, before });
        if (saved.outcome === 'saved' || saved.outcome === 'unchanged') {
          mine.version = saved.version;
          link = saved.link ?? link;
          const isAsSaved = field.value() === value;
          field.saved(value);
          if (saved.outcome === 'saved') done.push({ name: field.name, label: field.told, before, after: value, note: saved.explained });
          if (!isAsSaved) trouble ||= `${field.told} was saved as it was when you saved; what you typed since is not saved yet.`;
        } else if (saved.outcome === 'conflict') {
          trouble ||= `The file changed meanwhile: choose for ${field.told}.`;
          await meet(mine, field, saved);
        } else {
          trouble ||= `${field.told}: ${saved.explained || 'it cannot be saved'}.`;
        }
      } catch (error) {
        trouble ||= `${field.told} was not saved. ${inWords(error)} Your text is kept in this window; try again.`;
      }
    }
    setBusy(mine, false);
    if (done.length) {
      lastSave.show({ report: mine.report, block: mine.block, version: mine.version, link, changes: done });
      announce(`Saved: ${done.map((one) => one.label).join(', ')} of ${mine.block}.`);
    }
    if (open !== mine) return;
    if (trouble) tell(trouble, 'refused');
    else if (!mine.fields.some((one) => one.isChanged())) close();
    else tell(`Saved: ${done.map((one) => one.label).join(', ')}.`);
  }

  async function meet(mine, field, saved) {
    try {
      takeIn(mine, await api.get('/block', { report: mine.report, block: mine.block }));
    } catch {
      mine.version = saved.version;
    }
    if (!field.hasConflict() && field.isChanged()) field.takeIn({ value: saved.theirs, is_written: true, link: saved.link });
  }

  function setBusy(mine, isBusy) {
    mine.isBusy = isBusy;
    save.disabled = isBusy;
    save.textContent = isBusy ? 'Saving …' : 'Save';
  }

  function cancel() {
    const changed = open?.fields.filter((one) => one.isChanged()) ?? [];
    if (changed.length && sure.hidden) {
      tell(`Not saved yet: ${changed.map((one) => one.told).join(', ')}.`);
      ask(true);
    } else if (changed.length) ask(false);
    else close();
  }

  function ask(isAsked) {
    const was = !sure.hidden;
    sure.hidden = !isAsked;
    buttons.hidden = isAsked;
    if (isAsked) sure.querySelector('button:last-of-type').focus();
    else if (was && open) focusOn(open.fields.find((one) => one.isChanged())?.name);
  }

  function discard() {
    open?.fields.forEach((one) => one.discard());
    open?.fields.splice(0);
    close();
  }

  function stopFields() {
    open?.fields.forEach((one) => one.stop());
  }

  function close() {
    stopFields();
    open = null;
    opening += 1;
    ask(false);
    tell('');
    panel.close();
    lastSave.showUnsaved();
    store.emit('again'); // the passages of the paragraph are marked again, instead of those of the block
  }

  function tell(text, sort = '') {
    said.textContent = text;
    said.className = sort ? `outcome is-${sort}` : 'outcome';
  }
}
