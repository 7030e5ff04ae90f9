"""How many layouts fitting takes, and how long, compared with a loop that leaves out one unit after another.

Run it with `make bench`. Each brief is fitted to its own budget, and to one page less if it has more than one.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

from briefs import pipeline
from briefs.cli.printing import say
from briefs.cli.tables import table
from briefs.fit.budget import Budget
from briefs.fit.composed_brief import ComposedBrief
from briefs.fit.selection import Selection, selection_of
from briefs.model.edition import Template
from briefs.model.sheet import Sheet
from briefs.pipeline.copyfit import compose_brief, finish_brief, fit_brief
from briefs.pipeline.inputs import layout_of
from briefs.render.layout import Layout
from briefs.render.pdf.pages import lay_out


@dataclass(frozen=True, slots=True)
class Timed:
    """How long fitting took, in seconds, with how many layouts, and the selection that it made."""

    seconds: float
    layouts: int
    selection: Selection


def naive(inputs: pipeline.Inputs, brief: ComposedBrief, template: Template, layout: Layout) -> Timed:
    """Fit a brief by laying it out; while it is too long, do the next step and lay it out again."""
    start, letter = time.perf_counter(), replace(layout, sheet=Sheet("letter"))
    layouts = 0
    steps = brief.order.steps
    for count in range(len(steps) + 1):
        selection = selection_of(steps[:count])
        document = finish_brief(inputs, brief.cut(selection))
        layouts += 1
        if Budget(template.front.pages).excess(lay_out(document, letter)) <= 0:
            break
    lay_out(document, layout)
    return Timed(time.perf_counter() - start, layouts + 1, selection)


def quick(
    inputs: pipeline.Inputs,
    brief: ComposedBrief,
    template: Template,
    layout: Layout,
    remembered: Selection | None = None,
) -> Timed:
    """Fit as a build does."""
    start = time.perf_counter()
    fitted = fit_brief(inputs, brief, template, layout, remembered).value
    return Timed(time.perf_counter() - start, fitted.layouts, fitted.selection)


def main(root: Path) -> None:
    """Print the table. The first layout of the process, which loads fonts, does not count."""
    inputs = pipeline.prepare(pipeline.Project(root)).value
    layout = layout_of(inputs)
    rows: list[tuple[str, ...]] = []
    counts: list[int] = []
    for audience, own in inputs.templates.items():
        brief = compose_brief(inputs, own, pipeline.Order(inputs.project).edition(inputs.house, "cleared"))
        whole = finish_brief(inputs, brief.full)
        lay_out(whole, layout)
        start = time.perf_counter()
        lay_out(whole, layout)
        single = time.perf_counter() - start
        for pages in range(own.front.pages, max(own.front.pages - 2, 0), -1):
            template = replace(own, front=own.front.model_copy(update={"pages": pages, "words": None}))
            fast = quick(inputs, brief, template, layout)
            again = quick(inputs, brief, template, layout, fast.selection)
            slow = naive(inputs, brief, template, layout)
            counts.append(fast.layouts)
            rows.append(
                (
                    f"{audience}, {pages} pages",
                    str(len(brief.order.steps)),
                    f"{fast.layouts} ({fast.seconds / single:.1f} single)",
                    str(again.layouts),
                    f"{slow.layouts} ({slow.seconds / single:.1f} single)",
                    f"{slow.seconds / fast.seconds:.1f}",
                    "same" if fast.selection == slow.selection else "other",
                )
            )
    head = ("brief", "steps", "layouts", "remembered", "one by one", "ratio", "selection")
    say(*table(head, rows, right=(1, 2, 3, 4, 5)))
    print(f"{sum(counts) / len(counts):.1f} layouts a brief")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path())
