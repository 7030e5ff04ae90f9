"""Finding the words of the report that an anchor names.

The idea comes from W3C text fragments (`textStart,textEnd`) and the TextQuoteSelector (Web Annotation Data Model,
4.2.4): words instead of offsets, so that an anchor survives every change of the report except to its own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from briefs.model.block_fields import Anchor
from briefs.model.diagnostics import Fault, nearest
from briefs.model.folding import CLOSING_DIRECTIONS, OPENING_DIRECTIONS, matching_form, matching_offsets
from briefs.model.library import Extract
from briefs.model.limits import LONGEST_ANCHORED
from briefs.model.report import Footnote, Item, Leaf, Paragraph, Quotation, Report, is_furniture
from briefs.model.report_places import line_or_page
from briefs.model.typesetting import clean, plain, typeset
from briefs.text.lookalikes import lookalikes
from briefs.text.nearest_text import NearestTexts
from briefs.text.placed_texts import DISPLAYS, JoinedTexts, PlacedLeaves, is_display

ELLIPSIS = " … "
"""What separates the first words of an anchor from the last."""
FEWEST_WORDS = 3
"""The fewest words on each side of the ellipsis, or in a whole wording without a scope: fewer could recur."""
_SHOWN_PLACES = 4
"""How many matching places of an ambiguous anchor are named."""
_MOST_COUNTED = 1000
"""How many matching places of an ambiguous anchor are counted."""


@dataclass(frozen=True, slots=True)
class Searchable:
    """A node with its text as printed and as matched."""

    leaf: Leaf
    text: str
    plain: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in `text` of what is at `start`–`end` in `plain`, with the marks of direction around it."""
        if len(self.plain) == len(self.text):
            return start, end
        offsets = matching_offsets(self.text)
        assert offsets is not None, "a text has another length as matched only if characters were dropped"
        first, last = offsets[start], offsets[end - 1] + 1
        while first and self.text[first - 1] in OPENING_DIRECTIONS:
            first -= 1
        while self.text[last : last + 1] and self.text[last] in CLOSING_DIRECTIONS:
            last += 1
        return first, last


