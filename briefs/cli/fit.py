"""`briefs fit`: how each brief fits its pages, unit by unit, or would fit other numbers of pages or words."""

from __future__ import annotations

from dataclasses import asdict
from typing import NamedTuple

from briefs import pipeline
from briefs.cli.arguments import Options, usage_error
from briefs.cli.printing import diagnostic_json, print_diagnostics, print_json, table
from briefs.cli.summary import brief_name, fit_line
from briefs.model.fit import Fate, Fit
from briefs.pipeline.copyfit import try_fit


def run_fit(options: Options) -> int:
    """Print what fitting does with every unit. Returns the exit code: 1 if a brief does not fit."""
    project = pipeline.Project(options.project, options.report)
    found = pipeline.Findings(project.templates)
    reports = found.each(pipeline.prepare, project.each())
    found.raise_errors()
    known = tuple(dict.fromkeys(name for inputs in reports for name in inputs.templates))
    audiences = tuple(dict.fromkeys(options.audience or known))
    if unknown := [name for name in audiences if name not in known]:
        usage_error(options, f"unknown audience {', '.join(map(repr, unknown))}; known audiences: {', '.join(known)}")
    too_long = pipeline.Findings(project.templates)
    tried: list[_Tried] = []
    for inputs in reports:
        too_long.add(inputs.name, ())
        for audience in (name for name in audiences if name in inputs.templates):
            fit = too_long.value(inputs.name, try_fit(inputs, audience, options.pages, options.words))
            tried.append(_Tried(inputs.name, fit, options.words or inputs.templates[audience].front.words))
    problems = too_long.all()
    if options.json:
        briefs = [{"report": report, **asdict(fit)} for report, fit, _ in tried]
        print_json({"briefs": briefs, "diagnostics": [diagnostic_json(problem) for problem in problems]})
    else:
        names = [(report, fit.audience) for report, fit, _ in tried]
        for index, (report, fit, words) in enumerate(tried):
            lines = _lines(fit, words, brief_name(report, fit.audience, names))
            print("\n".join([*([""] if index else []), *lines]))
        print_diagnostics(problems)
    return 1 if problems else 0


class _Tried(NamedTuple):
    """How a brief of `report` fits, and the most `words` that it may have, if there is a limit."""

    report: str
    fit: Fit
    words: int | None


def _lines(fit: Fit, budget: int | None, name: str) -> list[str]:
    head = ("unit", "blocks", "section", "lines", "weight", "fate")
    rows = [
        (fate.tag, " ".join(fate.blocks), fate.section, f"{fate.lines:.1f}", fate.weight, _fate(fate))
        for fate in fit.fates
    ]
    rooms = (f"{room.paper} {room.pages} with {room.lines:g} lines free" for room in fit.rooms)
    words = f"words: {fit.words}" + (f" of {budget}" if budget else "")
    return [fit_line(fit, name), *table(head, rows, right=(3,)), f"pages: {'; '.join(rooms)}", words]


def _fate(fate: Fate) -> str:
    return f"{fate.fate}: {fate.reason}" if fate.reason else fate.fate
