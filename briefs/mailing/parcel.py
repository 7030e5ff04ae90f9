"""A message as it is handed over, and whether a server can take it."""

from __future__ import annotations

from dataclasses import dataclass
from email.parser import HeaderParser
from email.policy import SMTPUTF8


@dataclass(frozen=True, slots=True)
class Limits:
    """What the server says of itself: the largest message in bytes (0: not said), what else it takes, and TLS."""

    size: int
    takes_8bit: bool
    takes_utf8: bool
    tls: str


@dataclass(frozen=True, slots=True)
class Parcel:
    """A message as it is handed over: its bytes, and the addresses that it goes to and comes from, as in commands."""

    content: bytes
    address: str
    sender: str

    @property
    def is_8bit(self) -> bool:
        """Whether it has bytes that are no ASCII."""
        return not self.content.isascii()

    @property
    def needs_utf8(self) -> bool:
        """Whether its addresses or its headers have characters that are no ASCII (RFC 6531)."""
        return not (self.address + self.sender).isascii() or not self.content.partition(b"\r\n\r\n")[0].isascii()

    def addresses(self, name: str) -> list[str]:
        """The addresses in the header called `name`."""
        head = self.content.partition(b"\r\n\r\n")[0].decode("utf-8", "replace")
        value = HeaderParser(policy=SMTPUTF8).parsestr(head).get(name)
        return [one.addr_spec for one in getattr(value, "addresses", ())]

    def obstacle(self, limits: Limits) -> str:
        """Why a server with these `limits` cannot take it; empty if it can."""
        if limits.size and len(self.content) > limits.size:
            return f"{len(self.content):,} bytes are too large: the server takes {limits.size:,}"
        if self.needs_utf8 and not limits.takes_utf8:
            return "the server takes no address or header in other than ASCII letters (SMTPUTF8)"
        if self.is_8bit and not limits.takes_8bit:
            return "the server takes no message with 8-bit characters (8BITMIME)"
        return ""


def envelope_address(address: str) -> str:
    """An address as commands have it: its domain in ASCII, if what stands before it is.

    Then servers that know no international addresses take it too.
    """
    if address.isascii():
        return address
    from email_validator import EmailNotValidError, validate_email  # slow to import, and seldom needed

    try:
        found = validate_email(address, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return address
    return found.ascii_email or found.normalized