class AnchorIndex:
    """The report, prepared for resolving anchors: every node with text, by address and by label."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._notes = report.note_numbers()
        texts = ((leaf, clean(leaf.text, self._notes)) for leaf in report.leaves() if not is_furniture(leaf))
        self._nodes = [Searchable(leaf, text, matching_form(text)) for leaf, text in texts]
        self._at: dict[str, list[Searchable]] = {}
        for node in self._nodes:
            self._at.setdefault(node.leaf.address, []).append(node)
        self._running = JoinedTexts([node for node in self._nodes if _is_running(node.leaf)])
        self._displays = JoinedTexts([node for node in self._nodes if is_display(node.leaf)])
        self._places = PlacedLeaves([node.leaf for node in self._nodes])
        self._in_scope: dict[str, JoinedTexts[Searchable]] = {}
        self._scopes = {name for node in self._nodes for name in (node.leaf.address, node.leaf.label)}
        self._scopes |= {name for section in report.sections() for name in (section.address, section.label)}
        if self._displays.nodes:
            self._scopes.add(DISPLAYS)
        self._resolved: dict[Anchor, Extract] = {}

    def __getstate__(self) -> dict[str, object]:
        """What another process can go on with: not identities, which are others there."""
        return {name: value for name, value in vars(self).items() if name != "_numbers"}

    def resolve(self, anchor: Anchor, owner: str) -> Extract | Fault:
        """The one passage that `anchor` matches, or what is wrong with it; `owner` is whose anchor it is, for messages.

        Codes: `anchor-not-found`, `anchor-ambiguous`, `anchor-too-short`, `anchor-too-long`, `scope-unknown`.
        """
        if (known := self._resolved.get(anchor)) is not None:
            return known
        first, last = _ends(anchor, self._notes)
        candidates = self._candidates(anchor.scope)
        if fault := self._malformed(anchor, first, last, candidates, owner):
            return fault
        possible = candidates.with_words(first)
        matching = ((node, *span) for node in possible for span in _matches(node.plain, first, last))
        found = list(islice(matching, _MOST_COUNTED + 1))
        if not found:
            return self._not_found(anchor, first, last, candidates, owner)
        if len(found) > 1:
            return _ambiguous([node.leaf for node, _, _ in found], owner, self._report)
        node, leaf = found[0][0], found[0][0].leaf
        start, end = node.span(*found[0][1:])
        if end - start > LONGEST_ANCHORED:
            return _too_long(end - start, leaf, owner, self._report)
        extract = Extract(leaf.address, leaf.label, leaf.lines, start, end, typeset(node.text[start:end]))
        self._resolved[anchor] = extract
        return extract

    def with_words(self, words: str, scope: str | None) -> Iterable[Searchable]:
        """Of the nodes among which an anchor with this scope is looked for, at least those that have `words`, which are
        in the form for matching."""
        return self._candidates(scope).with_words(words)

    @property
    def nodes(self) -> Sequence[Searchable]:
        """All nodes with text, in reading order."""
        return self._nodes

    @property
    def scopes(self) -> frozenset[str]:
        """All places that a scope can name: addresses, labels, and `displays` if there are any."""
        return frozenset(self._scopes)

    def nodes_at(self, address: str) -> Iterator[Searchable]:
        """The nodes with this address."""
        return iter(self._at.get(address, ()))

    def candidates(self, scope: str | None) -> Sequence[Searchable]:
        """The nodes among which an anchor with this scope is looked for; running text, if it has none."""
        return self._candidates(scope).nodes

    def _candidates(self, scope: str | None) -> JoinedTexts[Searchable]:
        """The same, to be searched together."""
        if scope is None:
            return self._running
        if scope == DISPLAYS:
            return self._displays
        if scope not in self._in_scope:
            named = [self._nodes[number] for number in self._places.within(scope)]
            same = None if named or scope in self._scopes else self._plain_scopes.get(plain(scope))
            self._in_scope[scope] = JoinedTexts(named) if same is None else self._candidates(same)
        return self._in_scope[scope]

    @cached_property
    def _plain_scopes(self) -> dict[str, str]:
        """All places that a scope can name, by their names in the form for matching."""
        return {plain(name): name for name in sorted(self._scopes, reverse=True)}

    @cached_property
    def _all(self) -> JoinedTexts[Searchable]:
        """All nodes, to be searched together."""
        return JoinedTexts(self._nodes)

    @cached_property
    def _nearest(self) -> NearestTexts:
        """The words of all nodes, to be compared with those of anchors that match nothing."""
        return NearestTexts([node.plain for node in self._nodes])

    @cached_property
    def _numbers(self) -> dict[int, int]:
        """Which node, counted from 0, each is, by its identity."""
        return {id(node): number for number, node in enumerate(self._nodes)}

    def _malformed(
        self, anchor: Anchor, first: str, last: str, candidates: JoinedTexts[Searchable], owner: str
    ) -> Fault | None:
        """What is wrong with the anchor itself, if anything: its scope, or its length."""
        if anchor.scope is not None and not candidates.nodes:
            message = f'anchor of "{owner}" names the place "{anchor.scope}", which the report does not have'
            return Fault("scope-unknown", message, nearest(anchor.scope, self._scopes))
        sides = [first, last] if last else [first]
        needed = FEWEST_WORDS if last or anchor.scope is None else 1
        if any(len(side.split()) < needed for side in sides):
            message = f'anchor of "{owner}" has fewer than {FEWEST_WORDS} words on one side: "{anchor.text}"'
            return Fault("anchor-too-short", message, "give at least three words before and after the ellipsis")
        return None

    def _not_found(
        self, anchor: Anchor, first: str, last: str, candidates: JoinedTexts[Searchable], owner: str
    ) -> Fault:
        message = f'anchor of "{owner}" matches nothing in the report'
        hint = ""
        if _DOTS.search(anchor.text):
            hint = 'the ellipsis of an anchor is one character, "…", with a space on each side'
        elif place := self._elsewhere(first, last):
            hint = f'the words are in {place}: name the place, {{text: …, in: "{place}"}}'
        else:
            searched = candidates if candidates.nodes else self._all
            begun = [node for node in searched.with_words(first) if last and next(occurrences(node.plain, first), None)]
            wanted = last if begun else first
            numbers = [self._numbers[id(node)] for node in begun or searched.nodes]
            if close := self._nearest.nearest(wanted, numbers):
                index, words = close
                shown = f"…{typeset(words)}" if begun else f"{typeset(words)}…"
                hint = f'nearest text is "{shown}" ({self._nodes[index].leaf.address}){lookalikes(wanted, words)}'
        return Fault("anchor-not-found", message, hint)

    def _elsewhere(self, first: str, last: str) -> str | None:
        """The address of a node that an anchor matches which matches none in its scope."""
        nodes = self._all.with_words(first)
        return next((node.leaf.address for node in nodes for _ in _matches(node.plain, first, last)), None)


_DOTS = re.compile(r"\s\.{2,}|\.{2,}\s|\.{3}|\. \. \.|[\[(](?:\.{2,}|…)[\])]|\S…|…\S")
"""What may have been meant for the ellipsis of an anchor."""


def _shown_place(leaf: Leaf, report: Report) -> str:
    return ", ".join(filter(None, (leaf.address, line_or_page(report, leaf.lines[:1]))))


def _ambiguous(leaves: Sequence[Leaf], owner: str, report: Report) -> Fault:
    where = "; ".join(_shown_place(leaf, report) for leaf in leaves[:_SHOWN_PLACES])
    count = f"more than {_MOST_COUNTED}" if len(leaves) > _MOST_COUNTED else len(leaves)
    message = f'anchor of "{owner}" matches {count} places in the report: {where}'
    hint = f'add words until it matches only one, or name the place: {{text: …, in: "{leaves[0].address}"}}'
    return Fault("anchor-ambiguous", message, hint)


def _too_long(length: int, leaf: Leaf, owner: str, report: Report) -> Fault:
    message = f'anchor of "{owner}" names {length:,} characters of the report ({_shown_place(leaf, report)})'
    message = f"{message}; it may name {LONGEST_ANCHORED:,} at most"
    return Fault("anchor-too-long", message, "name only the sentences that the block rests on")


def _is_running(leaf: Leaf) -> bool:
    """Whether a leaf is of the body or the footnotes: a quotation is if it is part of what the body says."""
    return isinstance(leaf, Paragraph | Item | Footnote) or (isinstance(leaf, Quotation) and leaf.role == "block")


def _ends(anchor: Anchor, notes: frozenset[int]) -> tuple[str, str]:
    """The first and the last words of an anchor, in the form for matching; the last are empty without an ellipsis."""
    first, _, last = plain(anchor.text, notes).partition(ELLIPSIS)
    return first.strip(), last.strip()


def words_named(anchor: Anchor, text: str) -> list[str]:
    """All passages of `text`, which is `plain`, that the words of `anchor` match, wherever the text stands."""
    first, last = _ends(anchor, frozenset())
    return [text[start:end] for start, end in _matches(text, first, last)] if first else []


def _matches(text: str, first: str, last: str) -> Iterator[tuple[int, int]]:
    """Spans of `text` from `first` to the nearest `last` after it; of `first` alone if `last` is empty."""
    closing: tuple[int, int] | None = None
    for start, end in occurrences(text, first):
        if not last:
            yield start, end
            continue
        if closing is None or closing[0] < end:  # looked for once, however often the first words occur before it
            closing = next(occurrences(text, last, end), None)
        if closing is None:
            return
        yield start, closing[1]


def occurrences(text: str, words: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Where `words` occur in `text` from `start`, as whole words; occurrences may overlap."""
    while (start := text.find(words, start)) >= 0:
        end = start + len(words)
        is_inside_word = words[0].isalnum() and _is_word(text[start - 1 : start])
        if not is_inside_word and not (words[-1].isalnum() and _is_word(text[end : end + 1])):
            yield start, end
        start += 1


def _is_word(character: str) -> bool:
    """Whether `character` is part of a word, as regular expressions see it; the empty string is not."""
    return character.isalnum() or character == "_"
