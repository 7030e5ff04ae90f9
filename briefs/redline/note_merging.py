"""Notes of two editions merged in one.

A note is printed where it is called first. If that is another call in the new edition, because one before it came or
went, the note is deleted in the old place and inserted in the new one, with all its calls.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from briefs.model.document import Note, Section
from briefs.model.inline import Deleted, Emphasis, Foreign, Inline, Inserted, NoteCall, Strong
from briefs.model.mark import Change, ChangeKind, Mark
from briefs.redline.compared_editions import text_of
from briefs.redline.document_merging import Merging
from briefs.redline.merged_runs import map_runs, runs
from briefs.redline.whole_changes import changed_note

_GONE = " (deleted)"
"""What is put behind the id of the old copy of a note."""


def merged_notes(
    old: Sequence[Note], new: Sequence[Note], sections: tuple[Section, ...], merging: Merging
) -> tuple[tuple[Section, ...], tuple[Note, ...]]:
    """The merged `sections`, in which each call leads to its note, and the notes of both editions: those of the new one
    in its order, each that is gone behind the one that was before it."""
    in_both = {note.id for note in old} & {note.id for note in new}
    parted = _parted(sections, in_both)
    if parted:
        sections = tuple(map_runs(section, _Parting(parted, merging.mark)) for section in sections)
    before = {note.id: note for note in old}
    behind = _behind(old, in_both - parted)
    made = [_deleted(note, merging, note.id in in_both) for note in behind.get("", ())]
    for note in new:
        if note.id in in_both - parted:
            children = merging.words("note", before[note.id].children, note.children, note.unit, note.number)
            made.append(replace(note, children=children))
        else:
            made.append(_inserted(note, merging, before.get(note.id)))
        made += [_deleted(one, merging, one.id in in_both) for one in behind.get(note.id, ())]
    return sections, tuple(made)


def _behind(old: Sequence[Note], staying: set[str]) -> Mapping[str, list[Note]]:
    """The notes that go, by the id of the last note before them that stays; empty if there is none."""
    found: dict[str, list[Note]] = {}
    last = ""
    for note in old:
        if note.id in staying:
            last = note.id
        else:
            found.setdefault(last, []).append(note)
    return found


def _inserted(note: Note, merging: Merging, before: Note | None) -> Note:
    """A note that is new where it is called; it is no difference if it says the same as `before` in another place."""
    merging.count("inserted", [note.children])
    said, old = text_of(note.children), "" if before is None else text_of(before.children)
    if before is None:
        merging.record("note", "inserted", "", said, note.unit, note.number)
    elif said != old:
        merging.record("note", "reworded", old, said, note.unit, note.number, before.number)
    return changed_note(note, Change("inserted", merging.mark))


def _deleted(note: Note, merging: Merging, has_copy: bool) -> Note:
    """A note that is gone where it was called; with `has_copy`, it is in another place."""
    merging.count("deleted", [note.children])
    made = changed_note(note, Change("deleted", merging.mark))
    if has_copy:
        return replace(made, id=f"{note.id}{_GONE}")
    merging.record("note", "deleted", text_of(note.children), "", note.unit, None, note.number)
    return made


class _Call(NamedTuple):
    """A call of a note: the ids that are called in its place, and whether they were inserted or deleted."""

    ids: tuple[str, ...]
    state: ChangeKind | None


def _parted(sections: Sequence[Section], in_both: set[str]) -> set[str]:
    """The notes whose first call is another one in the new edition, and those called together with them."""
    calls = [call for section in sections for call in _calls_of(section)]
    parted: set[str] = set()
    for id in in_both:
        own = [call.state for call in calls if id in call.ids]
        first_old = next((at for at, state in enumerate(own) if state != "inserted"), None)
        first_new = next((at for at, state in enumerate(own) if state != "deleted"), None)
        if first_old != first_new:
            parted.add(id)
    while more := {id for call in calls if parted & set(call.ids) for id in call.ids if id in in_both} - parted:
        parted |= more
    return parted


def _calls_of(section: Section) -> Iterator[_Call]:
    for children, change in runs(section):
        yield from _calls(children, None if change is None else change.kind)


def _calls(children: Sequence[Inline], state: ChangeKind | None) -> Iterator[_Call]:
    for is_call, group in groupby(children, key=lambda child: isinstance(child, NoteCall)):
        if is_call:
            yield _Call(tuple(call.note for call in group if isinstance(call, NoteCall)), state)
            continue
        for child in group:
            match child:
                case Strong() | Emphasis() | Foreign():
                    yield from _calls(child.children, state)
                case Inserted():
                    yield from _calls(child.children, "inserted")
                case Deleted():
                    yield from _calls(child.children, "deleted")
                case _:
                    pass


class _Parting:
    """Makes calls of notes in `parted` lead to the old copy of the note, where they are deleted, and to the new one."""

    def __init__(self, parted: set[str], mark: Mark) -> None:
        self._parted = parted
        self._mark = mark

    def __call__(self, children: tuple[Inline, ...], state: ChangeKind | None) -> tuple[Inline, ...]:
        """Inline content that is inserted or deleted as a whole, or neither."""
        return tuple(self._rewritten(children, state))

    def _rewritten(self, children: tuple[Inline, ...], state: ChangeKind | None) -> Iterator[Inline]:
        for is_call, group in groupby(children, key=lambda child: isinstance(child, NoteCall)):
            if is_call:
                yield from self._called(tuple(call for call in group if isinstance(call, NoteCall)), state)
                continue
            for child in group:
                match child:
                    case Strong() | Emphasis() | Foreign():
                        yield replace(child, children=self(child.children, state))
                    case Inserted():
                        yield replace(child, children=self(child.children, "inserted"))
                    case Deleted():
                        yield replace(child, children=self(child.children, "deleted"))
                    case _:
                        yield child

    def _called(self, calls: tuple[NoteCall, ...], state: ChangeKind | None) -> tuple[Inline, ...]:
        if state == "inserted" or not any(call.note in self._parted for call in calls):
            return calls
        old = tuple(replace(call, note=f"{call.note}{_GONE}") if call.note in self._parted else call for call in calls)
        return old if state == "deleted" else (Deleted(old, self._mark), Inserted(calls, self._mark))
