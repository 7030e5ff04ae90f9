"""What is collected after the cut."""

from __future__ import annotations

from briefs.fit.collecting import merged


def test_labels_that_begin_alike_are_merged_in_the_order_of_their_numbers() -> None:
    labels = ("IV Framework item 10", "ES 7", "IV Framework item 2", "II Agreement ¶3", "II Agreement ¶1")
    assert merged(labels) == "IV Framework items 2, 10; ES 7; II Agreement ¶1, ¶3"


def test_a_label_of_one_word_stands_for_itself() -> None:
    assert merged(("Annex", "ES 7")) == "Annex; ES 7"


def test_a_source_tag_breaks_only_between_places() -> None:
    assert merged(("II Loaded term ¶3", "ES 6"), breaks=False) == "II\u00a0Loaded\u00a0term\u00a0¶3; ES\u00a06"
