"""The server that takes messages, as `templates/distribution.yaml` describes it."""

from __future__ import annotations

from dataclasses import dataclass

from briefs.model.diagnostics import BriefsError
from briefs.model.distribution_names import SETTINGS_PATH
from briefs.model.distribution_settings import Security, is_loopback
from briefs.model.mail_address import split_mailbox
from briefs.model.mistakes import Mistake


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
        """The address of `sender`, without the name; empty if it is none."""
        try:
            return split_mailbox(self.sender)[1]
        except Mistake:
            return ""

    @property
    def is_loopback(self) -> bool:
        """Whether the server runs on this computer, so that nobody can listen to what it is told."""
        return is_loopback(self.host)

    def check(self) -> None:
        """Raise BriefsError if no message may or can be sent in this way."""
        if not self.host:
            raise BriefsError(
                f"{SETTINGS_PATH} does not say which server takes messages", "write its name as `mail: host:`"
            )
        if not self.sender_address:
            raise BriefsError(
                f"{SETTINGS_PATH} does not say from which address messages are sent", "write it as `mail: sender:`"
            )
        if self.security == "none" and not self.is_loopback:
            raise BriefsError(
                f"messages and passwords would go to {self.name} without protection",
                f"write `security: starttls` or `security: tls` in {SETTINGS_PATH}; `none` is only for this computer "
                "itself",
            )
