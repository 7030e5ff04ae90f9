"""A brief has every block that is a must for its audience, and both blocks of a pair or neither.

What an audience must have is in its brief; its other products have only their own matter.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.subjects import BriefToCheck
from briefs.model.diagnostics import Diagnostic, Fault


def check_coverage(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """An error for each block that must be in the brief and is not, and for each that is there without its partner."""
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
