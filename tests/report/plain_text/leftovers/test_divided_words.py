from __future__ import annotations

from briefs.report.plain_text.leftovers.divided_words import divided_words


def found(*lines: str, known: set[int] | None = None) -> list[tuple[int, str, str]]:
    return [(number, fault.message, fault.hint) for number, fault in divided_words(lines, known or set())]


def test_a_word_divided_at_the_end_of_a_line_is_shown_in_one_piece() -> None:
    assert found("The tide was re-", "ported by the har-", "", "bour board.") == [
        (
            1,
            'the word "re-" is divided at the end of the line; also on line 2',
            'write "reported", or "re-ported" if the word has a hyphen, on one line: otherwise a space is printed too',
        )
    ]


def test_other_hyphens_at_the_end_of_a_line_divide_nothing() -> None:
    assert found("The pre-", "and post-war quays, and 12-", "tonne boats; North-", "South; a dash -", "here") == []
    assert found("A heading re-", "ported", known={1}) == []


def test_the_lines_behind_are_not_copied_for_each_hyphen() -> None:
    class Lines(list[str]):
        def __getitem__(self, at: object) -> str:  # type: ignore[override]  # no slices here
            assert isinstance(at, int), "a copy of the lines for each of them takes the square of their number"
            return super().__getitem__(at)

    assert len(list(divided_words(Lines(["The har-", "", "bour"] * 3), ()))) == 1
