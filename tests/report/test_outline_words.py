"""Labels of headings rest on the headings."""

from __future__ import annotations

from briefs.report.outline_words import outline_words
from tests.report.builders import ABOUT, TWO, hints, report


def test_a_label_has_the_headings_above_it_and_its_line() -> None:
    text = ABOUT + TWO
    words = list(outline_words(report("One\n\nText.\n\nTwo\n\nMore.\n", TWO), hints(TWO)))
    assert [(one.owner, one.text, one.passages) for one in words] == [
        ("`citation`", "A report, Someone", ()),
        ('the label "I"', "I", ("One",)),
        ('the label "Second"', "Second", ("One", "Two")),
    ]
    assert words[2].place.line == text.split("\n").index("  - {text: Two, level: 2, label: Second}") + 1


def test_the_number_that_tells_labels_apart_is_not_one_that_the_report_must_have() -> None:
    twice = TWO.replace("label: Second", "label: I (2)")
    words = list(outline_words(report("One\n\nText.\n\nTwo\n\nMore.\n", twice), hints(twice)))
    assert [(one.owner, one.text) for one in words[1:]] == [('the label "I"', "I"), ('the label "I (2)"', "I")]
    alone = TWO.replace("label: Second", "label: Part (2)")
    words = list(outline_words(report("One\n\nText.\n\nTwo\n\nMore.\n", alone), hints(alone)))
    assert words[2].text == "Part (2)"


def test_the_citation_rests_on_the_title_page() -> None:
    page = "A REPORT\nPhase 1\n\nContents\n\nOne 1\n\nOne\n\nText.\n\nTwo\n\nMore.\n"
    (words, *_) = outline_words(report(page, TWO), hints(TWO))
    assert words.scope == "furniture"
    assert ["Phase 1" in one for one in words.passages] == [True]
