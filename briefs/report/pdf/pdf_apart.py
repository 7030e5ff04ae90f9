"""Recognising a report in a PDF in a process of its own: PDFium may need endless time or memory for what is made so,
and then ends the process.
"""

from __future__ import annotations

from typing import cast

from briefs.files.bounded_process import apart, longest_reading
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError, Fault, Place
from briefs.model.limits import LARGEST_READING, MB
from briefs.model.patience import NAME
from briefs.report.recognized import Recognized


def recognize_pdf_apart(content: bytes, path: str, memory: int = LARGEST_READING) -> Checked[Recognized]:
    """What `recognize_pdf` finds. Raises DocumentError as it does, and with `report-damaged` if it does not end."""
    seconds = longest_reading(len(content))
    match apart(_recognized, (content, path), seconds, memory):
        case Checked() as found:
            return cast("Checked[Recognized]", found)
        case tuple(problems):
            raise DocumentError(cast("tuple[Diagnostic, ...]", problems))
    message = (
        f"reading the file takes more than {seconds:.0f} seconds, or more than {memory / MB:,.0f} MB of memory: it is "
        "very long, damaged, or made so"
    )
    hint = (
        f"if you trust it and it is only long, {NAME}=4 before the command gives it four times as long; otherwise "
        "print it into a new PDF, in a program that can show it, or ask the sender for it again"
    )
    raise DocumentError([Fault("report-damaged", message, hint).at(Place(path))])


def _recognized(content: bytes, path: str) -> Checked[Recognized] | tuple[Diagnostic, ...]:
    """What is found, or why there is nothing; in the other process."""
    from briefs.report.pdf.pdf_recognition import recognize_pdf

    try:
        return recognize_pdf(content, path)
    except DocumentError as error:
        return tuple(error.diagnostics)
