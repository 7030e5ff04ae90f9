"""What keeps a unit out of a brief that was fitted: the room that it would need, in words, against what is free."""

from __future__ import annotations

from briefs.fit.budget import Budget
from briefs.fit.composed_brief import ComposedBrief
from briefs.fit.heights import LINE, UnitHeights, estimate
from briefs.fit.selection import Selection, Step
from briefs.fit.trials import Finish
from briefs.model.document import Document
from briefs.model.document_text import unit_words


def needs_of(
    brief: ComposedBrief, selection: Selection, finish: Finish, budget: Budget, heights: UnitHeights, free: float
) -> dict[str, str]:
    """What each unit that `selection` left out of `brief` would need to be printed, by its name.

    `heights` are the heights, in points, of units that were laid out; `free` is how many lines may still be filled. All
    that would be printed with a unit counts: a heading, a caption, what goes with it, notes, its place in the sources.
    """
    printed = finish(brief.cut(selection))
    tags = {unit.name: unit.tag for unit in brief.full.units()}
    found: dict[str, str] = {}
    for step in brief.order.returns:
        if selection.left_out.issuperset(step.units):
            introducing = {name for unit in step.units for name in brief.order.introduced_by.get(unit, ())}
            if missing := sorted(tags[name] for name in introducing & selection.left_out - set(step.units)):
                found |= dict.fromkeys(step.units, f"{' '.join(missing)}, which introduces it, is left out")
            else:
                with_it = finish(brief.cut(selection.with_back((step,))))
                found |= dict.fromkeys(step.units, _need(step, printed, with_it, budget, heights, free))
    return found


def _need(step: Step, printed: Document, with_it: Document, budget: Budget, heights: UnitHeights, free: float) -> str:
    """What is lacking to have the brief `with_it`, where it is as `printed` now."""
    needs = "needs" if len(step.units) == 1 else "together they need"
    if not budget.holds_words_of(with_it):
        assert budget.words is not None, "only a budget of words can be exceeded"
        now = unit_words(printed)
        more, left = unit_words(with_it) - now, budget.words - now
        return f"{needs} {more} word{'' if more == 1 else 's'}, {left} {'is' if left == 1 else 'are'} free"
    lines = round((estimate(with_it, heights) - estimate(printed, heights)) / LINE, 1)
    where = "" if lines > free else ", but not where it would stand"
    return f"{needs} {lines:.1f} lines, {max(free, 0.0):.1f} are free{where}"
