"""Word files in, pieces out: whole files, refused ones, and generated ones, of which no word may be lost."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from briefs.model.diagnostics import DocumentError
from briefs.model.report import Page
from briefs.report.pieces import ItemPiece, PicturePiece, Piece, RowPiece
from briefs.report.recognized import Recognized
from briefs.report.word.word_recognition import recognize_word
from tests.report.word.test_story_reading import BOX
from tests.report.word.word_files import (
    HEADING_STYLES,
    W,
    call,
    field,
    item,
    level,
    lists,
    par,
    recognized,
    shown,
    table,
    text,
    word_report,
)

STYLES = HEADING_STYLES + "".join(
    f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/></w:style>'
    for id, name in (("T", "Title"), ("S", "Subtitle"), ("Q", "Intense Quote"))
)
LANGUAGE = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>'
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">'
    "<dc:title>Water  for all</dc:title>"
    "<dc:creator>Ministry</dc:creator><t:created>2019-01-01T10:00:00Z</t:created>"
    "<t:modified>2020-02-03T10:00:00Z</t:modified></cp:coreProperties>"
)


def test_a_report_has_its_title_quotations_and_what_pages_repeat() -> None:
    body = par("Water for all", "T") + par("A report", "S") + par("One", "berschrift1") + par("Text.")
    body += par("Life is water.", "Q") + par("Two", "berschrift1") + par("More.")
    header = par("A/73/1") + par("A/73/1")
    footer = par(text("Page ") + field("PAGE", "3") + text(" of ") + field("NUMPAGES", "20"))
    assert shown(body, styles=STYLES, header=header, footer=footer) == [
        "matter title: Water for all",
        "matter title: A report",
        "heading: One",
        "paragraph: Text.",
        "quotation block: Life is water.",
        "heading: Two",
        "paragraph: More.",
        "matter running head: A/73/1",
        "matter page number: Page # of #",
    ]


def test_numbered_paragraphs_run_on_under_all_headings() -> None:
    numbering = lists(level(0, "decimal", "%1."))
    body = par("One", "berschrift1") + item("A.", 1) + item("B.", 1) + par("Two", "berschrift1") + item("C.", 1)
    found = [
        piece for piece in recognized(body, styles=STYLES, numbering=numbering).pieces if isinstance(piece, ItemPiece)
    ]
    assert [piece.marker for piece in found] == ["1.", "2.", "3."]
    assert len({piece.list_id for piece in found}) == 1


def test_what_the_file_declares_of_itself_is_kept() -> None:
    arabic = text("الماء", "<w:rtl/>") + text(" حياة", "<w:rtl/>")
    french = text("L’eau, c’est la vie.", '<w:lang w:val="fr-FR"/>')
    body = par(text("Water is life, and so on.")) + par(arabic, "", "<w:bidi/>") + par(french)
    found = recognize_word(word_report(body, core=CORE, styles=LANGUAGE), "report.docx").value
    assert (found.title, found.author, found.date) == ("Water for all", "Ministry", "2020-02-03")
    assert (found.language, found.languages) == ("en-GB", {2: "ar-SA", 3: "fr-FR"})
    assert found.text.split("\n")[1] == "الماء حياة"


def test_pages_are_those_that_word_has_noted() -> None:
    body = par("One") + par("<w:r><w:lastRenderedPageBreak/></w:r>" + text("Two"))
    assert recognized(body).pages == (Page("1", 1), Page("2", 2))


MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


@pytest.mark.parametrize("kind", [MACROS, TEMPLATE])
def test_templates_and_files_with_macros_are_read_as_any_other(kind: str) -> None:
    assert recognize_word(word_report(par("Text."), kind), "report.docx").value.text == "Text."


def test_the_strict_variant_is_read_as_any_other() -> None:
    file = word_report(par("One", "berschrift1") + par("Text."), styles=STYLES)
    strict = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as archive, zipfile.ZipFile(strict, "w") as made:
        for name in archive.namelist():
            content = archive.read(name).replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            relations = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            made.writestr(name, content.replace(relations, b"http://purl.oclc.org/ooxml/officeDocument/relationships"))
    assert recognize_word(strict.getvalue(), "report.docx").value == recognize_word(file, "report.docx").value


def zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


DECLARED = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
FILE = word_report(par("Text."))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"Dear all", "report.docx is not a Word document"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "report.docx is not a Word document"),
        (bytes.fromhex("D0CF11E0A1B11AE1"), "report.docx is protected by a password, or is a .doc of Word 97 to 2003"),
        (FILE[:300], "report.docx is damaged, and cannot be read as a Word document"),
        (zipped(a=bytes(30_000_000)), "report.docx is made so that it fills the memory of whoever reads it"),
        (word_report(par("Text."), "application/xml"), "report.docx is not a Word document"),
        (
            word_report(par("Text."), styles="<w:style>"),
            "report.docx is damaged, and cannot be read as a Word document",
        ),
        (
            word_report(par("Text."), core=DECLARED.decode()),
            "report.docx has a document type declaration, which no Word document may have",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(content: bytes, message: str) -> None:
    with pytest.raises(DocumentError) as raised:
        recognize_word(content, "seeds/water/report.docx")
    (problem,) = raised.value.diagnostics
    code = "report-encrypted" if "password" in message else "report-damaged"
    assert (problem.code, problem.message, problem.place.path) == (code, message, "seeds/water/report.docx")
    assert problem.hint


def test_a_report_without_text_is_empty() -> None:
    with pytest.raises(DocumentError) as raised:
        recognize_word(word_report(par("") + table(("", ""))), "report.docx")
    assert [one.code for one in raised.value.diagnostics] == ["report-empty"]


# No word is lost, and none is there twice


def said_by(piece: Piece) -> str:
    """All words of a piece, without its number."""
    if isinstance(piece, RowPiece):
        return " ".join(piece.cells)
    if isinstance(piece, PicturePiece):
        return f"{piece.text} {piece.alternative}"
    return piece.text


def words_of(root: etree._Element) -> Counter[str]:
    """The words in the paragraphs of a part, read without the program: those for old programs are a repetition."""
    for fallback in list(root.iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")):
        fallback.getparent().remove(fallback)  # type: ignore[union-attr]
    return Counter(word for one in root.iter(f"{{{W}}}t") for word in (one.text or "").split())


def assert_lossless(file: bytes) -> Recognized:
    """Assert that each word of a file is in exactly one piece, and each line too."""
    found = recognize_word(file, "report.docx").value
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        parts = [name for name in archive.namelist() if re.search(r"(document|notes|header)\.xml$", name)]
        expected = sum((words_of(etree.fromstring(archive.read(name))) for name in parts), Counter[str]())
    text = " ".join(map(said_by, found.pieces))
    assert Counter(re.findall("w[0-9]*x", text)) == expected
    assert sorted(line for piece in found.pieces for line in piece.lines) == list(
        range(1, len(found.text.split("\n")) + 1)
    )
    assert "" not in found.text.split("\n")
    return found


LOOKS = ("", "<w:b/>", "<w:i/>", '<w:sz w:val="40"/>', "<w:caps/>")
counter = iter(range(10**9))


@st.composite
def runs(draw: st.DrawFn) -> str:
    made = ""
    for _ in range(draw(st.integers(0, 3))):
        words = " ".join(f"w{next(counter)}x" for _ in range(draw(st.integers(1, 4))))
        made += text(f" {words} ", draw(st.sampled_from(LOOKS)))
    return made


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    style = draw(st.sampled_from(["", "", "", "berschrift1", "berschrift2", "T", "Q"]))
    number = draw(st.sampled_from(["", "", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>']))
    content = draw(runs())
    if draw(st.booleans()):
        content = field("REF x", content) if content else content
    if draw(st.integers(0, 3)) == 0:
        content += BOX.format(par(draw(runs())))
    return par(content or "<w:r/>", style, number)


blocks = st.recursive(
    paragraphs(),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(st.tuples(inner, inner), min_size=1, max_size=3).map(lambda cells: table(*cells)),
        inner.map(lambda content: table((content,))),
    ),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(blocks, min_size=1, max_size=5), runs(), runs())
def test_every_word_of_any_file_is_in_exactly_one_piece(body: list[str], noted: str, running: str) -> None:
    footnotes = f'<w:footnote w:id="1">{par(noted or "<w:r/>")}</w:footnote>'
    content = par(text("wx") + call(1)) + "".join(body)
    numbering = lists(level(0, "decimal", "%1."))
    assert_lossless(
        word_report(content, styles=STYLES, numbering=numbering, footnotes=footnotes, header=par(running or "<w:r/>"))
    )
