/** Texts that somebody typed and did not save yet: kept for this window until they are, whatever happens meanwhile. */

import { forWindow } from './kept_texts.js';

const PREFIX = 'briefs-unsaved:';

const nameOf = (report, block, field) => PREFIX + JSON.stringify([report, block, field]);

/** Keep the text `value` for a field; `base` is the value that it was typed over. */
export function keepUnsaved(report, block, field, base, value) {
  if (value === base) forgetUnsaved(report, block, field);
  else forWindow.set(nameOf(report, block, field), JSON.stringify({ base, value }));
}

/** What was kept for a field, as {base, value}, or null. */
export const unsaved = (report, block, field) => forWindow.value(nameOf(report, block, field));

/** Forget what was kept for a field. */
export const forgetUnsaved = (report, block, field) => forWindow.remove(nameOf(report, block, field));

/** All that is not saved, as [report, block] pairs, each once. */
export function unsavedBlocks() {
  const found = new Map();
  for (const name of forWindow.names()) {
    if (!name.startsWith(PREFIX)) continue;
    const [report, block] = JSON.parse(name.slice(PREFIX.length));
    found.set(JSON.stringify([report, block]), [report, block]);
  }
  return [...found.values()];
}
