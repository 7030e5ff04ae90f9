"""`briefs draw --again`: new anchors for what still stands in another edition of the report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefs.cli.printing import print_json, say
from briefs.cli.report_diff import change_lines, changes_json
from briefs.cli.styles import styled
from briefs.cli.usage import Options, with_choice
from briefs.pipeline.drawing_again import DrawnAgain, NewAnchor, draw_again
from briefs.pipeline.order import Project


def run_drawing_again(options: Options) -> int:
    """Write new anchors, or show them. Returns the exit code: 1 if something is left for a person."""
    done = draw_again(Project(options.project, options.report), options.dry_run)
    if options.json:
        print_json(_json(done, options))
    else:
        say(*map(options.named, _lines(done, options)))
    return 1 if done.left or done.by_hand else 0


def _lines(done: DrawnAgain, options: Options) -> Iterator[str]:
    for one in done.new:
        yield from _anchor_lines(one)
    yield done.drift.summary
    if options.dry_run:
        yield "nothing was written"
    else:
        yield from map(str, done.files)
    if done.by_hand:
        yield "write these anchors by hand, since they need more lines than there are:"
        for one in done.by_hand:
            yield from _anchor_lines(one)
    if done.left:
        yield from change_lines(done.left)
        yield "read these passages and what rests on them, mend anchors and wording, then name the blocks that hold:"
        named = " ".join(dict.fromkeys(one.drawn.id for one in done.left))
        yield f"{with_choice(options, 'briefs draw')} --accept-report {named}"


def _anchor_lines(one: NewAnchor) -> Iterator[str]:
    yield f"{one.place}: {one.block}"
    yield styled(f"  - {one.before}", "quiet")
    yield f"  + {one.after}"


def _json(done: DrawnAgain, options: Options) -> dict[str, Any]:
    return {
        "written": not options.dry_run,
        "anchors": [_anchor_json(one) for one in done.new],
        "by_hand": [_anchor_json(one) for one in done.by_hand],
        "left": changes_json(done.left),
        "files": [str(path) for path in done.files],
    }


def _anchor_json(one: NewAnchor) -> dict[str, Any]:
    return {
        "block": one.block,
        "path": one.place.path,
        "line": one.place.line,
        "before": one.before,
        "after": one.after,
    }
