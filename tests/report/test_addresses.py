from __future__ import annotations

from briefs.report.addresses import PlaceName, PlaceNames

FORUM = PlaceName("III › The Global Forum", "III Forum")


def test_a_name_is_followed_by_its_parts_with_a_label_of_their_own() -> None:
    assert FORUM.then("¶ 3", "¶3") == PlaceName("III › The Global Forum ¶ 3", "III Forum ¶3")
    assert FORUM.then("item 2").dot(4) == PlaceName("III › The Global Forum item 2.4", "III Forum item 2.4")


def test_what_is_under_no_heading_has_no_space_before_it() -> None:
    assert PlaceName("", "").then("¶ 3", "¶3") == PlaceName("¶ 3", "¶3")


def test_no_address_is_given_twice() -> None:
    names = PlaceNames()
    given = [names.unique(PlaceName(name, name)).address for name in ("I", "I", "I (2)", "I")]
    assert given == ["I", "I (2)", "I (2) (2)", "I (3)"]


def test_each_word_is_numbered_throughout() -> None:
    names = PlaceNames()
    assert [names.next(word).label for word in ("title", "quotation", "title")] == ["title 1", "quotation 1", "title 2"]
