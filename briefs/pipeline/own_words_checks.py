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
from briefs.model.doubts import certain
from briefs.model.library import Library
from briefs.model.own_words import OwnWords
from briefs.model.typesetting import plain
from briefs.pipeline.sources import ReportSource, Sources
from briefs.report.outline_words import outline_words

_OF_BLOCKS = frozenset({"number-untraced", "name-untraced", "date-untraced", "strength-upgraded", "quote-not-verbatim"})
"""Codes of what may only be found since a block under the words cannot be read."""
_OF_BRIEF = frozenset({"own-word-untraced"})
"""Codes of what may only be found since any block of the brief cannot be read."""
_TITLES = ("the title", "`short_title`", "`subject`")
"""Words of a template that may name the report, as messages call them."""


def own_words_problems(
    sources: Sources, source: ReportSource, library: Library, composer: Composer, kept: KeptFindings | None = None
) -> Iterator[Diagnostic]:
    """Everything that templates, block templates, labels of blocks, the house and `report.yaml` say in words of their
    own and that the report does not; what was found before is taken from `kept`."""
    support = OwnSupport(library, source.rules)
    for drawn in library.blocks.values():
        for label in label_words(drawn):
            found = certain(check_own_words(support.subject(label), kept), _doubts(label, library))
            yield from (problem.about(drawn.id) for problem in found)
    words = [*outline_words(source.report, source.file), *house_words(sources.house)]
    words += (one for look in sources.block_templates.values() for one in look_words(look))
    for one in words:
        yield from check_own_words(support.subject(one), kept)
    for template in sources.templates.values():
        allowed = template.front.allowed
        for one in composer.own_words(template):
            if _names_the_report(one, source):
                continue
            found = certain(check_own_words(support.subject(one, allowed), kept), _doubts(one, library))
            if found and not _is_of_starters(one.text):
                yield from found


def _is_of_starters(text: str) -> bool:
    """Whether the template that a new report begins with says this: it names a kind of block."""
    from briefs.compose.starters.starter_files import starter_words  # reads all languages

    return text in starter_words()


def _names_the_report(words: OwnWords, source: ReportSource) -> bool:
    """Whether words at the head of a brief are the title of the report, or the beginning of it: they claim nothing."""
    begun = plain(words.text).removesuffix("…").strip()
    return words.owner in _TITLES and bool(begun) and plain(source.hints.title).startswith(begun)


def _doubts(words: OwnWords, library: Library) -> frozenset[str]:
    """The codes of what cannot be known of words, since a block that they stand for is not there or matches
    nothing in the report."""
    known = library.blocks.keys() - library.hollow
    doubts = frozenset() if known >= set(words.blocks) else _OF_BLOCKS | _OF_BRIEF
    return doubts if known >= set(words.brief) else doubts | _OF_BRIEF
