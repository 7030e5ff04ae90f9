"""A summary of what was built: in words, as a table on a terminal, or as JSON."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from briefs.cli.printing import diagnostic_json, say
from briefs.cli.styles import styled, width
from briefs.cli.tables import table, terminal_width
from briefs.model.brief import Brief, Rendition
from briefs.model.brief_key import BriefKey
from briefs.model.fit import Fate, Fit
from briefs.model.sheet import USUAL
from briefs.pipeline import Built
from briefs.text.counts import counted
from briefs.text.quotations import INNER_QUOTES

MOST_CUTS = 6
"""The most lines on what was cut from a brief, unless `--verbose` asks for all."""


def result_json(built: Built, folder: Path) -> dict[str, Any]:
    """What was built and written to `folder`, for other programs."""
    result = {
        "output": str(folder),
        "briefs": [_brief_json(brief) for brief in built.briefs],
        "pruned": [path.name for path in built.pruned],
        "diagnostics": [diagnostic_json(diagnostic) for diagnostic in built.warnings],
    }
    if built.redlines or built.without_redline:
        from briefs.cli.redline_summary import redline_json

        result |= {
            "redlines": [redline_json(made) for made in built.redlines],
            "without_redline": list(built.without_redline),
        }
    return result


def _brief_json(brief: Brief) -> dict[str, Any]:
    """A brief: pages and words of the edition that was built, and how the cleared one fits its budget."""
    fit = brief.fit
    return {
        "report": brief.report,
        "audience": brief.audience,
        "product": brief.key.product,
        "status": brief.document.properties.status,
        "pages": _pages(brief),
        "words": brief.words,
        "units": fit.units,
        "cleared": {"pages": fit.pages, "budget": fit.budget, "fill": round(fit.fill, 3), "words": fit.words},
        "left_out": [_fate_json(fate) for fate in fit.left_out],
        "shortened": [_fate_json(fate) for fate in fit.shortened],
        "files": [_file_json(rendition) for rendition in brief.renditions],
    }


def _fate_json(fate: Fate) -> dict[str, Any]:
    return {"blocks": list(fate.blocks), "text": fate.text, "section": fate.section, "reason": fate.reason}


def _file_json(rendition: Rendition) -> dict[str, Any]:
    size = len(rendition.content)
    return {"format": rendition.format, "path": rendition.name, "bytes": size, "pages": rendition.pages}


def print_summary(built: Built, folder: Path, verbose: bool) -> None:
    """Print how each brief fits, what was left out, and which files were written.

    With `verbose`, also the units, and all that was left out rather than the first of it.
    """
    names = {(brief.report, brief.key) for brief in built.briefs}
    most = terminal_width(sys.stdout)
    rows = _table(built.briefs, names, most) if most is not None and built.briefs else []
    is_table = most is not None and max(map(width, rows), default=0) <= most
    if is_table:
        say(*rows)
    for brief in built.briefs:
        name = brief_name(brief.report, brief.key, names)
        if not is_table:
            say(f"{name}: {_summary(brief)}")
        cuts = list(cut_lines(brief.fit)) if verbose else first_cuts(brief.fit)
        if cuts and is_table:
            say(styled(f"{name}:", "head"))
        say(*cuts)
    for brief in built.briefs:
        for rendition in brief.renditions:
            pages = f" ({counted(rendition.pages, 'page')})" if rendition.pages and not _is_fitted(brief) else ""
            say(f"{folder / rendition.name}{pages}")
    say(*(f"removed {path}" for path in built.pruned))
    for brief in built.briefs if verbose else ():
        name = brief_name(brief.report, brief.key, names)
        say(
            *(
                f"{name} {unit.tag}: {', '.join(unit.blocks)} ({'; '.join(unit.labels)})"
                for unit in brief.document.units()
            )
        )


def _summary(brief: Brief) -> str:
    """How a brief fits. If its edition has no budget of its own, this says which one has."""
    if _is_fitted(brief):
        return fit_line(brief.fit)
    pages = _pages(brief)
    long = f" of {counted(pages, 'page')}" if pages else ""
    units = counted(brief.fit.units, "unit")
    return f"{_edition(brief)}{long}, {units}; its budget is that of the cleared edition on A4: {fullness(brief.fit)}"


def _table(briefs: Sequence[Brief], names: Collection[tuple[str, BriefKey]], most: int) -> list[str]:
    """The same as a table. Columns on the cleared edition are headed so, unless that is what was built."""
    is_fitted = all(_is_fitted(brief) for brief in briefs)
    head = ["brief", *([] if is_fitted else ["edition", "pages"]), "pages" if is_fitted else "cleared on A4"]
    rows = []
    for brief in briefs:
        fit = brief.fit
        own = [] if is_fitted else [_edition(brief), str(_pages(brief) or "")]
        formats = " ".join(one.format for one in brief.renditions)
        fits = [f"{fit.pages} of {fit.budget}", f"{fit.fill:.0%}", str(brief.words), str(fit.units), formats]
        rows.append([brief_name(brief.report, brief.key, names), *own, *fits])
    numbers = range(len(head), len(head) + 3)  # the three columns after these
    return table([*head, "last page", "words", "units", "files"], rows, numbers, most, broken=(0, len(head) + 3))


def _edition(brief: Brief) -> str:
    """What was built: its status, and its sheet if that is not the usual one."""
    sheet = next((one.sheet for one in brief.renditions if one.sheet != USUAL), USUAL)
    paper = [sheet.paper.title()] if sheet.paper != USUAL.paper else []
    return ", ".join([brief.document.properties.status, *paper, *(["large print"] if sheet.is_large_print else [])])


def _is_fitted(brief: Brief) -> bool:
    """Whether the edition that was built is the one that was fitted to its pages and measured."""
    return brief.document.properties.status == "cleared" and all(one.sheet == USUAL for one in brief.renditions)


def _pages(brief: Brief) -> int | None:
    """The pages of the edition that was built; None if they are not known, since there is no PDF of it."""
    return brief.fit.pages if _is_fitted(brief) else next((one.pages for one in brief.renditions if one.pages), None)


def brief_name(report: str, key: BriefKey, among: Collection[tuple[str, BriefKey]]) -> str:
    """The name of a brief `among` others, each with its report: with its report if there are several."""
    return str(key) if {other for other, _ in among} == {report} else f"{report}, {key}"


def fit_line(fit: Fit) -> str:
    """How a brief fits, in a line: pages, how full the last one is, units, and how many were shortened or left out."""
    cut = f"; {len(fit.shortened)} shortened, {len(fit.left_out)} left out" if fit.shortened or fit.left_out else ""
    return f"{fullness(fit)}, {counted(fit.units, 'unit')}{cut}"


def fullness(fit: Fit) -> str:
    """How full the pages of a brief are."""
    return f"{fit.pages} of {counted(fit.budget, 'page')}, {round(fit.fill * 100)} % of the last page"


def cut_lines(fit: Fit) -> Iterator[str]:
    """A line for each unit that was shortened or left out: how it begins, and the ids of its blocks."""
    for fate in (*fit.shortened, *fit.left_out):
        ids = f"({' + '.join(fate.blocks)})"
        yield f"  {styled(f'{fate.fate}:', 'quiet')} {beginning(fate)} {styled(ids, 'quiet')}"


def first_cuts(fit: Fit) -> list[str]:
    """The first lines of `cut_lines`, and one that says how to see the others, if there are many."""
    cuts = list(cut_lines(fit))
    if len(cuts) > MOST_CUTS:
        more = len(cuts) - MOST_CUTS + 1
        options = f"--audience {fit.key.audience} --product {fit.key.product}"
        cuts[MOST_CUTS - 1 :] = [f"  and {more} more: `briefs fit {options}` lists all"]
    return cuts


def beginning(fate: Fate) -> str:
    """How a unit begins, in quotation marks; where it is if it has no words."""
    if not fate.text:
        return f"a picture in “{fate.section}”"
    text = fate.text[1:-1] if fate.text[0] == "“" and fate.text.find("”") == len(fate.text) - 1 else fate.text
    return f"“{text.translate(INNER_QUOTES)}”"
