"""How much a brief may hold before it is laid out: far more than any brief does, and little enough to be laid out.

Where a line may break is looked for in each text as a whole, so a word of a megabyte takes hours (CWE-400).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.document import Document, Figure
from briefs.model.document_walk import contents, inlines_of
from briefs.model.edition import Template
from briefs.model.inline import inline_text
from briefs.model.limits import LONGEST_TEXT, LONGEST_WORD, MOST_TEXTS
from briefs.model.unwieldy_text import long_word

_DIVIDE = "divide it into several, or take it out"


def amount_faults(document: Document, template: Template) -> tuple[Diagnostic, ...]:
    """The first text of a brief that is too long, or that it has too many, at its line in the template.

    Code: `too-much-text`.
    """
    for count, (line, text) in enumerate(_texts(document), 1):
        if fault := _fault(text):
            return (fault.at(template.body_place(line)),)
        if count > MOST_TEXTS:
            message = f"the brief has more than {MOST_TEXTS:,} paragraphs, items and cells"
            return (Fault("too-much-text", message, "print less in it").at(template.body_place(line)),)
    for text in (document.title, *_words(document.furniture), *_words(document.properties)):
        if fault := _fault(text):
            return (fault.at(template.place(0)),)
    return ()


def _fault(text: str) -> Fault | None:
    if (word := long_word(text)) is not None:
        message = f'a word has more than {LONGEST_WORD:,} characters without a space: "{word[:20]}…"'
        return Fault("too-much-text", message, _DIVIDE)
    if len(text) > LONGEST_TEXT:
        message = f'a text has more than {LONGEST_TEXT:,} characters: "{text[:20]}…"'
        return Fault("too-much-text", message, _DIVIDE)
    return None


def _texts(document: Document) -> Iterator[tuple[int, str]]:
    """All texts of a brief, each with its line in the body of the template; 0 if it has none."""
    for section in document.sections:
        yield 0, inline_text(section.heading)
    for _, content in contents(document.sections):
        line = next((owner.unit.line for owner in content.owners if owner.unit is not None), 0)
        for inlines in inlines_of(content):
            yield line, inline_text(inlines)
        if isinstance(content, Figure):
            yield from ((line, label) for label in _words(content.graphic))
    for note in document.notes:
        yield note.unit.line if note.unit is not None else 0, inline_text(note.children)


def _words(value: object) -> Iterator[str]:
    """All texts in what is made of data classes and tuples, such as a picture, in the order of its fields."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            yield from _words(getattr(value, one.name))
    elif isinstance(value, Iterable):
        for part in value:
            yield from _words(part)
