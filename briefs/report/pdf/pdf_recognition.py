"""Recognising a report in a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefs.model.diagnostics import Checked, Diagnostic, DocumentError, Fault, Place
from briefs.model.report import Page
from briefs.report.pdf.pdf_file import PdfFile, read_file
from briefs.report.pdf.pdf_layout import lay_out
from briefs.report.pdf.pdf_page_labels import page_labels
from briefs.report.pdf.pdf_pieces import pieces_of
from briefs.report.recognized import Recognized
from briefs.report.sole_title import with_sole_title

_FEW_CHARACTERS = 4
"""A page with fewer has no text."""
_XFA_SHELL = 1_500
"""At most so many characters are the notice that stands for a form that only one program shows."""
_UNKNOWN = 0.05
"""From what part of characters without a known meaning on a report cannot be trusted."""
_FEWEST_WITH_TITLE = 3
"""With fewer headings, the first may be that of the only chapter."""
_NO_TITLE = re.compile(
    r"(?:microsoft (?:office )?(?:word|powerpoint) - .*|untitled.*|"
    r".*\.(?:docx?|indd|qxp?d|pdf|rtf|odt|pptx?|tex|dvi|pub)|"
    r"document\s?\d*|[\d\W_]*|title|slide \d+)",
    re.IGNORECASE,
)
_DATE = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")


def recognize_pdf(content: bytes, path: str) -> Checked[Recognized]:
    """The report in the PDF with this `content`: pieces, one line of text for each printed line, and pages.

    Codes: `report-pages-unread`, `report-font-unknown`. Raises DocumentError if it cannot be read at all:
    `report-encrypted`, `report-damaged`, `report-too-large`, `report-scanned`, `report-form`, `report-empty`.
    """
    file = read_file(content, path)
    problems = list(_problems(file, path))
    if any(problem.severity == "error" for problem in problems):
        raise DocumentError(problems)
    layout = lay_out(file)
    labels = page_labels([page.label for page in file.pages], layout.numbers)
    pieces, _ = with_sole_title(pieces_of(layout, file.outline, labels), _FEWEST_WITH_TITLE)
    pages = _pages(layout.starts, labels, len(layout.lines))
    title = " ".join(file.properties["Title"].split())
    recognized = Recognized(
        tuple(pieces),
        "\n".join(line.line.text for line in layout.lines),
        pages=pages,
        language=file.language,
        title="" if _NO_TITLE.fullmatch(title) else title,
        author=" ".join(file.properties["Author"].split()),
        date=_date(file.properties["CreationDate"]),
    )
    return Checked(recognized, tuple(problems))


def _problems(file: PdfFile, path: str) -> Iterator[Diagnostic]:
    place = Place(path)
    characters = sum(page.characters for page in file.pages)
    if file.is_form and characters < _XFA_SHELL:
        message = "the report is a form in XFA, which hardly any program can show"
        yield Fault("report-form", message, "open it in Adobe Reader and print it into a PDF").at(place)
        return
    unread = [
        number for number, page in enumerate(file.pages, 1) if page.has_picture and page.characters < _FEW_CHARACTERS
    ]
    hint = f"recognise the text with a program for that, for example: ocrmypdf --skip-text {path} {path}"
    if characters < _FEW_CHARACTERS and not unread:
        yield Fault("report-empty", "the report is empty", "put the report, as received, in its place").at(place)
        return
    if characters < _FEW_CHARACTERS:
        message = "the report has no text, only pictures of its pages, as a scanner makes them"
        yield Fault("report-scanned", message, hint).at(place)
        return
    if unread:
        message = f"{_named(unread)} only pictures and no text"
        yield Fault("report-pages-unread", message, hint).at(place)
    full = [number for number, page in enumerate(file.pages, 1) if page.is_too_full]
    if full:
        message = f"{_named(full)} far more characters than a page of text, and {'was' if full[1:] == [] else 'were'}"
        message += " not read"
        yield Fault(
            "report-pages-unread", message, "see whether they are maps or drawings; if not, ask for another file"
        ).at(place)
    unmapped = sum(page.unmapped for page in file.pages)
    if unmapped > _UNKNOWN * characters:
        message = (
            f"{unmapped:,} of {characters:,} characters of the report have no known meaning: its fonts do not say it"
        )
        hint = f"ask for another file, or recognise the text anew, for example: ocrmypdf --force-ocr {path} {path}"
        yield Fault("report-font-unknown", message, hint).at(place)


def _named(pages: Sequence[int]) -> str:
    """Pages by their numbers, as the beginning of a sentence that goes on with what they have."""
    if len(pages) == 1:
        return f"page {pages[0]} of the PDF has"
    shown = [str(page) for page in pages[:8]]
    more = len(pages) - len(shown)
    listed = f"{', '.join(shown)} and {more} more" if more else f"{', '.join(shown[:-1])} and {shown[-1]}"
    return f"pages {listed} of the PDF have"


def _pages(starts: Sequence[int], labels: Sequence[str], count: int) -> tuple[Page, ...]:
    """The pages that have lines, with the number of the first one."""
    ends = [*starts[1:], count]
    return tuple(Page(label, start + 1) for start, end, label in zip(starts, ends, labels, strict=True) if end > start)


def _date(created: str) -> str:
    match = _DATE.match(created)
    return "-".join(part for part in match.groups() if part) if match else ""
