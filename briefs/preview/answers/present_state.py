"""The state that pages get: all briefs and how they fit, all reports, and everything that is wrong now."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefs.fit.composed_brief import ComposedBrief
from briefs.model.brief_key import chosen_keys
from briefs.model.diagnostics import Diagnostic
from briefs.model.edition import FrontMatter
from briefs.model.fit import Fate, Fit
from briefs.model.mending_order import in_mending_order
from briefs.pipeline.inputs import Inputs
from briefs.preview.answers.editor_links import Links
from briefs.preview.answers.left_out_reasons import left_out_reason
from briefs.preview.paths_in_words import from_project
from briefs.preview.shown.state_views import BriefState, Budget, LeftOut, Problem, ReportState, State
from briefs.preview.workshop.held import Held, HeldBrief, brief_id


def present_state(held: Held, links: Links, generation: int = 0, building: str = "", proposals: int = 0) -> State:
    """What is held, as pages get it; `building` says what is being done, `proposals` counts those that are open."""
    ids = brief_ids(held)
    shown = shown_reports(held)
    return State(
        generation=generation,
        project=links.root.absolute().name,
        building=building,
        reports=tuple(ReportState(name, one.report.title, report_version(held, name)) for name, one in shown.items()),
        briefs=tuple(_brief(held, name) for name in ids),
        problems=tuple(problem_of(one, links, briefs) for one, briefs in _with_briefs(held, ids)),
        failure=from_project(held.failure, links.root),
        proposals=proposals,
    )


def shown_reports(held: Held) -> dict[str, Inputs]:
    """What each report was last good as or, if it never was, what of it can be read now, by name."""
    readable = {name: one for name, one in held.present.items() if "report" not in one.lacks.of_report}
    names = dict.fromkeys((*held.present, *held.reports))
    return {name: found for name in names if (found := held.reports.get(name) or readable.get(name)) is not None}


def report_version(held: Held, name: str) -> str:
    """A hash that changes with the text of a report, with its blocks, and with the briefs that use it."""
    inputs = shown_reports(held)[name]
    briefs = [one for one in held.briefs.values() if one.inputs.name == name]
    parts = [*_hashed(inputs), *(part for one in briefs for part in (one.id, one.version, *_hashed(one.inputs)))]
    return hashlib.sha256("\n".join(parts).encode(errors="surrogatepass")).hexdigest()[:16]


def _hashed(inputs: Inputs) -> Iterator[str]:
    return (f"{path} {digest}" for path, digest in sorted(inputs.hashes.items()))


# Briefs


def brief_ids(held: Held) -> tuple[str, ...]:
    """The ids of all briefs that there are, or that can still be shown, each where its template puts it."""
    known = {*held.briefs, *held.stale}
    present = [
        brief_id(name, key)
        for name, inputs in held.present.items()
        for key in chosen_keys(inputs.templates)
        if brief_id(name, key) in known
    ]
    return tuple(_merged(_merged(present, tuple(held.briefs)), sorted(held.stale)))


def _merged(names: Sequence[str], others: Sequence[str]) -> list[str]:
    """`names`, with each of `others` that is not there after the one that it follows among those."""
    merged = list(names)
    for before, name in zip(("", *others), others, strict=False):
        if name not in merged:
            merged.insert(merged.index(before) + 1 if before else 0, name)
    return merged


def _brief(held: Held, name: str) -> BriefState:
    report, audience, product = name.rsplit("/", 2)
    if (one := held.briefs.get(name)) is not None:
        title, budget = one.settled.document.title, budget_of(one) if one.is_fitted else None
        return BriefState(
            name, report, audience, product, title, one.version, name not in held.stale, budget, one.is_fitted
        )
    front = _front(held, name, report)
    return BriefState(name, report, audience, product, front.title if front else "", "", False, is_built=False)


def _front(held: Held, name: str, report: str) -> FrontMatter | None:
    templates = held.present[report].templates if report in held.present else {}
    return next((one.front for key, one in templates.items() if brief_id(report, key) == name), None)


# How briefs fit


def budget_of(brief: HeldBrief) -> Budget:
    """How a brief that was fitted fits its pages."""
    settled = brief.settled
    return budget_from(settled.fit, brief.job.template.front.words, settled.composed)


def budget_from(fit: Fit, words: int | None, composed: ComposedBrief, explained: str = "") -> Budget:
    """A fit as a budget: `words` is the most that it may have, `composed` the brief before it was cut, and `explained`
    says why it does not fit, if it does not."""
    return Budget(
        pages=fit.pages,
        most=fit.budget,
        fill=round(fit.fill, 4),
        words=fit.words,
        most_words=words,
        left_out=tuple(
            _left_out(one, left_out_reason(one, fit.fates, composed)) for one in in_cutting_order(fit.fates, composed)
        ),
        fits=not explained,
        explained=explained,
    )


def in_cutting_order(fates: Iterable[Fate], composed: ComposedBrief) -> list[Fate]:
    """The units that are left out or shortened, in the order in which that happens to units: first those that go first,
    last those that only went with another."""
    turns: dict[tuple[str, str], int] = {}
    for number, step in enumerate(composed.order.steps):
        turns |= dict.fromkeys(((step.action, name) for name in step.units), number)

    def turn(fate: Fate) -> float:
        return turns.get(("shorten" if fate.fate == "shortened" else "leave out", fate.unit), math.inf)

    return sorted((fate for fate in fates if fate.fate != "printed"), key=turn)


def _left_out(fate: Fate, reason: str) -> LeftOut:
    return LeftOut(
        unit=fate.tag,
        blocks=fate.blocks,
        section=fate.section,
        text=fate.text,
        weight=fate.weight,
        fate="shortened" if fate.fate == "shortened" else "left out",
        reason=reason,
        lines=fate.lines,
        lacks=fate.lacks,
    )


def problem_of(one: Diagnostic, links: Links, briefs: tuple[str, ...] = ()) -> Problem:
    """A diagnostic as pages get it."""
    return Problem(one.severity, one.code, one.message, one.hint, links.to(one.place), one.block, briefs)


def _with_briefs(held: Held, ids: Sequence[str]) -> Iterator[tuple[Diagnostic, tuple[str, ...]]]:
    """Everything that is wrong, each with the briefs that it is of, if it is not of all."""
    templates, folders = _places(held)
    warned: dict[Diagnostic, list[str]] = {}
    for name, brief in held.briefs.items():
        for one in brief.warnings if name not in held.stale else ():
            warned.setdefault(one, []).append(name)
    for one in in_mending_order(held.problems):  # as the commands print them
        found = set(warned.get(one, ())) or templates.get(one.place.path) or _in_folder(one.place.path, folders)
        yield one, tuple(name for name in ids if name in found)


def _places(held: Held) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    """The briefs that are made from each template, and from each folder of a report, by path."""
    templates: dict[str, set[str]] = {}
    folders: dict[str, set[str]] = {}
    for name, inputs in held.present.items():
        for key, template in inputs.templates.items():
            templates.setdefault(template.path, set()).add(brief_id(name, key))
            folders.setdefault(f"{inputs.project.seeds.name}/{name}/", set()).add(brief_id(name, key))
    for brief in held.briefs.values():
        templates.setdefault(brief.job.template.path, set()).add(brief.id)
    return templates, folders


def _in_folder(path: str, folders: Mapping[str, set[str]]) -> set[str]:
    return next((briefs for folder, briefs in folders.items() if path.startswith(folder)), set())
