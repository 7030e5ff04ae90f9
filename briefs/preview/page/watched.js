/** The server is told what this window shows, which is built first. */

import { forWindow } from './kept_texts.js';

const NAME = 'briefs-preview-window';

export function mountWatched({ store, api }) {
  const name = forWindow.get(NAME) ?? crypto.randomUUID();
  forWindow.set(NAME, name);
  let told = '';
  async function tell() {
    if (store.connection !== 'open' || !store.chosen.brief) return;
    const { brief, status, sheet } = store.chosen;
    const variants = document.hidden ? [] : [{ brief, status, sheet }];
    if (told === JSON.stringify(variants)) return;
    told = JSON.stringify(variants);
    try {
      await api.post('/watch', { page: name, variants });
    } catch {
      told = ''; // only the order of building depends on it; it is told again with the next change
    }
  }
  store.on('chosen', tell);
  store.on('state', tell);
  store.on('connection', (connection) => {
    if (connection === 'lost') told = '';
    tell();
  });
  document.addEventListener('visibilitychange', tell);
}
