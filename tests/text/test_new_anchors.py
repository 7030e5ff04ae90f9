"""Anchors made for passages."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis.strategies import DataObject, data, lists, sampled_from

from briefs.model.block_fields import Anchor
from briefs.model.library import Extract
from briefs.model.report import Footnote, Item, Paragraph
from briefs.model.typesetting import clean, typeset
from briefs.report.readers import read_report
from briefs.text.anchors import AnchorIndex, occurrences
from briefs.text.new_anchors import anchor_for, shortest_anchor
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


def test_no_anchor_is_made_of_characters_that_cannot_be_printed() -> None:
    text = "\x1b[31mThe keepers of the harbour met. All boats stay in the harbour at night."
    index = AnchorIndex(read(f"Findings\n\n{text}\n\nSteps\n\nNo.\n", OUTLINE))
    assert anchor_for("\x1b[31mThe keepers of the harbour met.", "I ¶ 1", index) is None
    assert anchor_for("All boats stay in the harbour at night.", "I ¶ 1", index) is not None


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


def fewest(words: str, index: AnchorIndex, address: str, scope: str | None) -> int | None:
    """The fewest words of an anchor that names `words` alone, found by trying all."""
    said = words.split()
    counts = []
    for first in range(3, len(said) - 2):
        for last in range(3, len(said) - first + 1):
            text = f"{' '.join(said[:first])} … {' '.join(said[-last:])}"
            if is_named(Anchor.model_validate({"text": text, "in": scope}), words, index, address):
                counts.append(first + last)
    if is_named(Anchor.model_validate({"text": words, "in": scope}), words, index, address):
        counts.append(len(said))
    return min(counts, default=None)


def is_named(anchor: Anchor, words: str, index: AnchorIndex, address: str) -> bool:
    found = index.resolve(anchor, "")
    return isinstance(found, Extract) and found.address == address and found.text == typeset(words)


@given(data())
@settings(max_examples=150, deadline=None)
def test_no_anchor_has_fewer_words(pick: DataObject) -> None:
    words = lists(sampled_from(["ash", "beech", "cedar"]), min_size=1, max_size=14)
    texts = [" ".join(one) for one in pick.draw(lists(words, min_size=1, max_size=3))]
    index = AnchorIndex(
        read("Findings\n\n" + "\n\n".join(f"{text}." for text in texts) + "\n\nSteps\n\nNo.\n", OUTLINE)
    )
    number = pick.draw(sampled_from(range(len(texts))))
    said = texts[number].split()
    low = pick.draw(sampled_from(range(len(said))))
    passage = " ".join(said[low : pick.draw(sampled_from(range(low, len(said)))) + 1])
    [node] = index.nodes_at(f"I ¶ {number + 1}")
    at = pick.draw(sampled_from([found[0] for found in occurrences(node.plain, passage)]))
    anchor = shortest_anchor(node, at, at + len(passage), index)
    if anchor is None:
        assert len(list(occurrences(node.plain, passage))) > 1
        return
    found = index.resolve(anchor, "")
    assert isinstance(found, Extract)
    assert (found.address, found.start, found.end) == (node.leaf.address, at, at + len(passage))
    if len(list(occurrences(node.plain, passage))) == 1:
        best = fewest(passage, index, node.leaf.address, anchor.scope)
        assert best == len(anchor.text.replace(" … ", " ").split())
        assert anchor.scope is None or fewest(passage, index, node.leaf.address, None) is None


def test_words_at_one_end_are_added_where_only_those_tell_places_apart() -> None:
    text = "The boats go out at dawn with one crew. The boats go out at dawn with many nets and one crew."
    index = AnchorIndex(read(f"Findings\n\n{text}\n\nSteps\n\nNo.\n", OUTLINE))
    anchor = anchor_for("The boats go out at dawn with many nets and one crew.", "I ¶ 1", index)
    assert anchor is not None
    assert anchor.text == "The boats go out at dawn with many … and one crew."


def test_an_anchor_is_found_quickly_in_a_report_that_repeats_itself() -> None:
    line = "the board of the harbour met and the board of the harbour agreed "
    index = AnchorIndex(read(f"Findings\n\n{line * 3000}at last\n\nSteps\n\n{line * 300}\n", OUTLINE))
    [node] = index.nodes_at("I ¶ 1")
    start = len(node.plain) - len(line * 4 + "at last")
    anchor = shortest_anchor(node, start, len(node.plain), index)
    assert anchor is not None
    assert isinstance(index.resolve(anchor, ""), Extract)
