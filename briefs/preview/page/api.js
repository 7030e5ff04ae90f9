/** What the page asks of the server: JSON both ways, mistakes in words, and the state as it changes. */

import { capitalized } from './dom.js';
import { forGood } from './kept_texts.js';

const SOON = 1500; // milliseconds of silence before a lost connection is told: a reload of the network is none
const AGAIN = 3000;

/** Why something was not answered: `message` and `hint` are for people; `status` is that of HTTP, 0 without an answer. */
export class ApiError extends Error {
  constructor(message, hint = '', status = 0) {
    super(message);
    this.hint = hint;
    this.status = status;
  }

  /** Message and hint as sentences. */
  get words() {
    return [this.message, this.hint].filter(Boolean).map(sentence).join(' ');
  }
}

/** An error in words for people. One that is no ApiError is a mistake of ours, of which the console of the browser says more. */
export function inWords(error) {
  if (error instanceof ApiError) return error.words;
  console.error(error);
  return 'This failed because of a mistake in the program, not because of what you did. Reload the page to go on.';
}

const sentence = (text) => `${capitalized(text).replace(/\.$/, '')}.`;

/** What lets a page write; entering.js keeps it. */
const key = () => forGood.get('preview-key') ?? '';

/** The address of a question with its arguments. */
export const addressOf = (path, given = {}) => {
  const query = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== undefined && value !== null));
  return query.size ? `${path}?${query}` : path;
};

function unanswered(error) {
  if (error.name === 'AbortError') throw error;
  throw new ApiError('The preview does not answer.', 'See in the terminal whether it still runs.');
}

async function asked(path, options) {
  const response = await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...options }).catch(unanswered);
  if (response.ok) return response;
  const said = await response.json().catch(() => ({}));
  throw new ApiError(said.message ?? `The preview answered with ${response.status}.`, said.hint ?? '', response.status);
}

/** The JSON at `path`, such as `get('/unit', {brief, status, unit})`. Raises ApiError; AbortError if `signal` says so. */
export async function get(path, given = {}, { signal } = {}) {
  return (await asked(addressOf(path, given), { signal })).json().catch(unanswered);
}

/** Ask only whether there is an answer at `path`. Raises ApiError, which says why there is none. */
export async function check(path, given = {}) {
  await asked(addressOf(path, given));
}

/** What the server says to `body`, sent as JSON with the key of this preview. Raises as `get`. */
export async function post(path, body, { signal } = {}) {
  const headers = { 'Content-Type': 'application/json', 'X-Preview-Key': key() };
  return (await asked(path, { method: 'POST', headers, body: JSON.stringify(body), signal })).json().catch(unanswered);
}

/**
 * Only the last question of several counts: what `ask` gives is passed on unless another was asked since, and the one
 * before is given up. `ask` gets a signal.
 */
export function lastOnly(ask) {
  let current = null;
  return async (...given) => {
    current?.abort();
    const mine = (current = new AbortController());
    try {
      const answer = await ask(mine.signal, ...given);
      return mine === current ? answer : undefined;
    } catch (error) {
      if (mine === current && error.name !== 'AbortError') throw error;
      return undefined;
    }
  };
}

/** Listen to the state: `take` gets each State, `tell` gets "open" or "lost" whenever that changes. */
export function listen(take, tell) {
  let source = null;
  let lost = 0;
  const open = () => {
    if (document.hidden) return;
    source?.close();
    source = new EventSource('/events');
    source.addEventListener('state', (event) => take(JSON.parse(event.data)));
    source.addEventListener('open', () => {
      clearTimeout(lost);
      lost = 0;
      tell('open');
    });
    source.addEventListener('error', () => {
      lost ||= setTimeout(() => tell('lost'), SOON);
      if (source.readyState !== EventSource.CLOSED) return; // it tries again by itself
      source.close();
      setTimeout(open, AGAIN);
    });
  };
  open();
  addEventListener('pagehide', () => source?.close());
  addEventListener('pageshow', (event) => event.persisted && open());
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) return open(); // it is told the whole state at once
    clearTimeout(lost);
    lost = 0;
    source?.close(); // browsers open six connections to a server at most, for all windows together
  });
}
