/** Questions that are asked while somebody types: only the last one counts. */

/** A question that waits until nothing was asked for `wait` milliseconds, and gives up the one before: `ask` gets a
 * signal that aborts it, then the arguments. `answered` gets its answer and the arguments, `failed` the error;
 * `pending` is told, after `patience` more milliseconds, that the answer takes long, and then that it came. */
export function lastAnswer(ask, { answered, failed = () => {}, pending = () => {}, wait = 250, patience = 400 }) {
  let timer = 0;
  let slow = 0;
  let controller = null;

  function stop() {
    clearTimeout(timer);
    clearTimeout(slow);
    controller?.abort();
    controller = null;
    pending(false);
  }

  async function run(given) {
    const mine = (controller = new AbortController());
    slow = setTimeout(() => pending(true), patience);
    try {
      const answer = await ask(mine.signal, ...given);
      if (controller === mine) answered(answer, ...given);
    } catch (error) {
      if (controller === mine && error.name !== 'AbortError') failed(error, ...given);
    } finally {
      if (controller === mine) {
        clearTimeout(slow);
        pending(false);
      }
    }
  }

  return {
    ask(...given) {
      stop();
      timer = setTimeout(run, wait, given);
    },
    stop,
  };
}
