/** The report beside the brief. */

import { byId } from './dom.js';

export function mountReport({ store }) {
  store.on('state', (state) => {
    byId('report-title').textContent = state.reports.find((one) => one.name === store.chosen.report)?.title ?? 'Report';
  });
}
