"""The line that says how to reach the issuer, with links."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from briefs.model.contact import Contact
from briefs.model.inline import Inline, Link, Text, inline_text
from briefs.model.phrases import Phrases


def contact_line(contact: Contact, phrases: Phrases) -> tuple[Inline, ...]:
    """The parts of `contact` in the words of `phrases`, joined by dots; a line breaks after a dot."""
    parts: list[tuple[Inline, ...]] = [(Text(text),) for text in (contact.name, contact.address) if text]
    if contact.telephone:
        before, after = phrases.telephone.split("{number}")
        number = contact.telephone.replace(" ", "\u00a0")
        parts.append((Text(before), Link(contact.telephone_link, number), Text(after)))
    links = ((contact.email_link, contact.email), (contact.web_link, contact.web))
    parts += [(Link(target, text),) for target, text in links if text]
    before, after = phrases.contact.split("{contact}")
    line: list[Inline] = [Text(before)]
    for at, part in enumerate(parts):
        line += (Text("\u00a0· "), *part) if at else part
    return tuple(_joined((*line, Text(after))))


def _joined(line: tuple[Inline, ...]) -> Iterator[Inline]:
    """`line` with texts that follow each other made one."""
    for is_text, part in groupby(line, lambda inline: isinstance(inline, Text)):
        if not is_text:
            yield from part
        elif text := inline_text(tuple(part)):
            yield Text(text)
