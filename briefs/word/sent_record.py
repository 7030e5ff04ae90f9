"""What was sent, as it travels in the record of a Word file: the text of each paragraph, by form.

These are the words that the file prints anyway. Lines of templates are left out: the same brief gives the same bytes,
wherever its template says it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast, get_args

from lxml import etree

from briefs.model.sent_text import SentParagraph, SentPiece, SentRole
from briefs.word.elements import Element, qn

_PRINTED, _PARAGRAPH, _PIECE, _TAG, _UNIT = (
    qn(f"edition:{name}") for name in ("printed", "paragraph", "piece", "tag", "unit")
)
_MOST = 100_000
"""More paragraphs than any brief has."""


def sent_element(paragraphs: Iterable[SentParagraph]) -> Element:
    """The element of a record that says what was sent; units are named by their tags, as the record lists them."""
    made = etree.Element(_PRINTED)
    for paragraph in paragraphs:
        named = {
            "key": paragraph.key,
            "role": paragraph.role,
            "tag": paragraph.tag,
            "section": paragraph.section,
            "number": "" if paragraph.number is None else str(paragraph.number),
            "column": "" if paragraph.column is None else str(paragraph.column),
        }
        child = etree.SubElement(made, _PARAGRAPH, {name: value for name, value in named.items() if value})
        for piece in paragraph.pieces:
            said = {"form": piece.form} if piece.form else {"counted": "true"} if piece.is_counted else {}
            etree.SubElement(child, _PIECE, said).text = piece.text
        for tag in paragraph.tags:
            etree.SubElement(child, _TAG).text = tag
    return made


def sent_of_record(record: Element) -> tuple[SentParagraph, ...]:
    """What `record`, the root of the record of a Word file, says was sent.

    Nothing if it does not say it, as in files of earlier versions, or if somebody has damaged it.
    """
    if record.tag != qn("edition:edition"):
        return ()
    units = {unit.get("tag", ""): unit for unit in record.iterchildren(_UNIT)}
    read: list[SentParagraph] = []
    for paragraph in record.iterfind(f"{_PRINTED}/{_PARAGRAPH}"):
        try:
            read.append(_paragraph(paragraph, units))
        except ValueError:
            return ()
    return () if len(read) > _MOST or len({one.key for one in read}) < len(read) else tuple(read)


def _paragraph(element: Element, units: dict[str, Element]) -> SentParagraph:
    """Raises ValueError if it is damaged."""
    role, tag = element.get("role", ""), element.get("tag", "")
    if role not in get_args(SentRole) or not element.get("key") or (tag and tag not in units):
        raise ValueError("not what this program wrote")
    unit = units.get(tag)
    return SentParagraph(
        element.get("key", ""),
        cast(SentRole, role),
        tuple(_piece(piece) for piece in element.iterchildren(_PIECE)),
        unit="" if unit is None else unit.get("name", ""),
        tag=tag,
        number=_number(element.get("number")),
        section=element.get("section", ""),
        column=_number(element.get("column")),
        is_verbatim=unit is not None and unit.get("verbatim") == "true",
        tags=tuple(child.text or "" for child in element.iterchildren(_TAG)),
    )


def _piece(element: Element) -> SentPiece:
    return SentPiece(element.text or "", element.get("form", ""), element.get("counted") == "true")


def _number(text: str | None) -> int | None:
    return None if text is None else int(text)
