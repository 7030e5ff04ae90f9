"""Where the parts of a divided box end."""

from __future__ import annotations

from typing import Any

import pytest

from briefs.model.document import List
from briefs.model.sheet import TypeSize
from briefs.render.pdf.pages import LaidOut, lay_out
from tests.render.builders import document, item, layout, paragraph, section, unit

LONG = "Words that fill a line of the page and go on until they have filled it and one more. " * 4


def parts(laid_out: LaidOut) -> list[Any]:
    """The parts of the box, page by page."""
    boxes = (box for page in laid_out.rendering.pages for box in page._page_box.descendants())
    return [box for box in boxes if box.element_tag == "section" and "box" in box.element.get("class", "").split()]


def last_line(part: Any) -> float:
    lines = (box for box in part.descendants() if type(box).__name__ == "LineBox")
    return float(max(line.position_y + line.height for line in lines))


@pytest.mark.parametrize("before", [6, 8, 10])
@pytest.mark.parametrize("size", [11, 18])
def test_each_part_of_a_box_ends_with_its_text(before: int, size: TypeSize) -> None:
    listed = List(tuple(item(LONG, unit(f"u{number}", number=number)) for number in range(1, 25)), "numbered")
    made = document(section(*[paragraph("Line.")] * before), section(listed, heading="Overview", style="box"))
    found = parts(lay_out(made, layout(size=size)))
    assert len(found) > 1
    for part in found:
        (ground,) = part.background.layers
        assert ground.painting_area[1] + ground.painting_area[3] == part.border_box_y() + part.border_height()
        assert part.content_box_y() + part.height == pytest.approx(last_line(part), abs=0.5)
