/**
 * What the frame of a brief may do: be looked into by this page, and nothing else. Its scripts never run, which the
 * policy of the server sees to (response_policy.py). In Safari, under a sandbox without `allow-scripts`, the listeners of
 * the page around do not run either (WebKit bug 218086), so clicks on a brief would be lost; only there it is added.
 */
export function frameSandbox() {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.hidden = true;
  document.body.append(frame);
  let isHeard = false;
  frame.contentDocument?.addEventListener('try', () => (isHeard = true));
  frame.contentDocument?.dispatchEvent(new Event('try'));
  frame.remove();
  return isHeard ? 'allow-same-origin' : 'allow-same-origin allow-scripts';
}
