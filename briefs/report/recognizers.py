"""Readers that recognise a report's parts by themselves, by the ending of its file.

To add a format, write a module and a row here. Each is loaded only when a report in its format is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefs.model.diagnostics import Checked
from briefs.report.report_bounds import bounded

if TYPE_CHECKING:
    from briefs.report.recognized import Recognized, Recognizer


def _word(content: bytes, path: str) -> Checked[Recognized]:
    from briefs.report.word.word_recognition import recognize_word

    return recognize_word(content, path)


def _markdown(content: bytes, path: str) -> Checked[Recognized]:
    from briefs.report.markdown.markdown_recognition import recognize_markdown

    return recognize_markdown(content, path)


def _html(content: bytes, path: str) -> Checked[Recognized]:
    from briefs.report.html.html_recognition import recognize_html

    return recognize_html(content, path)


def _pdf(content: bytes, path: str) -> Checked[Recognized]:
    from briefs.report.pdf.pdf_apart import recognize_pdf_apart

    return recognize_pdf_apart(content, path)


RECOGNIZERS: Mapping[str, Recognizer] = MappingProxyType(
    {
        suffix: bounded(recognizer)
        for suffix, recognizer in {
            ".docx": _word,
            ".pdf": _pdf,
            ".html": _html,
            ".htm": _html,
            ".xhtml": _html,
            ".md": _markdown,
        }.items()
    },
)
"""Recognizers by the ending of the file; each refuses what is more than a report can hold (`report-too-large`)."""
