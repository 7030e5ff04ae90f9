"""The passages of a report that are nearest to a text."""

from __future__ import annotations

from briefs.text.nearest_passages import nearest_passages
from tests.builders import harbour_report


def test_the_nearest_passage_has_the_rarest_words_of_the_text() -> None:
    found = nearest_passages("In winter, ferries could also carry bicycles.", harbour_report())
    assert [one.leaf.label for one in found][:1] == ["I ¶2"]
    assert found[0].text == "Ferries that share a timetable could carry more bicycles in the winter months."
    assert 0.5 < found[0].share <= 1


def test_two_sentences_that_have_different_words_of_the_text_are_one_passage() -> None:
    found = nearest_passages("One keeper saw no need for a timetable that would reduce waiting.", harbour_report())
    assert found[0].text.startswith("Most keepers agreed")
    assert found[0].text.endswith("saw no need for it.")


def test_a_text_about_something_else_has_no_passage() -> None:
    assert nearest_passages("Zebras graze on Mars.", harbour_report()) == ()
    assert nearest_passages("", harbour_report()) == ()


def test_passages_come_in_order_of_their_nearness() -> None:
    found = nearest_passages("The board should publish the tides each week.", harbour_report())
    shares = [one.share for one in found]
    assert shares == sorted(shares, reverse=True)
    assert len({one.leaf.address for one in found}) == len(found) <= 3
