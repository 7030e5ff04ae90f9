"""Lines that a draft leaves to others."""

from __future__ import annotations

from briefs.finish.gaps import gaps_section
from briefs.model.document import List
from briefs.model.edition import Gaps
from briefs.model.inline import inline_text


def test_gaps_are_a_box_of_lines_to_complete() -> None:
    made = gaps_section(Gaps(heading="For the board", lines=("Costs", "Law in force:")), "en-GB")
    [lines] = made.content
    assert isinstance(lines, List)
    assert (inline_text(made.heading), made.style, lines.style) == ("For the board", "box", "plain")
    assert [inline_text(item.children) for item in lines.items] == [
        "Costs: [to be completed]",
        "Law in force: [to be completed]",
    ]
