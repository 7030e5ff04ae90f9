/**
 * Texts that the browser keeps for the page, by name. A browser may forbid it, or have no room left: then nothing is kept,
 * and the page goes on without.
 */

function keptIn(storage) {
  return {
    /** What is kept by a name, or null. */
    get(name) {
      try {
        return storage().getItem(name);
      } catch {
        return null;
      }
    },
    /** The value that is kept by a name as JSON, or null. */
    value(name) {
      try {
        return JSON.parse(storage().getItem(name));
      } catch {
        return null;
      }
    },
    set(name, text) {
      try {
        storage().setItem(name, text);
      } catch {
        // It is known as long as the page is open.
      }
    },
    remove(name) {
      try {
        storage().removeItem(name);
      } catch {
        // Nothing was kept.
      }
    },
    /** All names. */
    names() {
      try {
        return Object.keys(storage());
      } catch {
        return [];
      }
    },
  };
}

/** For all windows, until another day. */
export const forGood = keptIn(() => localStorage);
/** For this window, as long as it is open. */
export const forWindow = keptIn(() => sessionStorage);
