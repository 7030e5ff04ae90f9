"""Anchors made for passages."""

from __future__ import annotations

from briefs.model.library import Extract
from briefs.model.report import Footnote, Item, Paragraph
from briefs.model.typesetting import clean, typeset
from briefs.report.readers import read_report
from briefs.text.anchors import AnchorIndex
from briefs.text.new_anchors import anchor_for
from briefs.text.words import sentences_of
from tests.builders import OUTLINE, REPOSITORY, harbour_report
from tests.report.builders import report as read

AGAIN = """Findings

The keepers met in the spring, and the board met in the spring.

The boats go out at dawn and they come home again late in the evening with the tide.

Some say that the boats go out at dawn and they come home again late in the evening with the tide.

Steps

The keepers met in the spring, and the board met in the spring.
"""


def test_an_anchor_has_the_first_and_the_last_words() -> None:
    index = AnchorIndex(harbour_report())
    words = "Ferries that share a timetable could carry more bicycles in the winter months."
    anchor = anchor_for(words, "I ¶ 2", index)
    assert anchor is not None
    assert (anchor.text, anchor.scope) == ("Ferries that share … the winter months.", None)


def test_an_anchor_of_words_that_recur_says_where_they_are() -> None:
    report = read(AGAIN, OUTLINE)
    index = AnchorIndex(report)
    anchor = anchor_for("The keepers met in the spring, and the board met in the spring.", "II ¶ 1", index)
    assert anchor is not None
    assert anchor.scope == "II ¶ 1"
    assert isinstance(index.resolve(anchor, "x"), Extract)


def test_an_anchor_of_a_few_words_is_all_of_them() -> None:
    anchor = anchor_for("Some keepers asked whether", "I ¶ 3", AnchorIndex(harbour_report()))
    assert anchor is not None
    assert anchor.text == "Some keepers asked whether"


def test_words_that_are_not_there_have_no_anchor() -> None:
    index = AnchorIndex(harbour_report())
    assert anchor_for("Some masters asked whether the tides", "I ¶ 3", index) is None
    assert anchor_for("Most keepers agreed", "I ¶ 3", index) is None
    assert anchor_for("", "I ¶ 3", index) is None


def test_each_sentence_of_a_report_has_an_anchor_that_names_it_and_nothing_else() -> None:
    report = read_report(REPOSITORY / "seeds" / "connecting-the-dots", REPOSITORY).value.report
    index, notes = AnchorIndex(report), report.note_numbers()
    for leaf in report.leaves():
        if isinstance(leaf, Paragraph | Item | Footnote):
            for sentence in sentences_of(clean(leaf.text, notes)):
                anchor = anchor_for(sentence, leaf.address, index)
                assert anchor is not None, (leaf.address, sentence)
                found = index.resolve(anchor, "x")
                assert isinstance(found, Extract)
                assert (found.address, found.text) == (leaf.address, typeset(sentence))
