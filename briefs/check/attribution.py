"""Who said it is kept: what it was suggested that States do is not what they do."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.scales.continued_attributions import continued_attributions
from briefs.check.scales.dropped_attributions import dropped_attributions
from briefs.check.scales.scale_words import scale_words
from briefs.check.subjects import WordingToCheck
from briefs.model.block import Benefit
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.typesetting import plain

_HINT = "say who said it, as the report does, such as “it was suggested” or “one participant felt”"


def check_attribution(wording: WordingToCheck) -> Iterator[Diagnostic]:
    """An error for wording that asserts what its passage says that somebody said, and does not say who. A lead, or what
    a benefit rests on, may say it for the block; invitations and questions assert nothing.
    """
    scale = scale_words(wording.rules)
    if scale is None or wording.field in ("lead", "ask"):
        return
    for one in dropped_attributions(wording.text, wording.passage, scale, _printed_before(wording)):
        message = f'{wording.owner} leaves out who said it; its passage has "{one.has}": {one.shown}'
        yield Fault("attribution-dropped", message, _HINT).at(wording.place)
    if wording.drawn.block.says_more is not None:
        return
    for one in continued_attributions(wording.text, wording.passage, scale, _printed_before(wording)):
        message = (
            f'{wording.owner} says what its passage has right behind "{one.has}", but not who said it: {one.shown}'
        )
        yield Fault("attribution-dropped", message, f"{_HINT}, or why that need not be said in says_more").at(
            wording.place
        )


def _printed_before(wording: WordingToCheck) -> str:
    """What is printed beside the wording: the lead of its block, and what a benefit rests on."""
    block = wording.drawn.block
    basis = block.basis.short.text if isinstance(block, Benefit) and block.basis and block.basis.short else ""
    return plain(f"{block.lead or ''} {basis if wording.field == 'short' else ''}")
