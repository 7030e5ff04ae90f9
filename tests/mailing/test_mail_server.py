"""Only a server that is described in full, and to which the way is safe, is used."""

from __future__ import annotations

import pytest

from briefs.mailing.mail_server import MailServer
from briefs.model.diagnostics import BriefsError


@pytest.mark.parametrize(
    ("host", "is_loopback"),
    [("localhost", True), ("127.0.0.9", True), ("::1", True), ("localhost.example.org", False), ("10.0.0.1", False)],
)
def test_only_this_computer_needs_no_protection(host: str, is_loopback: bool) -> None:
    server = MailServer(host, 25, "Chair <chair@example.org>", "none")
    assert server.is_loopback == is_loopback
    if is_loopback:
        server.check()
    else:
        with pytest.raises(BriefsError, match="without protection") as raised:
            server.check()
        assert "security: starttls" in raised.value.hint


@pytest.mark.parametrize(
    ("server", "said"),
    [
        (MailServer("", 25, "chair@example.org"), "which server"),
        (MailServer("smtp.example.org", 587, "The Chair"), "from which address"),
        (MailServer("smtp.example.org", 587, ""), "from which address"),
    ],
)
def test_what_is_not_described_is_told(server: MailServer, said: str) -> None:
    with pytest.raises(BriefsError, match=said):
        server.check()


def test_the_address_is_told_from_the_name() -> None:
    assert MailServer("h.example", 1, "Office of the Chair <chair@example.org>").sender_address == "chair@example.org"
    assert MailServer("h.example", 1, "chair@example.org").name == "h.example:1"
