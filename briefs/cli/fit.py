"""`briefs fit`: how each brief fits its pages, unit by unit, or would fit other numbers of pages or words."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from briefs import pipeline
from briefs.cli.line_wrapping import wrapped
from briefs.cli.printing import diagnostic_json, print_diagnostics, print_json, say
from briefs.cli.styles import styled
from briefs.cli.summary import brief_name, fit_line
from briefs.cli.tables import GAP, table, table_rows, terminal_width
from briefs.cli.usage import Options
from briefs.model.fit import Fate, Fit


def run_fit(options: Options) -> int:
    """Print what fitting does with every unit. Returns the exit code: 1 if a brief does not fit."""
    order = pipeline.Order(
        pipeline.Project(options.project, options.report),
        tuple(dict.fromkeys(options.audience or ())),
        tuple(dict.fromkeys(options.product or ())),
    )
    tried = pipeline.fits(order, options.pages, options.words)
    if options.json:
        briefs = [{"report": one.report, **asdict(one.fit)} for one in tried.value]
        print_json({"briefs": briefs, "diagnostics": [diagnostic_json(problem) for problem in tried.problems]})
    else:
        names = [(one.report, one.fit.key) for one in tried.value]
        for index, one in enumerate(tried.value):
            lines = _lines(one.fit, one.words, brief_name(one.report, one.fit.key, names))
            say(*([""] if index else []), *lines)
        print_diagnostics(tried.problems, named=options.named)
    return 1 if tried.has_errors else 0


def _lines(fit: Fit, budget: int | None, name: str) -> list[str]:
    most = terminal_width(sys.stdout)
    rooms = (f"{room.paper} {room.pages} with {room.lines:g} lines free" for room in fit.rooms)
    reserved = f"reserved: {fit.reserved} of the free lines, since Word sets some lines longer"
    words = f"words: {fit.words}" + (f" of {budget}" if budget else "")
    units = _listing(fit.fates) if most is None else _grouped(fit.fates, most)
    return [f"{name}: {fit_line(fit)}", *units, f"pages: {'; '.join(rooms)}", reserved, words]


def _listing(fates: Sequence[Fate]) -> list[str]:
    """A line for each unit, with its section."""
    head = ("unit", "blocks", "section", "begins", "lines", "weight", "fate")
    rows = [
        (fate.tag, " ".join(fate.blocks), fate.section, fate.text, f"{fate.lines:.1f}", fate.weight, _fate(fate))
        for fate in fates
    ]
    return table(head, rows, right=(4,))


def _grouped(fates: Sequence[Fate], most: int) -> Iterator[str]:
    """The same for a terminal that is `most` columns wide: below the heading of each section its units, with the reason
    below each that was left out."""
    head = ("unit", "begins", "blocks", "lines", "weight", "fate")
    rows = [(fate.tag, fate.text, " ".join(fate.blocks), f"{fate.lines:.1f}", fate.weight, fate.fate) for fate in fates]
    first, *others = table_rows(head, rows, (3,), most, broken=(2,), cut_off=(1,))
    yield from first
    section = None
    for fate, lines in zip(fates, others, strict=True):
        if fate.section != section:
            section = fate.section
            yield styled(section, "place")
        yield from (styled(line, "warning") if fate.fate == "left out" else line for line in lines)
        if why := _why(fate):
            indent = " " * (len(head[0]) + len(GAP))
            yield from (styled(line, "quiet") for line in wrapped(why, most, indent, indent))


def _fate(fate: Fate) -> str:
    return f"{fate.fate}: {why}" if (why := _why(fate)) else fate.fate


def _why(fate: Fate) -> str:
    return "; ".join(filter(None, (fate.reason, fate.lacks)))
