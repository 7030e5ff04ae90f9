"""A caption, heading or introduction that counts what stands below it counts right, whatever was left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefs.check.subjects import BriefToCheck
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.document import Section
from briefs.model.document_text import listings
from briefs.model.document_walk import placed_units
from briefs.model.grammar import Grammar, grammar_for
from briefs.model.inline import inline_text

_HEAD = re.compile(r"(?P<number>\d{1,2}|[^\W\d_]+(?:-[^\W\d_]+)?) (?P<rest>\S.*)", re.DOTALL)
"""A text that begins with what may be a number."""
_WORD = re.compile(r"[\w-]+")
_MOST_ROWS = 20
"""A higher number counts something else: a brief has no room for so many rows."""


def check_row_counts(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """An error for each text that begins by counting the rows or items below it, and counts others than there are.

    A brief over its budget is not checked: it prints more or less than it is meant to.
    """
    grammar = grammar_for(brief.document.properties.language)
    if grammar is None or not brief.is_fitted:
        return
    for section in brief.document.sections:
        kinds = _kinds_in(section, brief)
        for what, text, printed, line in _counted(section, brief):
            whole = grammar.whole.match(text)
            head = _HEAD.match(text, whole.end() if whole else 0)
            count = grammar.number(head["number"]) if head else None
            if head is None or count is None or count == printed or not 2 <= count <= _MOST_ROWS:
                continue
            if (noun := _counted_noun(head["rest"], kinds, grammar)) is not None:
                found = f"{printed} {'is' if printed == 1 else 'are'} printed below it"
                message = f'the {what} counts "{head["number"]} {noun}", but {found}'
                hint = 'leave the number out, or make sure that none is left out, such as with weight="must"'
                yield Fault("caption-count", message, hint).at(brief.template.place(line))


def _counted(section: Section, brief: BriefToCheck) -> Iterator[tuple[str, str, int, int]]:
    """Texts of a section that may count: what each is, its words, how many things are printed below, and its line."""
    listed = list(listings(section))
    heading = inline_text(section.heading)
    if len(listed) == 1 and section.line:
        yield "heading", heading, listed[0].rows, section.line
    elif not listed and (printed := _blocks_of_kind(heading, section, brief)):
        yield "heading", heading, printed, section.line
    for one in listed:
        yield "caption", one.caption, one.rows, one.line
        yield "introduction", one.introduction, one.rows, one.line


def _printed(section: Section, brief: BriefToCheck) -> set[str]:
    blocks = brief.library.blocks
    return {name for placed in placed_units((section,)) for name in placed.unit.printed if name in blocks}


def _kinds_in(section: Section, brief: BriefToCheck) -> set[str]:
    """The kinds of the blocks that the section prints, in the plural."""
    return {f"{brief.library.blocks[name].block.kind}s" for name in _printed(section, brief)}


def _blocks_of_kind(heading: str, section: Section, brief: BriefToCheck) -> int:
    """How many blocks the section prints of the kind that the heading names second: "Six principles"."""
    _, _, rest = heading.lower().partition(" ")
    kind = re.split(r"\W", rest, maxsplit=1)[0].removesuffix("s")
    return sum(brief.library.blocks[name].block.kind == kind for name in _printed(section, brief))


def _counted_noun(rest: str, kinds: set[str], grammar: Grammar) -> str | None:
    """The noun in the plural, with the words before it, with which `rest` begins.

    None unless rows are of such things, and only of them: "three questions and two benefits" are not three rows.
    """
    noun = grammar.plural.match(rest)
    if noun is None or grammar.shared_out.search(rest, noun.end()):
        return None
    if noun[0].split()[-1] not in kinds | grammar.row_nouns:
        return None
    counts_more = any(grammar.number(word) is not None for word in _WORD.findall(rest, noun.end()))
    return None if counts_more else noun[0]
