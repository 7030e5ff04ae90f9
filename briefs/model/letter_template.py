"""The template of a covering letter: its front matter and its body."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, Field

from briefs.model.block_fields import Model, Text
from briefs.model.diagnostics import Place
from briefs.model.edition import Date
from briefs.model.mail_address import has_break, split_mailbox
from briefs.model.masthead_lines import checked_placeholders
from briefs.model.mistakes import Mistake

SUBJECT_PLACEHOLDERS = ("title", "short_title", "series", "reference", "version", "date")
"""What can stand in a subject, in braces: these facts about the edition."""
PLACEHOLDER = re.compile(r"\{(\w+)\}")
"""One of them, as written."""


def _subject(value: str) -> str:
    if has_break(value):
        raise Mistake("a subject has no line break", "write it in one line")
    return checked_placeholders(value, SUBJECT_PLACEHOLDERS)


def _address(value: str) -> str:
    if has_break(value):
        raise Mistake("an address has a line break", "write it in one line")
    try:
        split_mailbox(value)
    except Mistake as mistake:
        hint = "write an address, or a name with an address after it, such as Policy Office <policy@example.org>"
        raise Mistake(f"it {mistake.message}", hint) from None
    return value


Subject: TypeAlias = Annotated[Text, AfterValidator(_subject)]
"""The subject of a letter; `{title}` and the like stand for those of the edition."""
Address: TypeAlias = Annotated[Text, AfterValidator(_address)]
"""An address in a message: `Name <name@example.org>`, or only the address."""


class LetterFrontMatter(Model):
    """The front matter of a covering letter."""

    subject: Subject = Field(
        description="subject of the message; {title}, {short_title}, {series}, {reference}, {version} and {date} stand "
        "for those of the edition"
    )
    sender: Address | None = Field(
        default=None,
        alias="from",
        description="whom it comes from, as in Policy Office <policy@example.org>; without it, the house",
    )
    reply_by: Date | None = Field(
        default=None, alias="reply-by", description="day by which answers are asked for (YYYY-MM-DD)"
    )
    reply_to: Address | None = Field(
        default=None,
        alias="reply-to",
        description="where answers go, if not to `from`, as in Registry <registry@example.org>",
    )


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """The letter to an audience: front matter, and the Markdown body, which begins on `first_line` of the file `path`.

    `lines` are the lines of the fields of the front matter. `lacks` are the fields that are wrong: they are left
    out, or something stands in for them, so that the rest can be checked.
    """

    path: str
    audience: str
    front: LetterFrontMatter
    body: str
    first_line: int
    lines: Mapping[str, int] = field(default_factory=dict)
    lacks: frozenset[str] = frozenset()

    def body_place(self, line: int) -> Place:
        """A line of the body, as a place in the file; 0 is the file as a whole."""
        return Place(self.path, line + self.first_line - 1 if line else 0)

    def place_of(self, name: str) -> Place:
        """Where the field `name` of the front matter is, or the file as a whole if it is not there."""
        return Place(self.path, self.lines.get(name, 0))
