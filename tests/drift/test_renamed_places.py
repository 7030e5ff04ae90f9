"""Places of the accepted report by their present names."""

from __future__ import annotations

import pytest

from briefs.drift.renamed_places import RenamedPlaces
from briefs.drift.report_lock import ReportLock

OLD = (("I ¶ 1", "All met."), ("II ¶ 1", "Some left."), ("II ¶ 2", "One came back."), ("II › Aims item 1", "Aim one."))
NEW = (
    ("I ¶ 1", "All met."),
    ("II ¶ 1", "This is new."),
    ("III ¶ 1", "This too."),
    ("III ¶ 2", "Some  left."),
    ("III ¶ 3", "One came back."),
    ("III › Goals item 1", "Aim one."),
    ("III › Goals item 2", "Aim two."),
)


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("I", "I"),
        ("II", "III"),
        ("II ¶ 2", "III ¶ 3"),
        ("II › Aims", "III › Goals"),
        ("II › Aims item 1", "III › Goals item 1"),
        ("IV", None),
    ],
)
def test_a_place_is_where_most_of_its_parts_are(scope: str, expected: str | None) -> None:
    assert RenamedPlaces(ReportLock("", OLD), NEW).name_of(scope) == expected


def test_parts_that_stand_twice_or_disagree_say_nothing() -> None:
    lock = ReportLock("", OLD[:3])
    assert RenamedPlaces(lock, (("V ¶ 1", "Some left."), ("VI ¶ 2", "One came back."))).name_of("II") is None
    assert RenamedPlaces(lock, (("V ¶ 1", "All met."), ("VI ¶ 1", "All met."))).name_of("I") is None
