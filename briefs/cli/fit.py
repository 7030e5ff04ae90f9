"""`briefs fit`: how each brief fits its pages, unit by unit, and what if it had others."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from briefs import pipeline
from briefs.cli.arguments import Options, usage_error
from briefs.cli.build import fit_line
from briefs.cli.output import diagnostic_json, print_diagnostics, print_json, table
from briefs.model.diagnostics import Diagnostic, DocumentError
from briefs.model.fit import Fate, Fit


def run_fit(options: Options) -> int:
    """Print what fitting does with every unit; 1 when a brief does not fit."""
    inputs = pipeline.read_inputs(pipeline.Project(options.project, options.report))
    if any(problem.severity == "error" for problem in inputs.diagnostics):
        raise DocumentError(inputs.diagnostics)
    audiences = tuple(dict.fromkeys(options.audience or inputs.templates))
    if unknown := [name for name in audiences if name not in inputs.templates]:
        known = ", ".join(inputs.templates)
        usage_error(options, f"unknown audience {', '.join(map(repr, unknown))}; there are: {known}")
    found: list[Diagnostic] = []
    fits: list[Fit] = []
    for audience in audiences:
        fit, problems = pipeline.try_fit(inputs, audience, options.pages, options.words)
        fits.append(fit)
        found += problems
    if options.json:
        print_json({"briefs": [_json(fit) for fit in fits], "diagnostics": [diagnostic_json(d) for d in found]})
    else:
        for index, fit in enumerate(fits):
            words = options.words or inputs.templates[fit.audience].front.words
            print("\n".join([*([""] if index else []), *_lines(fit, words)]))
        print_diagnostics(found)
    return 1 if found else 0


def _lines(fit: Fit, budget: int | None) -> list[str]:
    head = ("unit", "blocks", "section", "lines", "weight", "fate")
    rows = [
        (fate.unit, " ".join(fate.blocks), fate.section, f"{fate.lines:.1f}", fate.weight, _fate(fate))
        for fate in fit.fates
    ]
    rooms = (f"{room.paper} {room.pages} with {room.lines:g} lines free" for room in fit.rooms)
    words = f"words: {fit.words}" + (f" of {budget}" if budget else "")
    return [fit_line(fit), *table(head, rows, right=(3,)), f"pages: {'; '.join(rooms)}", words]


def _fate(fate: Fate) -> str:
    return f"{fate.fate}: {fate.reason}" if fate.reason else fate.fate


def _json(fit: Fit) -> dict[str, Any]:
    return asdict(fit)
