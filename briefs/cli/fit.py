"""`briefs fit`: how each brief fits its pages, unit by unit, or would fit other numbers of pages or words."""

from __future__ import annotations

from dataclasses import asdict

from briefs import pipeline
from briefs.cli.arguments import Options, unknown_name
from briefs.cli.printing import diagnostic_json, print_diagnostics, print_json, table
from briefs.cli.summary import brief_name, fit_line
from briefs.model.fit import Fate, Fit


def run_fit(options: Options) -> int:
    """Print what fitting does with every unit. Returns the exit code: 1 if a brief does not fit."""
    order = pipeline.Order(
        pipeline.Project(options.project, options.report),
        tuple(dict.fromkeys(options.audience or ())),
        tuple(dict.fromkeys(options.product or ())),
    )
    try:
        tried = pipeline.fits(order, options.pages, options.words)
    except pipeline.UnknownName as error:
        unknown_name(options, error.of, error.names, error.known, error.audiences)
    if options.json:
        briefs = [{"report": one.report, **asdict(one.fit)} for one in tried.value]
        print_json({"briefs": briefs, "diagnostics": [diagnostic_json(problem) for problem in tried.problems]})
    else:
        names = [(one.report, one.fit.key) for one in tried.value]
        for index, one in enumerate(tried.value):
            lines = _lines(one.fit, one.words, brief_name(one.report, one.fit.key, names))
            print("\n".join([*([""] if index else []), *lines]))
        print_diagnostics(tried.problems)
    return 1 if tried.has_errors else 0


def _lines(fit: Fit, budget: int | None, name: str) -> list[str]:
    head = ("unit", "blocks", "section", "lines", "weight", "fate")
    rows = [
        (fate.tag, " ".join(fate.blocks), fate.section, f"{fate.lines:.1f}", fate.weight, _fate(fate))
        for fate in fit.fates
    ]
    rooms = (f"{room.paper} {room.pages} with {room.lines:g} lines free" for room in fit.rooms)
    reserved = f"reserved: {fit.reserved} of the free lines, since Word sets some lines longer"
    words = f"words: {fit.words}" + (f" of {budget}" if budget else "")
    return [fit_line(fit, name), *table(head, rows, right=(3,)), f"pages: {'; '.join(rooms)}", reserved, words]


def _fate(fate: Fate) -> str:
    why = "; ".join(filter(None, (fate.reason, fate.lacks)))
    return f"{fate.fate}: {why}" if why else fate.fate
