"""A covering letter, and what goes with it."""

from __future__ import annotations

from dataclasses import dataclass

from briefs.model.formats import Format


@dataclass(frozen=True, slots=True)
class Letter:
    """A covering letter to one recipient, as text and as a whole HTML page. `reply_to` may be empty."""

    subject: str
    sender: str
    reply_to: str
    text: str
    html: str
    language: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a message carries, with the name that the recipient sees."""

    name: str
    format: Format
    content: bytes
