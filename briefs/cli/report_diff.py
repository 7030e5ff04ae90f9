"""`briefs report --diff`: what has become of the passages of blocks in the report, or in another edition of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from briefs.cli.printing import diagnostic_json, print_diagnostics, print_json, say
from briefs.cli.styles import styled
from briefs.cli.tables import table
from briefs.cli.usage import Options, with_choice
from briefs.drift.passage_changes import PassageChange
from briefs.pipeline.order import Project
from briefs.pipeline.report_diff import report_diff
from briefs.text.word_diff import word_diff


def run_report_diff(options: Options) -> int:
    """Print what has become of each passage. Returns the exit code: 1 if somebody must read something."""
    found = report_diff(Project(options.project, options.report), Path(options.diff) if options.diff else None)
    drift, changes = found.drift, found.drift.changes
    draw = with_choice(options, "briefs draw")
    if options.json:
        problems = [diagnostic_json(one) for one in found.problems]
        print_json(
            {
                "path": found.path,
                "accepted": drift.lock is not None,
                "changed": drift.has_changed,
                "passages": changes_json(changes),
                "diagnostics": problems,
            }
        )
        return _code(changes)
    if drift.lock is None:
        say(f"there is no {drift.place}: {draw} --accept-report writes it, and accepts the report as it is")
        return 0
    print_diagnostics(found.problems, named=options.named)
    say(*change_lines([one for one in changes if one.state != "unchanged" or not one.is_anchored]), drift.summary)
    lost = [one for one in changes if not one.is_anchored and not one.must_be_accepted]
    if lost and not options.diff:
        is_one = len(lost) == 1
        which = "is not found by its anchor" if is_one else "are not found by their anchors"
        say(f"{len(lost)} of these {which}: {draw} --again writes new anchors")
    return _code(changes)


def _code(changes: Sequence[PassageChange]) -> int:
    return 1 if any(one.must_be_accepted for one in changes) else 0


def change_lines(changes: Sequence[PassageChange]) -> Iterator[str]:
    """A line for each passage, and below those that were reworded or are gone how they changed."""
    rows = [(one.drawn.id, one.field, one.state, one.was_at, one.address or one.label) for one in changes]
    lines = table(("block", "field", "passage", "was at", "is at"), rows) if rows else []
    yield from lines[:1]
    for one, line in zip(changes, lines[1:], strict=True):
        yield line
        if one.must_be_accepted:
            yield styled(f"  {_changed(one)}", "hint")


def _changed(one: PassageChange) -> str:
    """How a passage changed, word by word."""
    return word_diff(one.before, one.after) if one.after else f"[-{one.before}-]"


def changes_json(changes: Sequence[PassageChange]) -> list[dict[str, Any]]:
    """What has become of passages, for other programs."""
    return [
        {
            "block": one.drawn.id,
            "field": one.field,
            "number": one.number,
            "state": one.state,
            "anchored": one.is_anchored,
            "was_at": one.was_at,
            "address": one.address,
            "source": one.label,
            "lines": list(one.lines),
            "before": one.before,
            "after": one.after,
        }
        for one in changes
    ]
