"""The server that takes messages, as `templates/distribution.yaml` describes it."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from email.utils import parseaddr
from typing import Literal, TypeAlias

from briefs.model.diagnostics import BriefsError

Security: TypeAlias = Literal["starttls", "tls", "none"]
"""How the connection is protected: from its second command on, from its first byte on, or not at all."""

SETTINGS = "templates/distribution.yaml"


@dataclass(frozen=True, slots=True)
class MailServer:
    """A server and how to use it: with which protection, as which `user` (empty: without logging in).

    `sender` is the address that messages are sent from, with or without a name. `per_minute` is the most messages
    that are handed over in a minute (0: no limit), `connections` the most that are open at once.
    """

    host: str
    port: int
    sender: str
    security: Security = "starttls"
    user: str = ""
    per_minute: int = 0
    connections: int = 1

    @property
    def name(self) -> str:
        """Host and port, as messages name the server."""
        return f"{self.host}:{self.port}"

    @property
    def sender_address(self) -> str:
        """The address of `sender`, without the name."""
        return parseaddr(self.sender)[1]

    @property
    def is_loopback(self) -> bool:
        """Whether the server runs on this computer, so that nobody can listen to what it is told."""
        if self.host.lower().rstrip(".") == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host.strip("[]")).is_loopback
        except ValueError:
            return False

    def check(self) -> None:
        """Raise BriefsError if no message may or can be sent in this way."""
        if not self.host:
            raise BriefsError(f"{SETTINGS} does not say which server takes messages", "write its name as `mail: host:`")
        if "@" not in self.sender_address:
            raise BriefsError(
                f"{SETTINGS} does not say from which address messages are sent", "write it as `mail: sender:`"
            )
        if self.security == "none" and not self.is_loopback:
            raise BriefsError(
                f"messages and passwords would go to {self.name} without protection",
                f"write `security: starttls` or `security: tls` in {SETTINGS}; `none` is only for this computer itself",
            )
