"""The sentence that says what briefs summarize: written in `report.yaml`, proved against the report as a block is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefs.model.block import About
from briefs.model.block_fields import ProvedForm
from briefs.model.diagnostics import Checked, Fault, Place
from briefs.model.library import ABOUT, Drawn, Extract
from briefs.text.anchors import AnchorIndex


@dataclass(frozen=True, slots=True)
class WrittenAbout:
    """The sentence as written, and a function that gives the place of one of its fields in the file."""

    form: ProvedForm
    place_of: Callable[..., Place]


def draw_about(written: WrittenAbout, index: AnchorIndex) -> Checked[Drawn]:
    """The sentence with the passages that it rests on; without any, if one of its anchors is wrong.

    Codes: those of `AnchorIndex.resolve`.
    """
    form = written.form
    resolved = [index.resolve(anchor, ABOUT) for anchor in form.anchor]
    extracts = tuple(found for found in resolved if isinstance(found, Extract))
    drawn = Drawn(
        About.model_validate({"anchor": list(form.anchor), "text": form}),
        written.place_of(),
        {"anchor": extracts if len(extracts) == len(resolved) else ()},
        {name: written.place_of(name).line for name in ("text", "anchor")},
    )
    faults = ((number, fault) for number, fault in enumerate(resolved) if isinstance(fault, Fault))
    return Checked(drawn, tuple(fault.at(written.place_of("anchor", number)).about(ABOUT) for number, fault in faults))
