"""Keeping decisions on what reviewers proposed: `reviews/<edition>/decisions.yaml`.

What people have corrected or remarked in the file stays: new decisions are added at its end, and only that of the same
proposal is replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError

from briefs.files.bounded_reading import read_file, read_written
from briefs.files.encoding import decode, plain_line_ends
from briefs.files.fields import diagnostics_of
from briefs.files.made_folder import make_folder
from briefs.files.record_items import record_item, scalar
from briefs.files.whole_files import write_whole
from briefs.files.yaml import parse_yaml
from briefs.model.decision_record import (
    DecidedProposal,
    DecisionRecord,
    Outcome,
    PassageKept,
    ProposedWording,
    RemarkKept,
    ReplyKept,
)
from briefs.model.diagnostics import BriefsError, DocumentError, relative
from briefs.model.marked_file import Comment, Thread
from briefs.model.proposal import Proposal, Variant
from briefs.review.review_folders import review_folder

NAME = "decisions.yaml"
_HEAD = """\
# What became of the wording that reviewers proposed for {edition}.
# `briefs review` adds decisions at the end; correct what is wrong, and keep the file in git.
"""
ITEM = re.compile(r"  - ")
"""How a decision begins."""
PLAIN = re.compile(r"[a-z]{3,}")
"""Texts without quotation marks: the words of the program, such as `reword`."""


@dataclass(frozen=True, slots=True)
class KeptDecisions:
    """The decisions on one edition, and the file that they stand in, with what it holds (None: there is none yet)."""

    path: Path
    record: DecisionRecord
    content: bytes | None = None


def read_decisions(root: Path, edition: str, report: str) -> KeptDecisions:
    """The decisions on the edition with this identifier, in the project at `root`; none if nothing was decided.

    Raises DocumentError if the file has mistakes, with their lines, and BriefsError if it cannot be opened or is of
    another edition.
    """
    folder = review_folder(root, edition)
    kept = decisions_in(folder, root)
    if kept is None:
        return KeptDecisions(folder / NAME, DecisionRecord(decisions=1, edition=edition, report=report))
    if (kept.record.edition, kept.record.report) != (edition, report):
        is_on = f"{kept.record.edition} of {kept.record.report}"
        raise BriefsError(
            f"{relative(kept.path, root)} holds the decisions on {is_on}", "move it into a folder of its own"
        )
    return kept


def decisions_in(folder: Path, root: Path) -> KeptDecisions | None:
    """The decisions in a folder of reviews in the project at `root`; None if nothing was decided.

    Raises DocumentError if the file has mistakes, with their lines, and BriefsError if it cannot be opened.
    """
    path = folder / NAME
    shown = relative(path, root)
    if not path.exists() and not path.is_symlink():
        return None
    try:
        content = read_written(path, shown)
    except OSError as error:
        raise BriefsError(f"cannot read {shown}: {error.strerror}") from error
    return KeptDecisions(path, record_in(plain_line_ends(decode(content, shown)), shown), content)


def record_in(text: str, shown: str) -> DecisionRecord:
    """The decisions in the text of a file that diagnostics call `shown`. Raises DocumentError if it has mistakes."""
    value, lines = parse_yaml(text, shown)
    try:
        return DecisionRecord.model_validate(value)
    except ValidationError as error:
        raise DocumentError(diagnostics_of(error, lines, shown, DecisionRecord)) from None


def with_decisions(kept: KeptDecisions, new: Iterable[DecidedProposal]) -> KeptDecisions:
    """`kept` with `new` decisions: each takes the place of the one on the same proposal, or stands at the end.

    Everything else in the file stays as it is, as long as its list is written as the program writes it.
    """
    fresh = {one.id: one for one in new}
    stays = [fresh.pop(one.id, one) for one in kept.record.proposals]
    record = kept.record.model_copy(update={"proposals": (*stays, *fresh.values())})
    if record == kept.record:
        return kept
    text = plain_line_ends(kept.content.decode("utf-8-sig")) if kept.content is not None else ""
    now = _text(text, kept.record, record)
    is_windows = kept.content is not None and b"\r\n" in kept.content
    return replace(kept, record=record, content=(now.replace("\n", "\r\n") if is_windows else now).encode())


def keep_decisions(kept: KeptDecisions, before: bytes | None) -> None:
    """Write `kept`, unless its file no longer holds what it held `before`. Raises BriefsError."""
    if kept.content is None or kept.content == before:
        return
    try:
        there = read_file(kept.path) if kept.path.exists() else None
        if kept.path.is_symlink():
            raise BriefsError(f"{kept.path} is a link to another file", "put the file itself there")
        if there != before:
            raise BriefsError(f"{kept.path} was changed meanwhile; nothing was written", "run briefs review again")
        make_folder(kept.path.parent)
    except OSError as error:
        raise BriefsError(f"cannot write {kept.path}: {error.strerror}") from error
    write_whole(kept.path, kept.content)


def decision_on(
    proposal: Proposal,
    decision: Outcome,
    variant: Variant | None = None,
    wording: str | None = None,
    reason: str = "",
    date: str = "",
    is_noted: bool = False,
) -> DecidedProposal:
    """What is kept of a decision: `variant` is the one accepted, `wording` what was written if it was edited.

    Of answers, no words are kept: who signs for an office writes a name there.
    """
    accepted = wording if wording is not None else variant.text if variant is not None else None
    findings = () if decision == "accepted" else _errors(proposal)
    return DecidedProposal.model_validate(
        {
            "id": proposal.id,
            "decision": decision,
            "kind": proposal.kind,
            "about": proposal.label,
            "key": proposal.key,
            "form": proposal.form,
            "moved_after": proposal.moved_after,
            "path": proposal.place.path if proposal.place else "",
            "before": proposal.before,
            "proposed": proposed_wordings(proposal),
            "comments": tuple(_remark(file, thread) for file, thread in proposal.threads),
            "wording": accepted if decision == "accepted" else None,
            "edited": accepted is not None and accepted not in [one.text for one in proposal.variants],
            "noted": is_noted,
            "reason": reason,
            "findings": findings,
            "passages": tuple(PassageKept(label=one.label, text=one.text) for one in proposal.sources if findings),
            "date": date or None,
        }
    )


def proposed_wordings(proposal: Proposal) -> tuple[ProposedWording, ...]:
    """What is kept of the wordings that reviewers propose, with their files; none of answers."""
    return tuple(_proposed(one) for one in proposal.variants if proposal.kind != "answer")


def has_new_comments(proposal: Proposal, earlier: DecidedProposal) -> bool:
    """Whether a proposal has comments, or replies, that it did not have when it was decided on."""
    known = {_words(one) for one in earlier.comments}
    return any(_words(_remark(file, thread)) not in known for file, thread in proposal.threads)


def with_comments_of(decided: DecidedProposal, earlier: DecidedProposal | None) -> DecidedProposal:
    """`decided` with all comments of an earlier decision on the same: they may be in files that are not read now."""
    if earlier is None:
        return decided
    now = {_words(one) for one in decided.comments}
    kept = tuple(one for one in earlier.comments if _words(one) not in now)
    return decided.model_copy(update={"comments": (*kept, *decided.comments)}) if kept else decided


def _words(one: RemarkKept) -> tuple[tuple[str, str], ...]:
    """What people said in a thread, whatever file it is in."""
    return ((one.text, one.by), *((reply.text, reply.by) for reply in one.replies))


def _errors(proposal: Proposal) -> tuple[str, ...]:
    """What the checks have against the wordings that reviewers propose: why they cannot be accepted."""
    found = (one for variant in proposal.variants for one in variant.findings if one.severity == "error")
    return tuple(dict.fromkeys(one.message for one in found))


def _proposed(variant: Variant) -> ProposedWording:
    authors = dict.fromkeys(mark.author for one in variant.reviewed for mark in one.marks if mark.author)
    return ProposedWording(
        text=variant.text,
        by=tuple(authors),
        files=tuple(dict.fromkeys(one.file for one in variant.reviewed)),
        leaves_out=variant.leaves_out,
    )


def _remark(file: str, thread: Thread) -> RemarkKept:
    first, *others = thread.comments or (Comment("", "", ""),)
    replies = tuple(ReplyKept(text=one.text, by=one.author) for one in others)
    return RemarkKept(text=first.text, by=first.author, file=file, resolved=thread.is_resolved, replies=replies)


def _text(text: str, old: DecisionRecord, record: DecisionRecord) -> str:
    """The content of the file with `record`: as it was in `text`, as far as that can be."""
    if text:
        kept = _with_items(text if text.endswith("\n") else f"{text}\n", old.proposals, record.proposals)
        try:
            if record_in(kept, NAME) == record:
                return kept
        except DocumentError:
            pass  # somebody has written the list in another way, or something behind it
    head = _HEAD.format(edition=record.edition)
    edition, report = (scalar(one, PLAIN) for one in (record.edition, record.report))
    fields = f"decisions: 1\nedition: {edition}\nreport: {report}\nproposals:\n"
    return head + fields + "".join(map(_item, record.proposals))


def _with_items(text: str, old: Sequence[DecidedProposal], new: Sequence[DecidedProposal]) -> str:
    """A file with `new` decisions instead of `old` ones, of which only those that differ are written again."""
    lines = text.splitlines(keepends=True)
    starts = [number for number, line in enumerate(lines) if ITEM.match(line)]
    if len(starts) != len(old):
        return ""
    for number in reversed(range(len(old))):
        if new[number] != old[number]:
            start, end = starts[number], (*starts, len(lines))[number + 1]
            while end > start + 1 and re.match(r"\s*(?:#|$)", lines[end - 1]):
                end -= 1  # remarks above the next one stay
            lines[start:end] = [_item(new[number])]
    return "".join(lines) + "".join(map(_item, new[len(old) :]))


def _item(one: DecidedProposal) -> str:
    return record_item(one.model_dump(mode="json", exclude_defaults=True), PLAIN)
