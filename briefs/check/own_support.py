"""What supports an editor's own words: the passages of the blocks that they stand for, and the wording of these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain

from briefs.check.acronym_expansions import acronym_expansions
from briefs.check.participant_groups import counts_of, groups_of, names_of
from briefs.check.passage_support import joined, standing_for
from briefs.check.subjects import OwnWordsToCheck
from briefs.model.block import Figure
from briefs.model.block_fields import Form, Passage
from briefs.model.library import Drawn, Extract, Library
from briefs.model.note_marks import SUPERSCRIPTS
from briefs.model.own_words import OwnWords
from briefs.model.report import Footnote, Leaf, Report
from briefs.model.typesetting import clean, plain
from briefs.model.wording_rules import WordingRules
from briefs.text.sentences import sentences

_PART = re.compile(r"(?<=\d)\.\d+\Z")
"""The end of the address of a list item within another."""
_MOST = 50
"""So many collections of passages are kept with all texts of the report."""


class OwnSupport:
    """What blocks and their report say, for the words of many templates."""

    def __init__(self, library: Library, rules: WordingRules) -> None:
        self._library, self._rules = library, rules
        self._expansions = acronym_expansions(library)
        self._said: dict[str, tuple[str, ...]] = {}
        self._report: tuple[str, ...] = ()
        self._with_report: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._texts: dict[str, str] = {}
        self._briefs: dict[tuple[tuple[str, ...], tuple[str, ...]], str] = {}
        self._leaves: Mapping[str, Leaf] = {leaf.address: leaf for leaf in library.report.leaves()}
        self._notes = library.report.note_numbers()

    def subject(
        self, words: OwnWords, allowed: tuple[str, ...] = (), among: Mapping[str, Drawn] | None = None
    ) -> OwnWordsToCheck:
        """`words` with what supports them; `allowed` are words that a person has allowed. Blocks are looked up `among`
        the same ones in another mapping, if it is given."""
        library = self._library if among is None else replace(self._library, blocks=among)
        blocks = list(_with_parts(words.blocks, library))
        said = [self._said_by(drawn, library) for drawn in blocks]
        passages = [*chain.from_iterable(said), *map(plain, words.passages)]
        counts = [count for drawn in blocks for count in counts_of(groups_of(drawn.block, library))]
        if not words.brief:
            own = dict.fromkeys(one.address for drawn in blocks for one in drawn.all_extracts())
            around = joined((*passages, *map(plain, own), *(self._leaf(at) for at in own if at in self._leaves)))
        elif words.scope == "blocks":
            around = self._brief(words, library)
        else:
            around = ""  # no check looks at it
        given = tuple(passages)
        if words.scope != "blocks":  # the same value for many, so that it is looked at once
            given = self._with_report.get(given) or self._and_report(given)
        counted, title = (*words.counts, *counts), library.report.title
        each = tuple(map("\n".join, said))
        rules, expansions = self._rules, self._expansions
        return OwnWordsToCheck(words, given, counted, expansions, title, rules, allowed, around, each)

    def _brief(self, words: OwnWords, library: Library) -> str:
        """What the whole brief says that `words` are part of."""
        key = (words.brief, words.whom)
        said = [self._said_by(drawn, library) for drawn in _with_parts(words.brief, library)]
        if key not in self._briefs:
            self._briefs[key] = joined((*(text for texts in said for text in texts), *map(plain, words.whom)))
        return self._briefs[key]

    def _said_by(self, drawn: Drawn, library: Library) -> tuple[str, ...]:
        found = groups_of(drawn.block, library)
        if drawn.id not in self._said:
            groups = names_of(found)
            extracts = [*drawn.all_extracts()]
            around = (plain(text) for one in extracts for text in self._around(one))
            texts = (*(plain(one.text) for one in extracts), *around, *map(plain, _wording(drawn)), plain(groups))
            self._said[drawn.id] = tuple(dict.fromkeys(filter(None, texts)))
        return self._said[drawn.id]

    def _around(self, extract: Extract) -> Iterator[str]:
        """The sentences that an extract is part of; of one in a footnote, also the sentence that calls it, and of a
        part of a list item, the item."""
        leaf = self._leaves.get(extract.address)
        if leaf is None:
            return
        if (parent := self._leaves.get(_PART.sub("", extract.address))) is not None and parent is not leaf:
            yield clean(parent.text, self._notes)
        at, text = 0, clean(leaf.text, self._notes)
        for sentence in sentences(text):
            at = text.find(sentence, at)
            if at < extract.end and extract.start < at + len(sentence):
                yield sentence
        if isinstance(leaf, Footnote) and (caller := self._leaves.get(leaf.called_from)) is not None:
            mark = "".join(SUPERSCRIPTS[int(digit)] for digit in str(leaf.number))
            yield from (clean(one, self._notes) for one in sentences(caller.text) if mark in one)

    def _leaf(self, address: str) -> str:
        """The text of a leaf of the report; many words stand for passages of the same."""
        if address not in self._texts:
            self._texts[address] = plain(clean(self._leaves[address].text, self._notes))
        return self._texts[address]

    def _and_report(self, given: tuple[str, ...]) -> tuple[str, ...]:
        """Passages, and all texts of the report behind them."""
        self._report = self._report or _texts_of(self._library.report)
        if len(self._with_report) > _MOST:
            self._with_report.clear()
        self._with_report[given] = (*given, *self._report)
        return self._with_report[given]


def _with_parts(names: Iterable[str], library: Library) -> Iterator[Drawn]:
    """The blocks with these ids that exist, with those that pictures among them are drawn from."""
    for name in names:
        if (drawn := library.blocks.get(name)) is not None:
            yield drawn
            if isinstance(drawn.block, Figure):
                yield from (library.blocks[part] for part in drawn.block.of if part in library.blocks)


def _wording(drawn: Drawn) -> Iterator[str]:
    """The wording of a block that is checked against its passages by itself."""
    for name in type(drawn.block).model_fields:
        match getattr(drawn.block, name):
            case Form(text=text) | Passage(short=Form(text=text)):
                yield text
            case str() as text if name == "lead":
                yield text


def _texts_of(report: Report) -> tuple[str, ...]:
    notes = report.note_numbers()
    headings = (plain(section.heading.text, notes) for section in report.sections())
    return (*headings, *(plain(leaf.text, notes) for leaf in report.leaves()))


def known_names(subject: OwnWordsToCheck) -> tuple[str, ...]:
    """Names that an editor's own words may have besides those of what they stand for: the report's title and issuer,
    and names that stand for others."""
    rules = subject.rules
    aliases = standing_for(" ".join(subject.passages), subject.expansions, rules.aliases)
    return (*rules.known_names, *rules.of_the_report, *aliases, subject.report_title)
