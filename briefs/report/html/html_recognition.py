"""Reading a page in HTML: the report in it without what pages have around their texts, one line for each text."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from briefs.model.diagnostics import Checked, Fault, Place
from briefs.model.report import LeftAside
from briefs.report.html.block_walk import read_blocks
from briefs.report.html.element_facts import language_of, name_of, text_within, value
from briefs.report.html.guessed_headings import with_guessed_headings
from briefs.report.html.inline_reader import PageFacts
from briefs.report.html.main_content import main_content
from briefs.report.html.office_styles import emphasised_classes
from briefs.report.html.page_lines import PageLines
from briefs.report.html.page_notes import page_notes
from briefs.report.html.page_tree import page_tree
from briefs.report.listed_headings import with_contents
from briefs.report.pieces import ItemPiece, ParagraphPiece, QuotationPiece
from briefs.report.recognized import Recognized
from briefs.report.report_bounds import refuse_marks
from briefs.report.sole_title import with_sole_title

_AUTHOR = ("author", "dc.creator", "dcterms.creator", "citation_author", "article:author")
_DATE = ("dcterms.issued", "dc.date", "dcterms.date", "citation_publication_date", "article:published_time", "date")
_LANGUAGE = ("content-language", "dc.language", "dcterms.language")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def recognize_html(content: bytes, path: str) -> Checked[Recognized]:
    """The report in a page at `path`. Its lines are those of a rendition.

    Codes: `report-has-changes`. Raises DocumentError: `report-empty`, `report-too-large`.
    """
    root = page_tree(content, path)
    for text in (*root.itertext(), *(value(one, "alt") for one in root.iter("img"))):
        refuse_marks(str(text), path, has_lines=False)
    language = _language(root)
    main = main_content(root)
    facts = PageFacts(main, page_notes(main.scope), emphasised_classes(root))
    page = read_blocks(facts, language)
    _tell_pulled(page)
    pieces, title = with_sole_title(with_contents(with_guessed_headings(page.pieces, page.looks)))
    recognized = Recognized(
        tuple(pieces),
        "\n".join(page.lines),
        pages=tuple(page.pages),
        language=language,
        languages=page.languages,
        title=title or _title(root),
        author=_declared(root, _AUTHOR),
        date=_declared(root, _DATE)[:10],
        left_aside=(*main.around, *page.aside),
    )
    return Checked(recognized, tuple(fault.at(Place(path)) for fault in _changes(page.aside)))


def _changes(aside: list[LeftAside]) -> list[Fault]:
    """A warning if words of the page are marked as deleted."""
    count = sum(one.kind == "deleted text" for one in aside)
    if not count:
        return []
    message = f"{count} {'passage is' if count == 1 else 'passages are'} marked as deleted, and left out"
    return [Fault("report-has-changes", message, "ask for the final version of the report")]


def _tell_pulled(page: PageLines) -> None:
    """Give their role to quotations that repeat words of the body."""
    if not page.pulled:
        return
    body = " ".join(_bare(one.text) for one in page.pieces if isinstance(one, ParagraphPiece | ItemPiece))
    for index in page.pulled:
        piece = page.pieces[index]
        if isinstance(piece, QuotationPiece) and _bare(piece.text) in body:
            page.pieces[index] = replace(piece, role="pull")


def _bare(text: str) -> str:
    """The words of a text, without what differs where it is printed again."""
    return " ".join(re.findall(r"\w+", text))


def _title(root: etree._Element) -> str:
    found = next((one for one in root.iter("title", "{*}title") if name_of(one.getparent()) == "head"), None)  # type: ignore[arg-type]
    return "" if found is None else text_within(found)


def _declared(root: etree._Element, names: tuple[str, ...]) -> str:
    """What a page says of itself under the first of these names."""
    said = {(value(one, "name") or value(one, "property")).lower(): value(one, "content") for one in root.iter("meta")}
    return next((" ".join(said[name].split()) for name in names if said.get(name)), "")


def _language(root: etree._Element) -> str:
    """The language that a page declares."""
    body = next(root.iter("body"), root)
    for element in (root, body):
        declared = language_of(element)
        if _TAG.fullmatch(declared):
            return declared
    for one in root.iter("meta"):
        name = (value(one, "name") or value(one, "http-equiv")).lower()
        if name in _LANGUAGE and _TAG.fullmatch(value(one, "content")):
            return value(one, "content")
    return ""
