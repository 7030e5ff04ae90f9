"""Attacks in a real browser: on the whole preview as it runs, with a project that is hostile itself, and from pages of
other sites and other ports."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page

from tests.builders import contents
from tests.preview.attacks.hostile_project import IMAGE, write_hostile_mistake, write_hostile_project
from tests.preview.running_preview import RunningPreview, running_preview

pytestmark = pytest.mark.slow


@dataclass
class Visited:
    """A window, and what the browser complained of in it; dialogs are complaints too."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def begins(self) -> Visited:
        """Listen, and let nothing be run unseen."""
        self.page.on(
            "console",
            lambda one: (
                self.complaints.append(f"{one.text} {one.location}") if one.type in ("error", "warning") else None
            ),
        )
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", self._dismiss)
        return self

    def _dismiss(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory, evil: EvilServer) -> Iterator[RunningPreview]:
    """The hostile project in a preview of its own process."""
    with running_preview(write_hostile_project(tmp_path_factory.mktemp("hostile"), evil.address)) as running:
        yield running


@pytest.fixture
def person(browser: Browser) -> Iterator[BrowserContext]:
    """The browser of one person."""
    context = browser.new_context()
    yield context
    context.close()


class EvilServer(ThreadingHTTPServer):
    """Another server on this machine, of somebody else: its page has `evil.js`. `asked` are the paths that were
    asked for, and `cookies` those that came along."""

    address = property(lambda self: f"http://evil.localhost:{self.server_port}")

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.cookies: list[str] = []
        super().__init__(("127.0.0.1", 0), EvilPage)


