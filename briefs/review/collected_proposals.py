"""All that the returned files of one edition propose, put together: the order of the files never matters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefs.model.marked_file import MarkedFile, Revision, Thread
from briefs.model.proposal import Proposal, Variant, proposal_id
from briefs.model.sent_text import SentParagraph
from briefs.review.matching import match
from briefs.review.merging import variants_of, wordings_of
from briefs.review.proposing import suggestions, unaccounted
from briefs.review.suggestion import Suggestion
from briefs.review.unit_labels import row_of

_BESIDE = ("new", "format", "comment", "answer", "tag", "move")
"""Kinds of which several can stand beside each other: other ones of the same place are no conflict."""
_RANKS = ("move", "delete", "reword", "split", "merge", "tag", "answer", "comment", "new", "format")
"""Which comes first of the proposals for one paragraph."""


@dataclass(frozen=True, slots=True)
class Collected:
    """What files propose; `not_understood` are the tracked changes that no proposal has, with the names of their
    files."""

    proposals: tuple[Proposal, ...]
    not_understood: tuple[tuple[str, Revision], ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """Suggestions that are about the same, and the deletions of the unit that they are about."""

    suggestions: tuple[Suggestion, ...]
    deletions: tuple[Suggestion, ...] = ()

    @property
    def first(self) -> Suggestion:
        return self.suggestions[0]


def collected_proposals(identifier: str, sent: Sequence[SentParagraph], files: Iterable[MarkedFile]) -> Collected:
    """What `files` propose for the edition of this identifier, of which `sent` are the paragraphs.

    A file that is given twice counts once, as does one under another name. Ids of proposals are unique, and the same
    whenever the same is proposed.
    """
    once = list(_once(files))
    read = [one for file in once for one in suggestions(sent, file, match(sent, file))]
    rows = {one.key: row_of(one) for one in sent}
    proposals = [_proposal(group) for group in _with_comments(_groups(read, rows), rows)]
    proposals = [_beside_others(one, proposals) for one in proposals]
    by = [by for one in proposals for variant in one.variants for by in variant.reviewed]
    by += [by for one in proposals for by in one.commented]
    not_understood = tuple((file.name, file.revisions[number]) for file in once for number in unaccounted(file, by))
    return Collected(tuple(_with_ids(identifier, proposals)), not_understood)


def _once(files: Iterable[MarkedFile]) -> Iterator[MarkedFile]:
    """Each file once; other files of the same name have a number behind it."""
    found: dict[str, MarkedFile] = {}
    for file in sorted(files, key=lambda one: (one.name, one.sha256)):
        found.setdefault(file.sha256, file)
    counts: Counter[str] = Counter()
    for file in found.values():
        counts[file.name] += 1
        yield file if counts[file.name] == 1 else replace(file, name=f"{file.name} ({counts[file.name]})")


def _groups(read: Iterable[Suggestion], rows: Mapping[str, str]) -> list[_Group]:
    """What is about the same wording. Who deletes a unit of which others change the words is in conflict with them."""
    found: dict[tuple[object, ...], list[Suggestion]] = {}
    for one in sorted(read, key=_order):
        found.setdefault(_about(one), []).append(one)
    deleted = {group[0].key: tuple(group) for group in found.values() if group[0].kind == "delete"}
    rewords = [group[0] for group in found.values() if group[0].kind == "reword"]
    reworded = {rows.get(one.key, one.key) for one in rewords}
    groups = []
    for group in found.values():
        kind, unit = group[0].kind, rows.get(group[0].key, group[0].key)
        if kind == "delete" and unit in reworded:
            continue
        deletions = deleted.get(unit, ()) if kind == "reword" else ()
        groups.append(_Group(tuple(group), deletions))
        if deletions:  # each tracked change and each comment is in one proposal only
            deleted[unit] = tuple(
                replace(one, threads=(), reviewed=replace(one.reviewed, revisions=())) for one in deletions
            )
    return groups


def _order(one: Suggestion) -> tuple[object, ...]:
    return (
        *one.order,
        _RANKS.index(one.kind),
        one.number,
        one.form,
        one.before,
        one.moved_after,
        one.after,
        one.reviewed.file,
    )


def _about(one: Suggestion) -> tuple[object, ...]:
    """What suggestions for the same have in common."""
    same = (one.kind, one.key, one.form, one.number if not one.form else 0, one.before)
    if one.kind == "comment":
        return same[:2]
    if one.kind in _BESIDE:
        return (*same, one.moved_after, " ".join(one.after.split()))
    return same


def _with_comments(groups: Sequence[_Group], rows: Mapping[str, str]) -> list[_Group]:
    """Comments of those who changed nothing, with the first proposal for the same words; others by themselves."""
    more: dict[int, tuple[Suggestion, ...]] = {}
    alone: set[int] = set()
    changes = [(n, one.first.key) for n, one in enumerate(groups) if one.first.kind not in ("comment", "new")]
    for number, group in enumerate(groups):
        key = group.first.key
        if group.first.kind != "comment":
            alone.add(number)
            continue
        same = [n for n, other in changes if key and other == key]
        near = [n for n, other in changes if key and rows.get(other, other) == rows.get(key, key)]
        if same or near:
            place = (same or near)[0]
            more[place] = (*more.get(place, ()), *group.suggestions)
        else:
            alone.add(number)
    return [
        _Group((*one.suggestions, *more.get(number, ())), one.deletions)
        for number, one in enumerate(groups)
        if number in alone
    ]


def _proposal(group: _Group) -> Proposal:
    first = group.first
    changes = [one for one in group.suggestions if one.kind == first.kind]
    threads = [(one.reviewed.file, thread) for one in (*group.suggestions, *group.deletions) for thread in one.threads]
    variants: tuple[Variant, ...]
    if first.kind == "comment":
        variants = ()
    elif first.kind == "reword":
        variants = variants_of(changes)
    elif first.kind in ("split", "merge"):
        variants = wordings_of(changes)
    else:
        is_gone = first.kind == "delete"
        variants = (Variant(first.after, tuple(one.reviewed for one in changes), leaves_out=is_gone),)
    if group.deletions:
        variants = _with_deletion(variants, group.deletions)
    return Proposal(
        "",
        first.kind,
        first.key,
        first.label,
        first.before,
        variants,
        first.form,
        first.unit,
        first.tag,
        threads=tuple(sorted(threads, key=_thread_order)),
        obstacle=first.obstacle,
        offer=first.offer,
        moved_after=first.moved_after,
        moved_behind=first.moved_behind,
        commented=tuple(one.reviewed for one in group.suggestions if one.kind == "comment"),
    )


def _with_deletion(variants: tuple[Variant, ...], deletions: Iterable[Suggestion]) -> tuple[Variant, ...]:
    """`variants` behind one that is empty: some reviewers leave the unit out."""
    by = sorted((one.reviewed for one in deletions), key=lambda one: (one.file, one.marks))
    return Variant("", tuple(by), leaves_out=True), *variants


def _beside_others(proposal: Proposal, proposals: Sequence[Proposal]) -> Proposal:
    """A move with a word on others that move or delete the same unit."""
    if proposal.kind != "move":
        return proposal
    if sum(one.key == proposal.key and one.kind in ("move", "delete") for one in proposals) == 1:
        return proposal
    return replace(proposal, offer="Others move it elsewhere, or delete it: accept only one of these proposals.")


def _thread_order(pair: tuple[str, Thread]) -> tuple[object, ...]:
    name, thread = pair
    return (name, thread.comments[0].date if thread.comments else "", thread.id)


def _with_ids(identifier: str, proposals: Iterable[Proposal]) -> Iterable[Proposal]:
    """Proposals with their ids; if two are the same in everything else, their places in the list tell them apart."""
    used: set[str] = set()
    for one in proposals:
        texts = [*(variant.text for variant in one.variants), *([one.moved_after] if one.moved_after else [])]
        made, count = proposal_id(identifier, one.kind, one.key, one.form, one.before, texts), 1
        while made in used:
            count += 1
            made = proposal_id(identifier, one.kind, one.key, f"{one.form}#{count}", one.before, texts)
        used.add(made)
        yield replace(one, id=made)
