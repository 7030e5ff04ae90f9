"""`briefs build`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from briefs import pipeline
from briefs.cli.arguments import PAPERS, Options, usage_error
from briefs.cli.output import Progress, diagnostic_json, print_diagnostics, print_json, table
from briefs.model.diagnostics import DocumentError
from briefs.model.fit import Fit
from briefs.model.rendition import FORMATS, Rendition
from briefs.output.folder import check_folder


def run_build(options: Options) -> int:
    """Build briefs and write them; 1 when --strict and there are warnings (nothing is written then)."""
    progress = Progress(options.verbose, options.quiet or options.json)
    project = pipeline.Project(options.project, options.report)
    folder: Path = options.output or options.project / "build"
    check_folder(folder, options.project)
    progress("reading the report and its blocks")
    try:
        inputs = pipeline.read_inputs(project)
        audiences = tuple(dict.fromkeys(options.audience or inputs.templates))
        if unknown := [name for name in audiences if name not in inputs.audiences]:
            known = ", ".join(sorted(inputs.audiences)) or "none, since there are no templates"
            usage_error(options, f"unknown audience {', '.join(map(repr, unknown))}; there are: {known}")
        order = pipeline.Order(
            audiences=audiences,
            formats=tuple(name for name in FORMATS if not options.format or name in options.format),
            status=options.status,
            version=options.version,
            date=options.date,
            paper=PAPERS[options.paper],
            large_print=options.large_print,
        )
        built = pipeline.build(inputs, order, progress, pipeline.remember(inputs, order, folder))
        if options.strict and built.diagnostics:
            raise DocumentError(built.diagnostics)
        progress("writing")
        pipeline.write(inputs, built, folder)
    finally:
        progress.clear()
    if options.json:
        print_json(_result(built, folder))
        return 0
    print_diagnostics(built.diagnostics)
    if not options.quiet:
        _print_summary(built, folder, options.verbose)
    return 0


def _result(built: pipeline.Built, folder: Path) -> dict[str, Any]:
    return {
        "output": str(folder),
        "briefs": [
            {
                "audience": fit.audience,
                "pages": fit.pages,
                "budget": fit.budget,
                "fill": round(fit.fill, 3),
                "words": fit.words,
                "units": fit.units,
                "files": [_file(r) for r in built.renditions if r.document.audience == fit.audience],
            }
            for fit in built.fits
        ],
        "diagnostics": [diagnostic_json(diagnostic) for diagnostic in built.diagnostics],
    }


def _file(rendition: Rendition) -> dict[str, Any]:
    size = len(rendition.content)
    return {"format": rendition.format, "path": rendition.name, "bytes": size, "pages": rendition.pages}


def _pages(count: int) -> str:
    return f"{count} page{'s' if count != 1 else ''}"


def _print_summary(built: pipeline.Built, folder: Path, verbose: bool) -> None:
    if sys.stdout.isatty():
        head = ("brief", "pages", "last page", "words", "units", "files")
        rows = [
            (
                fit.audience,
                f"{fit.pages} of {fit.budget}",
                f"{fit.fill:.0%}",
                str(fit.words),
                str(fit.units),
                " ".join(r.format for r in built.renditions if r.document.audience == fit.audience),
            )
            for fit in built.fits
        ]
        print("\n".join(table(head, rows, right=(2, 3, 4))))
        for fit in built.fits:
            if cut := _cut(fit):
                print(f"{fit.audience}: {cut.removeprefix('; ')}")
    else:
        for fit in built.fits:
            print(fit_line(fit))
    for rendition in built.renditions:
        pages = f" ({_pages(rendition.pages)})" if rendition.large_print and rendition.pages else ""
        print(f"{folder / rendition.name}{pages}")
    if verbose:
        for fit in built.fits:
            document = next(r.document for r in built.renditions if r.document.audience == fit.audience)
            for unit in document.units():
                print(f"{fit.audience} {unit.id}: {', '.join(unit.blocks)} ({'; '.join(unit.labels)})")


def fit_line(fit: Fit) -> str:
    """How a brief fits: pages, the last of them, units, and what was shortened and left out."""
    pages = f"{fit.pages} of {fit.budget} page{'s' if fit.budget != 1 else ''}"
    units = f"{fit.units} unit{'s' if fit.units != 1 else ''}"
    return f"{fit.audience}: {pages}, {round(fit.fill * 100)} % of the last page, {units}{_cut(fit)}"


def _cut(fit: Fit) -> str:
    if not fit.shortened and not fit.left_out:
        return ""
    units = ", ".join(" + ".join(fate.blocks) for fate in fit.left_out)
    what = f": {units}" if units else ""
    return f"; {len(fit.shortened)} shortened, {len(fit.left_out)} left out{what}"
