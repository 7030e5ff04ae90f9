"""The leaves of laid-out pages."""

from __future__ import annotations

from briefs.model.document import Figure
from briefs.render.figures.figure_drawing import draw
from tests.builders import TIMELINE
from tests.render.builders import document, layout, section, text
from tests.render.pdf.structure import elements, opened, tree


def test_a_picture_has_its_alternative_and_its_place() -> None:
    brief = Figure(TIMELINE, text("Caption"))
    pdf = opened(document(section(brief)))
    assert tree(pdf) == ["Sect", "  H2", "  Div", "    Caption", "    Figure /Alt=2010: Forum."]
    [figure] = [e for e in elements(pdf.Root.StructTreeRoot.K[0]) if e.S == "/Figure"]
    left, bottom, right, top = (float(side) for side in figure.A.BBox)
    assert (round(right - left, 1), round(top - bottom, 1)) == (442, draw(brief, 442, layout()).height)
