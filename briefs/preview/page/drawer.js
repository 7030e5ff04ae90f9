/**
 * A dialog at the side of the page: beside the report if there is room for both, else over the whole window. Beside, it
 * is not modal, so that the report can be read and scrolled; over it, it is.
 */

import { button, el } from './dom.js';

const WIDE = '(min-width: 70rem)';

/** A drawer with `title`. `wantsToClose` is called when somebody wants to leave it (Escape, or the button), and calls
 * `close` if nothing speaks against it. Gives {dialog, heading, body, foot, open, close, isOverAll}. */
export function drawer(title, wantsToClose) {
  const id = `drawer-${title.toLowerCase().replaceAll(/\W+/g, '-')}`;
  const heading = el('h2', { id, tabindex: -1 }, title);
  const leave = button('Close', () => wantsToClose(), { class: 'quiet', 'aria-keyshortcuts': 'Escape' });
  const body = el('div', { class: 'body', tabindex: 0, role: 'group', 'aria-labelledby': id });
  const foot = el('div', { class: 'foot' });
  const dialog = el('dialog', { class: 'drawer', 'aria-labelledby': id }, el('div', { class: 'head' }, heading, leave), body, foot);
  document.body.append(dialog);
  let opener = null;

  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    wantsToClose();
  });
  dialog.addEventListener('keydown', (event) => {
    event.stopPropagation(); // keys of the page mean nothing in here
    if (event.key === 'Escape' && !event.isComposing && !dialog.matches(':modal')) wantsToClose();
  });

  return {
    dialog,
    heading,
    body,
    foot,
    open() {
      if (dialog.open) return;
      opener = document.activeElement;
      if (matchMedia(WIDE).matches) dialog.show();
      else dialog.showModal();
      heading.focus();
    },
    /** Whether it covers the whole window. */
    isOverAll: () => dialog.matches(':modal'),
    close() {
      if (!dialog.open) return;
      dialog.close();
      if (!opener?.isConnected && opener?.localName === 'iframe') opener = document.querySelector('.screen iframe:not(.is-loading)');
      if (opener?.isConnected) opener.focus();
      opener = null;
    },
  };
}
