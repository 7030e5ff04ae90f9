"""What `briefs redline` says of what changed."""

from __future__ import annotations

import pytest

from briefs.cli.redline_summary import redline_json, summary
from briefs.model.document import Document
from briefs.model.redlined import Difference, Redline, WordCounts
from briefs.pipeline.redlined_brief import Redlined
from tests.render.builders import document, section

EDITION: Document = document(section())
WORDS = Difference("paragraph", "reworded", "It may.", "It can.", "Issue", "issue/u", section_id="issue")
MOVED = Difference("heading", "moved", "Why", "Why", "Why", section_id="why")
SOURCES = Difference("paragraph", "reworded", "1 ES 2", "1 ES 3", "Sources by paragraph", section_id="sources")
TAG = Difference("tag", "deleted", section="Issue", section_id="issue")


def made(*changes: Difference) -> Redlined:
    return Redlined("report", Redline(EDITION, EDITION, EDITION, changes, WordCounts(2, 1)), "0.3", ())


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ((), "nothing has changed since 0.3"),
        ((WORDS, MOVED, SOURCES), "2 changes since 0.3 (1 reworded, 1 moved): 2 words in, 1 word out"),
        ((SOURCES,), "nothing has changed since 0.3 but what the program adds, under “Sources by paragraph”"),
        ((TAG,), "nothing has changed since 0.3 but what the program adds"),
    ],
)
def test_changes_are_counted_without_those_that_follow_from_others(changes: tuple[Difference, ...], said: str) -> None:
    assert summary(made(*changes)) == said


def test_other_programs_get_all_changes() -> None:
    found = redline_json(made(WORDS, SOURCES))
    assert [change["section"] for change in found["changes"]] == ["Issue", "Sources by paragraph"]
    assert not found["unchanged"]
