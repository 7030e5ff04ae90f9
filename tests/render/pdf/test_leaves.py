"""The leaves of laid-out pages."""

from __future__ import annotations

from briefs.model.document import (
    Drawing,
    Figure,
)
from tests.render.builders import document, section, text
from tests.render.pdf.structure import elements, opened, tree


def test_a_picture_has_its_alternative_and_its_place() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="48"><rect width="96" height="48"/></svg>'
    pdf = opened(document(section(Figure((Drawing(svg, 72),), "A bar", text("Caption")))))
    assert tree(pdf) == ["Sect", "  H2", "  Div", "    Caption", "    Figure /Alt=A bar"]
    [figure] = [e for e in elements(pdf.Root.StructTreeRoot.K[0]) if e.S == "/Figure"]
    left, bottom, right, top = (float(side) for side in figure.A.BBox)
    assert (round(right - left, 1), round(top - bottom, 1)) == (72, 36)
