"""Registers for tests."""

from __future__ import annotations

from typing import Any

from briefs.model.recipient import Recipient
from briefs.model.register import DistributedEdition, DistributedFile, Message, Register, RegisteredCopy

EDITION = DistributedEdition(
    identifier="HB/CAP 1.0 cleared",
    title="What a captain needs",
    report="harbor",
    audience="captains",
    product="brief",
    version="1.0",
    status="cleared",
    date="2026-05-01",
    sha256="ab" * 32,
)


def recipient(name: str, **fields: Any) -> Recipient:
    """A captain called `name`, with an address made from it."""
    address = f"{name.split()[-1].lower()}@example.org"
    usual: dict[str, Any] = {"audience": "captains", "salutation": "Captain", "email": address}
    return Recipient(**usual | {"path": "list.csv", "row": 2} | fields | {"name": name})


def copy(number: int, whom: Recipient | None, total: int = 3, **fields: Any) -> RegisteredCopy:
    """Copy `number` with a personal PDF and a message."""
    made: dict[str, Any] = {
        "files": (DistributedFile(f"copies/cap_copy-{number:04}.pdf", "pdf", f"{number:064}", "cd" * 32),),
        "message": Message(f"outbox/{number:04}.eml", f"<{number}@example.org>", f"{number:064x}"),
    }
    return RegisteredCopy(number, total, whom.key if whom else "", whom, **made | fields)


def register(*copies: RegisteredCopy, **fields: Any) -> Register:
    """A register of personal copies."""
    usual: dict[str, Any] = {"edition": EDITION, "is_personal": True, "copies": copies}
    return Register(**usual | fields)
