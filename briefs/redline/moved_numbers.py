"""Numbers of what moved, where they are cited.

A cited number follows what it cites. That has moved if it is deleted in one place and inserted in another; so its old
number is deleted where it is cited, and its new one inserted: once changes are rejected, it would lead nowhere. What
only has another name, since its section has another heading, stays where it is, and so does its number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefs.model.document import Document, Section
from briefs.model.document_walk import contents, inlines_of, map_inlines, table_of_one_number
from briefs.model.inline import CitedNumber, Deleted, Emphasis, Foreign, Inline, Inserted, Strong, Text
from briefs.model.mark import ChangeKind, Mark
from briefs.redline.merged_runs import map_runs


def with_moved_numbers(sections: tuple[Section, ...], old: Document, mark: Mark) -> tuple[Section, ...]:
    """Merged `sections`, in which each cited number of something that moved is deleted and inserted."""
    staying = frozenset(_staying(sections)) | {note.unit.name for note in old.notes}
    rewritten = _Numbers(cited_numbers(old), staying, mark)
    return tuple(map_runs(section, rewritten) for section in sections)


def cited_numbers(document: Document) -> dict[str, int]:
    """The numbers that a Document cites, by the names of the units that have them."""
    runs = (run for _, content in contents(document.sections) for run in inlines_of(content))
    return dict(pair for run in runs for pair in _numbers_in(run))


def with_new_names(document: Document, names: Mapping[str, str]) -> Document:
    """An old edition that cites numbers by the `names` that their units have in the new one, by their old names.

    Where a name is now that of something else, what had it before is cited by no name of the new edition.
    """
    taken = frozenset(names.values())

    def renamed(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(map(_renamed, children))

    def _renamed(child: Inline) -> Inline:
        match child:
            case CitedNumber():
                other = f"{child.unit} (before)" if child.unit in taken else child.unit
                return replace(child, unit=names.get(child.unit, other))
            case Strong() | Emphasis() | Foreign() | Inserted() | Deleted():
                return replace(child, children=renamed(child.children))
            case _:
                return child

    return map_inlines(document, renamed)


def _staying(sections: Sequence[Section]) -> Iterator[str]:
    """The names of units whose numbers both editions print at the same place."""
    for _, content in contents(sections):
        table = table_of_one_number(content)
        if table is not None:
            if table.change is None:
                yield from (row.unit.name for row in table.rows if row.unit)
        else:
            yield from (owner.unit.name for owner in content.owners if owner.unit and owner.change is None)


def _numbers_in(children: Sequence[Inline]) -> Iterator[tuple[str, int]]:
    for child in children:
        match child:
            case CitedNumber():
                yield child.unit, child.number
            case Strong() | Emphasis() | Foreign():
                yield from _numbers_in(child.children)
            case _:
                pass


class _Numbers:
    """Deletes and inserts the cited numbers of units that are not `staying`; `numbers` are the old ones."""

    def __init__(self, numbers: Mapping[str, int], staying: frozenset[str], mark: Mark) -> None:
        self._numbers = numbers
        self._staying = staying
        self._mark = mark

    def __call__(self, children: tuple[Inline, ...], state: ChangeKind | None) -> tuple[Inline, ...]:
        return children if state is not None else tuple(self._rewritten(children))

    def _rewritten(self, children: tuple[Inline, ...]) -> Iterator[Inline]:
        for child in children:
            match child:
                case CitedNumber() if child.unit not in self._staying and child.unit in self._numbers:
                    yield Deleted((Text(str(self._numbers[child.unit])),), self._mark)
                    yield Inserted((child,), self._mark)
                case Strong() | Emphasis() | Foreign():
                    yield replace(child, children=tuple(self._rewritten(child.children)))
                case _:
                    yield child
