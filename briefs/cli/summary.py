"""A summary of what was built: in words, as a table on a terminal, or as JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from briefs.cli.printing import diagnostic_json, table
from briefs.model.brief import Brief, Rendition
from briefs.model.brief_key import BriefKey
from briefs.model.fit import Fit
from briefs.model.sheet import USUAL
from briefs.pipeline import Built


def result_json(built: Built, folder: Path) -> dict[str, Any]:
    """What was built and written to `folder`, for other programs."""
    return {
        "output": str(folder),
        "briefs": [
            {
                "report": brief.report,
                "audience": brief.audience,
                "product": brief.key.product,
                "pages": brief.fit.pages,
                "budget": brief.fit.budget,
                "fill": round(brief.fit.fill, 3),
                "words": brief.fit.words,
                "units": brief.fit.units,
                "files": [_file_json(rendition) for rendition in brief.renditions],
            }
            for brief in built.briefs
        ],
        "pruned": [path.name for path in built.pruned],
        "diagnostics": [diagnostic_json(diagnostic) for diagnostic in built.warnings],
    }


def _file_json(rendition: Rendition) -> dict[str, Any]:
    size = len(rendition.content)
    return {"format": rendition.format, "path": rendition.name, "bytes": size, "pages": rendition.pages}


def print_summary(built: Built, folder: Path, verbose: bool) -> None:
    """Print how each brief fits and which files were written; with `verbose`, also the units of each brief."""
    files = [(brief, rendition) for brief in built.briefs for rendition in brief.renditions]
    edition = "" if all(_is_fitted(brief, rendition) for brief, rendition in files) else ", cleared on A4"
    names = {(brief.report, brief.key) for brief in built.briefs}
    if sys.stdout.isatty():
        _print_table(built.briefs, names, edition)
    else:
        for brief in built.briefs:
            print(fit_line(brief.fit, f"{brief_name(brief.report, brief.key, names)}{edition}"))
    for brief, rendition in files:
        pages = f" ({_count(rendition.pages, 'page')})" if rendition.pages and not _is_fitted(brief, rendition) else ""
        print(f"{folder / rendition.name}{pages}")
    for path in built.pruned:
        print(f"removed {path}")
    for brief in built.briefs if verbose else ():
        name = brief_name(brief.report, brief.key, names)
        for unit in brief.document.units():
            print(f"{name} {unit.tag}: {', '.join(unit.blocks)} ({'; '.join(unit.labels)})")


def _print_table(briefs: Iterable[Brief], names: Iterable[tuple[str, BriefKey]], edition: str) -> None:
    head = ("brief", "pages", "last page", "words", "units", "files")
    rows, cuts = [], []
    for brief in briefs:
        fit, name = brief.fit, brief_name(brief.report, brief.key, names)
        pages, formats = f"{fit.pages} of {fit.budget}", " ".join(one.format for one in brief.renditions)
        rows.append((f"{name}{edition}", pages, f"{fit.fill:.0%}", str(fit.words), str(fit.units), formats))
        if cut := _cut(fit):
            cuts.append(f"{name}: {cut.removeprefix('; ')}")
    print("\n".join([*table(head, rows, right=(2, 3, 4)), *cuts]))


def _is_fitted(brief: Brief, rendition: Rendition) -> bool:
    """Whether a file belongs to the edition that was fitted to its pages and measured."""
    return brief.document.properties.status == "cleared" and rendition.sheet == USUAL


def brief_name(report: str, key: BriefKey, among: Iterable[tuple[str, BriefKey]]) -> str:
    """The name of a brief `among` others, each with its report: with its report if there are several."""
    return str(key) if {other for other, _ in among} == {report} else f"{report}, {key}"


def fit_line(fit: Fit, name: str) -> str:
    """How the brief called `name` fits, in a line: pages, fill of the last, units, what was shortened or left out."""
    pages = f"{fit.pages} of {_count(fit.budget, 'page')}"
    return f"{name}: {pages}, {round(fit.fill * 100)} % of the last page, {_count(fit.units, 'unit')}{_cut(fit)}"


def _cut(fit: Fit) -> str:
    if not fit.shortened and not fit.left_out:
        return ""
    units = ", ".join(" + ".join(fate.blocks) for fate in fit.left_out)
    what = f": {units}" if units else ""
    return f"; {len(fit.shortened)} shortened, {len(fit.left_out)} left out{what}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
