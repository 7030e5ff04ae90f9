"""Folders of distributions with a register and messages, as `briefs distribute` makes them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from pathlib import Path

from briefs.mailing.journal import NAME, Journal
from briefs.mailing.parcel import envelope_address
from briefs.model.recipient import Recipient
from briefs.model.register import (
    DistributedEdition,
    DistributedFile,
    Message,
    Register,
    RegisteredCopy,
    register_json,
)
from briefs.model.versions import Status

NAMES = ("Ó RÍORDÁIN", "PEDULLA'", "de LANGE", "GARCÍA HERMIDA-VAN DER WALLE", "ŞOŞOACĂ", "Иванов")


def no_lock() -> AbstractContextManager[None]:
    """No lock, where nobody else is."""
    return nullcontext()


def recipients(count: int, clears: bool = False) -> list[Recipient]:
    """Recipients with an address each, such as `r3@example.org`."""
    return [
        Recipient(
            NAMES[index % len(NAMES)], "ministers", "Dear Minister,", email=f"r{index + 1}@example.org", clears=clears
        )
        for index in range(count)
    ]


def message_bytes(number: int, recipient: Recipient, text: str = "") -> bytes:
    """A message file, as it lies in an outbox."""
    address = envelope_address(recipient.email)
    message = EmailMessage(policy=SMTP if address.isascii() else SMTPUTF8)
    message["Subject"] = "Your brief"
    message["From"] = "chair@example.org"
    local, _, domain = address.rpartition("@")
    message["To"] = Address(recipient.name, local, domain)
    message["Message-ID"] = message_id(number)
    message["X-Unsent"] = "1"
    message.set_content(text or f"{recipient.salutation}\n\n.\n.. is what each is asked.\n", cte="7bit")
    return bytes(message)


def message_id(number: int) -> str:
    """The Message-ID of a copy."""
    return f"<{hashlib.sha256(str(number).encode()).hexdigest()[:24]}@briefs.example.org>"


def write_distribution(
    folder: Path, given: Sequence[Recipient], status: Status = "cleared", text: str = ""
) -> Register:
    """Write a distribution into `folder`: a register, and a message for each recipient with an address."""
    (folder / "outbox").mkdir(parents=True, exist_ok=True)
    copies = []
    for number, recipient in enumerate(given, 1):
        message = None
        if recipient.email:
            content = message_bytes(number, recipient, text)
            path = f"outbox/{number:04}.eml"
            (folder / path).write_bytes(content)
            message = Message(path, message_id(number), hashlib.sha256(content).hexdigest())
        file = DistributedFile("edition/brief.pdf", "pdf", "ab" * 32, "ab" * 32)
        copies.append(RegisteredCopy(number, len(given), recipient.key, recipient, (file,), message))
    edition = DistributedEdition(folder.name, "Dots", "dots", "ministers", "brief", "1.0", status, "2026-11-23", "cd")
    register = Register(edition, is_personal=False, copies=tuple(copies))
    (folder / "register.json").write_text(json.dumps(register_json(register)), encoding="utf-8")
    return register


def journal_of(folder: Path) -> Journal:
    """The journal of the distribution in `folder`, at a fixed time."""
    return Journal(folder / NAME, no_lock, lambda: "2026-11-29T12:00:00+00:00")
