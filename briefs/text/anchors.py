"""Finding the words of the report that an anchor names.

The idea is that of W3C text fragments (`textStart,textEnd`) and of the TextQuoteSelector (Web Annotation Data
Model, 4.2.4): words rather than offsets, so that an anchor survives every change of the report but one of its words.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefs.model.block_fields import Anchor
from briefs.model.diagnostics import Diagnostic, Place, nearest
from briefs.model.library import Extract
from briefs.model.report import Footnote, Item, Leaf, Paragraph, Quotation, Report
from briefs.model.typesetting import clean, plain, typeset

ELLIPSIS = " … "
FEWEST_WORDS = 3
"""Words on each side of the ellipsis, or in a whole wording without a scope: fewer recur too easily."""


@dataclass(frozen=True, slots=True)
class Searchable:
    """A node with its text as printed and as matched; both have the same length."""

    leaf: Leaf
    text: str
    plain: str


class AnchorIndex:
    """The report made ready for resolving anchors: every node with text, by address and by label."""

    def __init__(self, report: Report) -> None:
        self._nodes = [Searchable(leaf, clean(leaf.text), plain(leaf.text)) for leaf in report.leaves()]
        self._running = [node for node in self._nodes if isinstance(node.leaf, Paragraph | Item | Footnote)]
        self._places = {name for node in self._nodes for name in _places(node.leaf)}
        self._places |= {name for section in report.sections() for name in (section.address, section.label)}
        if any(isinstance(node.leaf, Quotation) for node in self._nodes):
            self._places.add("displays")
        self._cache: dict[Anchor, Extract] = {}

    def resolve(self, anchor: Anchor, owner: str, place: Place) -> Extract | Diagnostic:
        """The one passage that `anchor` names, or what is wrong with it. `owner` is the block, written at `place`."""
        if (known := self._cache.get(anchor)) is not None:
            return known
        first, last = _ends(plain(anchor.text))
        if problem := self._problem(anchor, first, last, owner, place):
            return problem
        candidates = self._candidates(anchor.scope)
        possible = (node for node in candidates if first in node.plain)
        found = [(node, start, end) for node in possible for start, end in _matches(node.plain, first, last)]
        if not found:
            return self._not_found(anchor, first, candidates, owner, place)
        if len(found) > 1:
            where = "; ".join(f"{_where(node)}, line {node.leaf.lines[0]}" for node, _, _ in found[:4])
            return Diagnostic(
                place,
                "anchor-ambiguous",
                f'anchor of "{owner}" matches {len(found)} places in the report: {where}',
                f'add words until it is unique, or a scope: {{text: …, in: "{found[0][0].leaf.address}"}}',
            )
        node, start, end = found[0]
        leaf = node.leaf
        extract = Extract(leaf.address, leaf.label, leaf.lines, start, end, typeset(node.text[start:end]))
        self._cache[anchor] = extract
        return extract

    def _problem(self, anchor: Anchor, first: str, last: str, owner: str, place: Place) -> Diagnostic | None:
        if anchor.scope is not None and not any(self._in_scope(node.leaf, anchor.scope) for node in self._nodes):
            return Diagnostic(
                place,
                "scope-unknown",
                f'anchor of "{owner}" is looked for in "{anchor.scope}", which is no place of the report',
                nearest(anchor.scope, self._places),
            )
        sides = [first, last] if last else [first]
        needed = FEWEST_WORDS if last or anchor.scope is None else 1
        if any(len(side.split()) < needed for side in sides):
            return Diagnostic(
                place,
                "anchor-too-short",
                f'anchor of "{owner}" has fewer than {FEWEST_WORDS} words on a side: "{anchor.text}"',
                "give at least three words before and after the ellipsis",
            )
        return None

    def _candidates(self, scope: str | None) -> Sequence[Searchable]:
        if scope is None:
            return self._running
        return [node for node in self._nodes if self._in_scope(node.leaf, scope)]

    def _in_scope(self, leaf: Leaf, scope: str) -> bool:
        if scope == "displays":
            return isinstance(leaf, Quotation)
        return any(
            place == scope or place.startswith((scope + " ", scope + ".")) for place in (leaf.address, leaf.label)
        )

    def _not_found(
        self, anchor: Anchor, first: str, candidates: Sequence[Searchable], owner: str, place: Place
    ) -> Diagnostic:
        message = f'anchor of "{owner}" matches nothing in the report'
        if " ... " in anchor.text:
            hint = 'the ellipsis of an anchor is one character, "…", with a space on each side'
            return Diagnostic(place, "anchor-not-found", message, hint)
        elsewhere = [node for node in self._nodes if node not in candidates]
        pattern = _ends(plain(anchor.text))
        for node in elsewhere:
            if next(_matches(node.plain, *pattern), None) is not None:
                hint = f'the words stand in {_where(node)}: add a scope, {{text: …, in: "{node.leaf.address}"}}'
                return Diagnostic(place, "anchor-not-found", message, hint)
        close = _closest(first, candidates or self._nodes)
        hint = f'nearest text is "{close[1]}" ({_where(close[0])})' if close else ""
        return Diagnostic(place, "anchor-not-found", message, hint)


def _ends(text: str) -> tuple[str, str]:
    first, _, last = text.partition(ELLIPSIS)
    return first.strip(), last.strip()


def _matches(text: str, first: str, last: str) -> Iterator[tuple[int, int]]:
    """Spans of `text` from `first` to the nearest `last` after it; of `first` alone if `last` is empty."""
    for start, end in _occurrences(text, first):
        if not last:
            yield start, end
        elif closing := next(_occurrences(text, last, end), None):
            yield start, closing[1]


def _occurrences(text: str, words: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Where `words` stand in `text` from `start`, as whole words; each begins after the last."""
    while (start := text.find(words, start)) >= 0:
        end = start + len(words)
        inside = words[0].isalnum() and _is_word(text[start - 1 : start])
        if inside or (words[-1].isalnum() and _is_word(text[end : end + 1])):
            start += 1
        else:
            yield start, end
            start = end


def _is_word(character: str) -> bool:
    """Whether it is what regular expressions call a word's; nothing is not."""
    return character.isalnum() or character == "_"


def _places(leaf: Leaf) -> tuple[str, str]:
    return leaf.address, leaf.label


def _where(node: Searchable) -> str:
    return node.leaf.address


def _closest(words: str, nodes: Iterable[Searchable]) -> tuple[Searchable, str] | None:
    """The node and the run of words most like `words`, if any is at all alike."""
    wanted = words.split()
    best: tuple[float, Searchable, str] | None = None
    matcher: difflib.SequenceMatcher[str] = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(" ".join(wanted).lower())
    rare = {word.lower() for word in wanted if len(word) > 3}
    for node in nodes:
        tokens = node.plain.split()
        if rare and not rare & {token.lower().strip(".,;:()\"'") for token in tokens}:
            continue
        for start in range(max(1, len(tokens) - len(wanted) + 1)):
            window = " ".join(tokens[start : start + len(wanted)])
            matcher.set_seq1(window.lower())
            if best is not None and matcher.quick_ratio() <= best[0]:
                continue
            ratio = matcher.ratio()
            if best is None or ratio > best[0]:
                best = (ratio, node, window)
    if best is None or best[0] < 0.5:
        return None
    return best[1], typeset(best[2]) + "…"
