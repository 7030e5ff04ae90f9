"""Finishing a brief that has been composed and cut: everything that depends on what is left of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefs.finish.acronyms import expand_acronyms, expansions_for
from briefs.finish.clearance import clearance_sections
from briefs.finish.end_matter import sources_section
from briefs.finish.gaps import gaps_section
from briefs.finish.running_numbers import number_units
from briefs.finish.source_tags import add_source_tags
from briefs.model.document import Document, Section
from briefs.model.edition import Gaps, House
from briefs.model.fit import Fate
from briefs.model.inline import Inline
from briefs.model.library import Drawn


@dataclass(frozen=True, slots=True)
class Finishing:
    """What finishing a brief needs: blocks, house, the citation of the report, and the gaps of its template.

    `headings` are those of the report, by the labels that source tags use.
    """

    blocks: Mapping[str, Drawn]
    house: House
    citation: tuple[Inline, ...]
    gaps: Gaps | None = None
    headings: Mapping[str, str] = field(default_factory=dict)
    _expansions: dict[str, dict[str, str]] = field(default_factory=dict, init=False, compare=False, repr=False)

    def expansions(self, audience: str) -> dict[str, str]:
        """What acronyms stand for in a brief for `audience`; found once for all that is tried until the brief fits."""
        if audience not in self._expansions:
            self._expansions[audience] = expansions_for(audience, self.blocks)
        return self._expansions[audience]


def finish(document: Document, given: Finishing, fates: Sequence[Fate] = ()) -> Document:
    """`document`, as composed and cut, with its acronyms expanded, its numbers, its end matter and in a draft what
    clearance needs. A draft says what was left out or shortened according to `fates`; a cleared edition does not.

    The origins of its units are added only once a brief is to be printed: see `briefs.finish.origins`.
    """
    expansions = given.expansions(document.audience)
    document = number_units(expand_acronyms(document, expansions))
    sources = sources_section(document, given.house, given.citation, given.headings, expansions)
    if document.properties.status == "draft":
        gaps = _gaps(document, given.gaps)
        clearance = clearance_sections(document, given.blocks, given.house, fates)
        tagged = add_source_tags(document)
        return replace(tagged, sections=(*tagged.sections, *gaps, sources, *clearance))
    return replace(document, sections=(*document.sections, sources))


def _gaps(document: Document, gaps: Gaps | None) -> tuple[Section, ...]:
    return (gaps_section(gaps, document.properties.language),) if gaps is not None else ()
