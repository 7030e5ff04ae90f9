"""A brief has something of every kind of block that its front matter says it contains."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.subjects import BriefToCheck
from briefs.model.diagnostics import Diagnostic, Fault

_NAMED = 3
"""How many of the blocks that could be printed a hint names."""


def check_required_kinds(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """An error for each kind in `contains` of which the brief prints no block.

    A brief over its budget is not checked: that error already explains why so much is missing.
    """
    if not brief.is_fitted:
        return
    blocks = brief.library.blocks
    printed = {blocks[name].block.kind for unit in brief.document.units() for name in unit.printed if name in blocks}
    for kind in dict.fromkeys(brief.template.front.contains):
        if kind not in printed:
            message = f"the brief prints no block of the kind {kind}, which its front matter says it contains"
            yield Fault("contents-missing", message, _hint(kind, brief)).at(brief.template.place_of("contains"))


def _hint(kind: str, brief: BriefToCheck) -> str:
    """What left out all blocks of `kind`, and what to do about it."""
    known = [name for name, drawn in brief.library.blocks.items() if drawn.block.kind == kind]
    if left_out := [name for name in known if name in brief.left_out]:
        return (
            f'no room was left for {_list(left_out)}: give it more weight, such as weight="must", or raise the budget'
        )
    may = [name for name in known if brief.library.blocks[name].block.audiences.get(brief.document.audience) != "never"]
    if may:
        return f"no call in the template prints one: print {_list(may)}, or take {kind} out of `contains`"
    return f"the report has no block of this kind for {brief.document.audience}: take {kind} out of `contains`"


def _list(names: list[str]) -> str:
    shown = [f'"{name}"' for name in names[:_NAMED]]
    return " or ".join((", ".join(shown[:-1]), shown[-1]) if len(shown) > 1 else shown)
