from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.model.note_marks import footnote_numbers, without_note_marks
from briefs.model.typesetting import clean
from briefs.report.running_text import RunningText, single_spaced, superscript


def text(*parts: str | int | tuple[str]) -> str:
    """Words, numbers of notes that are called, and words that are emphasised, as one text."""
    running = RunningText()
    for part in parts:
        if isinstance(part, int):
            running.call(part)
        elif isinstance(part, tuple):
            running.add(part[0], is_emphasis=True)
        else:
            running.add(part)
    return running.text()


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("a ", ("b",), " c"), "a *b* c"),
        (("a", (" b ",), "c"), "a *b* c"),
        (("a ", ("b",), " ", ("c",), " d"), "a *b c* d"),
        ((("all",), " ", ("of it",)), "all of it"),
        ((("all",), 1), "all¹"),
        (("a", ("…",), "b"), "a…b"),
        (("\n a\t\u00a0b ", "c  "), "a \u00a0b c"),
    ],
)
def test_emphasis_is_around_words(parts: tuple[str], expected: str) -> None:
    assert text(*parts) == expected


def test_a_call_follows_its_word_and_calls_are_told_apart() -> None:
    assert text("agreed ", 1, ".", " Then ", ("so",), 2, 13, " on") == "agreed¹. Then *so*²,¹³ on"
    assert text(1, " alone") == "¹ alone"
    notes = frozenset({1, 2, 13})
    assert footnote_numbers(text("a", 2, 13, 1), notes) == (2, 13, 1)


def test_a_call_behind_a_unit_is_no_power() -> None:
    made = text("5 km", 2, " wide")
    assert footnote_numbers(made, {2}) == (2,)
    assert without_note_marks(made, {2}) == "5 km wide"


def test_an_asterisk_that_is_printed_is_none_of_emphasis() -> None:
    assert clean(text("p* and 5 * 3 and 3*4")) == "p∗ and 5 ∗ 3 and 3*4"


def test_numbers_are_raised_and_spaces_single() -> None:
    assert superscript(120) == "¹²⁰"
    assert single_spaced(" a\n\n b\u2028c\x0b") == "a b c"


@given(st.lists(st.tuples(st.text("ab *¹\n", max_size=6), st.booleans()), max_size=8))
def test_no_word_is_lost(parts: list[tuple[str, bool]]) -> None:
    running = RunningText()
    for words, is_emphasis in parts:
        running.add(words, is_emphasis)
    made = running.text()
    assert made == single_spaced(made)
    wanted = "".join(words for words, _ in parts).replace("*", "∗").split()
    assert "".join(made.replace("*", "").split()) == "".join(wanted)
