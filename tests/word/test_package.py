from __future__ import annotations

import io
import zipfile
from hashlib import sha256
from pathlib import Path

import docx
import pytest
from lxml import etree

from briefs.model.diagnostics import BriefsError
from briefs.model.document import Emphasis, Figure, NoteCall, Paragraph, SourceTag, Strong, Text
from briefs.render.docx import new_reference, render_docx
from briefs.render.figures.drawing import Drawing
from briefs.word.elements import Element, qn
from tests.builders import TIMELINE
from tests.render.docx.samples import document, numbered, paragraph_document, part, section, starter, text, unit, value

COMMITTED = Path(__file__).parents[2] / "templates" / "layout" / "reference.docx"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="72pt" height="36pt"/>'
FIGURE = Figure(TIMELINE, "What it shows", text("Caption"), unit("u1", 1))


def names(file: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        return archive.namelist()


def attributes(element: Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def test_two_renderings_are_the_same_bytes() -> None:
    made = document(section(numbered(("One", 1))))
    assert render_docx(made, starter()) == render_docx(made, starter())


def test_the_committed_reference_is_the_starter() -> None:
    assert COMMITTED.read_bytes() == new_reference()


def test_the_starter_shows_an_example_of_each_style_that_can_be_applied() -> None:
    opened = docx.Document(io.BytesIO(starter()))
    shown = {p.text for p in opened.paragraphs}
    assert {"Title", "Body Text", "Brief Ask", "Source Tag", "Small Print"} <= shown
    assert len(opened.tables) == 1


def test_the_package_holds_these_parts_and_no_others() -> None:
    assert names(render_docx(document(section()), starter())) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "customXml/_rels/item1.xml.rels",
        "customXml/item1.xml",
        "customXml/itemProps1.xml",
        "docProps/app.xml",
        "docProps/core.xml",
        "docProps/custom.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]


def test_python_docx_opens_the_file_and_finds_all_properties() -> None:
    found = docx.Document(io.BytesIO(render_docx(document(section()), starter()))).core_properties
    assert (found.title, found.subject, found.author) == ("Title of the brief", "Brief for Ministers", "Issuer")
    assert (found.keywords, found.language, found.version) == ("migration, governance", "en-GB", "0.3")
    assert (found.content_status, found.identifier) == ("Draft", "B/2-ministers-en")
    assert (found.category, found.last_modified_by, found.comments) == ("Brief for Ministers", "Issuer", "")
    assert found.created is not None
    assert found.created.isoformat() == "2026-03-12T00:00:00+00:00"
    assert found.modified == found.created


def test_the_edition_is_among_the_custom_properties() -> None:
    root = part(render_docx(document(section()), starter()), "docProps/custom.xml")
    assert {child.get("name"): child[0].text for child in root} == {
        "Audience": "ministers",
        "Edition date": "2026-03-12",
        "Reference": "B/2",
        "Status": "draft",
        "Version": "0.3",
    }


def test_the_record_holds_ids_addresses_and_hashes_of_words_without_tags() -> None:
    children = (Strong((Text("Two"),)), Emphasis((Text(" words"),)), NoteCall("fn"), SourceTag("ES 7"))
    made = document(section(Paragraph(children[:2] + children[3:], unit=unit("u1", 1, "es.07", verbatim=True))))
    root = part(render_docx(made, starter()), "customXml/item1.xml")
    assert attributes(root) == {
        "identifier": "B/2-ministers-en",
        "audience": "ministers",
        "reference": "B/2",
        "version": "0.3",
        "status": "draft",
        "date": "2026-03-12",
        "language": "en-GB",
    }
    (child,) = root
    hash = sha256(b"Two words").hexdigest()
    assert attributes(child) == {"tag": "u1", "name": "u1", "number": "1", "sha256": hash, "verbatim": "true"}
    assert [etree.QName(block).localname + " " + (block.text or "") for block in child] == ["block es.07"]


def test_a_program_that_is_no_word_document_is_an_error_of_the_environment() -> None:
    with pytest.raises(BriefsError) as raised:
        render_docx(document(section()), b"no zip file")
    assert raised.value.message == "the Word reference document is not a Word document that can be read"
    assert raised.value.hint == "save it in Word as .docx, or take the one that came with the program"


def test_word_opens_the_file_in_its_own_mode_without_prompts() -> None:
    settings = part(render_docx(document(section()), starter()), "word/settings.xml")
    modes = {s.get(qn("w:name")): s.get(qn("w:val")) for s in settings.iter(qn("w:compatSetting"))}
    assert modes["compatibilityMode"] == "15"
    assert settings.find(qn("w:updateFields")) is None
    assert value(settings, "themeFontLang") == "en-GB"


def test_a_figure_is_an_svg_with_a_picture_in_pixels_beside_it() -> None:
    file = render_docx(
        document(section(FIGURE)),
        starter(),
        draw=lambda figure: (Drawing(SVG, 72, 36),),
        rasterize=lambda drawing: f"PNG of {drawing.svg}".encode(),
    )
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert archive.read("word/media/figure1.svg").decode() == SVG
        assert archive.read("word/media/figure1.png").decode() == f"PNG of {SVG}"
    root = part(file, "word/document.xml")
    (description,) = root.iter(qn("wp:docPr"))
    (extent,) = root.iter(qn("wp:extent"))
    assert description.get("descr") == "What it shows"
    assert attributes(extent) == {"cx": "914400", "cy": "457200"}


@pytest.mark.parametrize(
    ("drawn", "size"),
    [((144, 28.35), ("1828800", "360045")), ((720, 360), ("5615940", "2807970"))],
)
def test_a_figure_is_as_large_as_it_is_drawn_but_no_wider_than_the_text(
    drawn: tuple[float, float], size: tuple[str, str]
) -> None:
    drawing = Drawing(SVG, *drawn)
    file = render_docx(document(section(FIGURE)), starter(), draw=lambda _: (drawing,), rasterize=lambda _: b"")
    (extent,) = part(file, "word/document.xml").iter(qn("wp:extent"))
    assert (extent.get("cx"), extent.get("cy")) == size


def test_a_figure_needs_a_rasterizer() -> None:
    with pytest.raises(BriefsError, match="a figure needs a picture in pixels beside the SVG"):
        render_docx(document(section(FIGURE)), starter(), draw=lambda figure: (Drawing(SVG, 72, 36),))


def test_a_figure_needs_what_draws_it() -> None:
    with pytest.raises(AssertionError, match=r"^nothing draws the figure 'What it shows'$"):
        render_docx(document(section(FIGURE)), starter())


def test_the_accent_takes_the_place_of_the_starters() -> None:
    file = render_docx(paragraph_document(Text("Words")), starter(), accent="6B1F3A")
    for name in ("word/styles.xml", "word/document.xml", "word/header1.xml"):
        assert b"1F3A5F" not in etree.tostring(part(file, name))
    assert b'w:fill="F5EFF1"' in etree.tostring(part(file, "word/styles.xml"))
    assert b"6B1F3A" in etree.tostring(part(file, "word/styles.xml"))
