"""`briefs review --answer`: the answer to those who commented, as a Word file."""

from __future__ import annotations

from pathlib import Path

from briefs.cli.printing import print_json, say
from briefs.cli.usage import Options
from briefs.model.proposal import ProposalKind
from briefs.model.review import Review
from briefs.pipeline.answering import write_answer_file
from briefs.pipeline.order import Project
from briefs.review.decisions import decision_on
from briefs.text.counts import counted

_NOT_ANSWERED: frozenset[ProposalKind] = frozenset(("format", "tag", "answer"))
"""What nobody waits for an answer to, unless somebody has decided on it."""


def write_answer(options: Options, review: Review | None = None) -> int:
    """Write the answer to `options.answer`, or beside the decisions; returns the exit code.

    `review` is what returned files propose, if they were named: what of it is undecided is in the answer too. Raises
    DocumentError, UnknownName and BriefsError.
    """
    proposals = review.proposals if review is not None else ()
    path: Path | None = options.answer
    done = write_answer_file(
        Project(options.project, options.report),
        review.edition.identifier if review is not None else options.against or "",
        [decision_on(one, "later") for one in proposals if one.kind not in _NOT_ANSWERED],
        path=path if path is not None and path != Path() else None,
        build=options.build or options.project / "build",
        names_authors=getattr(options, "authors", False),
    )
    if options.json:
        print_json({"written": str(done.path), "proposals": done.proposals, "open": done.still_open})
        return 0
    still_open = f", {done.still_open} of them still open" if done.still_open else ""
    say(f"{options.named(str(done.path))}: the answer to {counted(done.proposals, 'proposal')}{still_open}")
    return 0
