"""Nobody but the person who started a preview gets an answer from it: not another user of the machine, and no page of
another site that this person has open, whatever name it gives this address (DNS rebinding, CVE-2025-24010).
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from briefs.preview.serving.access import KEY_HEADER, Access
from briefs.preview.serving.refusals import NotAdmitted, entering_page, refusal_response
from briefs.preview.serving.response_policy import with_policy

HEAD_BYTES = 16_384
BODY_BYTES = 1_000_000
BODY_SECONDS = 10.0
STREAMS = 24
"""So many windows can follow a preview at one time."""

PATH = re.compile(rb"/(?:[a-z-]+|[a-z]+/[A-Za-z0-9_-]+(?:\.[A-Za-z0-9]+)?|favicon\.ico)?")
"""All paths that there are; none needs a character that could mean something else to a file system or a proxy."""

CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Asked:
    """A request before its body: `origins` and the like are the values of all headers of that name."""

    scope: Scope

    def header(self, name: bytes) -> list[bytes]:
        """The values of all headers of a name."""
        return [value for key, value in self.scope["headers"] if key == name]

    @property
    def writes(self) -> bool:
        """Whether something may be written for this request; reading never has an effect."""
        return bool(self.scope["method"] == "POST")


class Guard:
    """ASGI middleware in front of `app`. What it lets through has a Host of `access`, its cookie, and an address that
    is plain text; whatever writes also has the key, our origin, and all of its body, which is not too large."""

    def __init__(self, app: ASGIApp, access: Access, body_seconds: float = BODY_SECONDS) -> None:
        self._app, self._access, self._body_seconds = app, access, body_seconds
        self._streams = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or let `app` answer."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":  # no WebSocket: nothing here needs one
            await send({"type": "websocket.close", "code": 1008})
            return

        async def send_with_policy(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = with_policy(scope["path"], message["status"], message.get("headers", ()))
                message = {**message, "headers": headers}
            await send(message)

        asked = Asked(scope)
        try:
            self._admit_address(asked)
            if self._enters(asked):
                await entering_page(self._access)(scope, receive, send_with_policy)
                return
            self._admit_person(asked)
            scope.setdefault("state", {})["is_admitted"] = True
            body = await self._body(asked, receive)
        except NotAdmitted as error:
            await refusal_response(error, scope["path"])(scope, receive, send_with_policy)
            return
        await self._pass_on(scope, _whole(body, receive), send_with_policy)

    def _admit_address(self, asked: Asked) -> None:
        """Raise NotAdmitted unless the request is meant for us, and has a shape that all who read it read alike."""
        scope = asked.scope
        if [one.decode("latin-1") for one in asked.header(b"host")] not in [[host] for host in self._access.hosts]:
            raise NotAdmitted(400, "This preview is not at the address that was asked for.")
        if len(scope["query_string"]) + sum(len(name) + len(value) for name, value in scope["headers"]) > HEAD_BYTES:
            raise NotAdmitted(431, "This is too much for the head of a request.")
        if scope["method"] not in ("GET", "POST"):
            raise NotAdmitted(405, "Only GET and POST are understood here.")
        if not PATH.fullmatch(scope.get("raw_path") or scope["path"].encode()):
            raise NotAdmitted(404, "There is nothing at this address.")
        try:
            given = parse_qsl(scope["query_string"].decode("ascii"), keep_blank_values=True, errors="strict")
        except ValueError:  # also what is not UTF-8
            raise NotAdmitted(400, "The address is not written in UTF-8.") from None
        names = [name for name, _ in given]
        if len(set(names)) < len(names) or any(CONTROLS.search(text) for pair in given for text in pair):
            raise NotAdmitted(400, "The address names something twice, or has control characters in it.")
        lengths, codings = asked.header(b"content-length"), asked.header(b"transfer-encoding")
        if (
            asked.header(b"upgrade")
            or (lengths and codings)
            or (not asked.writes and (codings or lengths not in ([], [b"0"])))
        ):
            raise NotAdmitted(400, "This request has a body or an upgrade that does not belong to it.")

    def _enters(self, asked: Asked) -> bool:
        """Whether this is the first request, with the token in its address. A browser that only fetches ahead does not
        enter: it would use up a link that works once."""
        is_page = asked.scope["path"] == "/" and not asked.writes and not asked.header(b"sec-purpose")
        return is_page and self._access.token_fits(asked.scope["query_string"])

    def _admit_person(self, asked: Asked) -> None:
        """Raise NotAdmitted unless the request comes from our own page, in the browser of the person who started us."""
        origins, sites = asked.header(b"origin"), asked.header(b"sec-fetch-site")
        own = b"http://" + asked.header(b"host")[0]
        is_opening = asked.scope["path"] == "/" and asked.header(b"sec-fetch-dest") in ([], [b"document"])
        if not (origins in ([], [own]) and (is_opening or sites in ([], [b"same-origin"], [b"none"]))):
            raise NotAdmitted(403, "This request comes from a page of another site.")
        if not self._access.cookie_fits(asked.header(b"cookie")):
            raise NotAdmitted(403, "This preview is open only to the person who started it.")
        if not asked.writes:
            return
        if not origins and sites != [b"same-origin"]:
            raise NotAdmitted(403, "This request does not say which page it comes from.")
        if not self._access.key_fits(asked.header(KEY_HEADER)):
            raise NotAdmitted(403, "This window may read, but not write.")
        types = [one.split(b";")[0].strip().lower() for one in asked.header(b"content-type")]
        if types != [b"application/json"]:
            raise NotAdmitted(415, "Only JSON is understood here.")

    async def _body(self, asked: Asked, receive: Receive) -> bytes:
        """All of the body. Raises NotAdmitted if it is too large, or takes too long."""
        if not asked.writes:
            return b""
        try:
            async with asyncio.timeout(self._body_seconds):
                return await _read(receive)
        except TimeoutError:
            raise NotAdmitted(408, "The request did not arrive in time.") from None

    async def _pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] != "/events":
            await self._app(scope, receive, send)
            return
        if self._streams >= STREAMS:
            error = NotAdmitted(503, "Too many windows follow this preview. Close some of them.")
            await refusal_response(error, scope["path"])(scope, receive, send)
            return
        self._streams += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._streams -= 1


async def _read(receive: Receive) -> bytes:
    """The body as it really is, whatever length was declared. Raises NotAdmitted if it is too large or breaks off."""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise NotAdmitted(400, "The request broke off.")
        body += message.get("body", b"")
        if len(body) > BODY_BYTES:
            raise NotAdmitted(413, "This is too much text for one request.")
        if not message.get("more_body", False):
            return bytes(body)


def _whole(body: bytes, receive: Receive) -> Receive:
    """Give the body at once, and then what comes afterwards."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive_whole() -> Message:
        return waiting.pop() if waiting else await receive()

    return receive_whole
