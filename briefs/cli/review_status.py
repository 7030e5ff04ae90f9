"""`briefs review --status`: how far the clearance of each edition is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict

from briefs import pipeline
from briefs.cli.answer_lines import DECISIONS, not_understood
from briefs.cli.printing import print_diagnostics, say
from briefs.cli.styles import styled
from briefs.cli.usage import Options
from briefs.pipeline.review_status import OfficeStatus, RoundStatus, review_status

_SAID: Mapping[str, str] = {**DECISIONS, "": "no answer", "contradictory": "different answers in different files"}
_OUTCOMES = ("open", "later", "accepted", "rejected")
_NAMED = 3
"""How many changed places are named."""


def show_status(options: Options) -> int:
    """Print the state of all rounds; as lines of JSON, one for each edition, if that is asked for.

    Returns the exit code: 1 if files that say so cannot be read. Raises UnknownName and BriefsError.
    """
    order = pipeline.Order(
        pipeline.Project(options.project, options.report),
        output=options.build or options.project / "build",
    )
    status = review_status(order)
    if options.json:
        say(*(json.dumps(_json(one), ensure_ascii=False) for one in status.value))
    elif status.value:
        for index, one in enumerate(status.value):
            say(*([""] if index else []), *_lines(one))
    else:
        say("no edited copy of any edition has been read: see briefs help review")
    print_diagnostics(status.problems, named=options.named)
    return 1 if status.has_errors else 0


def _lines(one: RoundStatus) -> Iterator[str]:
    yield styled(f"{one.identifier}, {one.key.described}, of {one.date}", "head")
    width = max((len(office.office) for office in one.offices), default=0)
    yield from (f"  {office.office:{width}}  {_said(office)}" for office in one.offices)
    counts = [f"{one.proposals[outcome]} {outcome}" for outcome in _OUTCOMES if outcome in one.proposals]
    number = sum(one.proposals.values())
    yield f"  {number} proposal{'' if number == 1 else 's'}{': ' if counts else ''}{', '.join(counts)}"
    if one.is_done and one.offices:
        yield "  all offices have cleared the brief as it is now"


def _said(one: OfficeStatus) -> str:
    """What an office said, in which file, and what has changed since."""
    said = not_understood(one.written) if one.state == "unclear" else _SAID[one.state or ""]
    said += f", {one.date}" if one.date and one.state not in ("unclear", "contradictory") else ""
    said += f" ({', '.join(one.files)})" if one.files else ""
    if not one.is_known:
        said += "; the house has no such office: if it is one of those above, correct `office` in answers.yaml"
    elif one.changed:
        more = len(one.changed) - _NAMED
        said += f"; since then changed: {'; '.join(one.changed[:_NAMED])}" + (f"; {more} more" if more > 0 else "")
    elif one.changed is None and one.state in ("cleared", "with comments"):
        said += "; not known what has changed since: the edition is not kept, or the brief has mistakes"
    return said


def _json(one: RoundStatus) -> dict[str, object]:
    return {
        "edition": one.identifier,
        "report": one.report,
        "audience": one.key.audience,
        "product": one.key.product,
        "date": one.date,
        "offices": [asdict(office) for office in one.offices],
        "files": list(one.files),
        "proposals": dict(one.proposals),
        "done": one.is_done,
    }
