"""A proposal as the page shows it: what it would change, who wants that, what the report says, what can be done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefs.model.decision_record import DecidedProposal
from briefs.model.diagnostics import Diagnostic, Place, has_errors
from briefs.model.marked_file import Thread
from briefs.model.proposal import Proposal, ProposalKind, Reviewed, Source, Variant, Write
from briefs.model.report import Report
from briefs.model.report_places import page_label, place_in_report
from briefs.model.review import Review, ReviewedEdition
from briefs.pipeline.deciding import is_written_if_accepted
from briefs.preview.shown.brief_views import PassageView
from briefs.preview.shown.editing_views import ProposalView, WordingView
from briefs.preview.shown.state_views import Link, Problem
from briefs.preview.workshop.held import brief_id
from briefs.review.decisions import has_new_comments

SORTS: Mapping[ProposalKind, str] = {
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
"""What people call the kinds of proposals."""
NOT_IN_THESE_WORDS = "It cannot be accepted in these words: edit them, or reject it."
_SEVERAL_PLACES = "Its words stand in several places. To edit them, use briefs review in the terminal."


@dataclass(frozen=True, slots=True)
class Showing:
    """How the proposals of a review are shown: of which edition, with which report (None: it cannot be read now), and
    by which links to files."""

    edition: ReviewedEdition
    report: Report | None
    linked: Callable[[Place], Link]

    def proposal(self, one: Proposal, earlier: DecidedProposal | None = None) -> ProposalView:
        """An open proposal; `earlier` is what was decided on it before."""
        wordings = tuple(self._wording(one, number) for number in range(len(one.variants)))
        first = wordings[0] if wordings else WordingView("", "", "", "", ())
        said = [comment for _, thread in one.threads for comment in thread.comments]
        by = [wording.author for wording in wordings] or [comment.author for comment in said]
        dates = [wording.date for wording in wordings] or [comment.date[:10] for comment in said]
        return ProposalView(
            review=self.edition.identifier,
            proposal=one.id,
            brief=brief_id(self.edition.report, self.edition.key),
            author="; ".join(dict.fromkeys(filter(None, by))),
            date=max(dates, default=""),
            place=one.label,
            sort=SORTS[one.kind],
            before=one.before,
            after=first.text,
            comment="\n".join(_thread(file, thread, one.before) for file, thread in one.threads),
            state=_state(one, earlier),
            problems=tuple(dict.fromkeys(problem for wording in wordings for problem in wording.problems)),
            passages=tuple(map(self._passage, one.sources)),
            choices=choices_of(one),
            explained=" ".join(_explained(one, earlier)),
            wordings=wordings,
            link=self.linked(one.place) if one.place else None,
            block=one.block,
        )

    def told(self, sort: str, place: str, explained: str, problems: Sequence[Diagnostic] = ()) -> ProposalView:
        """What only tells something of the review."""
        brief = brief_id(self.edition.report, self.edition.key)
        found = tuple(map(self.problem, problems))
        return ProposalView(
            self.edition.identifier, "", brief, "", "", place, sort, "", "", "", "told", found, (), (), explained
        )

    def rest(self, review: Review) -> Iterator[ProposalView]:
        """What is in the files and in no proposal: nothing that came back is dropped."""
        for note in review.notes:
            yield self.told("note", "The files as a whole", note)
        for file, revision in review.not_understood:
            who = f" by {revision.mark.author}" if revision.mark.author else ""
            words = f": “{revision.text}”" if revision.text else "."
            yield self.told("not understood", file, f"A change{who} was not understood{words}")

    def problem(self, one: Diagnostic) -> Problem:
        """A finding of the checks."""
        return Problem(one.severity, one.code, one.message, one.hint, self.linked(one.place), one.block)

    def _wording(self, one: Proposal, at: int) -> WordingView:
        variant = one.variants[at]
        return WordingView(
            text=variant.text,
            written=write.after if (write := edited_write(variant)) else "",
            author="; ".join(dict.fromkeys(map(_by, variant.reviewed))),
            date=max((mark.date[:10] for each in variant.reviewed for mark in each.marks), default=""),
            problems=tuple(map(self.problem, variant.findings)),
            choices=tuple(_choices_of_wording(one, at)),
        )

    def _passage(self, one: Source) -> PassageView:
        """A passage; without the report, its file is not known."""
        link, page = Link(""), ""
        if self.report is not None:
            lines = next((leaf.lines for leaf in self.report.leaves() if leaf.address == one.address), ())
            link, page = self.linked(place_in_report(self.report, lines, one.address)), page_label(self.report, lines)
        return PassageView(self.edition.report, one.address, one.start, one.end, one.label, one.text, link, page)


def choices_of(one: Proposal) -> tuple[str, ...]:
    """What can be decided on a proposal, as the command line offers it; see `ProposalView`."""
    if not is_written_if_accepted(one):
        return "note", "reject", "later"
    accepted = (choice for at in range(len(one.variants)) for choice in _choices_of_wording(one, at))
    return *accepted, "reject", "later"


def edited_write(variant: Variant) -> Write | None:
    """What is written instead if somebody edits a wording; None if that is not one wording in one place."""
    return variant.writes[0] if len(variant.writes) == 1 and variant.writes[0].after else None


def _choices_of_wording(one: Proposal, at: int) -> Iterator[str]:
    variant = one.variants[at]
    if not is_written_if_accepted(one) or not variant.writes:
        return
    number = f":{at + 1}" if one.is_conflict else ""
    if not has_errors(variant.findings):
        yield f"accept{number}"
    if edited_write(variant) is not None:
        yield f"edit{number}"


def _explained(one: Proposal, earlier: DecidedProposal | None) -> Iterator[str]:
    if one.kind == "move" and not one.obstacle:
        yield f"It goes after {one.moved_behind}." if one.moved_behind else "It goes to the beginning."
    yield from filter(None, (one.obstacle, one.offer))
    if not one.obstacle and any(has_errors(variant.findings) for variant in one.variants if variant.writes):
        yield NOT_IN_THESE_WORDS
    if any(len(variant.writes) > 1 for variant in one.variants):
        yield _SEVERAL_PLACES
    if earlier is not None and earlier.reason:
        yield f"Reason given before: {earlier.reason}"


def _state(one: Proposal, earlier: DecidedProposal | None) -> str:
    if earlier is None:
        return "open"
    if earlier.decision == "later":
        return "put off"
    return f"{earlier.decision}; commented on since" if has_new_comments(one, earlier) else earlier.decision


def _by(one: Reviewed) -> str:
    """Who proposes a wording, with the file that says so."""
    authors = list(dict.fromkeys(mark.author for mark in one.marks if mark.author))
    who = ", ".join(authors) or ("author unknown" if one.is_tracked else "not tracked")
    return f"{who} ({one.file})"


def _thread(file: str, thread: Thread, before: str) -> str:
    """A comment with the replies to it; the words that it is on are quoted unless they are all of `before`."""
    said = " — ".join(f"{one.author or 'Somebody'}: {one.text}" for one in thread.comments)
    is_part = thread.quoted and not (before and thread.quoted.startswith(before))
    on = f"on “{thread.quoted}”, " if is_part else ""
    return f"{said} ({on}{file}{', resolved' if thread.is_resolved else ''})"
