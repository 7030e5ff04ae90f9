"""The finished PDF: its structure tree, artifacts and metadata."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pikepdf

from briefs.model.document import (
    Cell,
    Checkbox,
    Document,
    Figure,
    Foreign,
    Item,
    Link,
    List,
    Note,
    NoteCall,
    Paragraph,
    Row,
    Table,
    Text,
)
from briefs.render.figures.drawing import draw
from briefs.render.pdf.conformance import Attachment
from briefs.render.pdf.pages import lay_out, write_pdf
from tests.builders import TIMELINE
from tests.render.builders import document, item, layout, paragraph, row, section, text, unit
from tests.render.specimen import specimen


def opened(brief: Document, *attachments: Attachment) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(write_pdf(lay_out(brief, layout()), brief, attachments)))


@cache
def specimen_pdf() -> pikepdf.Pdf:
    return opened(specimen())


def tree(pdf: pikepdf.Pdf) -> list[str]:
    """The structure elements after masthead, title, source and as-at lines, one a line, indented, with attributes."""
    [root] = pdf.Root.StructTreeRoot.K
    return [line for kid in list(root.K)[4:] for line in _lines(kid, 0)]


def _lines(element: Any, depth: int) -> Iterator[str]:
    said = [f"{key}={element[key]!s}" for key in ("/Lang", "/Alt", "/ID") if key in element]
    attributes = element.get("/A", {})
    said += [f"{key}={attributes[key]!s}" for key in ("/Scope", "/ListNumbering") if key in attributes]
    yield "  " * depth + " ".join([str(element.S)[1:], *said])
    for kid in element.K:
        if "/S" in kid:
            yield from _lines(kid, depth + 1)


def test_the_masthead_and_the_title_come_first() -> None:
    pdf = opened(document())
    [root] = pdf.Root.StructTreeRoot.K
    assert [str(kid.S) for kid in root.K] == ["/Sect", "/H1", "/P", "/P"]


def test_lists_have_labels_and_bodies() -> None:
    numbered = List((item("One", unit("u1", number=1)), item("Two", unit("u2", number=2))))
    assert tree(opened(document(section(numbered, List((item("Point"),), "plain"))))) == [
        "Sect",
        "  H2",
        "  L /ListNumbering=/Decimal",
        *["    LI", "      Lbl", "      LBody"] * 2,
        "  L /ListNumbering=/Disc",
        *["    LI", "      Lbl", "      LBody"],
    ]


def test_tables_have_their_caption_their_headings_and_empty_cells() -> None:
    rows = (Row((Cell(text("States"), header=True), Cell((Checkbox("considered"),)), Cell(()))),)
    assert tree(opened(document(section(Table(text("Caption"), (text("For"), text("Seen"), ()), rows))))) == [
        "Sect",
        "  H2",
        "  Table",
        "    Caption",
        "    THead",
        "      TR",
        "        TH /Scope=/Column",
        "        TH /Scope=/Column",
        "        TD",
        "    TBody",
        "      TR",
        "        TH /Scope=/Row",
        "        TD",
        "          Span /Alt=considered",
        "        TD",
    ]


def test_a_table_over_pages_is_one_table_and_its_repeated_heads_are_artifacts() -> None:
    rows = tuple(row(f"Cell {n}", "Other") for n in range(100))
    pdf = opened(document(section(Table((), (text("Head"), text("Second head")), rows))))
    assert len(pdf.pages) > 2
    lines = [line.strip() for line in tree(pdf)]
    assert (lines.count("Table"), lines.count("THead"), lines.count("TBody"), lines.count("TR")) == (1, 1, 1, 101)


def test_a_note_called_in_a_repeated_head_is_called_once() -> None:
    rows = tuple(row(f"Cell {n}") for n in range(60))
    table = Table((), ((Text("Head"), NoteCall("n", 1)),), rows)
    pdf = opened(document(section(table), notes=(Note("n", unit("u1"), text("Note."), 1),)))
    assert len(pdf.pages) == 2
    lines = [line.strip() for line in tree(pdf)]
    assert (lines.count("Note /ID=u1"), lines.count("Reference"), lines.count("Link")) == (1, 1, 2)
    assert [len(page.obj.get("/Annots", [])) for page in pdf.pages] == [2, 0]


def test_a_link_over_two_lines_is_one_link() -> None:
    address = "https://example.org/" + "long-" * 30
    brief = document(section(Paragraph((*text("Words before it. " * 5), Link(address, address)))))
    pdf = opened(brief)
    assert tree(pdf) == ["Sect", "  H2", "  P", "    Link"]
    assert len(pdf.pages[0].obj.Annots) > 1


def test_a_paragraph_over_pages_is_one_paragraph() -> None:
    pdf = opened(document(section(paragraph("Words and more words. " * 700))))
    assert len(pdf.pages) > 1
    assert tree(pdf) == ["Sect", "  H2", "  P"]


def test_notes_follow_the_paragraph_that_calls_them() -> None:
    notes = tuple(Note(f"n{n}", unit(f"u{n}"), text("Note."), n) for n in (1, 2))
    brief = document(
        section(Paragraph((Text("Words"), NoteCall("n1", 1), Text(" and"), NoteCall("n2", 2))), paragraph("More.")),
        notes=notes,
    )
    assert tree(opened(brief)) == [
        "Sect",
        "  H2",
        "  P",
        *["    Reference", "      Link"] * 2,
        *["  Note /ID=u1", "    Lbl", "      Link"],
        *["  Note /ID=u2", "    Lbl", "      Link"],
        "  P",
    ]


def test_the_number_of_a_note_is_its_label_and_links_in_it_are_not() -> None:
    note = Note("n", unit("u1"), (Link("https://example.org/", "here"),), 1)
    brief = document(section(List((Item((NoteCall("n", 1),)),), "plain")), notes=(note,))
    assert [line.strip() for line in tree(opened(brief))[4:]] == [
        *["Lbl", "LBody", "Reference", "Link"],
        *["Note /ID=u1", "Lbl", "Link", "Link"],
    ]


def test_a_note_called_among_foreign_words_is_no_part_of_them() -> None:
    words = Foreign("fr", (Text("acquis"), NoteCall("n", 1)))
    brief = document(section(Paragraph((words,))), notes=(Note("n", unit("u1"), text("Note."), 1),))
    assert tree(opened(brief)) == [
        *["Sect", "  H2", "  P", "    Span /Lang=fr", "      Reference", "        Link"],
        *["  Note /ID=u1", "    Lbl", "      Link"],
    ]


def test_foreign_words_and_links_are_marked() -> None:
    brief = document(section(Paragraph((Foreign("fr", text("acquis")), Link("https://example.org/", "here")))))
    assert tree(opened(brief)) == ["Sect", "  H2", "  P", "    Span /Lang=fr", "    Link"]


def test_a_picture_has_its_alternative_and_its_place() -> None:
    brief = Figure(TIMELINE, "A line", text("Caption"))
    pdf = opened(document(section(brief)))
    assert tree(pdf) == ["Sect", "  H2", "  Div", "    Caption", "    Figure /Alt=A line"]
    [figure] = [e for e in _elements(pdf.Root.StructTreeRoot.K[0]) if e.S == "/Figure"]
    left, bottom, right, top = (float(side) for side in figure.A.BBox)
    assert (round(right - left, 1), round(top - bottom, 1)) == (442, draw(brief, 442, layout()).height)


def test_all_that_is_marked_is_in_the_tree_or_an_artifact() -> None:
    pdf = specimen_pdf()
    reached = {e.objgen for e in _elements(pdf.Root.StructTreeRoot.K[0])}
    entries = pdf.Root.StructTreeRoot.ParentTree.Nums
    for number, page in enumerate(pdf.pages):
        owners = list(entries[2 * number + 1])
        marked = [int(operands[1].MCID) for operands in _marked_content(page) if "/MCID" in operands[1]]
        assert marked
        assert all(owners[mcid].objgen in reached for mcid in marked)


def test_page_furniture_is_an_artifact() -> None:
    furniture = [operands for operands in _marked_content(specimen_pdf().pages[0]) if operands[0] == "/Artifact"]
    assert len(furniture) == 2  # the footer's two sides; the running header begins on the second page
    assert all(operands[1].Type == "/Pagination" for operands in furniture)


def test_every_link_is_described_and_in_the_tree() -> None:
    pdf = specimen_pdf()
    entries = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    owners = dict(zip(map(int, entries[::2]), entries[1::2], strict=True))
    links = [link for page in pdf.pages for link in page.obj.get("/Annots", [])]
    assert len(links) == 6
    for link in links:
        assert str(link.Contents)
        assert owners[int(link.StructParent)].S == "/Link"


def test_metadata_come_from_the_edition_and_not_from_the_clock() -> None:
    pdf = specimen_pdf()
    properties = specimen().properties
    assert {key: str(value) for key, value in pdf.docinfo.items()} == {
        "/Title": properties.title,
        "/Author": "International Catholic Migration Commission",
        "/Subject": "Brief for Ministers",
        "/Keywords": "migration, global governance, ministers",
        "/CreationDate": "D:20260312000000Z",
        "/ModDate": "D:20260312000000Z",
        "/Producer": "WeasyPrint 70.0",
    }
    with pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == properties.title
        assert xmp["dc:creator"] == ["International Catholic Migration Commission"]
        assert xmp["dc:language"] == {"en-GB"}
        assert xmp["dc:identifier"] == "ICMC/GGM/2 0.3"
        assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == "2026-03-12T00:00:00Z"
        assert xmp["xmpMM:VersionID"] == "0.3"
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("3", "A", "1")
    assert (str(pdf.Root.Lang), bool(pdf.Root.ViewerPreferences.DisplayDocTitle)) == ("en-GB", True)


def test_properties_that_are_empty_are_not_said() -> None:
    brief = document()
    pdf = opened(replace(brief, properties=replace(brief.properties, subject="", keywords=())))
    assert {"/Subject", "/Keywords"}.isdisjoint(pdf.docinfo.keys())
    with pdf.open_metadata() as xmp:
        assert {"dc:description", "dc:subject", "pdf:Keywords"}.isdisjoint(xmp)


def test_headings_are_bookmarks() -> None:
    with specimen_pdf().open_outline() as outline:
        [title] = outline.root
        assert title.title.startswith("Migration: what ministers could gain")
        assert [child.title for child in title.children][:3] == ["Issue", "Ministers are invited to", "Timing"]


def test_a_file_travels_inside_with_its_type_and_relationship() -> None:
    record = Attachment("record.json", "application/json", "What this brief was made from", b"{}")
    pdf = opened(document(), record)
    [_, specification] = pdf.Root.AF
    assert (str(specification.UF), str(specification.AFRelationship)) == ("record.json", "/Data")
    assert str(specification.EF.F.Subtype) == "/application/json"
    assert pdf.attachments["record.json"].get_file().read_bytes() == b"{}"


def _marked_content(page: pikepdf.Page) -> list[Any]:
    """The tag and properties of each piece of marked content."""
    instructions: list[Any] = list(pikepdf.parse_content_stream(page))
    return [instruction.operands for instruction in instructions if str(instruction.operator) == "BDC"]


def _elements(element: Any) -> Iterator[Any]:
    yield element
    for kid in element.K:
        if "/S" in kid:
            yield from _elements(kid)
