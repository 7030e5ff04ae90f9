"""A brief gives the full name of a body before it uses a shorter one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefs.check.subjects import BriefToCheck
from briefs.model.block import Acronym
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.document import Document, Section
from briefs.model.document_text import content_texts, masthead_text, unit_texts_of
from briefs.model.document_walk import contents, is_quotation, owners_of
from briefs.model.inline import inline_text
from briefs.model.typesetting import typeset
from briefs.text.sentences import sentences


class _Printed(NamedTuple):
    """Words that a brief prints, in reading order, with their line in the template."""

    text: str
    line: int


def check_short_names(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """A warning for each full name before which a short one is printed, unless the same sentence has both."""
    printed: list[_Printed] | None = None
    for drawn in brief.library.blocks.values():
        if isinstance(drawn.block, Acronym) and drawn.block.short_names:
            printed = printed or list(_all_printed(brief.document))
            if first := _first_short_name(drawn.block, printed):
                message = f'"{first.text}" is printed before its full name, "{drawn.block.expansion}"'
                hint = f"print the full name there, or change {drawn.place_of('short_names')}"
                yield Fault("short-name-first", message, hint).at(brief.template.place(first.line))


def _first_short_name(block: Acronym, printed: list[_Printed]) -> _Printed | None:
    """The first short name, if the full name is neither printed before it nor in the same sentence.

    A short name may be in the plural.
    """
    longest_first = sorted(map(typeset, block.short_names), key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})s?(?![\w-])")
    full = typeset(block.expansion).lower()
    for text, line in printed:
        for sentence in sentences(text):
            if full in sentence.lower():
                return None
            if found := pattern.search(sentence):
                return _Printed(found[0], line)
    return None


def _all_printed(document: Document) -> Iterator[_Printed]:
    """What a brief prints, in reading order; nothing in the masthead has a line of the template."""
    yield _Printed(masthead_text(document), 1)
    for section in document.sections:
        yield from _printed(section)


def _printed(section: Section) -> Iterator[_Printed]:
    """What a section prints, in reading order; display quotations are left out, since their words cannot change."""
    yield _Printed(inline_text(section.heading), section.line)
    for _, content in contents((section,)):
        units = list(owners_of(content))
        if any(is_quotation(owner) for _, owner in units):
            continue
        line = units[0][0].line if units else section.line
        of_units = {text: unit.line for unit, text in unit_texts_of(content)}
        for text in content_texts(content):
            yield _Printed(text, of_units.get(text, line))
