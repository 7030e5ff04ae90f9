"""`briefs check --sign`: showing what changed since somebody read it, and signing it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefs.cli.printing import diagnostic_json, print_diagnostics, print_json, say
from briefs.cli.styles import styled
from briefs.cli.usage import Options, usage_error
from briefs.model.diagnostics import relative
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.checks_without_pages import check
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.order import Order
from briefs.pipeline.signing_off import SigningOff, sign
from briefs.signoff.unsigned_words import Unsigned
from briefs.text.counts import counted


def run_sign(options: Options, order: Order) -> int:
    """Sign what `order` would print in a cleared edition. Returns the exit code: 1 if anything is wrong with it."""
    if options.files:
        usage_error(options, "with --sign, name blocks and files after it")
    checked = check(replace(order, status="cleared"))
    problems = [problem for problem in checked.problems if problem.code != "unsigned-change"]
    if any(problem.severity == "error" for problem in problems) or (options.strict and problems):
        print_diagnostics(problems, json=options.json, writes=True, named=options.named)
        return 1
    parts = [_part(name, options) for name in options.sign]
    try:
        done = sign(order, checked.value.reports, parts, options.signed_by or "")
    except UnknownName as unknown:
        if silent := [name for name in unknown.names if _exists(name, options, checked.value.reports)]:
            usage_error(options, f"no brief prints anything of {' and '.join(silent)} that could be signed")
        raise
    if options.json:
        print_json(
            {
                "signed": [_json(one) for one in done.new],
                "file": str(done.path),
                "diagnostics": [*map(diagnostic_json, problems)],
            }
        )
    else:
        print_diagnostics(problems, named=options.named)
        say(*_lines(done.new), _summary(done))
    return 0


def _part(name: str, options: Options) -> str:
    """What is to be signed, as the project names it: paths are given from the current folder."""
    is_file = Path(name).suffix != "" and (options.project / relative(Path(name), options.project)).is_file()
    return relative(Path(name), options.project) if is_file else name


def _exists(name: str, options: Options, reports: Iterable[Inputs]) -> bool:
    """Whether a part that no brief prints is there all the same: as a block, or as a file."""
    return (options.project / name).is_file() or any(name in inputs.library.blocks for inputs in reports)


def _lines(new: Sequence[Unsigned]) -> Iterator[str]:
    for one in new:
        yield f"{styled(str(one.now.place), 'place')}: {one.said}"
        yield f"  {one.difference}"


def _summary(done: SigningOff) -> str:
    changes = f"{counted(len(done.new), 'change')} signed" if done.new else "nothing has changed since it was signed"
    return f"{done.path}: {changes}; {counted(done.count, 'piece')} in all"


def _json(one: Unsigned) -> dict[str, Any]:
    before = None if one.before is None else {"words": one.before.words, "source": one.before.source}
    place, now = one.now.place, one.now
    return {
        "path": place.path,
        "line": place.line,
        "of": now.of,
        "before": before,
        "words": now.words,
        "source": now.source,
        "passage": now.passage,
    }
