"""Sentences of a brief are short enough to be taken in at once (editorial guide C6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefs.check.subjects import BriefToCheck
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.document import Document, Item, Paragraph, Unit
from briefs.model.document_walk import is_quotation, placed_units
from briefs.model.inline import inline_text
from briefs.model.typesetting import words
from briefs.text.quotations import without_quotations
from briefs.text.sentences import sentences

LONGEST_SENTENCE = 30
"""The most words that a sentence may have outside quotations and tables."""


def check_sentence_length(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """An error for each sentence of running text with more than `LONGEST_SENTENCE` words, not counting quotations.

    In a draft, one of the report itself is a warning: nobody has worded the block yet.
    """
    for unit, text in _running_text(brief.document):
        is_unworded = brief.is_draft and all(form.is_verbatim for form in unit.forms) and bool(unit.forms)
        for sentence in sentences(text):
            count = len(words(without_quotations(sentence)))
            if count > LONGEST_SENTENCE:
                message = f'a sentence of {count} words: "{sentence[:60]}…" (from {", ".join(unit.blocks)})'
                hint = f"a sentence may have at most {LONGEST_SENTENCE} words; write a short form"
                found = Fault("sentence-too-long", message, hint).at(brief.template.place(unit.line))
                found = replace(found, given="warning") if is_unworded else found
                yield found.about(unit.blocks[0]) if len(unit.blocks) == 1 else found


def _running_text(document: Document) -> Iterator[tuple[Unit, str]]:
    """The units that are paragraphs, items or notes, each with its text; display quotations are left out."""
    for placed in placed_units(document.sections):
        if isinstance(placed.owner, Paragraph | Item) and not is_quotation(placed.owner):
            yield placed.unit, inline_text(placed.owner.children)
    for note in document.notes:
        yield note.unit, inline_text(note.children)
