"""The sentence that says what briefs summarize: written in `report.yaml`, proved against the report as a block is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefs.model.block import About
from briefs.model.block_fields import ProvedForm
from briefs.model.diagnostics import Checked, Fault, Place
from briefs.model.library import ABOUT, Drawn, Extract
from briefs.text.anchors import AnchorIndex
from briefs.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class WrittenAbout:
    """The sentence as written, and a function that gives the place of one of its fields in the file."""

    form: ProvedForm
    place_of: Callable[..., Place]


def draw_about(written: WrittenAbout, index: AnchorIndex) -> Checked[Drawn]:
    """The sentence with the passages that it rests on; without any, if one of its anchors is wrong.

    Codes: `field-invalid` if it is not one statement, and those of `AnchorIndex.resolve`.
    """
    form = written.form
    wrong = [fault.at(written.place_of("text")).about(ABOUT) for fault in _sentence_faults(form.text)]
    resolved = [index.resolve(anchor, ABOUT) for anchor in form.anchor]
    extracts = tuple(found for found in resolved if isinstance(found, Extract))
    drawn = Drawn(
        About.model_validate({"anchor": list(form.anchor), "text": form}),
        written.place_of(),
        {"anchor": extracts if len(extracts) == len(resolved) else ()},
        {name: written.place_of(name).line for name in ("text", "anchor")},
    )
    faults = ((number, fault) for number, fault in enumerate(resolved) if isinstance(fault, Fault))
    unproved = (fault.at(written.place_of("anchor", number)).about(ABOUT) for number, fault in faults)
    return Checked(drawn, (*wrong, *unproved))


def _sentence_faults(text: str) -> Iterator[Fault]:
    """What is wrong with `text` as the one statement that stands under every title."""
    if (count := len(sentences(text))) > 1:
        message, hint = f"`about` has {count} sentences", "make it one: it stands alone under every title"
        yield Fault("field-invalid", message, hint)
    elif text.rstrip("\"'”’) ").endswith("?"):
        hint = "say what the report is and whose, when it was made, and how"
        yield Fault("field-invalid", "`about` is a question", hint)
