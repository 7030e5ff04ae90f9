from __future__ import annotations

from briefs.report.inference.text_look import blocks_of, emphasis, look_of


def test_a_text_is_wrapped_if_paragraphs_go_over_full_lines() -> None:
    wrapped = ["   " + "words " * 11] * 6 + ["   end."]
    assert look_of([*wrapped, "", *wrapped]).is_wrapped
    assert look_of(wrapped).indent == 3
    assert not look_of(["words " * 60, "", "words " * 50, "", "Short"]).is_wrapped
    assert look_of([]).width == 0


def test_blocks_know_the_blank_lines_around_them() -> None:
    blocks = blocks_of(["", "", "a", "b", "", "c", "x", "d", ""], {7})
    assert [(block.numbers, block.above, block.below) for block in blocks] == [
        ((3, 4), 2, 1),
        ((6,), 1, 0),
        ((8,), 0, 1),
    ]


def test_emphasis_is_that_around_the_whole_line() -> None:
    lines = ("*One*", "**One**", "***One* two**", "*One* two", "*One* and *two*", "One")
    assert [emphasis(line) for line in lines] == ["*", "**", "**", "", "", ""]
