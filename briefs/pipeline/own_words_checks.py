"""What editors write themselves, wherever it stands, held against what is printed there."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.block_labels import label_words
from briefs.check.kept_findings import KeptFindings
from briefs.check.own_support import OwnSupport
from briefs.check.table import check_own_words
from briefs.compose.composing import Composer
from briefs.compose.house_words import house_words
from briefs.compose.looks.look_words import look_words
from briefs.model.diagnostics import Diagnostic
from briefs.model.library import Library
from briefs.pipeline.sources import ReportSource, Sources
from briefs.report.outline_words import outline_words

_IN_FINISHED_TEXT = ("name-printed", "affiliation-printed", "relative-date")
"""Codes of what is found in each text of a composed brief, so also in the words of its template."""


def own_words_problems(
    sources: Sources, source: ReportSource, library: Library, composer: Composer, kept: KeptFindings | None = None
) -> Iterator[Diagnostic]:
    """Everything that templates, block templates, labels of blocks, the house and `report.yaml` say in words of their
    own and that the report does not; what was found before is taken from `kept`."""
    support = OwnSupport(library, source.rules)
    for drawn in library.blocks.values():
        for label in label_words(drawn):
            yield from (problem.about(drawn.id) for problem in check_own_words(support.subject(label), kept))
    words = [*outline_words(source.report, source.file), *house_words(sources.house)]
    words += (one for look in sources.block_templates.values() for one in look_words(look))
    for one in words:
        yield from check_own_words(support.subject(one), kept)
    for template in sources.templates.values():
        allowed = template.front.allowed
        for one in composer.own_words(template):
            found = check_own_words(support.subject(one, allowed), kept)
            yield from (problem for problem in found if problem.code not in _IN_FINISHED_TEXT)
