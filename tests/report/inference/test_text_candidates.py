from __future__ import annotations

from briefs.report.contents_list import ContentsEntry, ContentsList
from briefs.report.inference.text_candidates import TextHeading, candidates_of, keys_of
from briefs.report.inference.text_look import blocks_of, look_of

WRAPPED = "The villages asked for wells, and they said so again and again,\n" * 4 + "until it was done.\n"


def candidates(text: str, *listed: str) -> list[TextHeading]:
    lines = text.split("\n")
    contents = ContentsList(tuple(ContentsEntry((0,), title, "", 0) for title in listed))
    return candidates_of(lines, blocks_of(lines, set()), look_of(lines), keys_of(contents))


def test_listed_titles_within_wrapped_text_are_candidates() -> None:
    found = candidates(f"{WRAPPED}Wells and\npumps\n{WRAPPED}", "Wells and pumps")
    assert [(one.text, one.numbers, one.is_alone) for one in found] == [("Wells and pumps", (6, 7), False)]
    assert candidates(f"{WRAPPED}Wells and\npumps\n{WRAPPED}") == []


def test_a_line_that_underlines_belongs_to_its_heading() -> None:
    (found,) = candidates(f"Wells\n=====\n\n{WRAPPED}")
    assert (found.text, found.numbers, found.underlined, found.is_alone) == ("Wells", (1, 2), "=", True)


def test_the_last_line_is_no_heading() -> None:
    assert [one.text for one in candidates(f"Wells\n\n{WRAPPED}\nThe end")] == ["Wells"]


def test_acronyms_are_not_capitals() -> None:
    assert [one.is_capitals for one in candidates(f"WELLS OF OLD\n\n{WRAPPED}\nUNHCR in 3\n\n{WRAPPED}")] == [
        True,
        False,
    ]
