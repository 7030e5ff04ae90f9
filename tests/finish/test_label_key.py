"""The key to the labels of places."""

from __future__ import annotations

import pytest

from briefs.finish.label_key import LONGEST, label_key
from briefs.model.phrases import ENGLISH

HEADINGS = {
    "ES": "VII. Executive summary",
    "III GMG": "The Global Migration Group (GMG)",
    "IV": "IV. Divergence and gaps: A look at contradictions, false opposites and intersections",
    "Annex": "Annex: Participants list",
}


def key(*labels: str) -> str:
    """The key, with `~` for a space at which no line breaks."""
    return label_key(labels, HEADINGS, ENGLISH).replace("\u00a0", "~")


def test_one_example_of_each_kind_of_label_is_explained_with_the_heading_of_the_report() -> None:
    assert key("III GMG ¶2", "ES 16.2.4", "III GMG ¶3", "ES 7", "fn 7", "fn 8") == (
        "Key: III~GMG~¶2: The Global Migration Group (GMG), paragraph 2; "
        "ES~16.2.4: Executive summary, point 16.2.4; fn~7: footnote 7."
    )


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("fn 1, p. iv", "fn 1, p. iv: footnote 1 on page iv"),
        ("en iv", "en iv: endnote iv"),
        ("para 12", "para 12: paragraph 12 of the report"),
        ("picture 2", "picture 2: picture 2 of the report"),
        ("quotation 3", "quotation 3: quotation 3 of those set apart in the report"),
    ],
)
def test_notes_and_what_is_counted_through_the_report_are_explained(label: str, said: str) -> None:
    assert key(label).replace("~", " ") == f"Key: {said}."
    assert key(label, label.replace("12", "13")) == key(label)


def test_labels_that_explain_themselves_need_no_key() -> None:
    assert key("Annex", "III GMG item 3", "III GMG item 3 ¶2", "Annex row 4") == ""
    assert key("Annex table 2 row 1", "Annex table head", "para 12 ¶2") == ""


def test_a_long_heading_or_one_that_the_report_does_not_have_is_not_an_example() -> None:
    assert key("IV ¶1", "X 3", "¶2") == ""
    assert key("IV ¶1", "ES ¶2") == "Key: ES~¶2: Executive summary, paragraph 2."


def test_the_key_has_at_most_two_lines() -> None:
    long = dict.fromkeys(("A" * 40, "B" * 40), "Word " * 9)
    labels = (f"{'A' * 40} ¶1", f"{'B' * 40} 2", "fn 7")

    made = label_key(labels, long, ENGLISH)

    assert len(made) <= LONGEST + len("Key: .")
    assert "footnote" not in made


def test_acronyms_in_labels_are_expanded_if_no_example_does_and_there_is_room() -> None:
    expansions = {"GMG": "Global Migration Group", "RCPs": "regional consultative processes", "IV": "x" * LONGEST}
    labels = ("ES 7", "III RCPs item 1", "III GMG item 2")
    assert label_key(labels, HEADINGS, ENGLISH, expansions).replace("\u00a0", "~") == (
        "Key: ES~7: Executive summary, point 7; RCPs: regional consultative processes; GMG: Global Migration Group."
    )
    explained = label_key(("III GMG ¶2", "IV ¶1"), HEADINGS, ENGLISH, expansions)
    assert explained.replace("\u00a0", "~") == "Key: III~GMG~¶2: The Global Migration Group (GMG), paragraph 2."
