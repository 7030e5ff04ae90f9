"""`briefs build`."""

from __future__ import annotations

import sys
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import Any

from briefs import pipeline
from briefs.cli.arguments import PAPERS, Options, usage_error
from briefs.cli.printing import Progress, diagnostic_json, heard, print_diagnostics, print_json, table
from briefs.cli.unchanged import Call, hashes
from briefs.model.diagnostics import DocumentError
from briefs.model.fit import Fit
from briefs.model.rendition import FORMATS, Rendition
from briefs.model.sheet import USUAL, Sheet
from briefs.output.folder import check_folder
from briefs.output.manifest import NAME as MANIFEST


def run_build(options: Options) -> int:
    """Build briefs and write them; 1 when --strict and there are warnings (nothing is written then)."""
    progress = Progress(options.verbose, options.quiet or options.json)
    project = pipeline.Project(options.project, options.report)
    folder: Path = options.output or options.project / "build"
    check_folder(folder, options.project)
    call: Call | None = options.call
    folders = [str(options.project / name) for name in ("seeds", "templates")] if call else []
    made_from = hashes(folders)
    progress("reading the report and its blocks")
    try:
        reports = pipeline.read_all(project)
        made_from |= hashes((), _elsewhere(reports, made_from) if call else ())
        audiences = tuple(dict.fromkeys(options.audience or ()))
        if unknown := [name for name in audiences if not any(name in inputs.audiences for inputs in reports)]:
            known = ", ".join(sorted({name for inputs in reports for name in inputs.audiences}))
            known = known or "none, since there are no templates"
            usage_error(options, f"unknown audience {', '.join(map(repr, unknown))}; there are: {known}")
        order = pipeline.Order(
            audiences=audiences,
            formats=tuple(name for name in FORMATS if not options.format or name in options.format),
            status=options.status,
            version=options.version,
            date=options.date,
            sheet=Sheet.of(PAPERS[options.paper], options.large_print),
        )
        remembered = [pipeline.remember(inputs, order, folder) for inputs in reports]
        built = pipeline.build_all(reports, order, progress, remembered, in_two=call is not None)
        if options.strict and built.diagnostics:
            raise DocumentError(built.diagnostics)
        progress("writing")
        pipeline.write(reports, built, folder)
    finally:
        progress.clear()
    with heard() as printed:
        _say(built, folder, options)
    if call and hashes(folders, made_from) == made_from:
        note = "nothing has changed since the last build\n" if progress.verbose or progress.live else ""
        written = hashes((), [str(folder / name) for name in (*(r.name for r in built.renditions), MANIFEST)])
        call.remember(folders, made_from, written, (printed.stdout, note + printed.stderr))
    return 0


def _elsewhere(reports: Iterable[pipeline.Inputs], known: Container[str]) -> list[str]:
    """What a build is made from besides what lies in the folders of the project: reference documents."""
    return [str(path) for inputs in reports for path in pipeline.files(inputs) if str(path) not in known]


def _say(built: pipeline.Built, folder: Path, options: Options) -> None:
    """Print warnings, and what was built."""
    if options.json:
        print_json(_result(built, folder))
        return
    print_diagnostics(built.diagnostics)
    if not options.quiet:
        _print_summary(built, folder, options.verbose)


def _result(built: pipeline.Built, folder: Path) -> dict[str, Any]:
    return {
        "output": str(folder),
        "briefs": [
            {
                "report": fit.report,
                "audience": fit.audience,
                "pages": fit.pages,
                "budget": fit.budget,
                "fill": round(fit.fill, 3),
                "words": fit.words,
                "units": fit.units,
                "files": [_file(rendition) for rendition in _renditions(built, fit)],
            }
            for fit in built.fits
        ],
        "diagnostics": [diagnostic_json(diagnostic) for diagnostic in built.diagnostics],
    }


def _renditions(built: pipeline.Built, fit: Fit) -> Iterator[Rendition]:
    """Those of the brief that was fitted so."""
    wanted = (fit.report, fit.audience)
    return (r for r in built.renditions if r.fit is not None and (r.fit.report, r.fit.audience) == wanted)


def _file(rendition: Rendition) -> dict[str, Any]:
    size = len(rendition.content)
    return {"format": rendition.format, "path": rendition.name, "bytes": size, "pages": rendition.pages}


def _pages(count: int) -> str:
    return f"{count} page{'s' if count != 1 else ''}"


def _print_summary(built: pipeline.Built, folder: Path, verbose: bool) -> None:
    edition = "" if all(map(_has_budget, built.renditions)) else ", cleared on A4"
    if sys.stdout.isatty():
        head = ("brief", "pages", "last page", "words", "units", "files")
        rows = [
            (
                f"{brief_name(fit, built.fits)}{edition}",
                f"{fit.pages} of {fit.budget}",
                f"{fit.fill:.0%}",
                str(fit.words),
                str(fit.units),
                " ".join(rendition.format for rendition in _renditions(built, fit)),
            )
            for fit in built.fits
        ]
        print("\n".join(table(head, rows, right=(2, 3, 4))))
        for fit in built.fits:
            if cut := _cut(fit):
                print(f"{brief_name(fit, built.fits)}: {cut.removeprefix('; ')}")
    else:
        for fit in built.fits:
            print(fit_line(fit, f"{brief_name(fit, built.fits)}{edition}"))
    for rendition in built.renditions:
        pages = f" ({_pages(rendition.pages)})" if rendition.pages and not _has_budget(rendition) else ""
        print(f"{folder / rendition.name}{pages}")
    if verbose:
        for fit in built.fits:
            document = next(_renditions(built, fit)).document
            for unit in document.units():
                print(f"{brief_name(fit, built.fits)} {unit.tag}: {', '.join(unit.blocks)} ({'; '.join(unit.labels)})")


def _has_budget(rendition: Rendition) -> bool:
    """Whether a file is of the edition that is fitted to its pages and measured there."""
    is_cleared = rendition.document.properties.status == "cleared"
    return is_cleared and rendition.sheet == USUAL


def brief_name(fit: Fit, fits: Iterable[Fit]) -> str:
    """What a brief is called among those that were fitted: by its audience, and its report where they have several."""
    return fit.audience if {other.report for other in fits} == {fit.report} else f"{fit.report}, {fit.audience}"


def fit_line(fit: Fit, name: str) -> str:
    """How the brief called `name` fits: pages, the last of them, units, and what was shortened and left out."""
    pages = f"{fit.pages} of {fit.budget} page{'s' if fit.budget != 1 else ''}"
    units = f"{fit.units} unit{'s' if fit.units != 1 else ''}"
    return f"{name}: {pages}, {round(fit.fill * 100)} % of the last page, {units}{_cut(fit)}"


def _cut(fit: Fit) -> str:
    if not fit.shortened and not fit.left_out:
        return ""
    units = ", ".join(" + ".join(fate.blocks) for fate in fit.left_out)
    what = f": {units}" if units else ""
    return f"; {len(fit.shortened)} shortened, {len(fit.left_out)} left out{what}"
