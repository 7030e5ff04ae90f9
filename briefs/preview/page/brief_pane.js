/** The brief: on screen or in pages, with what is said of it, and ways through it. */

import { byId, el } from './dom.js';

export function mountBrief({ store, api, keys }) {
  const body = byId('brief-body');
  const frame = el('iframe', { title: 'The brief', sandbox: 'allow-same-origin' });
  body.append(frame);
  let shown = '';
  const show = () => {
    const brief = store.briefOf();
    byId('brief-title').textContent = brief?.title ?? 'Brief';
    const wanted = brief?.version ? `${brief.id} ${brief.version} ${store.chosen.status}` : '';
    if (wanted && wanted !== shown) frame.src = api.addressOf('/frame', { brief: brief.id, status: store.chosen.status });
    shown = wanted;
  };
  frame.addEventListener('load', () => keys.hear(frame.contentDocument));
  store.on('state', show);
  store.on('chosen', show);
}
