"""Files with lists of recipients: which kind of file one is, and the table in it."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

from briefs.files.bounded_reading import read_file
from briefs.files.encoding import decode, plain_line_ends
from briefs.model.diagnostics import BriefsError, Checked, DocumentError, Fault, Place
from briefs.model.distribution_settings import DistributionSettings
from briefs.model.limits import LARGEST_LIST
from briefs.recipients.csv_table import csv_table
from briefs.recipients.list_columns import header_likeness
from briefs.recipients.list_table import Table
from briefs.recipients.workbook_apart import workbook_table_apart
from briefs.recipients.yaml_list import yaml_table

TEXT_ENDINGS = (".csv", ".tsv", ".txt")
YAML_ENDINGS = (".yaml", ".yml")
_AS = "save it as an Excel workbook (.xlsx), or as CSV in UTF-8"
_AS_UTF8 = "in Excel, choose Save As, CSV UTF-8, or save it as a workbook (.xlsx); elsewhere, choose the encoding UTF-8"
_LARGEST = LARGEST_LIST
_KIND = 100
"""The most bytes of a package's kind: its media type."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_table(path: Path, shown_path: str, settings: DistributionSettings) -> Checked[Table]:
    """The table in the file at `path`, which diagnostics call `shown_path`.

    What kind of file it is, its content says rather than its name. Raises DocumentError with `file-missing`,
    `file-encoding`, `list-unreadable`, and the codes of the readers; raises BriefsError when it cannot be opened.
    """
    content = _content(path, shown_path)
    if (fault := _wrong_kind(content, path.suffix.lower())) is not None:
        raise DocumentError([fault.at(Place(shown_path))])
    if content.startswith(b"PK"):
        return Checked(workbook_table_apart(content, shown_path, settings.sheet))
    text = plain_line_ends(decode(content, shown_path, quoting=False, save=_AS_UTF8))
    if path.suffix.lower() in YAML_ENDINGS:
        return yaml_table(text, shown_path)
    return csv_table(text, shown_path, lambda cells: header_likeness(cells, settings))


def _content(path: Path, shown_path: str) -> bytes:
    """What the file at `path` holds. Pipes, devices and files that no list can be are not read."""
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode) and not stat.S_ISDIR(state.st_mode):
            raise BriefsError(f"{shown_path} is not a file on a disk", "save the list of recipients as a file first")
        content = b"" if state.st_size > _LARGEST else read_file(path, _LARGEST)
    except (FileNotFoundError, NotADirectoryError) as error:
        missing = Fault("file-missing", "the file does not exist", "name the file with the list of recipients")
        raise DocumentError([missing.at(Place(shown_path))]) from error
    except OSError as error:
        raise BriefsError(f"cannot read {shown_path}: {error.strerror}") from error
    if state.st_size > _LARGEST:
        message = f"the file has more than {_LARGEST // 1_000_000} MB, far more than a list of recipients"
        fault = Fault("list-unreadable", message, "name the file with the list of recipients")
        raise DocumentError([fault.at(Place(shown_path))])
    return content


def _wrong_kind(content: bytes, suffix: str) -> Fault | None:
    """What is wrong with a file that holds no list which can be read; None if it may hold one."""
    start = content[:1024].lstrip().lower()
    message, hint = "", _AS
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            message, hint = "the workbook is protected by a password", "save it without a password, as .xlsx"
        else:
            message = "this is a workbook of Excel 97 to 2003 (.xls), or another file of that time"
            hint = "open it and save it as .xlsx"
    elif content.startswith(b"PK"):
        message, hint = _wrong_package(content)
    elif start.startswith(b"%pdf"):
        message = "this is a PDF file, not a table"
    elif start.startswith((b"<!doctype", b"<html", b"<table", b"<?xml", b"{\\rtf")):
        message = "this is a page or a document, not a table"
    elif suffix in (".xlsx", ".xlsm"):
        message = "this is not a workbook, or it is damaged" if content.strip() else "the file is empty"
    elif suffix == ".json" or (start.startswith((b"[", b"{")) and suffix not in (*TEXT_ENDINGS, *YAML_ENDINGS)):
        message = "lists of recipients cannot be JSON"
    elif b"\0" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")) and not _is_utf16(content):
        message = "this is not a table of words"
    return Fault("list-unreadable", message, hint) if message else None


def _is_utf16(content: bytes) -> bool:
    """Whether every other byte at the beginning is zero, as in English text in UTF-16."""
    return content[:200:2].count(0) * 4 > len(content[:200]) or content[1:200:2].count(0) * 4 > len(content[:200])


def _wrong_package(content: bytes) -> tuple[str, str]:
    """What is wrong with a ZIP package that is not a workbook, and what to do."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = package.namelist()
            kind = b""
            if "mimetype" in names:
                with package.open("mimetype") as part:
                    kind = part.read(_KIND)  # however large it unpacks
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError):
        return (
            "the workbook is damaged, and cannot be opened",
            "open it in a program for tables and save it again as .xlsx",
        )
    if b"opendocument.spreadsheet" in kind:
        return "this is an OpenDocument table (.ods)", _AS
    if "xl/workbook.bin" in names:
        return "this is a binary Excel workbook (.xlsb)", "open it and save it as .xlsx"
    if not any(name.startswith("xl/") for name in names):
        return "this is not a table: it is a document, or an archive", _AS
    return "", ""
