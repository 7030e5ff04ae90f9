"""A decision from the page: the same functions as in the terminal, the same files, the same guards.

A page may have been open for hours, so everything is looked at anew while nobody else decides on the same edition:
whether the proposal is still there, whether it is still open, and whether it can be decided in this way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefs.model.diagnostics import BriefsError, Diagnostic, DocumentError, Place
from briefs.model.proposal import Proposal, Write
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.deciding import Choice, Deciding, deciding
from briefs.pipeline.order import Project
from briefs.pipeline.proposal_checks import ProposedChange, check_changes
from briefs.pipeline.taking_in import take_in
from briefs.preview.reviewing.kept_reviews import KeptReview
from briefs.preview.reviewing.proposal_views import NOT_IN_THESE_WORDS, Showing, choices_of, edited_write
from briefs.preview.shown.editing_views import Decided
from briefs.preview.shown.state_views import Link

NOTHING_WRITTEN = "Nothing was written. Look at what stands there now, and decide again."


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to become of the proposal with this id: one of its choices; `wording` is what "edit" writes, or the
    reason that goes with "reject" and "note"."""

    proposal: str
    choice: str
    wording: str = ""


def decide(root: Path, build: Path, kept: KeptReview, wanted: Wanted, linked: Callable[[Place], Link]) -> Decided:
    """Decide on a proposal of a review, in the project at `root`; editions are kept in `build`, and `linked` makes
    links to files. Whatever keeps it from being decided is told."""
    review, edition = kept.review, kept.review.edition
    one = next((one for one in review.proposals if one.id == wanted.proposal), None)
    if one is None:
        return Decided("conflict", f"This is not proposed any more as it was shown. {NOTHING_WRITTEN}")
    showing = Showing(edition, None, linked)

    def recheck(writes: Sequence[Write]) -> Sequence[Diagnostic]:
        change = ProposedChange(0, tuple(writes))
        return check_changes(Project(root, edition.report), build, [change]).by_change[0]

    try:
        with deciding(
            root, edition.identifier, edition.report, recheck, linked=bool(review.together), since=kept.since
        ) as now:
            if not now.is_open(one):
                return Decided("conflict", _decided_before(now, one))
            if wanted.choice not in choices_of(one):
                return Decided("refused", f"This cannot be decided in this way. {one.obstacle or NOT_IN_THESE_WORDS}")
            chosen = _chosen(one, wanted)
            if chosen is None:
                return Decided("refused", "The wording is empty. Write what is to stand there, or reject the proposal.")
            take_in(root, review, build)
            now.add_files(review.proposals)
            return _decided(now, chosen, wanted, kept, root, showing)
    except DocumentError as error:
        return Decided("refused", NOT_IN_THESE_WORDS, tuple(map(showing.problem, error.diagnostics)))
    except (BriefsError, UnknownName) as error:
        return Decided("conflict", f"{sentence(error)} {NOTHING_WRITTEN}")


def _chosen(one: Proposal, wanted: Wanted) -> Choice | None:
    """The wording that is meant, as somebody has edited it; None if nothing is left of it."""
    what, _, number = wanted.choice.partition(":")
    if what not in ("accept", "edit"):
        return Choice(one, None)
    variant = one.variants[int(number or 1) - 1]
    if what == "accept":
        return Choice(one, variant)
    write, words = edited_write(variant), wanted.wording.strip()
    assert write is not None, "nothing else is offered"
    words = words if "\n" in write.after else " ".join(words.split("\n"))
    return Choice(one, variant, (words,)) if words else None


def _decided(now: Deciding, chosen: Choice, wanted: Wanted, kept: KeptReview, root: Path, showing: Showing) -> Decided:
    """Do it. Raises BriefsError and DocumentError."""
    one, reason = chosen.proposal, wanted.wording.strip()
    match wanted.choice:
        case "reject":
            now.reject([one], reason)
            return Decided("rejected")
        case "note":
            now.note([one], reason)
            return Decided("noted", "Nothing was written, since it is done by hand, or needs nothing.")
        case "later":
            now.put_off(one)
            return Decided("later")
        case _:
            accepted = now.accept([chosen])
    kept.wrote(root, accepted.paths)
    written = ", ".join(accepted.paths)
    warnings = tuple(map(showing.problem, accepted.warnings))
    return Decided("accepted", f"It is written into {written}." if written else "It stood there already.", warnings)


def _decided_before(now: Deciding, one: Proposal) -> str:
    earlier = now.earlier(one)
    if earlier is None:
        return f"An answer is no proposal. {NOTHING_WRITTEN}"
    how = "noted" if earlier.noted else earlier.decision
    why = f", for this reason: {earlier.reason}" if earlier.reason else ""
    return f"This was {how} meanwhile, elsewhere{why}. {NOTHING_WRITTEN}"


def sentence(error: Exception) -> str:
    """What an error says, as a sentence."""
    said = str(error)
    return f"{said[:1].upper()}{said[1:]}."
