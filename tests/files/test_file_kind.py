from __future__ import annotations

import io
import zipfile

import pytest

from briefs.files.file_kind import kind_of_file


def zipped(*names: str, mimetype: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "ending"),
    [
        (b"%PDF-1.7\n", "report.txt", ".pdf"),
        (b"\n\n%PDF-1.4\n", "report", ".pdf"),
        (zipped("[Content_Types].xml", "word/document.xml"), "report.pdf", ".docx"),
        (b"<!DOCTYPE html><html><body>Text", "report.txt", ".html"),
        (b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', "report.xhtml", ".html"),
        (b"Text", "report.htm", ".html"),
        (b"# Title\n\nText\n\n## More\n", "report.txt", ".md"),
        (b"Text", "report.markdown", ".md"),
        (b"Text\n\n# not one alone\n", "report.txt", ".txt"),
        (b"Text", "report", ".txt"),
        ("Text of a report".encode("utf-16-le"), "report.txt", ".txt"),
        (b"PK damaged", "report.docx", ".docx"),
    ],
)  # fmt: skip
def test_what_a_file_is_decides_and_its_name_only_where_it_is_text(content: bytes, name: str, ending: str) -> None:
    assert kind_of_file(content, name).ending == ending


WORD = "open it in Word or LibreOffice and save it as .docx"


@pytest.mark.parametrize(
    ("content", "name", "what", "hint"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "report.doc", "a file of an older Word (.doc)", WORD),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "report.docx",
            "protected with a password",
            "open it in Word, take the password away, and save it again",
        ),
        (b"{\\rtf1\\ansi", "report.txt", "a file in Rich Text Format (.rtf)", WORD),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "r.docx", "a text of LibreOffice (.odt)", WORD),
        (zipped(mimetype="application/epub+zip"), "r.epub", "an e-book (.epub)", WORD),
        (zipped("xl/workbook.xml"), "r.xlsx", "a workbook (.xlsx)", "save what is the report in it as .docx"),
        (zipped("report.docx"), "r.zip", "an archive of files (.zip)", "unpack it, and name the report in it"),
        (b"PK damaged", "r.zip", "a damaged archive", "ask for the file again"),
        (
            b"\x89PNG\r\n",
            "r.png",
            "a picture (PNG)",
            "read the text in it with a program for OCR, and save it as PDF or .docx",
        ),
        (
            b"\x7fELF\x02\x01\x01\0\0\0\0\x03>\x01text text text text text",
            "report.txt",
            "in a format that is not known",
            "save the report as .docx or PDF in the program that made it",
        ),
        (b"", "r.odt", "a text of LibreOffice (.odt)", WORD),
    ],
)
def test_other_files_are_named_with_what_to_do(content: bytes, name: str, what: str, hint: str) -> None:
    assert kind_of_file(content, name) == ("", what, hint)
