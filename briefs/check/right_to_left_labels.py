"""Labels of figures must be written from left to right: other letters would be neither joined nor in order."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from briefs.check.subjects import FigureToCheck
from briefs.check.wording_origins import origin_in_blocks
from briefs.model.diagnostics import Diagnostic, Fault

_RIGHT_TO_LEFT = {"R", "AL", "RLE", "RLO", "RLI"}
"""Classes of characters that are, or make others, written from right to left (UAX #9, 3.2)."""


def check_right_to_left(subject: FigureToCheck) -> Iterator[Diagnostic]:
    """An error for the first label of the figure that has such characters, at the wording that brings it there."""
    for label in subject.figure.graphic.labels:
        for character in label:
            if unicodedata.bidirectional(character) in _RIGHT_TO_LEFT:
                unit = subject.figure.unit
                place, _ = (unit and origin_in_blocks(character, unit, subject.library)) or (subject.place, "")
                message = f"{subject.owner} cannot show letters that are written from right to left yet: {label}"
                yield Fault("figure-right-to-left", message, "print these blocks as a table or a list").at(place)
                return
