"""What can be ticked and filled in in a PDF."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest

from briefs.model.document import Cell, Content, Item, List, Paragraph, Row, Table
from briefs.model.inline import Checkbox, Link, Text, TextArea
from briefs.render.pdf.pages import lay_out
from tests.render.builders import document, layout, section, text, unit
from tests.render.pdf.structure import elements, opened, tree

CHECKLIST = Table(
    text("Checklist"),
    (text("Held"), text("For"), text("Evidence")),
    (
        Row((Cell((Checkbox("Held: States"),)), Cell(text("States")), Cell((TextArea("Evidence: States", 2),)))),
        Row(
            (
                Cell((Checkbox("Held: Citizens"),)),
                Cell(text("Words. " * 60)),
                Cell((TextArea("Evidence: Citizens", 2),)),
            )
        ),
    ),
)
QUESTIONS = List(
    (
        Item((Text("Who?"), TextArea("Notes on: Who?", 3)), unit("u1", "q.1", number=1)),
        Item((Text("What?"), TextArea("Notes on: What?", 3)), unit("u2", "q.2", number=2)),
    )
)


def brief_of(*content: Content) -> pikepdf.Pdf:
    return opened(document(section(*content)))


def fields_of(pdf: pikepdf.Pdf) -> list[Any]:
    return list(pdf.Root.AcroForm.Fields)


def sides(field: Any) -> tuple[float, float, float, float]:
    left, bottom, right, top = (float(side) for side in field.Rect)
    return left, bottom, right, top


def test_fields_have_labels_and_names_and_stand_in_reading_order() -> None:
    pdf = brief_of(CHECKLIST, QUESTIONS)
    fields = fields_of(pdf)
    assert [(str(field.FT), str(field.T), str(field.TU)) for field in fields] == [
        ("/Btn", "box1", "Held: States"),
        ("/Tx", "notes2", "Evidence: States"),
        ("/Btn", "box3", "Held: Citizens"),
        ("/Tx", "notes4", "Evidence: Citizens"),
        ("/Tx", "notes5", "Notes on: Who?"),
        ("/Tx", "notes6", "Notes on: What?"),
    ]


def test_each_field_is_an_annotation_that_the_structure_tree_refers_to_and_that_refers_back() -> None:
    pdf = brief_of(Paragraph((Link("https://example.org/", "here"),)), CHECKLIST, QUESTIONS)
    forms = [element for element in elements(pdf.Root.StructTreeRoot.K[0]) if element.S == "/Form"]
    parents = dict(zip(*[iter(pdf.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))
    assert len(forms) == len(fields_of(pdf)) == 6
    for form, field in zip(forms, fields_of(pdf), strict=True):
        [reference] = form.K
        assert (reference.Type, reference.Obj.objgen) == ("/OBJR", field.objgen)
        assert parents[field.StructParent].objgen == form.objgen
        assert str(form.Alt) == str(field.TU)
        assert field.objgen in [annotation.objgen for annotation in field.P.Annots]
        assert (field.P.Tabs, field.Subtype, field.F) == ("/S", "/Widget", 4)
    annotations = [annotation for page in pdf.pages for annotation in page.obj.Annots]
    assert len({int(annotation.StructParent) for annotation in annotations}) == len(annotations) == 7


def test_a_field_is_part_of_its_item_or_cell() -> None:
    assert tree(brief_of(QUESTIONS)) == [
        "Sect",
        "  H2",
        "  L /ListNumbering=/Decimal",
        *("    LI", "      Lbl", "      LBody", "        Form /Alt=Notes on: Who?"),
        *("    LI", "      Lbl", "      LBody", "        Form /Alt=Notes on: What?"),
    ]


def test_every_field_has_an_appearance_which_is_empty_until_it_is_ticked_or_filled_in() -> None:
    pdf = brief_of(CHECKLIST, QUESTIONS)
    for field in fields_of(pdf):
        left, bottom, right, top = sides(field)
        if field.FT == "/Btn":
            assert (field.V, field.AS, set(field.AP.N.keys())) == ("/Off", "/Off", {"/Off", "/Yes"})
            assert field.AP.N.Off.read_bytes() == b""
            assert field.AP.N.Yes.read_bytes().endswith(b"S Q")
            drawings = [field.AP.N.Off, field.AP.N.Yes]
        else:
            assert field.AP.N.read_bytes() == b"/Tx BMC EMC"
            assert "/V" not in field
            drawings = [field.AP.N]
        for drawing in drawings:
            assert [float(side) for side in drawing.BBox] == pytest.approx([0, 0, right - left, top - bottom], abs=0.02)


def test_text_is_written_in_an_embedded_font_and_viewers_need_not_draw_anything() -> None:
    pdf = brief_of(QUESTIONS)
    form = pdf.Root.AcroForm
    assert "/NeedAppearances" not in form
    assert "/FontFile2" in form.DR.Font.Text.FontDescriptor
    assert [str(field.DA) for field in fields_of(pdf)] == ["0.1 0.1 0.1 rg /Text 11 Tf"] * 2
    assert all(field.Ff == 4096 for field in fields_of(pdf))


def test_a_box_alone_needs_no_font_and_a_brief_without_fields_no_form() -> None:
    with_box, without = brief_of(Paragraph((Checkbox("Agree"), Text(" Yes")))), brief_of(Paragraph(text("Words")))
    assert "/DR" not in with_box.Root.AcroForm
    assert "/AcroForm" not in without.Root


def test_a_field_in_a_table_is_as_large_as_its_cell() -> None:
    pdf = brief_of(CHECKLIST)
    _, first, _, second = fields_of(pdf)
    heights = [top - bottom for _, bottom, _, top in map(sides, (first, second))]
    assert heights[0] == pytest.approx(2 * 19.8, abs=6)
    assert heights[1] > 1.5 * heights[0]


def test_a_question_and_its_notes_are_on_one_page() -> None:
    questions = tuple(
        Item((Text("Who would say what, and why? " * 8), TextArea(f"Notes on {n}", 5)), unit(f"u{n}", "q", number=n))
        for n in range(1, 16)
    )
    laid_out = lay_out(document(section(List(questions))), layout())
    assert laid_out.pages > 2
    assert all(len(extents) == 1 for extents in laid_out.units.values())


def test_a_box_in_a_repeated_header_row_is_one_field() -> None:
    rows = tuple(Row((Cell(text(f"Row {n}")),)) for n in range(80))
    pdf = brief_of(Table(text("Table"), ((Checkbox("All"),),), rows))
    assert len(pdf.pages) > 1
    assert len(fields_of(pdf)) == 1
