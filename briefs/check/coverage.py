"""A composed brief against the rules: what must be in it, what must not, and how long it may be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from briefs.check.wording import found_phrases, printed_problems
from briefs.model.block import Acronym
from briefs.model.diagnostics import Diagnostic, Place
from briefs.model.document import (
    Document,
    Inline,
    List,
    Paragraph,
    Unit,
    inline_text,
)
from briefs.model.document_text import content_texts, full_text, unit_texts
from briefs.model.edition import Template
from briefs.model.library import Library
from briefs.model.typesetting import words
from briefs.model.wording_rules import WordingRules

LONGEST_SENTENCE = 30
"""Words of a sentence outside quotations and tables (editorial guide C6)."""

SENTENCE_END = re.compile(r"(?<=[.?!])[”’)]*\s+(?=[A-Z“‘\[(])")
QUOTATION = re.compile(r"“[^”]*”")
ACRONYM = re.compile(r"(?<![\w-])[A-Z][A-Z0-9]*[A-Z](?:s)?(?![\w-])")


def check_brief(
    document: Document,
    template: Template,
    library: Library,
    rules: WordingRules,
    left_out: Set[str] = frozenset(),
) -> list[Diagnostic]:
    """Everything wrong with a composed brief, however it will look.

    `left_out` are blocks that its template asks for with less weight than they have, and that it has no room for.
    """
    return [
        *_coverage(document, template, library, left_out),
        *_sentences(document, template),
        *_forbidden(document, template, rules),
        *_gaps(template, rules),
        *_acronyms(document, template, library, rules),
    ]


def check_contents(document: Document, template: Template) -> Iterator[Diagnostic]:
    """Headings with nothing under them, nor a heading of a level below; and a brief that prints no block."""
    levels = [*(section.level for section in document.sections[1:]), 0]
    for section, following in zip(document.sections, levels, strict=False):
        if not section.content and following <= section.level:
            message = f'nothing stands under the heading "{inline_text(section.heading)}"'
            yield Diagnostic(
                template.place(section.line), "section-empty", message, "print something there, or take the heading out"
            )
    if not any(document.units()):
        hint = "print blocks under ## headings; if it does, briefs fit says why they are left out"
        yield Diagnostic(template.place(template.first_line), "section-empty", "the brief prints no block", hint)


def _coverage(document: Document, template: Template, library: Library, left_out: Set[str]) -> Iterator[Diagnostic]:
    printed: dict[str, int] = {}
    for unit in document.units():
        for block in unit.printed:
            printed.setdefault(block, unit.line)
    for drawn in library.blocks.values():
        if drawn.block.audiences.get(document.audience) == "must" and drawn.id not in printed.keys() | left_out:
            message = f'"{drawn.id}" is must for {document.audience} and is not in the brief'
            hint = f"print it, or change its audiences in {drawn.place_of('audiences')}"
            yield Diagnostic(template.place_of("audience"), "must-missing", message, hint)
        partner = drawn.block.with_
        if drawn.id in printed and partner is not None and partner not in printed:
            message = f'"{drawn.id}" is in the brief without "{partner}"'
            hint = f"print both or neither ({drawn.place_of('with_')})"
            yield Diagnostic(template.place(printed[drawn.id]), "pair-broken", message, hint)


def _sentences(document: Document, template: Template) -> Iterator[Diagnostic]:
    for unit, children in _running_text(document):
        for sentence in SENTENCE_END.split(inline_text(children)):
            length = len(words(QUOTATION.sub(" ", sentence)))
            if length > LONGEST_SENTENCE:
                message = f'a sentence of {length} words: "{sentence[:60]}…" (from {", ".join(unit.blocks)})'
                hint = f"at most {LONGEST_SENTENCE}; write a short form"
                yield Diagnostic(template.place(unit.line), "sentence-too-long", message, hint)


def _running_text(document: Document) -> Iterator[tuple[Unit, tuple[Inline, ...]]]:
    for section in document.sections:
        for content in section.content:
            match content:
                case Paragraph(unit=Unit() as unit) if content.role != "quote":
                    yield unit, content.children
                case List():
                    yield from ((item.unit, item.children) for item in content.items if item.unit)
                case _:
                    pass
    yield from ((note.unit, note.children) for note in document.notes)


def _forbidden(document: Document, template: Template, rules: WordingRules) -> Iterator[Diagnostic]:
    hint = "the Chatham House Rule covers identity and affiliation"
    for phrase in found_phrases(full_text(document), rules):
        place = next(
            (place for place, text in _placed(document, template) if phrase in found_phrases(text, rules)), None
        )
        place = place or template.place_of("audience")
        yield Diagnostic(place, "name-printed", f'"{phrase}" would be printed', hint)


def _gaps(template: Template, rules: WordingRules) -> Iterator[Diagnostic]:
    """What must not be printed in the lines that a draft leaves to others."""
    if template.front.gaps is not None:
        for line in (template.front.gaps.heading, *template.front.gaps.lines):
            yield from printed_problems(line, "gaps", template.place_of("gaps"), rules)


def _placed(document: Document, template: Template) -> Iterator[tuple[Place, str]]:
    """All text of a brief that is not furniture, piece by piece, each with the line of the template that prints it."""
    yield template.place_of("title"), document.title
    for unit, text in unit_texts(document):
        yield template.place(unit.line), text
    for section in document.sections:
        yield template.place(section.line), inline_text(section.heading)
        for content in section.content:
            yield from ((template.place(section.line), text) for text in content_texts(content))


def _acronyms(document: Document, template: Template, library: Library, rules: WordingRules) -> Iterator[Diagnostic]:
    units = [(unit, text) for unit, text in unit_texts(document)]
    text = "\n".join(text for _, text in units)
    expansions = {
        drawn.block.acronym: drawn.block.expansion
        for drawn in library.blocks.values()
        if isinstance(drawn.block, Acronym)
    }
    for acronym in dict.fromkeys(match[0].removesuffix("s") for match in ACRONYM.finditer(text)):
        if acronym in rules.common_acronyms:
            continue
        expansion = expansions.get(acronym) or expansions.get(f"{acronym}s")
        if expansion is None or expansion.lower() not in text.lower():
            message = f'the acronym "{acronym}" is printed and never expanded'
            hint = f"print {expansion}" if expansion else "spell it out, or add an acronym block"
            line = next(unit.line for unit, text in units if re.search(rf"(?<![\w-]){acronym}s?(?![\w-])", text))
            yield Diagnostic(template.place(line), "acronym-unexpanded", message, hint)
