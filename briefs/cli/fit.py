"""`briefs fit`: how each brief fits its pages, unit by unit, and what if it had others."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from briefs import pipeline
from briefs.cli.arguments import Options, usage_error
from briefs.cli.build import brief_name, fit_line
from briefs.cli.printing import diagnostic_json, print_diagnostics, print_json, table
from briefs.model.diagnostics import Diagnostic
from briefs.model.fit import Fate, Fit


def run_fit(options: Options) -> int:
    """Print what fitting does with every unit; 1 when a brief does not fit."""
    project = pipeline.Project(options.project, options.report)
    reports = pipeline.read_all(project)
    pipeline.raise_errors([(inputs.seed.name, inputs.diagnostics) for inputs in reports], project.templates)
    known = tuple(dict.fromkeys(name for inputs in reports for name in inputs.templates))
    audiences = tuple(dict.fromkeys(options.audience or known))
    if unknown := [name for name in audiences if name not in known]:
        usage_error(options, f"unknown audience {', '.join(map(repr, unknown))}; there are: {', '.join(known)}")
    tried: list[tuple[Fit, int | None]] = []
    said: dict[str, list[Diagnostic]] = {inputs.seed.name: [] for inputs in reports}
    for inputs in reports:
        for audience in (name for name in audiences if name in inputs.templates):
            fit, problems = pipeline.try_fit(inputs, audience, options.pages, options.words)
            tried.append((fit, options.words or inputs.templates[audience].front.words))
            said[inputs.seed.name] += problems
    found = pipeline.named(list(said.items()), project.templates)
    fits = [fit for fit, _ in tried]
    if options.json:
        print_json({"briefs": [_json(fit) for fit in fits], "diagnostics": [diagnostic_json(d) for d in found]})
    else:
        for index, (fit, words) in enumerate(tried):
            print("\n".join([*([""] if index else []), *_lines(fit, words, brief_name(fit, fits))]))
        print_diagnostics(found)
    return 1 if found else 0


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


def _json(fit: Fit) -> dict[str, Any]:
    return asdict(fit)
