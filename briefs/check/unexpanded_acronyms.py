"""A brief must expand every acronym that it prints, and before a heading has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefs.check.acronym_expansions import acronym_expansions
from briefs.check.finished_texts import finished_texts
from briefs.check.subjects import BriefToCheck
from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.model.document_text import is_expanded, masthead_text, unit_texts
from briefs.text.acronym_spotting import acronyms_in, is_spelled_out

_HINT = "spell it out, or add an acronym block; if everybody knows it, add it to `common_acronyms` in report.yaml"


def check_acronyms(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """An error for each acronym that the text of a brief has and that is never expanded, unless everybody knows it; or
    not before a heading or caption has it.

    The text are units, headings, introductions, captions, and heads of columns.
    """
    text = "\n".join(text for _, text in unit_texts(brief.document))
    masthead = masthead_text(brief.document)
    expansions = acronym_expansions(brief.library)
    places: dict[str, Place] = {}
    told: set[str] = set()
    for one in finished_texts(brief.document, brief.template):
        if one.owner == "the brief" and (one.unit is not None or one.is_of_template):
            for found in acronyms_in(one.text, expansions):
                places.setdefault(found[1], one.place)
    for acronym, place in places.items():
        if acronym in brief.rules.common_acronyms:
            continue
        expansion = expansions.get(acronym) or expansions.get(f"{acronym}s")
        known = is_expanded(acronym, expansion, text, masthead) if expansion else is_spelled_out(acronym, text)
        if not known:
            message = f'the acronym "{acronym}" is printed but never expanded'
            hint = f'print "{expansion}" too' if expansion else _HINT
            yield Fault("acronym-unexpanded", message, hint).at(place)
            told.add(acronym)
    yield from _too_early(brief, expansions, masthead, told)


def _too_early(
    brief: BriefToCheck, expansions: Mapping[str, str], masthead: str, told: set[str]
) -> Iterator[Diagnostic]:
    """An error for each acronym that a heading, caption or introduction has before anything expands it."""
    before = ""
    for one in finished_texts(brief.document, brief.template):
        if one.owner != "the brief":
            return
        before = f"{before}\n{one.text}"
        for found in acronyms_in(one.text, expansions) if one.is_of_template else ():
            acronym = found[1]
            expansion = expansions.get(acronym) or expansions.get(f"{acronym}s")
            if expansion is None or acronym in told or acronym in brief.rules.common_acronyms:
                continue
            if not is_expanded(acronym, expansion, before, masthead):
                told.add(acronym)
                message = f'the acronym "{acronym}" stands here before the brief spells it out'
                yield Fault("acronym-unexpanded", message, f'write "{expansion}" here').at(one.place)