class EvilPage(BaseHTTPRequestHandler):
    """Answers everything with the page."""

    server: EvilServer

    def do_GET(self) -> None:
        """Note the cookies, and give the page."""
        self.server.asked.append(self.path)
        self.server.cookies.append(self.headers.get("Cookie", ""))
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        script = (Path(__file__).parent / "evil.js").read_text(encoding="utf-8")
        self.wfile.write(f"<!DOCTYPE html><title>Evil</title><body><script>{script}</script>".encode())

    def log_message(self, format: str, *given: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def evil() -> Iterator[EvilServer]:
    """The other server."""
    with EvilServer() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def opened(person: BrowserContext, preview: RunningPreview) -> Visited:
    """A window with the preview, whose brief is shown."""
    visited = Visited(person.new_page()).begins()
    visited.page.goto(preview.link)
    visited.page.wait_for_url(re.compile(rf"^{preview.origin}/(#.*)?$"))
    until(visited.page, "!!document.querySelector('iframe')?.contentDocument?.querySelector('#u1')")
    return visited


def until(page: Page, script: str, seconds: float = 20) -> None:
    """Wait until a script in the page comes to something true. (`wait_for_function` would need `eval`.)"""
    ends = time.monotonic() + seconds
    while not page.evaluate(script):
        assert time.monotonic() < ends, script
        page.wait_for_timeout(30)


def refuses(page: Page, script: str) -> bool:
    """Whether a script raises if the page itself runs it."""
    is_refused: bool = page.evaluate(f"(async () => {{ try {{ {script}; return false }} catch {{ return true }} }})()")
    return is_refused


def test_the_link_leaves_no_trace(person: BrowserContext, preview: RunningPreview) -> None:
    """Tokens in the address, the history or the Referer (CWE-598); secrets that scripts can read (CWE-1004)."""
    visited = opened(person, preview)
    token = preview.link.partition("=")[2]
    assert token not in visited.page.url
    assert visited.page.evaluate("document.cookie") == ""
    assert visited.page.evaluate("document.referrer") == ""
    assert token not in visited.page.evaluate("JSON.stringify(localStorage)")
    [cookie] = person.cookies()
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (True, "Strict", "/")
    visited.page.go_back()
    assert token not in visited.page.url


def test_another_person_gets_nothing(browser: Browser, preview: RunningPreview) -> None:
    """A browser without the link (CWE-306)."""
    with browser.new_context() as stranger:
        page = stranger.new_page()
        answer = page.goto(preview.origin)
        assert answer is not None
        assert answer.status == 403
        assert "Open the link" in page.inner_text("body")


def test_a_link_on_a_page_of_another_site_opens_the_preview(
    person: BrowserContext, preview: RunningPreview, evil: EvilServer
) -> None:
    """SameSite=Strict must not shut out who follows the link from a chat or a mail in the browser."""
    page = person.new_page()
    page.goto(f"http://evil.localhost:{evil.server_port}/")
    page.evaluate("href => added('a', {href, id: 'a', textContent: 'here'})", preview.link)
    page.click("#a")
    page.wait_for_url(re.compile(rf"^{preview.origin}/(#.*)?$"))
    page.wait_for_selector("iframe")


def test_rebinding_gets_nothing(person: BrowserContext, preview: RunningPreview) -> None:
    """DNS rebinding: the page of evil.localhost becomes of the same origin as this port, and holds no cookie or key."""
    opened(person, preview)
    page = person.new_page()
    port = urlsplit(preview.origin).port
    answer = page.goto(f"http://evil.localhost:{port}/")
    assert answer is not None
    assert answer.status == 400
    assert page.evaluate("fetch('/state').then(one => one.status)") == 400
    assert page.evaluate("fetch('/save', {method: 'POST', body: '{}'}).then(one => one.status)") == 400


@pytest.mark.parametrize("host", ["evil.localhost", "127.0.0.1"])
def test_pages_of_others_can_do_nothing(
    host: str, person: BrowserContext, preview: RunningPreview, evil: EvilServer
) -> None:
    """Cross-site requests, from another site, and from another port of this machine, which is the same *site*."""
    opened(person, preview)
    before = contents(preview.root / "seeds")
    page = person.new_page()
    page.goto(f"http://{host}:{evil.server_port}/")
    for attack in page.evaluate("Object.keys(attacks)"):
        assert page.evaluate("([name, url]) => attempt(name, url)", [attack, preview.origin]) == "refused", attack
    for attack in page.evaluate("Object.keys(blind)"):
        page.evaluate("([name, url]) => blind[name](url).catch(() => null)", [attack, preview.origin])
    assert len(page.frames) == 3
    for frame in page.frames[1:]:
        assert frame.content() == "<html><head></head><body></body></html>" or "neterror" in frame.content()
    page.evaluate("url => sendForm(url)", preview.origin)
    page.wait_for_url(f"{preview.origin}/build")
    assert "comes from a page of another site" in page.inner_text("body")
    assert contents(preview.root / "seeds") == before
    assert not (preview.root / "build").exists()


def test_the_cookie_goes_to_other_ports_but_not_to_other_sites(
    person: BrowserContext, preview: RunningPreview, evil: EvilServer
) -> None:
    """Why the cookie alone lets nobody write: cookies know no ports (RFC 6265 §8.5)."""
    opened(person, preview)
    page = person.new_page()
    for host, is_sent in (("evil.localhost", False), ("127.0.0.1", True)):
        evil.cookies.clear()
        page.goto(f"http://{host}:{evil.server_port}/")
        assert any("briefs-preview" in one for one in evil.cookies) == is_sent
    assert page.evaluate("localStorage.length") == 0


def test_a_cookie_that_another_port_got_reads_no_key(person: BrowserContext, preview: RunningPreview) -> None:
    """Another port of this machine is sent our cookie, so a program there can read what the page can; it cannot write,
    since the key never comes with a cookie, and stays in the storage of our port."""
    opened(person, preview)
    cookie = {one["name"]: one["value"] for one in person.cookies()}
    headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookie.items())}
    program = person.request
    for path in ("/", "/state", "/assets/entering.js", "/assets/api.js"):
        said = program.get(preview.origin + path, headers=headers)
        assert said.status == 200
        assert 'name="preview-key" content' not in said.text()
    posted = program.post(f"{preview.origin}/build", headers={**headers, "Origin": preview.origin}, data={})
    assert posted.status == 403


def test_nothing_that_people_write_runs_or_loads(
    person: BrowserContext, preview: RunningPreview, evil: EvilServer
) -> None:
    """Cross-site scripting (CWE-79) by every field of a project: report, blocks, templates, house, style sheet, names
    of files, and the diagnostics that quote them. The page is walked through, and nothing may come of it."""
    person.add_init_script("window.pwned = () => { window.wasPwned = true }")
    evil.asked.clear()
    visited = opened(person, preview)
    page = visited.page
    page.wait_for_timeout(300)
    page.frames[-1].click("#u1")
    page.wait_for_timeout(500)
    write_hostile_mistake(preview.root)
    until(page, "fetch('/state').then(one => one.json()).then(one => one.problems.some(it => it.severity === 'error'))")
    page.wait_for_timeout(500)
    for press in page.query_selector_all("button:visible, summary:visible, [role=tab]:visible"):
        if press.is_visible() and press.is_enabled() and "uild" not in press.inner_text():
            press.click(timeout=1000, no_wait_after=True)
            page.wait_for_timeout(60)
            page.keyboard.press("Escape")
    shown = page.inner_text("body")
    assert IMAGE in page.evaluate("document.querySelector('iframe').contentDocument.body.textContent")
    assert IMAGE in shown  # as text
    for frame in page.frames:
        if frame.url.startswith(preview.origin):
            assert not frame.evaluate("window.wasPwned")
            assert frame.evaluate("document.querySelectorAll('img[onerror], [href^=\"javascript:\" i]').length") == 0
    page.evaluate("src => { new Image().src = src }", f"{evil.address}/tried.png")
    page.wait_for_timeout(100)
    assert evil.asked == []
    assert not [one for one in visited.complaints if one.startswith("dialog")]
    assert any(f"{evil.address}/seen.png" in one for one in visited.complaints)  # it was tried
    for path in (preview.root / "seeds" / "harbour" / "blocks").glob("*onerror*"):
        path.unlink()


