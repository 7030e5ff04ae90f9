"""PDFs are opened whatever they are, or it is said why they cannot be."""

from __future__ import annotations

import io

import pikepdf
import pytest

from briefs.model.diagnostics import DocumentError
from briefs.report.pdf import pdf_file
from tests.report.pdf.builders import drawn_pdf, file_of, set_pdf, text_at

TEXT = text_at(50, 300, "Low water comes early.")


def said_of(content: bytes) -> list[str]:
    with pytest.raises(DocumentError) as caught:
        file_of(content)
    return [str(problem) for problem in caught.value.diagnostics]


def encrypted(user: str) -> bytes:
    with pikepdf.open(io.BytesIO(drawn_pdf(TEXT))) as pdf:
        written = io.BytesIO()
        pdf.save(written, encryption=pikepdf.Encryption(owner="owner", user=user))
    return written.getvalue()


def test_a_file_that_asks_for_a_password_is_not_read() -> None:
    assert said_of(encrypted("secret")) == [
        "report.pdf: error: the report is encrypted, and asks for a password [report-encrypted]\n"
        "  hint: open it with its password, and save it without one; for example, print it into a new PDF"
    ]


def test_a_file_with_a_password_of_its_owner_only_is_read() -> None:
    assert file_of(encrypted("")).pages[0].characters == 19


@pytest.mark.parametrize("content", [b"", b"no PDF", b"%PDF-1.7\n1 0 obj << >>", drawn_pdf(TEXT)[:200]])
def test_a_damaged_file_is_not_read(content: bytes) -> None:
    assert said_of(content) == [
        "report.pdf: error: the file is damaged, or it is no PDF [report-damaged]\n"
        "  hint: ask for the file again, or open it and save it anew as a PDF"
    ]


def test_a_file_with_far_too_many_pages_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_file, "MOST_PAGES", 2)
    assert said_of(drawn_pdf(TEXT, TEXT, TEXT)) == [
        "report.pdf: error: the report has 3 pages; at most 2 can be read [report-too-large]\n"
        "  hint: divide the PDF, and make a report of each part"
    ]


def test_bookmarks_lead_to_pages() -> None:
    outline = file_of(set_pdf()).outline
    assert [(one.title, one.depth, one.page) for one in outline] == [
        ("1. Tides", 1, 2),
        ("1.1 Wells and sluices", 2, 2),
        ("2. Boats", 1, 4),
    ]


def test_labels_of_pages_are_those_in_the_file() -> None:
    with pikepdf.open(io.BytesIO(drawn_pdf(TEXT, TEXT, TEXT))) as pdf:
        pdf.Root.PageLabels = pikepdf.Dictionary(
            Nums=[0, pikepdf.Dictionary(S=pikepdf.Name.r), 2, pikepdf.Dictionary(S=pikepdf.Name.D)]
        )
        written = io.BytesIO()
        pdf.save(written)
    assert [page.label for page in file_of(written.getvalue()).pages] == ["i", "ii", "1"]
