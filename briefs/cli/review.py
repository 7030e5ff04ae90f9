"""`briefs review`: taking back what reviewers changed and commented on, and deciding on it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from briefs.cli.answer_lines import answer_lines
from briefs.cli.printing import Progress, diagnostic_json, print_json, say, tell
from briefs.cli.proposal_text import finding_lines, proposal_lines
from briefs.cli.review_json import review_json
from briefs.cli.review_session import go_through
from briefs.cli.styles import is_coloured, shown, styled
from briefs.cli.usage import Options, usage_error
from briefs.model.diagnostics import BriefsError, Diagnostic, DocumentError
from briefs.model.proposal import Proposal, Write
from briefs.model.review import Review
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.deciding import Accepted, Choice, Deciding, deciding
from briefs.pipeline.order import Project
from briefs.pipeline.taking_in import take_in
from briefs.review.decisions import decision_on
from briefs.text.counts import counted

_NOT_ANSWERED = frozenset(("format", "tag", "answer"))
"""Proposals to which nobody awaits an answer, unless somebody has decided on them."""


def run_review(options: Options) -> int:
    """Decide on what files propose, or list it, as `options` say. Returns the exit code."""
    _check_usage(options)
    if not options.files:
        return _show_status(options) if options.status else _answer(options)
    review = _reviewed(options)
    date = options.date.isoformat() if options.date else ""
    root, edition = options.project, review.edition
    linked = bool(review.together)
    with deciding(
        root, edition.identifier, edition.report, lambda writes: _findings(options, review, writes), date, linked
    ) as now:
        if _is_kept(options):
            _take_in(options, review)
            now.add_files(review.proposals)
        if _decides(options):
            return _decide(options, review, now)
        if options.answer is not None:
            return _answer(options, review, now)
        if options.status:
            return _show_status(options)
        if options.json:
            print_json(review_json(review, now.record.decided()))
        elif _is_asked(options):
            _ask(options, review, now)
        else:
            _list(options, review, now)
    return 0


def _check_usage(options: Options) -> None:
    decides = _decides(options)
    if not options.files and not options.status and options.answer is None:
        usage_error(options, "name the Word files that came back")
    if options.reason and not decides:
        usage_error(options, "--reason belongs to --accept, --reject or --note")
    ways = [decides, options.list or options.all, options.answer is not None, options.status]
    if options.names and options.answer is None:
        usage_error(options, "--names belongs to --answer")
    if sum(ways) > 1:
        usage_error(options, "--list, --accept with --reject and --note, --answer and --status exclude each other")


def _decides(options: Options) -> bool:
    """Whether it is said what becomes of proposals."""
    return bool(options.accept or options.reject or options.note)


def _is_asked(options: Options) -> bool:
    """Whether somebody sits there to be asked."""
    return not (options.list or options.all) and all(
        stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)
    )


def _reviewed(options: Options) -> Review:
    """What the files propose. Raises BriefsError, DocumentError and UnknownName."""
    from briefs.pipeline.reviewing import review

    progress = Progress(verbose=False, quiet=options.json)
    try:
        return review(
            Project(options.project, options.report),
            options.files,
            _build(options),
            options.against or "",
            progress,
        )
    finally:
        progress.clear()


def _findings(options: Options, review: Review, writes: Sequence[Write]) -> Sequence[Diagnostic]:
    """What the checks of a build say of changes that somebody has made to a proposal."""
    from briefs.pipeline.proposal_checks import ProposedChange, check_changes

    progress = Progress(verbose=False, quiet=options.json)
    try:
        project = Project(options.project, review.edition.report or options.report)
        return check_changes(project, _build(options), [ProposedChange(0, tuple(writes))], progress).by_change[0]
    finally:
        progress.clear()


def _show_status(options: Options) -> int:
    from briefs.cli.review_status import show_status

    return show_status(options)


def _answer(options: Options, review: Review | None = None, now: Deciding | None = None) -> int:
    """Write the answer to the offices, with all proposals of `review`, if there is one."""
    from briefs.pipeline.answering import write_answer_file

    edition = review.edition.identifier if review is not None else options.against or ""
    proposals = [one for one in review.proposals if one.kind not in _NOT_ANSWERED] if review is not None else []
    done = write_answer_file(
        Project(options.project, review.edition.report if review is not None else options.report),
        edition,
        [(now.earlier(one) if now is not None else None) or decision_on(one, "later") for one in proposals],
        path=options.answer if options.answer != Path() else None,
        build=_build(options),
        names_authors=options.names,
    )
    still_open = f", {done.still_open} of them still open" if done.still_open else ""
    if options.json:
        print_json({"file": str(done.path), "proposals": done.proposals, "open": done.still_open})
    else:
        say(f"{done.path}: what became of {counted(done.proposals, 'proposal')}{still_open}")
    return 0


def _is_kept(options: Options) -> bool:
    """Whether it is kept that the files came back: not by a look at them."""
    return bool(_decides(options) or options.status or options.answer is not None) or _is_asked(options)


def _take_in(options: Options, review: Review) -> None:
    """Keep what the files answer, and say so if the edition cannot be kept with it."""
    if not take_in(options.project, review, _build(options)):
        lacks = f"{review.edition.identifier} is not kept in {_build(options)}"
        why = f"{lacks}, so nobody can say later what has changed since offices cleared it"
        tell(f"{styled('warning:', 'warning')} {why}")


def _build(options: Options) -> Path:
    """Where briefs were built."""
    build: Path = options.build or options.project / "build"
    return build


def _ask(options: Options, review: Review, now: Deciding) -> None:
    """Go through the proposals that are open."""
    still_open = [one for one in review.proposals if now.is_open(one)]
    say(*_head(review, now, still_open))

    def ask(prompt: str) -> str:
        return input(shown(prompt, is_coloured(sys.stdout)))

    done = go_through(still_open, now, ask, options.named)
    say("", *_foot(options, review))
    left = len(still_open) - sum(done[outcome] for outcome in ("accepted", "noted", "rejected"))
    if still_open:
        noted = f"{done['noted']} noted, " if done["noted"] else ""
        say(f"{done['accepted']} accepted, {noted}{done['rejected']} rejected, {left} still open")


def _list(options: Options, review: Review, now: Deciding) -> None:
    listed = [one for one in review.proposals if options.all or now.is_open(one)]
    say(*_head(review, now, listed, options.all))
    for proposal in listed:
        say("", *proposal_lines(proposal, options.named, now.earlier(proposal)))
    if foot := list(_foot(options, review)):
        say("", *foot)


def _head(review: Review, now: Deciding, listed: Sequence[Proposal], is_all: bool = False) -> Iterator[str]:
    """What was read, and how much there is to decide; `is_all` says that also what was decided is listed."""
    files = ", ".join(file.name for file in review.files)
    yield f"{styled(review.edition.identifier, 'head')}: {counted(len(listed), 'proposal')} in {files}"
    yield from (f"  {styled(note, 'warning')}" for note in review.notes)
    decided = Counter(earlier.decision for one in review.proposals if (earlier := now.earlier(one)))
    told = [f"{decided[outcome]} {outcome}" for outcome in ("accepted", "rejected") if decided[outcome]]
    if told:
        yield f"  {' and '.join(told)} before{'' if is_all else '; --all lists these too'}"


def _foot(options: Options, review: Review) -> Iterator[str]:
    """What concerns the review as a whole."""
    yield from answer_lines(review.answers)
    if review.together:
        yield "Only if several of these are accepted:"
        yield from finding_lines(review.together, options.named)
    for file, revision in review.not_understood:
        who = f" by {revision.mark.author}" if revision.mark.author else ""
        words = f" “{revision.text}”" if revision.text else ""
        yield f"{styled('warning:', 'warning')} {file}: a change{who} was not understood ({revision.element}){words}"


def _decide(options: Options, review: Review, now: Deciding) -> int:
    """Accept, reject and note what is named. What is accepted is accepted as a whole, or nothing is decided."""
    with _nothing_written(options):
        choices = [_choice(options, review, name) for name in options.accept or ()]
    rejected = [_whole(options, review, name, "rejected", "--reject") for name in options.reject or ()]
    noted = [_whole(options, review, name, "noted", "--note") for name in options.note or ()]
    decided = Counter([*(one.id for one in (*rejected, *noted)), *{choice.proposal.id for choice in choices}])
    if twice := [name for name, count in decided.items() if count > 1]:
        usage_error(options, f"{twice[0]} is named for two decisions")
    again = [one for one in choices if (was := now.earlier(one.proposal)) and was.decision == "accepted"]
    new = [one for one in choices if one not in again]
    with _nothing_written(options):
        now.check_together(rejected, noted)
        accepted = now.accept(new, options.reason) if new else Accepted(())
    now.reject(rejected, options.reason)
    now.note(noted, options.reason)
    if options.json:
        print_json(_decided_json(new, rejected, noted, accepted))
        return 0
    for choice in again:
        say(f"{choice.proposal.id}  {choice.proposal.label}: was accepted before")
    for choice in new:
        written = [options.named(f"{write.path}:{write.line}") for write in choice.writes]
        say(f"{choice.proposal.id}  {choice.proposal.label}: accepted" + _at(written or ["nothing was written"]))
    for one in rejected:
        say(f"{one.id}  {one.label}: rejected")
    for one in noted:
        say(f"{one.id}  {one.label}: noted; nothing was written")
    tell(*finding_lines(accepted.warnings, options.named, ""))
    return 0


@contextmanager
def _nothing_written(options: Options) -> Iterator[None]:
    """Let errors say that nothing was written: what is accepted is written as a whole."""
    try:
        yield
    except DocumentError:
        options.writes = True  # said with the number of errors
        raise
    except BriefsError as error:
        nothing = "nothing was written"
        told = error.message if nothing in error.message else f"{error.message}; {nothing}"
        raise BriefsError(told, error.hint) from error


def _at(places: Sequence[str]) -> str:
    return f"   {', '.join(styled(place, 'place') for place in dict.fromkeys(places))}"


def _choice(options: Options, review: Review, name: str) -> Choice:
    """What `--accept` names: a proposal and, after a colon, the number of one of its wordings."""
    wanted, _, number = name.partition(":")
    proposal = _named(review, wanted)
    count = len(proposal.variants)
    if number and not (number.isdecimal() and 1 <= int(number) <= count):
        usage_error(options, f"{wanted} has {counted(count, 'wording')}, so {name} names none")
    if not number and proposal.is_conflict:
        raise BriefsError(
            f"{wanted} is a conflict of {count} wordings", f"name the one to accept, as in --accept {wanted}:1"
        )
    return Choice(proposal, proposal.variants[int(number or 1) - 1] if count else None)


def _whole(options: Options, review: Review, name: str, decided: str, option: str) -> Proposal:
    """What `--reject` or `--note` names: a proposal, not one of its wordings."""
    wanted, colon, _ = name.partition(":")
    proposal = _named(review, wanted)
    if colon:
        usage_error(options, f"{name} names a wording, but a proposal is {decided} as a whole: {option} {wanted}")
    return proposal


def _named(review: Review, name: str) -> Proposal:
    """The proposal with an id, or with the only id that begins so. Raises UnknownName."""
    found = [one for one in review.proposals if one.id.startswith(name.lower())] if name else []
    if len(found) != 1:
        raise UnknownName("proposal", [name], [one.id for one in review.proposals])
    return found[0]


def _decided_json(
    accepted: Sequence[Choice], rejected: Sequence[Proposal], noted: Sequence[Proposal], done: Accepted
) -> dict[str, Any]:
    return {
        "accepted": [choice.proposal.id for choice in accepted],
        "rejected": [one.id for one in rejected],
        "noted": [one.id for one in noted],
        "written": list(done.paths),
        "diagnostics": [*map(diagnostic_json, done.warnings)],
    }
