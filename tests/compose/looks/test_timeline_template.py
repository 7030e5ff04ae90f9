"""The shipped template of timelines: dates as they are told apart."""

from __future__ import annotations

from pathlib import Path

from briefs.model.document import Figure
from briefs.model.figure import Timeline
from tests.compose.builders import composed

ROOT = Path(__file__).parents[3]
DATES = """kind: date
blocks:
  - {id: date.talks, anchor: The board should … bicycles in 2011, when: "February [2011]", sort: 2011-02, short: Talks}
  - {id: date.forum, anchor: The board should … bicycles in 2011, when: "[2011]", sort: "2011", short: Forum}
  - {id: date.report, anchor: The board should … bicycles in 2011, when: "[2011]", sort: "2011", short: Report}
  - {id: date.later, anchor: The keepers will meet … spring of 2012, when: "2012", sort: "2012", short: Dialogue}
"""
FIGURE = """kind: figure
blocks:
  - id: fig.dates
    anchor: Most keepers agreed … at the quay
    short: Dates
    of: [date.later, date.report, date.forum, date.talks]
"""


def test_a_year_alone_after_a_month_of_it_says_that_no_month_is_given(tmp_path: Path) -> None:
    template = (ROOT / "templates" / "blocks" / "timeline.html").read_text(encoding="utf-8")

    made = composed(
        tmp_path, '## Issue\n\n{{ timeline("fig.dates") }}\n', {"timeline": template}, date=DATES, figure=FIGURE
    )

    (figure,) = made.sections[0].content
    assert isinstance(figure, Figure)
    assert isinstance(figure.graphic, Timeline)
    assert figure.graphic.heads == ("February [2011]", "[2011], no month given", "[2011]", "2012")
