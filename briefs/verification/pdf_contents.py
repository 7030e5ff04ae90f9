"""What is read in a PDF, also after another program has saved or printed it."""

from __future__ import annotations

import io
import json
import zlib
from collections.abc import Mapping
from typing import Any

from briefs.model.record import FILE_NAME
from briefs.model.taking_turns import at_pdfium
from briefs.verification.file_contents import FileContents, words_in

_MOST_PAGES = 400
_MOST_RECORD = 8_000_000
"""The most bytes of a record, once it is unpacked."""

_INFORMATION = {"/Title": "title", "/Author": "author", "/Subject": "subject", "/Keywords": "keywords"}
_OWN = "WeasyPrint"
"""The producer that our files name."""


def pdf_contents(content: bytes) -> FileContents:
    """What the PDF in `content` says: the record of its edition, its words and properties."""
    import pikepdf

    try:
        pdf = pikepdf.open(io.BytesIO(content))
    except pikepdf.PasswordError:
        return FileContents(trouble="it is encrypted and asks for a password")
    except (pikepdf.PdfError, ValueError, RecursionError):
        return FileContents(trouble="it is damaged, and no PDF that can be opened")
    with pdf:
        record = _record(pdf)
        edition = record.get("edition", {})
        properties = _properties(pdf)
        identifier = properties.pop("identifier", "")
        if not isinstance(edition, dict) or not edition:
            edition = {"identifier": identifier} if identifier else {}
        words, trouble = _words(content)
        producer = str(pdf.docinfo.get("/Producer", ""))
        return FileContents(
            edition={str(name): str(value) for name, value in edition.items()},
            units=_hashes(record),
            words=words,
            properties=properties,
            saved_by="" if _OWN in producer else producer[:80],
            is_signed=_is_signed(pdf),
            trouble=trouble,
        )


def _record(pdf: Any) -> dict[str, Any]:
    """The record among the files attached to `pdf`; empty if there is none that can be read."""
    import pikepdf

    try:
        specification = pdf.Root.Names.EmbeddedFiles
        stream = _attached(specification, 0)
        if stream is None:
            return {}
        raw = bytes(stream.read_raw_bytes())
        if stream.get("/Filter") in (None, pikepdf.Array([])):
            text = raw[:_MOST_RECORD]
        else:
            text = zlib.decompressobj().decompress(raw, _MOST_RECORD)
        value = json.loads(text)
        return value if isinstance(value, dict) else {}
    except (AttributeError, KeyError, TypeError, ValueError, zlib.error, RecursionError, pikepdf.PdfError):
        return {}


def _attached(tree: Any, depth: int) -> Any:
    """The stream of the record in a tree of names (ISO 32000-1, 7.9.6)."""
    names = list(tree.get("/Names", ()))
    for name, specification in zip(names[::2], names[1::2], strict=False):
        if FILE_NAME in (str(name), str(specification.get("/UF", "")), str(specification.get("/F", ""))):
            return specification.EF.F
    if depth < 8:
        for kid in tree.get("/Kids", ()):
            if (found := _attached(kid, depth + 1)) is not None:
                return found
    return None


def _hashes(record: Mapping[str, Any]) -> dict[str, str]:
    units = record.get("units", ())
    if not isinstance(units, list):
        return {}
    return {
        str(unit["unit"]): str(unit.get("sha256", "")) for unit in units if isinstance(unit, dict) and "unit" in unit
    }


def _properties(pdf: Any) -> dict[str, str]:
    """Document information, language, and the identifier among the metadata."""
    found = {name: str(pdf.docinfo[key]) for key, name in _INFORMATION.items() if key in pdf.docinfo}
    if "/Lang" in pdf.Root:
        found["language"] = str(pdf.Root.Lang)
    try:
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            found["identifier"] = str(metadata.get("dc:identifier", "") or "")
    except Exception:  # whatever the XML of a stranger raises
        found["identifier"] = ""
    return {name: value for name, value in found.items() if value}


def _is_signed(pdf: Any) -> bool:
    """Whether a field holds a signature."""
    try:
        return any("/V" in one and one.get("/FT") == "/Sig" for one in pdf.Root.AcroForm.Fields)
    except (AttributeError, KeyError, TypeError, ValueError):
        return False


@at_pdfium
def _words(content: bytes) -> tuple[tuple[str, ...], str]:
    """The words on the pages, in the order in which they are written, and why there are none."""
    import pypdfium2  # type: ignore[import-untyped]  # ships no types

    try:
        opened = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return (), "its pages cannot be read"
    parts: list[str] = []
    try:
        if len(opened) > _MOST_PAGES:
            return (), f"it has {len(opened)} pages, far more than a brief ever has"
        for page in opened:
            textpage = page.get_textpage()
            parts.append(str(textpage.get_text_bounded()))
            textpage.close()
    except (pypdfium2.PdfiumError, ValueError):
        return (), "its pages cannot be read"
    finally:
        opened.close()
    return words_in("\n".join(parts)), ""
