"""What a file is, by its first bytes or, where these do not tell, by the ending of its name."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePosixPath
from typing import NamedTuple

_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
_HTML = (".html", ".htm", ".xhtml")
_SAVE_AS_WORD = "open it in Word or LibreOffice and save it as .docx"
_HEADING = re.compile(rb"^#{1,6} \S", re.MULTILINE)
_SNIFFED = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of a compound file ([MS-CFB] 2.2): files of Word before 2007, and encrypted ones since."""
_IMAGES = (
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\0", "a picture (TIFF)"),
    (b"MM\0*", "a picture (TIFF)"),
    (b"BM", "a picture (BMP)"),
)
_ZIPPED = (
    ("word/", ".docx"),
    ("xl/", "a workbook (.xlsx)"),
    ("ppt/", "a presentation (.pptx)"),
)
_PACKED = {
    "application/vnd.oasis.opendocument.text": "a text of LibreOffice (.odt)",
    "application/epub+zip": "an e-book (.epub)",
}
_OTHER_ENDINGS = {
    ".doc": "a file of an older Word (.doc)",
    ".odt": "a text of LibreOffice (.odt)",
    ".rtf": "a file in Rich Text Format (.rtf)",
    ".epub": "an e-book (.epub)",
}


class FileKind(NamedTuple):
    """The ending that a file of this kind has if it can be a report, such as ".docx"; otherwise what it `is`, in words,
    and what to do with it."""

    ending: str
    what: str = ""
    hint: str = ""


def kind_of_file(content: bytes, name: str) -> FileKind:
    """The kind of a file with this `content` and `name`.

    Only text is taken for what its name says: Markdown and HTML if it ends so, or if it looks so.
    """
    head = content[:_SNIFFED]
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    ending = PurePosixPath(name.lower()).suffix
    if b"%PDF-" in head[:1024]:
        return FileKind(".pdf")
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            return FileKind(
                "", "protected with a password", "open it in Word, take the password away, and save it again"
            )
        return FileKind("", _OTHER_ENDINGS[".doc"], _SAVE_AS_WORD)
    if content.startswith(b"PK"):
        return _zipped(content, ending)
    if bare.startswith(b"{\\rtf"):
        return FileKind("", _OTHER_ENDINGS[".rtf"], _SAVE_AS_WORD)
    if what := _image(content):
        return FileKind("", what, "read the text in it with a program for OCR, and save it as PDF or .docx")
    if ending in _OTHER_ENDINGS:
        return FileKind("", _OTHER_ENDINGS[ending], _SAVE_AS_WORD)
    if _is_binary(head):
        return FileKind(
            "", "in a format that is not known", "save the report as .docx or PDF in the program that made it"
        )
    return FileKind(_text_ending(head, bare, ending))


def _is_binary(head: bytes) -> bool:
    """Whether the first bytes are no text in any encoding: UTF-16 has zeros in every other place, others have none."""
    if b"\0" not in head or head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    return max(head[start::2].count(0) for start in (0, 1)) < len(head) // 4


def _text_ending(head: bytes, bare: bytes, ending: str) -> str:
    if ending in _HTML or re.match(
        rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html)\b", bare, re.I | re.S
    ):
        return ".html"
    if ending in _MARKDOWN or len(_HEADING.findall(head)) > 1:
        return ".md"
    return ".txt"


def _zipped(content: bytes, ending: str) -> FileKind:
    """The kind of a file that is a ZIP archive. Nothing is unpacked but its first part, if that says what it is."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()[:5000]
            first = names[0] if names else ""
            packed = ""
            if first == "mimetype" and archive.getinfo(first).file_size < 200:
                packed = archive.read(first).decode("ascii", "replace").strip()
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, KeyError):
        if ending in (".docx", ".docm", ".dotx"):
            return FileKind(".docx")  # what is wrong with it is told by its reader
        return FileKind("", "a damaged archive", "ask for the file again")
    if what := _PACKED.get(packed):
        return FileKind("", what, _SAVE_AS_WORD)
    for folder, what in _ZIPPED:
        if any(name.startswith(folder) for name in names):
            return (
                FileKind(what) if what.startswith(".") else FileKind("", what, "save what is the report in it as .docx")
            )
    return FileKind("", "an archive of files (.zip)", "unpack it, and name the report in it")


def _image(content: bytes) -> str:
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "a picture (WebP)"
    return next((what for first, what in _IMAGES if content.startswith(first)), "")
