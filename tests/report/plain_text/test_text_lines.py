from __future__ import annotations

from briefs.report.plain_text.text_lines import TextLines, quoted, split_lines
from tests.report.builders import ONE, hints


def text_lines(*lines: str) -> TextLines:
    return TextLines.comparable_with(hints(ONE).hints, list(lines))


def test_lines_end_as_on_any_system_and_the_last_needs_no_end() -> None:
    assert split_lines("a\r\nb\rc\n") == split_lines("a\nb\nc") == ["a", "b", "c"]
    assert split_lines("a\fb\u2028c\n\n") == ["a\fb\u2028c", ""]


def test_only_the_beginning_of_a_long_line_is_compared() -> None:
    assert text_lines("*a* b", "a" * 300).plain == ("a b", "a" * 203 + "…")


def test_a_line_of_white_space_is_blank() -> None:
    lines = text_lines(" \t", "a")
    assert (lines.is_blank(1), lines.is_blank(2)) == (True, False)


def test_lines_are_found_by_their_words_and_by_whole_words_at_their_beginning() -> None:
    lines = text_lines("Twofold", "Two", "Two of them", "*Two*")
    assert lines.equal_to("Two") == [2, 4]
    taken: tuple[set[int], ...] = (set(), {2}, {2, 3, 4})
    assert [lines.first_beginning("Two", numbers) for numbers in taken] == [2, 3, None]


def test_the_nearest_line_is_shown_with_as_much_of_it_as_there_is_room_for() -> None:
    long = f"There is no void {'and so on ' * 9}".strip()
    assert text_lines("Else", long).nearest("There is a void") == f'nearest is line 2, "{long[:60]}…"'
    assert text_lines("Else").nearest("There is a void") == ""


def test_a_line_that_only_has_quotation_marks_more_is_shown_with_them() -> None:
    lines = text_lines("Else", "“There is a void, and voids get filled.”")
    assert (
        lines.nearest("There is a void") == "line 2 has quotation marks: write “There is a void, and voids get filled.”"
    )
    assert lines.nearest('"There is no void, and') == 'nearest is line 2, "There is a void, and voids get filled."'


def test_words_in_quotation_marks_are_not_given_others() -> None:
    assert [quoted(text) for text in ("a", "“a”", "«\u202fa", '"a"')] == ['"a"', "“a”", "«\u202fa", '"a"']
