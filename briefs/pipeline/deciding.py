"""Deciding on what reviewers proposed: accepted wording is written into the project, and every decision is kept.

A decision counts at once, so nothing is lost if a review ends early. What is written is written as a whole: all files
that a proposal changes, and the decision, or none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import Path
from typing import TypeAlias

from briefs.files.unfinished_changes import finish_changes, noted
from briefs.files.written_changes import changed_contents, read_files, replace_files
from briefs.model.decision_record import DecidedProposal, DecisionRecord
from briefs.model.diagnostics import BriefsError, Diagnostic, DocumentError, has_errors, relative
from briefs.model.proposal import Proposal, ProposalKind, Variant, Write
from briefs.output.lock import locked
from briefs.review.decided_files import with_files_of, with_wordings
from briefs.review.decisions import (
    KeptDecisions,
    decision_on,
    has_new_comments,
    keep_decisions,
    read_decisions,
    with_comments_of,
    with_decisions,
)
from briefs.review.review_folders import review_folder

Recheck: TypeAlias = Callable[[Sequence[Write]], Sequence[Diagnostic]]
"""What the checks of a build say of changes that nobody has checked yet."""

_NOTED: frozenset[ProposalKind] = frozenset(("comment", "answer", "new"))
"""Proposals that can be accepted although nothing is written."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A proposal to be accepted, in one of its variants. `wordings`, if given, are written instead of that variant's:
    one for each of its writes."""

    proposal: Proposal
    variant: Variant | None
    wordings: tuple[str, ...] | None = None

    @property
    def writes(self) -> tuple[Write, ...]:
        """What is written if it is accepted."""
        writes = self.variant.writes if self.variant is not None else ()
        if self.wordings is None:
            return writes
        return tuple(replace(write, after=words) for write, words in zip(writes, self.wordings, strict=True))

    @property
    def is_edited(self) -> bool:
        """Whether something else is written than what was proposed."""
        return self.variant is not None and self.writes != self.variant.writes


@dataclass(frozen=True, slots=True)
class Accepted:
    """What accepting has done: the files that changed, and what the checks warn of."""

    paths: tuple[str, ...]
    warnings: tuple[Diagnostic, ...] = ()


@dataclass
class WrittenSince:
    """What decisions have written since proposals were compared with the project: whether anything, and below which
    lines of which file lines have moved, and by how many."""

    anything: bool = False
    shifts: list[tuple[str, int, int]] = field(default_factory=list)


class Deciding:
    """The decisions on one edition, in the project at `root`.

    `date` is that of all decisions; without one none is kept, since git knows when a decision came in. Proposals are
    `linked` if the checks find something only when several are accepted. `since` knows what earlier decisions on the
    same proposals have written, and learns what is written now.
    """

    def __init__(
        self,
        root: Path,
        kept: KeptDecisions,
        recheck: Recheck,
        date: str = "",
        linked: bool = False,
        since: WrittenSince | None = None,
    ) -> None:
        self._root, self._kept, self._recheck, self._date, self._linked = root, kept, recheck, date, linked
        self._since = WrittenSince() if since is None else since

    @property
    def record(self) -> DecisionRecord:
        """All decisions so far."""
        return self._kept.record

    def earlier(self, proposal: Proposal) -> DecidedProposal | None:
        """What was decided on a proposal; None if nobody has."""
        return self.record.decided().get(proposal.id)

    def is_open(self, proposal: Proposal) -> bool:
        """Whether a proposal is still to be decided: it is new, was put off, or somebody has commented on it since.
        Answers are no proposals, unless somebody commented on them."""
        earlier = self.earlier(proposal)
        is_answer = proposal.kind == "answer" and not proposal.threads
        if earlier is None:
            return not is_answer
        return earlier.decision == "later" or has_new_comments(proposal, earlier)

    def accept(self, choices: Sequence[Choice], reason: str = "") -> Accepted:
        """Write what is accepted into the project, and keep the decisions: all or nothing.

        Raises DocumentError with what the checks find if that has errors, and BriefsError if something cannot be
        accepted, if two choices change the same words, or if a file has changed since it was compared.
        """
        for choice in choices:
            _refuse_unacceptable(choice)
        _refuse_overlapping(choices)
        warnings = [problem for choice in choices for problem in self._findings(choice)]
        writes = [self._moved(write) for choice in choices for write in choice.writes]
        if writes and self._linked and (len(choices) > 1 or self._since.anything):
            warnings = list(self._checked(writes))
        old = read_files(self._root, (write.path for write in writes))
        new = changed_contents(old, writes)
        kept = self._with([self._decision(choice, reason) for choice in choices])
        with noted(kept.path.parent, *self._together(old, new, kept)):
            paths = replace_files(self._root, old, new)
            try:
                self._keep(kept)
            except BaseException:
                replace_files(self._root, new, old)
                raise
        self._since.anything |= bool(paths)
        self._since.shifts += _shifts(old, writes)
        return Accepted(paths, tuple(warnings))

    def check_together(self, rejected: Iterable[Proposal], noted: Iterable[Proposal]) -> None:
        """Raise BriefsError if one of these cannot be rejected, or noted: before anything else is written."""
        for one in rejected:
            earlier = self.earlier(one)
            is_accepted = earlier is not None and earlier.decision == "accepted" and not earlier.noted
            if is_accepted and one.kind not in _NOTED:
                raise BriefsError(
                    f"{one.id} was accepted, and its wording is written",
                    "take the file from git as it was, take the decision out of decisions.yaml, then reject it",
                )
        for one in noted:
            if is_written_if_accepted(one):
                raise BriefsError(f"{one.id} is written if it is accepted", "accept it, or reject it")

    def reject(self, proposals: Iterable[Proposal], reason: str = "") -> None:
        """Keep that proposals are rejected. Raises BriefsError; also if the wording of one is written already."""
        rejected = tuple(proposals)
        self.check_together(rejected, ())
        decided = [decision_on(one, "rejected", reason=reason, date=self._date) for one in rejected]
        self._keep(self._with(decided))

    def note(self, proposals: Iterable[Proposal], reason: str = "") -> None:
        """Keep that proposals are noted: nothing is written, since it is done by hand, or needs nothing.

        What was accepted or rejected before stays so: then new comments on it are noted. Raises BriefsError; also if
        one of them would be written if it were accepted.
        """
        noted = tuple(proposals)
        self.check_together((), noted)
        variants = [one.variants[0] if one.variants and one.kind in _NOTED else None for one in noted]
        decided = [
            decision_on(one, "accepted", variant, reason=reason, date=self._date, is_noted=one.kind not in _NOTED)
            for one, variant in zip(noted, variants, strict=True)
        ]
        self._keep(self._with([self._as_decided(one, reason) for one in decided]))

    def put_off(self, proposal: Proposal) -> None:
        """Keep that a proposal is to be asked again, if nothing was decided on it. Raises BriefsError."""
        if self.is_open(proposal):
            earlier = self.earlier(proposal)
            if earlier is None or earlier.decision == "later":  # what was decided stays so; only the comment is put off
                self._keep(self._with([decision_on(proposal, "later", date=self._date)]))

    def add_files(self, proposals: Iterable[Proposal]) -> None:
        """Keep in which files `proposals` are that were decided on before, as far as that is not known. Raises
        BriefsError."""
        self._keep(with_files_of(self._kept, proposals))

    def _as_decided(self, noted: DecidedProposal, reason: str) -> DecidedProposal:
        """`noted`, or what was accepted or rejected before, with the comments that are noted now."""
        earlier = self.record.decided().get(noted.id)
        if earlier is None or earlier.decision == "later":
            return noted
        return earlier.model_copy(update={"comments": noted.comments, "reason": reason or earlier.reason})

    def _with(self, decided: Iterable[DecidedProposal]) -> KeptDecisions:
        """All decisions with new ones; comments that were decided on before stay, and so do the files."""
        earlier = self.record.decided()
        return with_decisions(self._kept, [_with_earlier(one, earlier.get(one.id)) for one in decided])

    def _moved(self, write: Write) -> Write:
        """`write` at the line that it has now, since accepted proposals took lines out above it or put some in."""
        line = write.line
        for path, at, more in self._since.shifts:
            line += more if path == write.path and line > at else 0
        return replace(write, line=line)

    def _findings(self, choice: Choice) -> Sequence[Diagnostic]:
        """What the checks say of a choice. Raises DocumentError if they find errors."""
        if choice.is_edited:
            return self._checked([self._moved(write) for write in choice.writes])
        findings = choice.variant.findings if choice.variant is not None else ()
        if has_errors(findings):
            raise DocumentError(findings)
        return findings

    def _checked(self, writes: Sequence[Write]) -> Sequence[Diagnostic]:
        """What the checks say of `writes` in the project as it is now. Raises DocumentError if they find errors."""
        findings = self._recheck(writes)
        if has_errors(findings):
            raise DocumentError(findings)
        return findings

    def _decision(self, choice: Choice, reason: str) -> DecidedProposal:
        wording = None
        if choice.is_edited and choice.wordings is not None:
            wording = " / ".join(choice.wordings)
        return decision_on(choice.proposal, "accepted", choice.variant, wording, reason, self._date)

    def _together(
        self, old: Mapping[str, bytes], new: Mapping[str, bytes], kept: KeptDecisions
    ) -> tuple[dict[str, bytes | None], dict[str, bytes]]:
        """What all files hold that are written together, by path: before and after; the decisions are the last."""
        path = relative(kept.path, self._root)
        return {**old, path: self._kept.content}, {**new, path: kept.content or b""}

    def _keep(self, kept: KeptDecisions) -> None:
        keep_decisions(kept, self._kept.content)
        self._kept = kept


@contextmanager
def deciding(
    root: Path,
    edition: str,
    report: str,
    recheck: Recheck,
    date: str = "",
    linked: bool = False,
    since: WrittenSince | None = None,
) -> Iterator[Deciding]:
    """Decide on what was proposed for an edition, while nobody else does. See `Deciding`.

    What an earlier process was ended in the middle of is finished first. Raises BriefsError if there was such a thing,
    since everything was compared with the project as it was before; also if somebody else is deciding on the same
    edition, or if the file of decisions cannot be read or is of another edition. Raises DocumentError if it has
    mistakes.
    """
    folder = review_folder(root, edition)
    had_folders = [one.exists() for one in (folder.parent, folder)]

    def refuse() -> None:
        raise BriefsError(f"somebody else is deciding on {edition} at this moment", "run the command again later")

    try:
        with locked(folder, refuse):
            if finish_changes(root, folder):
                message = f"an earlier review of {edition} was ended while it wrote; all of it is written now"
                raise BriefsError(message, "run the command again")
            yield Deciding(root, read_decisions(root, edition, report), recheck, date, linked, since)
    finally:
        if not had_folders[0] and folder.parent.is_dir() and not any(folder.parent.iterdir()):
            folder.parent.rmdir()  # the lock made it, and nothing was kept


def is_written_if_accepted(proposal: Proposal) -> bool:
    """Whether a proposal can be accepted in any wording; otherwise it can be noted."""
    return not proposal.obstacle and any(variant.writes for variant in proposal.variants)


def _with_earlier(decided: DecidedProposal, earlier: DecidedProposal | None) -> DecidedProposal:
    """`decided` with what is known of an earlier decision on the same: its comments, and the files that propose it."""
    if earlier is None:
        return decided
    files = with_wordings(earlier, decided.proposed).proposed or decided.proposed
    return with_comments_of(decided.model_copy(update={"proposed": files}), earlier)


def _shifts(old: Mapping[str, bytes], writes: Iterable[Write]) -> Iterator[tuple[str, int, int]]:
    """The paths and lines below which lines move with `writes`, the lowest first, and by how many lines."""
    for write in sorted(dict.fromkeys(writes), key=lambda one: -one.line):
        before = old[write.path]
        more = changed_contents({write.path: before}, [write])[write.path].count(b"\n") - before.count(b"\n")
        if more:
            yield write.path, write.line, more


def _refuse_unacceptable(choice: Choice) -> None:
    """Raise BriefsError if a proposal cannot be accepted in any wording."""
    proposal = choice.proposal
    if proposal.obstacle:
        why = proposal.obstacle[:1].lower() + proposal.obstacle[1:].rstrip(".")
        raise BriefsError(f"{proposal.id} cannot be accepted: {why}", proposal.offer)
    if not choice.writes and proposal.kind not in _NOTED:
        raise BriefsError(
            f"{proposal.id} cannot be accepted: it is not known where its wording is written",
            f"change it by hand, then note that: --note {proposal.id}",
        )


def _refuse_overlapping(choices: Sequence[Choice]) -> None:
    """Raise BriefsError if two choices change the same words in different ways."""
    for one, other in combinations(choices, 2):
        for write in one.writes:
            for also in other.writes:
                is_same = (write.path, write.location) == (also.path, also.location) and write.after != also.after
                if is_same and (write.location or (write.line, write.before) == (also.line, also.before)):
                    place = f"{write.path}:{write.line}"
                    raise BriefsError(
                        f"{one.proposal.id} and {other.proposal.id} change the same words, in {place}",
                        "accept one of them, then review again",
                    )
