"""Small proposals, as a review of returned files makes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from briefs.model.answer_record import EditionSeen, ReturnedFile
from briefs.model.archive import kept_edition
from briefs.model.diagnostics import Diagnostic, Place
from briefs.model.document import Document
from briefs.model.mark import Mark
from briefs.model.marked_file import Comment, Thread
from briefs.model.proposal import Proposal, ProposalKind, Reviewed, Source, Variant, Write, proposal_id
from briefs.review.kept_answers import keep_answers

EDITION = "HB/CAP 0.1 draft"
REPORT = "harbour"
SHORT = "Most keepers agreed that a shared timetable would reduce waiting."
FACTS = "seeds/harbour/blocks/fact.yaml"


def by(author: str, date: str = "2026-11-20T10:00:00Z", file: str = "") -> Reviewed:
    return Reviewed(file or f"{author.lower()}.docx", (Mark(author, date),))


def a_write(after: str, before: str = SHORT) -> Write:
    return Write(FACTS, ("blocks", 0, "short"), 5, before, after, "fact.timetable/short")


def a_variant(text: str, *reviewed: Reviewed, findings: Sequence[Diagnostic] = (), before: str = SHORT) -> Variant:
    return Variant(text, reviewed or (by("Jane"),), (a_write(text, before),), tuple(findings))


def a_proposal(
    *variants: Variant, kind: ProposalKind = "reword", before: str = SHORT, obstacle: str = "", comment: str = ""
) -> Proposal:
    """A proposal on the short form of the first fact of `tests.builders`."""
    threads = (("jane.docx", Thread("0", (Comment("Jane", "2026-11-20T10:05:00Z", comment),))),) if comment else ()
    key, form = "findings:fact.timetable", "fact.timetable/short"
    name = proposal_id(EDITION, kind, key, form, before, [one.text for one in variants])
    return Proposal(
        name,
        kind,
        key,
        "Para 1",
        before,
        variants,
        form,
        unit=key,
        place=Place(FACTS, 5),
        threads=threads,
        sources=(
            Source("I ¶ 1", "1", "Most keepers agreed that a shared timetable would reduce waiting at the quay."),
        ),
        obstacle=obstacle,
    )


def error_at(path: str = FACTS, line: int = 5) -> Diagnostic:
    return Diagnostic(Place(path, line), "strength-upgraded", "“all keepers” is stronger than “most keepers”")


def warning_at(path: str = FACTS, line: int = 5) -> Diagnostic:
    return Diagnostic(Place(path, line), "word-doubtful", "“berths” is not in the passage")


def lines_of(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def keep_answers_to(root: Path, report: str, document: Document, files: Iterable[ReturnedFile]) -> bool:
    """Keep what `files` answer to the edition `document`, and that edition beside them."""
    properties = document.properties
    seen = EditionSeen.model_validate(
        {
            "identifier": properties.identifier,
            "report": report,
            "audience": document.audience,
            "product": document.product,
            "version": properties.version,
            "date": properties.date,
        }
    )
    return keep_answers(root, seen, kept_edition(report, document), files)