STYLED = """() => {
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { opacity: .5 }' }));
    return getComputedStyle(document.body).opacity;
}"""


def test_the_page_keeps_to_its_own_policy(person: BrowserContext, preview: RunningPreview, evil: EvilServer) -> None:
    """The policy is strict, so the page must need nothing that it forbids; all that was forbidden is told here."""
    visited = opened(person, preview)
    visited.page.wait_for_timeout(300)
    blocked = [one for one in visited.complaints if "Policy" in one or "Trusted" in one]
    blocked = [one for one in blocked if evil.address not in one and "/build" not in one]  # what the brief tries
    assert blocked == []
    assert refuses(visited.page, "document.body.innerHTML = '<b>x</b>'")  # Trusted Types
    assert refuses(visited.page, "document.createElement('script').text = 'window.wasPwned = true'")
    assert visited.page.evaluate(STYLED) == "1"
    assert refuses(visited.page, "await fetch('http://evil.localhost/')")


HIDDEN = """isHidden => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
    document.dispatchEvent(new Event('visibilitychange'));
}"""


def test_windows_in_the_background_do_not_shut_out_others(person: BrowserContext, preview: RunningPreview) -> None:
    """Browsers open six connections to a server at most: a window more than that would get no answer (CWE-400)."""
    first = opened(person, preview)
    first.page.evaluate(HIDDEN, True)
    for _ in range(7):
        opened(person, preview).page.evaluate(HIDDEN, True)
    generation = first.page.evaluate("fetch('/state').then(one => one.json()).then(one => one.generation)")
    assert generation > 0
    with first.page.expect_request("**/events"):
        first.page.evaluate(HIDDEN, False)


INTRUDING = """elsewhere => {
    const doc = [...document.querySelectorAll('iframe')].at(-1).contentDocument;
    const add = (name, given) => {
        const element = doc.createElement(name);
        for (const [key, value] of Object.entries(given)) element.setAttribute(key, value);
        doc.body.append(element);
        return element;
    };
    add('script', { src: '/assets/api.js', onload: 'parent.wasPwned = true' });
    add('img', { src: `${elsewhere}/a.png`, onerror: 'parent.wasPwned = true' });
    add('link', { rel: 'stylesheet', href: `${elsewhere}/a.css` });
    add('iframe', { src: `${elsewhere}/frame` });
    add('object', { data: `${elsewhere}/object` });
    add('meta', { 'http-equiv': 'refresh', content: `0;url=${elsewhere}/refresh` });
    add('a', { href: 'javascript:parent.wasPwned = true', ping: `${elsewhere}/ping` }).click();
    add('p', { onclick: 'parent.wasPwned = true' }).click();
    add('form', { action: `${elsewhere}/form`, method: 'POST' }).submit();
}"""


FRAMED = """([url, sandbox]) => new Promise(done => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', sandbox);
    frame.addEventListener('load', done, { once: true });
    frame.src = url;
    document.body.append(frame);
})"""


@pytest.mark.parametrize("sandbox", ["allow-same-origin", "allow-same-origin allow-scripts"])
def test_the_frame_of_the_brief_is_shut_off(
    sandbox: str, person: BrowserContext, preview: RunningPreview, evil: EvilServer
) -> None:
    """If the writer of HTML had a gap after all: a script that got into the brief does not run, and loads nothing; also
    not in Safari, where only the policy forbids it."""
    visited = opened(person, preview)
    frame = next(one for one in visited.page.frames if "/frame" in one.url)
    assert frame.frame_element().get_attribute("sandbox") == "allow-same-origin"
    visited.page.evaluate(FRAMED, [frame.url, sandbox])
    evil.asked.clear()
    visited.page.evaluate(INTRUDING, evil.address)
    visited.page.wait_for_timeout(300)
    assert visited.page.evaluate("window.wasPwned") is None
    assert evil.asked == []
    assert "/frame" in frame.url
