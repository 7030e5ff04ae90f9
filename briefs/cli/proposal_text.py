"""A proposal as people read it on a terminal: old and new wording, who made it, comments, passages, findings."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator

from briefs.cli.block_description import WIDEST
from briefs.cli.line_wrapping import wrapped
from briefs.cli.styles import Style, styled
from briefs.cli.tables import terminal_width
from briefs.model.decision_record import DecidedProposal
from briefs.model.diagnostics import Diagnostic
from briefs.model.marked_file import Thread
from briefs.model.proposal import Proposal, ProposalKind, Reviewed, Source, Variant
from briefs.review.decisions import has_new_comments
from briefs.review.matches import PARAGRAPH_END
from briefs.review.obstacles import is_too_long
from briefs.review.word_edits import word_edits

KINDS: dict[ProposalKind, str] = {
    "reword": "other words",
    "delete": "leave it out",
    "move": "move it",
    "new": "add it",
    "split": "several paragraphs instead of one",
    "merge": "one paragraph instead of several",
    "tag": "source tags changed",
    "format": "only the look changed",
    "comment": "comment",
    "answer": "an answer",
}
_SHOWN = 40
"""So many words are shown of a text that is too long to be checked."""
_STATES = {"accepted": "accepted before", "rejected": "rejected before", "later": "left for later"}


def proposal_lines(
    proposal: Proposal, named: Callable[[str], str], earlier: DecidedProposal | None = None, count: str = ""
) -> Iterator[str]:
    """The lines of a proposal; `named` gives paths as people at the terminal see them, `count` is what stands first."""
    where = f"   {styled(named(str(proposal.place)), 'place')}" if proposal.place else ""
    conflict = f", {len(proposal.variants)} wordings: a conflict" if proposal.is_conflict else ""
    begin = f"{count} " if count else ""
    yield f"{begin}{styled(proposal.id, 'head')}  {proposal.label}: {KINDS[proposal.kind]}{conflict}{where}"
    if earlier is not None:
        why = f": {earlier.reason}" if earlier.reason else ""
        since = "; commented on since" if has_new_comments(proposal, earlier) and earlier.decision != "later" else ""
        yield from _wrapped(f"{_STATES[earlier.decision]}{why}{since}", "  ")
    yield from _wordings(proposal)
    for file, thread in proposal.threads:
        yield from _wrapped(_thread(file, thread, proposal.before), "  ")
    for source in proposal.sources:
        yield from _wrapped(_source(source), "  ")
    if earlier is not None and earlier.decision == "accepted" and proposal.kind != "new":
        return  # that the project says it already is no obstacle any more
    if proposal.obstacle:
        yield from _wrapped(styled(proposal.obstacle, "error"), "  ")
    if proposal.offer:
        yield from _wrapped(styled(proposal.offer, "hint"), "  ")
    yield from proposal.block.splitlines()  # not wrapped and not indented: it is to be pasted


def marked_words(before: str, after: str) -> str:
    """`after`, with what it has and `before` lacks in {+ +}, and what only `before` has in [- -]; in colours."""
    parts, at = [], 0
    for edit in word_edits(before, after):
        parts.append(before[at : edit.start])
        gone = before[edit.start : edit.end]
        parts += _marked(gone, "[-", "-]", "removed") + _marked(edit.after, "{+", "+}", "added")
        at = edit.end
    return "".join([*parts, before[at:]])


def finding_lines(findings: Iterable[Diagnostic], named: Callable[[str], str], indent: str = "  ") -> Iterator[str]:
    """What the checks of a build say of a wording."""
    for one in findings:
        style: Style = "error" if one.severity == "error" else "warning"
        yield from _wrapped(f"{styled(f'{one.severity}:', style)} {named(one.message)} [{one.code}]", indent)
        if one.hint:
            yield from (line for hint in one.hint.split("\n") for line in _wrapped(hint.strip(), f"{indent}  "))


def authors(reviewed: Iterable[Reviewed]) -> str:
    """Who proposes a wording, with dates and files: `Jane, 20 November 2026, in jane.docx`."""
    return "; ".join(dict.fromkeys(map(_author, reviewed)))


def _wordings(proposal: Proposal) -> Iterator[str]:
    if not proposal.variants:
        if proposal.before:
            yield from _wrapped(f"“{proposal.before}”", "  ")
        return
    for number, variant in enumerate(proposal.variants, 1):
        first, further = (f"  {number}  ", "     ") if proposal.is_conflict else ("  ", "    ")
        yield from _wrapped(_change(proposal, variant), first, further)
        yield from _wrapped(styled(authors(variant.reviewed), "quiet"), further)
        yield from finding_lines(variant.findings, lambda text: text, further)


def _change(proposal: Proposal, variant: Variant) -> str:
    if proposal.kind == "move":
        return f"“{proposal.before}”{_moved(proposal)}"
    if proposal.kind == "new" or not proposal.before:
        return "".join(_marked(variant.text, "{+", "+}", "added"))
    if not variant.text:
        gone = "".join(_marked(proposal.before, "[-", "-]", "removed"))
        return f"{gone} (the whole unit)" if variant.leaves_out and proposal.kind != "delete" else gone
    if proposal.kind in ("split", "merge"):
        return marked_words(_with_ends(proposal.before), _with_ends(variant.text))
    return marked_words(proposal.before, variant.text) if variant.text != proposal.before else f"“{proposal.before}”"


def _with_ends(text: str) -> str:
    """`text` with a sign where a paragraph ends and another follows."""
    return text.replace(PARAGRAPH_END, " ¶ ")


def _moved(proposal: Proposal) -> str:
    return f" goes after {proposal.moved_behind}" if proposal.moved_behind else " goes to the beginning"


def _marked(words: str, opening: str, closing: str, style: Style) -> list[str]:
    return [styled(f"{opening}{_shortened(words)}{closing}", style)] if words else []


def _shortened(words: str) -> str:
    """`words`; of very many only the first ones, and how many there are."""
    if not is_too_long(words):
        return words
    listed = words.split()
    return f"{' '.join(listed[:_SHOWN])} … ({len(listed):,} words)"


def _author(one: Reviewed) -> str:
    said = [f"{mark.author}{_day(mark.date)}" for mark in one.marks if mark.author]
    if not said:
        who = "not tracked" if not one.is_tracked else "author unknown"
        return f"{who}, in {one.file}"
    untracked = "" if one.is_tracked else ", partly not tracked"
    return f"{', '.join(dict.fromkeys(said))}{untracked}, in {one.file}"


def _day(date: str) -> str:
    return f", {date[:10]}" if date else ""


def _thread(file: str, thread: Thread, before: str) -> str:
    """A comment and the replies to it; the words that it is on are quoted unless they are all of `before`."""
    said = [f"{one.author or 'somebody'}{_day(one.date)}: {one.text}" for one in thread.comments]
    is_part = thread.quoted and not (before and thread.quoted.startswith(before))
    on = f" on “{thread.quoted}”" if is_part else ""
    state = ", resolved" if thread.is_resolved else ""
    return f"{styled(f'comment{on} in {file}{state}', 'quiet')}: {' — '.join(said)}"


def _source(source: Source) -> str:
    return f"{styled(source.label, 'quiet')}: “{source.text}”"


def _wrapped(text: str, first: str, further: str | None = None) -> Iterator[str]:
    most = min(WIDEST, terminal_width(sys.stdout) or WIDEST)
    further = f"{first}  " if further is None else further
    for line in text.split("\n"):
        yield from wrapped(line, most, first, further) or [""]
        first = further
