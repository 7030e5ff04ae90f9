"""Lists of recipients for tests, and what is said about them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from briefs.model.diagnostics import Checked
from briefs.model.distribution_settings import DistributionSettings
from briefs.model.recipient import Recipient
from briefs.recipients.reading import read_recipients

AUDIENCES = ("captains", "clerks")
HEAD = "name,salutation,audience,email,office"
SETTINGS = DistributionSettings()


def settings(**fields: Any) -> DistributionSettings:
    """Settings with these fields, as written in `distribution.yaml`."""
    return DistributionSettings.model_validate(fields)


def read(
    folder: Path,
    content: str | bytes,
    name: str = "recipients.csv",
    by: DistributionSettings = SETTINGS,
    audiences: Sequence[str] = AUDIENCES,
    languages: Sequence[str] = (),
) -> Checked[tuple[Recipient, ...]]:
    """The list with this content."""
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return read_recipients(folder / name, by, audiences, languages, folder)


def said(checked: Checked[Any]) -> list[str]:
    """What is wrong: the line, the message, the code."""
    return [f"{one.place.line}: {one.message} [{one.code}]" for one in checked.problems]


def hints(checked: Checked[Any]) -> list[str]:
    return [one.hint for one in checked.problems]


def workbook(
    rows: Iterable[Iterable[Any]], change: Callable[[openpyxl.Workbook], None] = lambda book: None, title: str = "List"
) -> bytes:
    """A workbook with one sheet that has these rows, changed by `change`."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    change(book)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
