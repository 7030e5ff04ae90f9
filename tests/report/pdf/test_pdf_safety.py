"""PDFs that would end the program, or never let it come to its end, are refused."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from briefs.model.diagnostics import DocumentError
from briefs.report.pdf.pdf_safety import refuse_unsafe
from tests.report.pdf.builders import drawn_pdf, file_of, text_at

TEXT = text_at(50, 300, "Low water comes early.")


def changed(change: Callable[[Pdf], None]) -> bytes:
    with pikepdf.open(io.BytesIO(drawn_pdf(TEXT))) as pdf:
        change(pdf)
        written = io.BytesIO()
        pdf.save(written)
    return written.getvalue()


def with_form(pdf: Pdf, content: bytes, inside: dict[str, pikepdf.Object]) -> pikepdf.Object:
    form = pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    form.Resources = Dictionary(XObject=Dictionary(inside))
    pdf.pages[0].obj.Resources.XObject = Dictionary(X=form)
    return form


def labels_in_a_circle(pdf: Pdf) -> None:
    tree = pdf.make_indirect(Dictionary())
    tree.Kids = Array([tree])
    pdf.Root.PageLabels = tree


def structure_too_deep(pdf: Pdf) -> None:
    tree = Dictionary(Nums=Array([]))
    for _ in range(100):
        tree = pdf.make_indirect(Dictionary(Kids=Array([tree])))
    pdf.Root.StructTreeRoot = Dictionary(ParentTree=tree)


def form_of_itself(pdf: Pdf) -> None:
    form = with_form(pdf, b"q /X Do Q /X Do", {})
    form.Resources.XObject.X = form


def forms_of_forms(pdf: Pdf) -> None:
    form = with_form(pdf, b"0 0 m", {})
    for _ in range(6):
        form = with_form(pdf, b"/Y Do " * 10, {"/Y": form})


@pytest.mark.parametrize("change", [labels_in_a_circle, structure_too_deep, form_of_itself, forms_of_forms])
def test_what_has_no_end_is_refused(change: Callable[[Pdf], None]) -> None:
    with pytest.raises(DocumentError) as caught:
        file_of(changed(change))
    assert [str(problem) for problem in caught.value.diagnostics] == [
        "report.pdf: error: the file is made so that whoever reads it does not come to its end [report-damaged]\n"
        "  hint: ask the sender for the file again; or print it into a new PDF, in a program that can show it"
    ]


def test_forms_that_share_their_resources_and_end_are_read() -> None:
    def change(pdf: Pdf) -> None:
        form = with_form(pdf, b"0 0 m", {})
        form.Resources.XObject.X = form
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.r)]))

    assert file_of(changed(change)).pages[0].label == "i"


@pytest.mark.parametrize("content", [b"", b"no PDF", drawn_pdf(TEXT)[:200]])
def test_what_cannot_be_opened_is_left_to_the_reader(content: bytes) -> None:
    refuse_unsafe(content, "report.pdf")
