"""Lines put together from words are the same as lines shaped whole."""

from __future__ import annotations

from functools import cache

from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefs.render.pdf.copy_alphabets import characters_of
from briefs.render.pdf.line_composing import LineComposer
from tests.render.pdf.test_line_shaping import shaper

ALPHABETS = (1, 2, 5)
NAMES = st.lists(st.text(sorted(characters_of(ALPHABETS) - {" ", "\u00a0"}), min_size=1, max_size=9), max_size=4)


@cache
def _both() -> tuple[LineComposer, LineComposer]:
    """What puts lines together, and what never does."""
    whole = LineComposer(shaper(*ALPHABETS))
    whole.is_right = False
    return LineComposer(shaper(*ALPHABETS)), whole


@settings(max_examples=100, deadline=None)
@given(NAMES, st.integers(1, 10**6), st.integers(1, 10**6))
@example(["AV", "TA", "Ya", "L’Y", "WÄ"], 111, 71)
@example(["ffi", "Th", "tt"], 10, 1000)
def test_a_line_put_together_is_the_same_as_one_shaped_whole(words: list[str], number: int, total: int) -> None:
    composed, whole = _both()
    line = f"For: {' '.join(words)} · Copy\u00a0{number}\u00a0of\u00a0{total}"
    room = 1 << 30
    assert composed.shaped(line, room) == whole.shaped(line, room)


def test_lines_are_put_together() -> None:
    composed, _ = _both()
    assert composed.is_right
    line = "For: Ana GARCÍA · Copy\u00a012345\u00a0of\u00a044000"
    assert composed._composed(line, 1 << 30) == composed.shaped(line, 1 << 30)
    assert composed._composed(line, 10) is None
    assert composed._composed("For: two  spaces", 1 << 30) is None


def test_where_a_font_looks_beyond_a_space_lines_are_shaped_whole() -> None:
    made = shaper()
    shaped = made.shaped
    made.shaped = lambda text, room: f"{shaped(text, room)}*"  # type: ignore[method-assign]
    composer = LineComposer(made)
    assert not composer.is_right
    assert (composer.shaped("Ana DOE", made.room) or "").endswith("*")
