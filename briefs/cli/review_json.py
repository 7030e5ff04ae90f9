"""A review as JSON, for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefs.cli.answer_lines import answers_json
from briefs.cli.printing import diagnostic_json
from briefs.model.decision_record import DecidedProposal
from briefs.model.marked_file import Span, Thread
from briefs.model.proposal import Proposal, Reviewed, Variant
from briefs.model.review import Review


def review_json(review: Review, decided: Mapping[str, DecidedProposal]) -> dict[str, Any]:
    """All that a review found, with what was `decided` on its proposals, by id."""
    edition = review.edition
    return {
        "edition": {
            "identifier": edition.identifier,
            "report": edition.report,
            "audience": edition.key.audience,
            "product": edition.key.product,
            "version": edition.version,
            "status": edition.status,
            "date": edition.date,
            "later": edition.later,
        },
        "files": [
            {"name": one.name, "sha256": one.sha256, "found_by": one.found_by, "revisions": one.revisions}
            for one in review.files
        ],
        "proposals": [_proposal(one, decided.get(one.id)) for one in review.proposals],
        "not_understood": [
            {"file": file, "element": one.element, "author": one.mark.author, "date": one.mark.date, "text": one.text}
            for file, one in review.not_understood
        ],
        "answers": answers_json(review.answers),
        "notes": list(review.notes),
        "diagnostics": [*map(diagnostic_json, review.together)],
    }


def _proposal(one: Proposal, decided: DecidedProposal | None) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind,
        "label": one.label,
        "key": one.key,
        "form": one.form,
        "unit": one.unit,
        "path": one.place.path if one.place else "",
        "line": one.place.line if one.place else 0,
        "before": one.before,
        "variants": [_variant(variant) for variant in one.variants],
        "comments": [_thread(file, thread) for file, thread in one.threads],
        "sources": [
            {"label": source.label, "address": source.address, "text": source.text, "anchor": source.anchor}
            for source in one.sources
        ],
        "obstacle": one.obstacle,
        "offer": one.offer,
        "block": one.block,
        "moved_after": one.moved_after,
        "moved_behind": one.moved_behind,
        "decision": decided.decision if decided else None,
        "reason": decided.reason if decided else "",
    }


def _variant(one: Variant) -> dict[str, Any]:
    return {
        "text": one.text,
        "leaves_out": one.leaves_out,
        "reviewed": [_reviewed(each) for each in one.reviewed],
        "writes": [
            {
                "path": write.path,
                "location": list(write.location),
                "line": write.line,
                "before": write.before,
                "after": write.after,
                "form": write.form,
            }
            for write in one.writes
        ],
        "diagnostics": [*map(diagnostic_json, one.findings)],
    }


def _reviewed(one: Reviewed) -> dict[str, Any]:
    return {
        "file": one.file,
        "tracked": one.is_tracked,
        "marks": [{"author": mark.author, "date": mark.date} for mark in one.marks],
        "spans": [_span(span) for span in one.spans],
    }


def _span(one: Span) -> dict[str, Any]:
    values: dict[str, Any] = {"text": one.text}
    for name, mark in (("inserted", one.inserted), ("deleted", one.deleted)):
        if mark is not None:
            values[name] = {"author": mark.author, "date": mark.date}
    return values


def _thread(file: str, one: Thread) -> dict[str, Any]:
    return {
        "file": file,
        "resolved": one.is_resolved,
        "quoted": one.quoted,
        "comments": [
            {"author": comment.author, "date": comment.date, "text": comment.text} for comment in one.comments
        ],
    }
