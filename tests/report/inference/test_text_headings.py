from __future__ import annotations

import pytest

from briefs.report.contents_list import find_contents, indent_of
from briefs.report.inference.text_candidates import TextHeading
from briefs.report.inference.text_headings import infer_headings
from briefs.report.inference.text_look import blocks_of, look_of

LONG = (
    "The villages asked for wells, and they said so again and again, until somebody came and listened to them at last."
)


def found(text: str) -> list[tuple[int, str]]:
    lines = text.split("\n")
    contents = find_contents(lines, [float(indent_of(line)) for line in lines])
    listed = {index + 1 for index in contents.lines} if contents else set()
    headings = infer_headings(lines, blocks_of(lines, listed), look_of(lines), contents)
    return [(heading.level, heading.text) for heading in headings]


def paragraphs(*parts: str) -> str:
    return "\n\n".join(part or LONG for part in ("A title", "", *parts, "")) + "\n"


def test_short_lines_apart_over_paragraphs_are_headings() -> None:
    assert found(paragraphs("Wells of old", "", "Pumps", "", "- one\n- two", "Money", "- three")) == [
        (1, "Wells of old"),
        (1, "Pumps"),
        (1, "Money"),
    ]


def test_numbers_give_levels() -> None:
    text = paragraphs("1. Wells", "", "1.1 Depth", "", "1.2 Width", "", "2. Pumps", "", "Annex: Names", "")
    assert found(text) == [(1, "1. Wells"), (2, "1.1 Depth"), (2, "1.2 Width"), (1, "2. Pumps"), (1, "Annex: Names")]


def test_numbers_of_list_items_do_not() -> None:
    text = paragraphs("1. Dig wells.", "2. Buy pumps", "", "1. Ask first.", "2. Dig later.", "3. Pay at the end", "")
    assert found(text) == []


def test_numbered_sentences_are_points_of_a_list() -> None:
    points = "1. Most people want more wells than there are.", "2. Some of them want pumps with a motor too."
    assert found(paragraphs("SUMMARY", *points, "WELLS", "", "PUMPS", "")) == [
        (1, "SUMMARY"),
        (1, "WELLS"),
        (1, "PUMPS"),
    ]


def test_a_short_line_under_a_heading_is_one_too_and_a_question_over_a_line_is_none() -> None:
    short = "They would allow every village to have water."
    text = paragraphs("WHAT WAS SAID", "Benefits", short, "Doubts", short, "Who should pay for the pumps?", short, "")
    assert found(text) == [(1, "WHAT WAS SAID"), (2, "Benefits"), (2, "Doubts")]


def test_lines_that_underline_give_levels_in_the_order_in_which_they_begin() -> None:
    assert found(paragraphs("Wells\n-----", "", "Depth\n=====", "", "Pumps\n-----", "")) == [
        (1, "Wells"),
        (2, "Depth"),
        (1, "Pumps"),
    ]


def test_the_contents_list_gives_levels_and_names_what_looks_like_text() -> None:
    contents = "Contents\nI. Wells\t1\nDepth\t2\nII. Pumps\t3\nPower\t4"
    text = paragraphs(contents, "", "I. Wells", "", "Depth", "", "II. Pumps", "", "Power", "", "Other", "")
    assert found(text) == [(1, "I. Wells"), (2, "Depth"), (1, "II. Pumps"), (2, "Power"), (3, "Other")]


def test_capitals_and_usual_titles_are_headings_and_capitals_are_higher() -> None:
    assert found(paragraphs("WELLS OF OLD", "", "Recommandations", "")) == [(1, "WELLS OF OLD"), (2, "Recommandations")]


def test_sentences_bullets_captions_and_verses_are_none() -> None:
    for line in (
        "They dug wells.",
        "- Wells",
        "Table 3: Wells",
        "a well, in small letters",
        "http://example.org/wells",
    ):
        assert found(paragraphs(line, "")) == []
    assert found(paragraphs("One line", "Two lines", "Three lines", "Four lines", "Five lines", "")) == []


def test_in_wrapped_text_a_heading_may_stand_right_over_its_paragraph() -> None:
    body = (
        "The villages asked for wells, and they said so again and again,\n"
        "until somebody came and listened to them at last, and then it\n"
        "was done as they had said that it should be done from the very\n"
        "beginning of it.\n"
    )
    assert found(f"A title\n\n{body}\nWells of old\n{body}\nPumps\n{body}") == [(1, "Wells of old"), (1, "Pumps")]


def test_headings_in_other_scripts_are_found() -> None:
    arabic = "أولا: مقدمة", "ثانيا: التوصيات"
    long = "طلبت القرى الآبار وقالت ذلك مرارا وتكرارا حتى جاء أحدهم واستمع إليها في النهاية." * 2
    assert found("\n\n".join(("عنوان", long, arabic[0], long, arabic[1], long))) == [(1, arabic[0]), (1, arabic[1])]
    chinese = (
        "村庄要求打井，他们一再这样说，直到有人终于来听他们说话，然后事情就按照他们从一开始就说应该做的那样做了。" * 3
    )
    assert found("\n\n".join(("标题", chinese, "第一章 水井", chinese, "第二章 水泵", chinese))) == [
        (1, "第一章 水井"),
        (1, "第二章 水泵"),
    ]


def test_headings_are_not_compared_each_with_each(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def is_capitals(one: TextHeading) -> bool:
        asked.append(one)
        return one.text.isupper()

    monkeypatch.setattr(TextHeading, "is_capitals", property(is_capitals))
    headings = [f"{number}. Wells" for number in range(1, 101)]
    assert len(found(paragraphs(*(part for heading in headings for part in (heading, ""))))) == 100
    assert len(asked) < 1000
