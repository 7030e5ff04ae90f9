"""Which changes of an edition an office has asked for itself, and where the others come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from briefs.model.document import Document
from briefs.model.record import words_of_units
from briefs.model.sent_paragraphs import sent_paragraphs
from briefs.model.sent_text import SentParagraph
from briefs.model.typesetting import plain
from briefs.pipeline.accepted_changes import (
    AcceptedChange,
    Made,
    compared,
    is_about,
    paragraphs_with_sections,
    with_changes,
    with_sections,
)
from briefs.pipeline.renamed_sections import renamed, renamed_sections
from briefs.review.unit_labels import row_of


class ExplainedChanges:
    """The changes between the editions `seen` and `now`, explained by proposals that were `accepted` in between.

    Units and paragraphs are called as they are now, except where `name` says. `before` are the paragraphs of `seen`,
    `after` those of `now`.
    """

    def __init__(self, seen: Document, now: Document, accepted: Sequence[AcceptedChange]) -> None:
        old, self.after = sent_paragraphs(seen), sent_paragraphs(now)
        self._sections = renamed_sections(old, self.after)
        self.before = tuple(paragraphs_with_sections(old, self._sections))
        self._changes = [with_sections(one, self._sections) for one in accepted]
        self._own = with_changes(self.before, [one for one in self._changes if one.is_own])
        self._all = with_changes(self.before, self._changes)
        self._now = with_changes(self.after, ())
        self._parts_before = {self.name(unit): text.split("\t") for unit, text in words_of_units(seen).items()}
        self._parts_now = {unit: text.split("\t") for unit, text in words_of_units(now).items()}
        self._new_names = {self.name(unit) for unit in words_of_units(seen)} - words_of_units(seen).keys()
        self._replaced = dict(self._replacements())

    def name(self, unit: str) -> str:
        """What a unit of `seen` is called now: its section may have another heading."""
        return renamed(unit, self._sections)

    def is_renamed(self, unit: str) -> bool:
        """Whether a unit of `seen` is there under another name."""
        return self.name(unit) != unit and self.name(unit) in self._parts_now

    def is_new_name(self, unit: str) -> bool:
        """Whether a unit of `now` was there under another name."""
        return unit in self._new_names

    def is_asked_wording(self, unit: str) -> bool:
        """Whether a unit that both print says what the office asked for, or what it said before but for numbers."""
        return self._says(self._own, unit, unit)

    def is_asked_addition(self, unit: str) -> bool:
        """Whether a new unit is what the office asked for: text of its own, or a unit that has changed its name."""
        return unit in self._replaced.values() or self._is_new_text(self._own, unit)

    def is_asked_removal(self, unit: str) -> bool:
        """Whether a unit of `seen` is gone as the office asked for, or is there under another name."""
        return self.name(unit) in self._own.gone or self.name(unit) in self._replaced

    def is_asked_line(self, key: str) -> bool:
        """Whether a line that both print says what the office asked for."""
        return self._own.words.get(key) == self._now.words.get(key)

    def is_asked_removal_of_line(self, key: str) -> bool:
        """Whether the office asked for a line to be left out."""
        return key in self._own.gone

    def asked_lines(self) -> Iterator[tuple[SentParagraph, SentParagraph]]:
        """The lines that say what the office asked for, as they were and as they are."""
        present = {one.key: one for one in self.after}
        for one in self.before:
            if row_of(one) in self._own.touched and one.key in present and self.is_asked_line(one.key):
                yield one, present[one.key]

    def is_asked_order(self, units: Set[str]) -> bool:
        """Whether these units, which both print, stand in the order that the office asked for."""
        return bool(self._own.moved) and self._is_order(self._own, units)

    def fate(self, row: str) -> str:
        """What became of a unit or line, by its name or key, if proposals for it were accepted; empty if none was."""
        keys = {one.key for one in self.before if row in (row_of(one), one.key)}
        about = [
            change
            for change in self._changes
            if change.proposal.kind in ("reword", "delete", "move")
            if any(one.key in keys and is_about(change.proposal, one) for one in self.before)
        ]
        is_there = row in self._now.order or row in self._now.words
        if not is_there and row not in self._all.gone:  # it is gone for another reason
            about = [one for one in about if one.wording is None]
        return _fate(about, is_as_accepted=row in self._all.gone or self._says(self._all, row, row))

    def fate_of_addition(self, unit: str) -> str:
        """What became of a proposal for the new text that a unit says; empty if there was none."""
        words = self._text(self._now, self.after, unit)
        return _fate([one for one in self._changes if one.proposal.kind == "new" and one.wording == words], True)

    def fate_of_order(self, units: Set[str]) -> str:
        """What became of proposals to move units; empty if they do not explain the order of these."""
        moves = [one for one in self._changes if one.proposal.kind == "move"]
        return _fate(moves, True) if moves and self._is_order(self._all, units) else ""

    def _is_order(self, made: Made, units: Set[str]) -> bool:
        before, after = ([row for row in one.order if row in units] for one in (made, self._now))
        return before == after

    def _says(self, made: Made, unit: str, now: str) -> bool:
        """Whether the unit or line called `now` says what was `made` of one."""
        if self._text(made, self.before, unit) != self._text(self._now, self.after, now):
            return False
        old, new = self._parts_before.get(unit, []), self._parts_now.get(now, [])
        own = [one for one in self.before if row_of(one) == unit] + [one for one in self.after if row_of(one) == now]
        said = {text for one in own for text in (compared(one), plain(one.text))}
        return {plain(one) for one in set(old) ^ set(new)} <= said  # figures have other words too

    def _text(self, made: Made, paragraphs: Iterable[SentParagraph], row: str) -> str:
        keys = (one.key for one in paragraphs if row in (row_of(one), one.key) and one.role != "tag")
        return " ".join(filter(None, (made.words[key] for key in keys)))

    def _is_new_text(self, made: Made, unit: str) -> bool:
        """Whether a unit is new text that was asked for, where it was asked for."""
        words = " ".join(self._text(self._now, self.after, unit).split())
        behind = self._behind(unit)
        return any(words == text.replace(" | ", " ") and row == behind for row, text in made.new)

    def _behind(self, row: str) -> str:
        """The row that a row of `now` stands behind."""
        at = self._now.order.index(row) if row in self._now.order else 0
        return self._now.order[at - 1] if at else ""

    def _replacements(self) -> Iterator[tuple[str, str]]:
        """Units that have another name as the office wanted them otherwise: without one of their blocks, or in another
        section. Those of `seen` by their present names, with those of `now`."""
        gone = [one for one in self._parts_before if one not in self._parts_now and one in self._own.touched]
        new = [one for one in self._parts_now if one not in self._parts_before]
        for unit in gone:
            for other in new:
                is_there = unit.partition("/")[0] == other.partition("/")[0]
                if unit in self._own.moved:
                    at = self._own.order.index(unit)
                    is_there = at > 0 and self._own.order[at - 1] == self._behind(other)
                if is_there and self._says(self._own, unit, other):
                    yield unit, other
                    break


def _fate(changes: Sequence[AcceptedChange], is_as_accepted: bool) -> str:
    """From whose files changes were accepted: those of others, if all are there as they were accepted."""
    others = [one for one in changes if not one.is_own] if is_as_accepted else []
    named = others or changes
    if not named:
        return ""
    by = list(dict.fromkeys(name for one in named for name in one.by))
    more = ""
    if any(one.proposal.edited for one in named):
        more = " in other words"
    elif not is_as_accepted:
        more = " and changed again"
    verb = "noted" if all(one.proposal.noted for one in named) else "accepted"
    return f"{verb}{f' from {_joined(by)}' if by else ''}{more}"


def _joined(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
