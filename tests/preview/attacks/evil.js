/** What a page of another site, or of another port, may try on the preview at `url`. Each gives what it got, or raises. */

const event = (source, good, bad) =>
  new Promise((done, failed) => {
    source[good] = () => done(good);
    source[bad] = () => failed(new Error(bad));
  });

const added = (name, given) => {
  const element = Object.assign(document.createElement(name), given);
  document.body.append(element);
  return element;
};

const EDIT = JSON.stringify({ report: 'harbour', block: 'fact.timetable', name: 'short', value: 'x', version: '' });

window.attacks = {
  read: async (url) => (await fetch(`${url}/state`)).text(),
  readWithCookie: async (url) => (await fetch(`${url}/state`, { credentials: 'include' })).text(),
  readStream: (url) => event(new EventSource(`${url}/events`, { withCredentials: true }), 'onopen', 'onerror'),
  openSocket: (url) => event(new WebSocket(`${url.replace('http', 'ws')}/events`), 'onopen', 'onerror'),
  showPicture: (url) => event(added('img', { src: `${url}/assets/icon.svg` }), 'onload', 'onerror'),
  runScript: (url) => event(added('script', { src: `${url}/assets/api.js` }), 'onload', 'onerror'),
  useStyle: (url) => event(added('link', { rel: 'stylesheet', href: `${url}/assets/preview.css` }), 'onload', 'onerror'),
  writeJson: async (url) => {
    const headers = { 'Content-Type': 'application/json', 'X-Preview-Key': 'x' };
    return (await fetch(`${url}/save`, { method: 'POST', credentials: 'include', body: EDIT, headers })).status;
  },
};

/** What cannot tell whether it was answered. */
window.blind = {
  writeText: (url) => fetch(`${url}/save`, { method: 'POST', mode: 'no-cors', credentials: 'include', body: EDIT }),
  beacon: async (url) => navigator.sendBeacon(`${url}/build`, '{}'),
  frame: (url) => event(added('iframe', { src: url }), 'onload', 'onerror'),
  frameBrief: (url) => event(added('iframe', { src: `${url}/frame?brief=harbour/captains/brief` }), 'onload', 'onerror'),
};

window.sendForm = (url) => added('form', { method: 'POST', enctype: 'text/plain', action: `${url}/build` }).submit();

window.attempt = (name, url) => window.attacks[name](url).then((got) => `got ${got}`, () => 'refused');
