"""`register.csv`: the register as a table that any spreadsheet opens, a row for each file of a copy."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from briefs.model.recipient import Recipient
from briefs.model.register import Register, RegisteredCopy

NAME = "register.csv"
COLUMNS = (
    "copy",
    "of",
    "name",
    "title",
    "office",
    "country",
    "audience",
    "email",
    "language",
    "file",
    "format",
    "sha256",
    "cleared_sha256",
    "signature",
    "message_id",
    "bounced",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def register_table(register: Register) -> bytes:
    """The table in UTF-8 with a byte order mark, by which spreadsheets know the encoding.

    A text that a spreadsheet would take for a formula begins with an apostrophe.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")  # RFC 4180
    writer.writerow(COLUMNS)
    for copy in register.copies:
        for row in _rows(copy, register.edition.audience):
            writer.writerow([_plain(cell) for cell in row])
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def _rows(copy: RegisteredCopy, audience: str) -> Iterator[tuple[object, ...]]:
    whom = copy.recipient or Recipient("", audience)
    who = (whom.name, whom.title, whom.office, whom.country, whom.audience, whom.email, whom.language)
    message = copy.message.id if copy.message else ""
    if copy.is_withdrawn:
        yield (copy.number, copy.total, *who, "withdrawn", "", "", "", "", "", "")
    for file in copy.files:
        what = (file.path, file.format, file.sha256, file.cleared, file.signature)
        yield (copy.number, copy.total, *who, *what, message, copy.bounced)


def _plain(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
