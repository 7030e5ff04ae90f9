"""What editors write themselves, wherever it stands, held against what is printed there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import partial

from briefs.check.acronym_expansions import acronym_expansions
from briefs.check.block_labels import label_words
from briefs.check.kept_findings import KeptFindings
from briefs.check.own_support import OwnSupport
from briefs.check.table import check_own_words
from briefs.compose.composing import Composer
from briefs.compose.house_words import house_words
from briefs.compose.looks.block_template import BlockTemplate
from briefs.compose.looks.look_words import look_words
from briefs.model.diagnostics import Diagnostic
from briefs.model.doubts import certain
from briefs.model.library import Drawn, Library, says_the_same
from briefs.model.memory import FORGETFUL, Memory, in_order
from briefs.model.own_words import OwnWords
from briefs.model.present_step import in_portions
from briefs.model.same_object import Same
from briefs.model.typesetting import plain
from briefs.pipeline.sources import ReportSource, Sources
from briefs.report.outline_words import outline_words

_OF_BLOCKS = frozenset({"number-untraced", "name-untraced", "date-untraced", "strength-upgraded", "quote-not-verbatim"})
"""Codes of what may only be found since a block under the words cannot be read."""
_OF_BRIEF = frozenset({"own-word-untraced"})
"""Codes of what may only be found since any block of the brief cannot be read."""
_PORTION = 250
"""The words of so many blocks, or so many others, are a step of their own."""
_TITLES = ("the title", "`short_title`", "`subject`")
"""Words of a template that may name the report, as messages call them."""


def own_words_problems(
    sources: Sources,
    source: ReportSource,
    library: Library,
    composer: Composer,
    kept: KeptFindings | None = None,
    memory: Memory = FORGETFUL,
) -> Iterator[Diagnostic]:
    """Everything that templates, block templates, labels of blocks, the house and `report.yaml` say in words of their
    own and that the report does not; what was found before is taken from `kept`, what has not changed from `memory`."""
    support = OwnSupport(library, source.rules)
    known = library.blocks.keys() - library.hollow
    expansions = memory.same(("expansions", source.report.path), acronym_expansions(library), in_order)
    everything = (Same(source.report), Same(source.rules), Same(expansions))

    def found_in(words: OwnWords, allowed: tuple[str, ...] = ()) -> list[Diagnostic]:
        def find(blocks: Mapping[str, Drawn]) -> list[Diagnostic]:
            return check_own_words(support.subject(words, allowed, blocks), kept)

        name = ("own words", words.place, words.owner, words.text, words.blocks)
        return memory.recall_traced(name, (words, allowed, everything), library.blocks, find, says_the_same)

    for drawn in in_portions(tuple(library.blocks.values()), _PORTION):
        labels = memory.recall(("labels", drawn.place.path, drawn.id), Same(drawn), partial(_labels_of, drawn))
        for label in labels:
            yield from (problem.about(drawn.id) for problem in certain(found_in(label), _doubts(label, known)))
    words = [*outline_words(source.report, source.file), *house_words(sources.house)]
    for look in sources.block_templates.values():
        words += memory.recall(("words of", look.path), Same(look), partial(_words_of, look))
    for one in in_portions(words, _PORTION):
        yield from found_in(one)
    for template in sources.templates.values():
        looks = tuple(map(Same, sources.block_templates.values()))
        own = memory.recall(("words of", template.path), (template, looks), partial(composer.own_words, template))
        for one in own:
            if _names_the_report(one, source):
                continue
            found = certain(found_in(one, template.front.allowed), _doubts(one, known))
            if found and not _is_of_starters(one.text):
                yield from found


def _labels_of(drawn: Drawn) -> tuple[OwnWords, ...]:
    return tuple(label_words(drawn))


def _words_of(look: BlockTemplate) -> tuple[OwnWords, ...]:
    return tuple(look_words(look))


def _is_of_starters(text: str) -> bool:
    """Whether the template that a new report begins with says this: it names a kind of block."""
    from briefs.compose.starters.starter_files import starter_words  # reads all languages

    return text in starter_words()


def _names_the_report(words: OwnWords, source: ReportSource) -> bool:
    """Whether words at the head of a brief are the title of the report, or the beginning of it: they claim nothing."""
    begun = plain(words.text).removesuffix("…").strip()
    return words.owner in _TITLES and bool(begun) and plain(source.hints.title).startswith(begun)


def _doubts(words: OwnWords, known: Set[str]) -> frozenset[str]:
    """The codes of what cannot be known of words, since a block that they stand for is not among those `known`: it is
    not there, or matches nothing in the report."""
    doubts = frozenset() if known >= set(words.blocks) else _OF_BLOCKS | _OF_BRIEF
    return doubts if known >= set(words.brief) else doubts | _OF_BRIEF
