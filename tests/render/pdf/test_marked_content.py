"""What is marked on a page: content or artifact."""

from __future__ import annotations

from briefs.model.document import Note, Table
from briefs.model.inline import NoteCall, Text
from tests.render.builders import document, row, section, text, unit
from tests.render.pdf.structure import marked_content, opened, specimen_pdf, tree


def test_a_note_called_in_a_repeated_head_is_called_once() -> None:
    rows = tuple(row(f"Cell {n}") for n in range(60))
    table = Table((), ((Text("Head"), NoteCall("n", 1)),), rows)
    pdf = opened(document(section(table), notes=(Note("n", unit("u1"), text("Note."), 1),)))
    assert len(pdf.pages) == 2
    lines = [line.strip() for line in tree(pdf)]
    assert (lines.count("Note /ID=u1"), lines.count("Reference"), lines.count("Link")) == (1, 1, 2)
    assert [len(page.obj.get("/Annots", [])) for page in pdf.pages] == [2, 0]


def test_page_furniture_is_an_artifact() -> None:
    furniture = [operands for operands in marked_content(specimen_pdf().pages[0]) if operands[0] == "/Artifact"]
    assert len(furniture) == 2  # the footer's two sides; the running header begins on the second page
    assert all(operands[1].Type == "/Pagination" for operands in furniture)
