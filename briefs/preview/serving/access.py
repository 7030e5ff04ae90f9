"""Who may use a preview: whoever opens its link. It holds a secret that only this person's terminal and browser know.

Three secrets, because each is shown to somebody else: the *token* is in the link, where people may see it; the *cookie*
goes along with every request, but browsers send it to the other ports of this machine too (RFC 6265 §8.5); the *key*
is kept by the page, where only scripts of the same port can read it, and whatever writes must show it.
"""

from __future__ import annotations

from hmac import compare_digest
from secrets import token_urlsafe
from urllib.parse import parse_qs

HOST = "127.0.0.1"
"""The only address that is listened on."""

KEY_HEADER = b"x-preview-key"


class Access:
    """The secrets of one preview, which listens on `port`; made anew each time that it starts."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.key = token_urlsafe(32)
        self._token = token_urlsafe(32)
        self._cookie = token_urlsafe(32)
        self._tickets: set[str] = set()

    @property
    def link(self) -> str:
        """The link for the terminal; it opens the page as often as one likes."""
        return f"http://{HOST}:{self.port}/?token={self._token}"

    def link_for_opening(self) -> str:
        """A link that works once. A browser gets it as an argument, and all users of a machine can list the arguments
        of all programs."""
        ticket = token_urlsafe(32)
        self._tickets.add(ticket)
        return f"http://{HOST}:{self.port}/?token={ticket}"

    @property
    def hosts(self) -> frozenset[str]:
        """The Host headers with which browsers of this machine ask for this preview."""
        return frozenset({f"{HOST}:{self.port}", f"localhost:{self.port}"})

    @property
    def cookie(self) -> str:
        """The cookie as browsers send it back. The port is part of its name, so that two previews can be open."""
        return f"briefs-preview-{self.port}={self._cookie}"

    def token_fits(self, query: bytes) -> bool:
        """Whether the query of an address holds the token, or a link for opening that was not used yet."""
        given = parse_qs(query.decode("latin-1")).get("token", [])
        if len(given) != 1:
            return False
        if _same(given[0], self._token):
            return True
        used = {ticket for ticket in self._tickets if _same(given[0], ticket)}
        self._tickets -= used
        return bool(used)

    def cookie_fits(self, headers: list[bytes]) -> bool:
        """Whether one of the cookies in these headers is ours. Others of the same name may have been set by another
        port, to shut this person out; they do no harm."""
        cookies = [one.strip() for header in headers for one in header.decode("latin-1").split(";")]
        return any(_same(one, self.cookie) for one in cookies)

    def key_fits(self, headers: list[bytes]) -> bool:
        """Whether exactly one key was shown, and it is ours."""
        return len(headers) == 1 and _same(headers[0].decode("latin-1"), self.key)


def _same(given: str, secret: str) -> bool:
    """Compare in a time that says nothing about the secret."""
    return compare_digest(given.encode(), secret.encode())
