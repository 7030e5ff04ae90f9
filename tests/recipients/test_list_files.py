"""Files of another kind are told, with what to do, whatever their names say."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.recipients import list_files
from briefs.recipients.reading import read_recipients
from tests.recipients.lists import AUDIENCES, HEAD, SETTINGS, hints, read, said, workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ROW = f"{HEAD}\nA,Dear A,captains,,x\n"


def package(**parts: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        for name, part in parts.items():
            made.writestr(name.replace("__", "/").replace("_", "."), part)
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("list.xls", OLE + b"\0" * 600, "this is a workbook of Excel 97 to 2003 (.xls), or another file of that time"),
        ("list.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "the workbook is protected by a password"),
        (
            "list.ods",
            package(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
            "this is an OpenDocument table (.ods)",
        ),
        ("list.xlsb", package(xl__workbook_bin=b"x"), "this is a binary Excel workbook (.xlsb)"),
        ("list.docx", package(word__document_xml=b"x"), "this is not a table: it is a document, or an archive"),
        ("list.xlsx", b"PK\x03\x04 and nothing more", "the workbook is damaged, and cannot be opened"),
        ("list.xlsx", ROW.encode(), "this is not a workbook, or it is damaged"),
        ("list.xlsx", b"", "the file is empty"),
        ("list.csv", b"%PDF-1.7", "this is a PDF file, not a table"),
        ("list.xls", b"<html><table></table></html>", "this is a page or a document, not a table"),
        ("list.csv", b"{\\rtf1}", "this is a page or a document, not a table"),
        ("list.json", b'[{"name": "A"}]', "lists of recipients cannot be JSON"),
        ("list.csv", b"\x89PNG\r\n\x1a\n" + b"\0\1" * 40 + b"x" * 300, "this is not a table of words"),
    ],
)
def test_another_kind_of_file_is_named(name: str, content: bytes, message: str, tmp_path: Path) -> None:
    found = read(tmp_path, content, name)
    assert said(found) == [f"0: {message} [list-unreadable]"]
    assert "save" in hints(found)[0]


def test_a_workbook_is_one_whatever_its_name(tmp_path: Path) -> None:
    content = workbook([HEAD.split(","), ["A", "Dear A", "captains"]])
    assert [one.name for one in read(tmp_path, content, "list.csv").or_raise()] == ["A"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_another_encoding_is_told(encoding: str, tmp_path: Path) -> None:
    found = read(tmp_path, ROW.encode(encoding))
    assert said(found) == ["1: the file is saved as UTF-16, not as UTF-8 [file-encoding]"]


def test_a_word_in_another_encoding_is_not_quoted(tmp_path: Path) -> None:
    found = read(tmp_path, ROW.replace("A,Dear A", "Öst,Dear Öst").encode("cp1252"))
    assert said(found) == ["2: byte 1 of the line (0xd6) is not UTF-8 [file-encoding]"]
    assert hints(found) == [
        "in Excel, choose Save As, CSV UTF-8, or save it as a workbook (.xlsx); elsewhere, choose the encoding UTF-8"
    ]


@pytest.mark.parametrize("name", ["recipients.tsv", "recipients.txt", "RECIPIENTS.CSV", "recipients"])
def test_text_may_have_other_endings(name: str, tmp_path: Path) -> None:
    assert len(read(tmp_path, ROW.replace(",", "\t"), name).or_raise()) == 1


def test_pipes_and_devices_are_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "zero.csv").symlink_to("/dev/zero")
    for name in ("pipe.csv", "zero.csv"):
        with pytest.raises(BriefsError, match=f"{name} is not a file on a disk"):
            read_recipients(tmp_path / name, SETTINGS, AUDIENCES, (), tmp_path)
    with pytest.raises(BriefsError, match="Is a directory"):
        read_recipients(tmp_path, SETTINGS, AUDIENCES, (), tmp_path)


def test_a_file_that_no_list_can_be_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_files, "_LARGEST", 1_000)
    found = read(tmp_path, ROW + "x" * 1_000)
    assert said(found) == ["0: the file has more than 0 MB, far more than a list of recipients [list-unreadable]"]
    assert read(tmp_path, ROW).or_raise()
