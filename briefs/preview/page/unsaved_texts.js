/** Texts that somebody typed and did not save yet: kept for this window until they are, whatever happens meanwhile. */

const PREFIX = 'briefs-unsaved:';

const keyOf = (report, block, name) => PREFIX + JSON.stringify([report, block, name]);

/** Keep the text `value` for a field; `base` is the value that it was typed over. */
export function keepUnsaved(report, block, name, base, value) {
  try {
    if (value === base) sessionStorage.removeItem(keyOf(report, block, name));
    else sessionStorage.setItem(keyOf(report, block, name), JSON.stringify({ base, value }));
  } catch {
    // The storage is full or forbidden: the text is still in the dialog.
  }
}

/** What was kept for a field, as {base, value}, or null. */
export function unsaved(report, block, name) {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(report, block, name)));
  } catch {
    return null;
  }
}

/** Forget what was kept for a field. */
export function forgetUnsaved(report, block, name) {
  try {
    sessionStorage.removeItem(keyOf(report, block, name));
  } catch {
    // Nothing was kept.
  }
}

/** All that is not saved, as [report, block] pairs, each once. */
export function unsavedBlocks() {
  const found = new Map();
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (!key.startsWith(PREFIX)) continue;
      const [report, block] = JSON.parse(key.slice(PREFIX.length));
      found.set(JSON.stringify([report, block]), [report, block]);
    }
  } catch {
    return [];
  }
  return [...found.values()];
}
