"""Deciding on candidates: accepted ones move into the files of blocks, rejected ones go and stay away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefs.blocks.block_files import BlockFiles, read_block_files
from briefs.candidates.appended_entries import with_entries
from briefs.candidates.proposed_file import Entry, ProposedFile
from briefs.drift.report_lock import NAME
from briefs.files.bounded_reading import read_file
from briefs.files.encoding import plain_line_ends
from briefs.files.parts import entries_of
from briefs.model.block import KINDS
from briefs.model.block_ids import BLOCK_ID
from briefs.model.diagnostics import BriefsError, Diagnostic, DocumentError, Place, relative
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.accepting import accept
from briefs.pipeline.candidate_folder import CandidateFolder, read_candidates
from briefs.pipeline.inputs import draw_blocks
from briefs.pipeline.order import Project
from briefs.pipeline.proposed_names import plural
from briefs.pipeline.sources import read_sources

_LAST_LINE = 10**9


@dataclass(frozen=True, slots=True)
class Moved:
    """What was decided: the ids, with the file and line where each block is now if it was accepted, the files that were
    written, what is `open` or wrong in the accepted blocks, and the ids of those `left`, since they lack what their
    block needs."""

    places: Mapping[str, Place]
    written: tuple[str, ...]
    open: tuple[Diagnostic, ...] = ()
    left: tuple[str, ...] = ()


def accept_candidates(project: Project, ids: Sequence[str], kinds: Sequence[str] = ()) -> Moved:
    """Move the candidates with these `ids`, and those of these `kinds` that have all they need, into files of blocks.

    The report is accepted with the first of them, so that another edition of it can be compared with it.
    Raises UnknownName for ids that no candidate has, DocumentError if a file cannot be read, and BriefsError if a block
    has one of the ids already, if an id is none that a block can have, or if a file cannot be written.
    """
    seed = project.seed()
    folder = read_candidates(project.root, seed)
    asked_for = _chosen(folder, ids, kinds)
    chosen = {
        kind: [one for one in entries if one.id in ids or _is_complete(kind, one)]
        for kind, entries in asked_for.items()
    }
    left = tuple(one.id for kind, entries in asked_for.items() for one in entries if one not in chosen[kind])
    chosen = {kind: entries for kind, entries in chosen.items() if entries}
    blocks = read_block_files(folder.blocks, project.root).value
    taken = {written.block.id: written.place for written in blocks.written} | {
        name: Place(relative(folder.blocks, project.root)) for name in blocks.unreadable
    }
    if clash := [entry.id for entries in chosen.values() for entry in entries if entry.id in taken]:
        raise BriefsError(
            f"there is a block {clash[0]} already, in {taken[clash[0]]}; nothing was accepted",
            f"give the candidate another id in {_file_of(folder, clash[0])}, or reject it",
        )
    if unusable := [entry.id for entries in chosen.values() for entry in entries if not BLOCK_ID.match(entry.id)]:
        raise BriefsError(
            f'"{unusable[0]}" is not an id; nothing was accepted',
            f"in {_file_of(folder, unusable[0])}, use small letters and numbers in words joined by dots: ben.states",
        )
    targets = {kind: _target(folder, blocks, kind) for kind in chosen}
    more = {
        relative(path, project.root): with_entries(
            read_file(path) if path.exists() else None,
            relative(path, project.root),
            kind,
            [entry.text for entry in chosen[kind]],
        )
        for kind, path in targets.items()
    }
    written = folder.write(_left(folder, chosen), folder.known, more)
    names = {entry.id for entries in chosen.values() for entry in entries}
    places = {name: place for path in targets.values() for name, place in _places(path, project.root) if name in names}
    return Moved(places, (*written, *_with_report(project, seed)), tuple(_open(project, places)), left)


def _with_report(project: Project, seed: Path) -> tuple[str, ...]:
    """Accept the report, unless it was before, is not the one that blocks were drawn from, or cannot be read."""
    if (seed / NAME).exists():
        return ()
    try:
        done = accept(project, frozenset(), is_same=True)
    except (DocumentError, BriefsError):
        return ()  # the build says what is wrong
    return tuple(relative(path, project.root) for path in done.written)


def reject_candidates(project: Project, ids: Sequence[str], kinds: Sequence[str] = ()) -> Moved:
    """Remove the candidates with these `ids`, and all of these `kinds`; they are not proposed again.

    Raises the same as `accept_candidates`.
    """
    folder = read_candidates(project.root, project.seed())
    chosen = _chosen(folder, ids, kinds)
    written = folder.write(_left(folder, chosen), folder.known)
    places = {entry.id: Place(folder.path_of(kind)) for kind, entries in chosen.items() for entry in entries}
    return Moved(places, written)


def _chosen(folder: CandidateFolder, ids: Sequence[str], kinds: Sequence[str]) -> dict[str, list[Entry]]:
    """The entries that are meant, by kind. Raises UnknownName for ids and kinds that there are not."""
    known = {entry.id for file in folder.files.values() for entry in file.entries}
    if unknown := [name for name in ids if name not in known]:
        raise UnknownName("candidate", unknown, sorted(known))
    if unknown := [kind for kind in kinds if kind not in KINDS]:
        raise UnknownName("kind", unknown, list(KINDS))
    wanted = frozenset(ids)
    chosen = {
        kind: [entry for entry in file.entries if kind in kinds or entry.id in wanted]
        for kind, file in folder.files.items()
    }
    return {kind: entries for kind, entries in chosen.items() if entries}


def _is_complete(kind: str, entry: Entry) -> bool:
    """Whether a candidate has all fields that a block of its kind needs."""
    return all(
        (field.alias or name) in entry.fields
        for name, field in KINDS[kind].model_fields.items()
        if field.is_required() and name != "kind"
    )


def _left(folder: CandidateFolder, chosen: Mapping[str, Sequence[Entry]]) -> dict[str, ProposedFile]:
    """The files of candidates without those that were chosen."""
    return {
        kind: file.without(frozenset(entry.id for entry in chosen.get(kind, ()))) for kind, file in folder.files.items()
    }


def _file_of(folder: CandidateFolder, name: str) -> str:
    kinds = (kind for kind, file in folder.files.items() if any(entry.id == name for entry in file.entries))
    return folder.path_of(next(kinds))


def _target(folder: CandidateFolder, blocks: BlockFiles, kind: str) -> Path:
    """The file that blocks of a kind go into: that of its name, else the first that has some, else a new one."""
    usual = folder.blocks / f"{plural(kind)}.yaml"
    having = [folder.root / one.place.path for one in blocks.written if one.block.kind == kind]
    if usual in having or not having:
        return (
            usual
            if usual in having or not usual.exists() or _is_empty(usual)
            else usual.with_stem(f"more_{plural(kind)}")
        )
    return having[0]


def _is_empty(path: Path) -> bool:
    """Whether a file has no blocks yet."""
    return not entries_of(plain_line_ends(read_file(path).decode(errors="replace")), "blocks")


def _places(path: Path, root: Path) -> Iterator[tuple[str, Place]]:
    """Where the blocks of a file begin, by id."""
    shown = relative(path, root)
    text = _text(path)
    lines = text.split("\n")
    for start in entries_of(text, "blocks"):
        name = lines[start].partition("id:")[2].strip().strip("\"'")
        yield name, Place(shown, start + 1)


def _open(project: Project, places: Mapping[str, Place]) -> Iterator[Diagnostic]:
    """What drawing says of the blocks at these places; of a field that is missing, at the line of its remark."""
    entries: dict[str, list[range]] = {}
    for place in places.values():
        starts = [start + 1 for start in entries_of(_text(project.root / place.path), "blocks")]
        end = min((start for start in starts if start > place.line), default=_LAST_LINE)
        entries.setdefault(place.path, []).append(range(place.line, end))
    drawn = draw_blocks(read_sources(project).value)
    for problem in drawn.problems:
        for lines in entries.get(problem.place.path, ()):
            if problem.place.line in lines:
                yield replace(problem, place=_remark(project.root, problem, lines))


def _remark(root: Path, problem: Diagnostic, lines: range) -> Place:
    """Where a missing field is to be written: at the remark of that name in the entry; else where the problem is."""
    name = problem.message.partition('"')[2].partition('"')[0]
    if problem.code == "field-missing" and name:
        text = _text(root / problem.place.path).split("\n")
        for line in range(lines.start, min(lines.stop, len(text) + 1)):
            if text[line - 1].lstrip().startswith(f"# {name}:"):
                return Place(problem.place.path, line)
    return problem.place


def _text(path: Path) -> str:
    return plain_line_ends(read_file(path).decode("utf-8-sig"))
