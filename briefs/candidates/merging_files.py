"""Drawing again: new candidates are added to their files, untouched ones refreshed, and what people changed stays."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefs.candidates.candidate import Candidate, passage_key
from briefs.candidates.candidate_ids import candidate_id
from briefs.candidates.candidate_text import candidate_text
from briefs.candidates.drawn_lock import Known, first_words
from briefs.candidates.gathering import Gathered
from briefs.candidates.proposed_file import Entry, ProposedFile, new_file, text_hash

Make = Callable[[Gathered, str], Candidate | None]
"""A function that makes the candidate with an id; None if no anchor can name its passage."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """The files of candidates by kind, with those that are `known`, and what became of each.

    `candidates` are those that the files have now and that were found; `added` and `changed` are ids of new ones and of
    those that a person has changed, `gone` of those that are no longer found, `nameless` passages without an anchor.
    """

    files: Mapping[str, ProposedFile]
    known: tuple[Known, ...]
    candidates: tuple[Candidate, ...] = ()
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    nameless: tuple[Gathered, ...] = ()


def most_certain(
    found: Sequence[Gathered], files: Mapping[str, ProposedFile], known: Sequence[Known], most: int
) -> tuple[Sequence[Gathered], int]:
    """As many of `found` as may be proposed, in their order, and how many are left out.

    Those that have been proposed before stay, whether they are in `files` still or not; of the others, the most
    certain are taken, the first of the report among them, until the files have `most` of them.
    """
    if len(found) <= most:
        return found, 0
    there = {entry.id for file in files.values() for entry in file.entries}
    by_key = {one.passage: one.id in there for one in known}
    former = [by_key.get(passage_key(one.found)) for one in found]
    others = [at for at, is_there in enumerate(former) if is_there is None]
    others.sort(key=lambda at: -found[at].found.certainty)
    left = set(others[max(0, most - former.count(True)) :])
    return [one for at, one in enumerate(found) if at not in left], len(left)


@dataclass(slots=True)
class _Merging:
    """What is known so far while candidates are put into their files."""

    texts: dict[str, str] = field(default_factory=dict)
    known: dict[str, Known] = field(default_factory=dict)
    candidates: list[Candidate] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    nameless: list[Gathered] = field(default_factory=list)


def merged(
    found: Sequence[Gathered],
    files: Mapping[str, ProposedFile],
    known: Sequence[Known],
    taken: frozenset[str],
    make: Make,
    kinds: frozenset[str] | None = None,
) -> Proposed:
    """The files with what was `found` now. Candidates that a person has changed stay as they are written, and those in
    no file any more stay away.

    `taken` are the ids of blocks. Untouched candidates of these `kinds` that are no longer found go; if `kinds` is
    None, all are kept, since only a part of the report was looked through.
    """
    written = {entry.id: entry for file in files.values() for entry in file.entries}
    state = _Merging(known={one.passage: one for one in known})
    names = {one.id for one in known}
    own = {text for one in written.values() if one.id not in names for text, _ in one.anchors}
    ids = {*taken, *written, *names}
    order: dict[str, dict[str, None]] = {}
    seen: set[str] = set()
    for one in found:
        key = passage_key(one.found)
        former = state.known.get(key)
        if key in seen or (former is not None and former.id not in written):
            continue
        seen.add(key)
        candidate = make(one, former.id if former else candidate_id(one.found, ids))
        if candidate is None:
            state.nameless.append(one)
        elif former is not None or candidate.anchor.text not in own:
            ids.add(candidate.id)
            order.setdefault(candidate.kind, {})[candidate.id] = None
            _put(state, candidate, written.get(candidate.id), former)
    kept = {kind: tuple(_entries(files.get(kind), order.get(kind, {}), state, kinds)) for kind in {*files, *order}}
    left = {entry.id for entries in kept.values() for entry in entries}
    gone = tuple(name for name in written if name not in left)
    return Proposed(
        files={kind: replace(files.get(kind) or new_file(kind), entries=kept[kind]) for kind in sorted(kept)},
        known=tuple(one for one in state.known.values() if one.id not in gone),
        candidates=tuple(state.candidates),
        added=tuple(state.added),
        changed=tuple(state.changed),
        gone=gone,
        nameless=tuple(state.nameless),
    )


def _put(state: _Merging, candidate: Candidate, entry: Entry | None, former: Known | None) -> None:
    """Note the text of a candidate: as a person wrote it, or made anew."""
    text = candidate_text(candidate)
    if entry is not None and former is not None and entry.hash != former.text:
        state.changed.append(candidate.id)
        state.texts[candidate.id] = entry.text
    else:
        key = passage_key(candidate.found)
        state.texts[candidate.id] = text
        state.known[key] = Known(candidate.id, candidate.kind, key, text_hash(text), first_words(candidate.words))
        if entry is None:
            state.added.append(candidate.id)
    state.candidates.append(candidate)


def _entries(
    file: ProposedFile | None, found: Collection[str], state: _Merging, kinds: frozenset[str] | None
) -> Iterator[Entry]:
    """The entries of a file: those found in the order of the report, the others behind what they stood behind."""
    by_id = {one.id: one for one in state.known.values()}
    behind: dict[str, list[Entry]] = {}
    last = ""
    for entry in file.entries if file else ():
        if entry.id in found:
            last = entry.id
            continue
        known = by_id.get(entry.id)
        is_untouched = known is not None and known.text == entry.hash
        if not is_untouched or kinds is None or known is None or known.kind not in kinds:
            behind.setdefault(last, []).append(entry)
            if known is not None and not is_untouched:
                state.changed.append(entry.id)
    yield from behind.get("", ())
    for name in found:
        yield Entry(name, state.texts[name])
        yield from behind.get(name, ())
