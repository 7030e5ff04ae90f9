"""A brief has every block that is a must for its audience, and of a pair or a dispute both parts or neither.

What an audience must have is in its brief; its other products have only their own matter.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.subjects import BriefToCheck
from briefs.model.block import Contradiction
from briefs.model.diagnostics import Diagnostic, Fault

_SIDES = ("one_side", "other_side")
_WHOLE = frozenset({"short", "verbatim"})
"""Forms that have both sides."""


def check_coverage(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """An error for each block that must be in the brief and is not, and for each that is there without its partner, or
    with one of its two sides.
    """
    document, template = brief.document, brief.template
    lines: dict[str, int] = {}
    for unit in document.units():
        for block in unit.printed:
            lines.setdefault(block, unit.line)
    for drawn in brief.library.blocks.values():
        is_must = document.key.is_brief and drawn.block.audiences.get(document.audience) == "must"
        if is_must and drawn.id not in lines.keys() | brief.left_out | brief.absent:
            message = f'"{drawn.id}" is a must for {document.audience} but is not in the brief'
            hint = f"print it, or change its audiences in {drawn.place_of('audiences')}"
            yield Fault("must-missing", message, hint).at(template.place_of("audience"))
        partner = drawn.block.with_
        if drawn.id in lines and partner is not None and partner not in lines.keys() | brief.absent:
            message = f'"{drawn.id}" is in the brief without "{partner}"'
            hint = f"print both or neither; as a note is enough ({drawn.place_of('with_')})"
            yield Fault("pair-broken", message, hint).at(template.place(lines[drawn.id]))
    yield from _lone_sides(brief)


def _lone_sides(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """An error for each contradiction of which a brief prints one side, and neither the other nor the whole."""
    printed: dict[str, dict[str, int]] = {}
    for unit in brief.document.units():
        for form in unit.forms:
            printed.setdefault(form.block, {}).setdefault(form.field.removesuffix(".short"), unit.line)
    for name, lines in printed.items():
        drawn = brief.library.blocks.get(name)
        if drawn is None or not isinstance(drawn.block, Contradiction) or not lines.keys().isdisjoint(_WHOLE):
            continue
        for side, other in (_SIDES, _SIDES[::-1]):
            if side in lines and other not in lines:
                message = f'{side} of "{name}" is in the brief without {other}'
                yield Fault("pair-broken", message, "print both sides or neither").at(brief.template.place(lines[side]))
