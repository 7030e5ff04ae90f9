"""`briefs check`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefs.cli.call_records import save_record
from briefs.cli.printing import Progress, captured_output, diagnostic_json, print_diagnostics, print_json, say
from briefs.cli.project_folder import between
from briefs.cli.sign import run_sign
from briefs.cli.styles import styled
from briefs.cli.unchanged import Call, hashes
from briefs.cli.usage import Options, usage_error
from briefs.model.diagnostics import Checked, Diagnostic, has_errors
from briefs.output.manifest import NAME
from briefs.pipeline.checks_without_pages import CheckedReports, check
from briefs.pipeline.order import Order, Project
from briefs.pipeline.report_drift import Drift
from briefs.text.counts import counted


def run_check(options: Options) -> int:
    """Check a project without building it. Returns the exit code: 1 for errors, and with --strict for warnings."""
    order = _order(options)
    if options.sign is not None:
        return run_sign(options, order)
    if options.signed_by is not None:
        usage_error(options, "--signed-by goes with --sign")
    if missing := next((path for path in options.files if not path.exists()), None):
        usage_error(options, f"{missing} does not exist")
    call: Call | None = None if options.no_cache else options.call
    folders = [str(options.project / name) for name in ("seeds", "templates", "reviews")] if call else []
    beside = [str(options.project / "build" / NAME)] if call else []
    beside += between(options.project) if call and options.is_found else ()
    made_from = hashes(folders, beside)
    progress = Progress(False, options.json)
    try:
        checked = check(order, progress)
    finally:
        progress.clear()
    with captured_output() as printed:
        code = _say(checked, options)
    if call is not None and code == 0 and made_from is not None and hashes(folders, beside) == made_from:
        save_record(call, folders, made_from, {}, (printed.stdout, printed.stderr))
    return code


def _order(options: Options) -> Order:
    """What would be built of what is checked."""
    return Order(
        project=Project(options.project, options.report),
        audiences=tuple(dict.fromkeys(options.audience or ())),
        products=tuple(dict.fromkeys(options.product or ())),
        status=options.status,
        output=options.project / "build",
        in_parallel=options.call is not None,
        uses_cache=options.call is not None and not options.no_cache,
    )


def _say(checked: Checked[CheckedReports], options: Options) -> int:
    """Print what was found, and return the exit code."""
    found = _in_files(checked.problems, options)
    elsewhere = len(checked.problems) - len(found)
    if options.json:
        print_json({"diagnostics": [diagnostic_json(problem) for problem in found], "elsewhere": elsewhere})
    else:
        print_diagnostics(found, named=options.named)
        if elsewhere:
            say(styled(f"{counted(elsewhere, 'message')} about other files: briefs check shows them", "quiet"))
        say(*_drift_lines([one.drift for one in checked.value.reports if one.drift is not None]))
        if (unsigned := checked.value.unsigned) and options.status == "draft":
            say(f"{counted(unsigned, 'change')} since it was signed: briefs check --status cleared shows them")
        if not has_errors(found):
            say(_summary(checked.value, found, options))
    return 1 if has_errors(found) or (options.strict and found) else 0


def _in_files(problems: Sequence[Diagnostic], options: Options) -> list[Diagnostic]:
    """Those of `problems` that are about the files that the call names, or in its folders; all, if it names none."""
    if not options.files:
        return list(problems)
    named = {path.absolute() for path in options.files} | {Path(os.path.realpath(path)) for path in options.files}
    root: Path = options.project.absolute()
    return [one for one in problems if any(_with_folders(path) & named for path in _paths(root / one.place.path))]


def _paths(path: Path) -> tuple[Path, Path]:
    """A path as it is written, and where links lead."""
    return path, Path(os.path.realpath(path))  # `resolve` raises if a link leads to itself


def _with_folders(path: Path) -> set[Path]:
    return {path, *path.parents}


def _summary(checked: CheckedReports, found: Sequence[Diagnostic], options: Options) -> str:
    """What was checked, and how that ended."""
    what = f"{counted(checked.blocks, 'block')} and {counted(checked.briefs, 'brief')} checked"
    where = " with these files" if options.files else ""
    return f"{what}: {counted(len(found), 'warning') if found else 'nothing is wrong'}{where}"


def _drift_lines(drifts: Sequence[Drift]) -> Iterator[str]:
    """For each report that is not the one that was accepted, how many of its passages have changed."""
    for drift in drifts:
        if drift.has_changed and drift.changes:
            yield f"{drift.name} has changed since it was accepted; {drift.summary}: briefs report --diff lists them"
