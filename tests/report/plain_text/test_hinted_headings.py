from __future__ import annotations

from briefs.report.plain_text.hinted_headings import _longest_common_run, match_headings
from briefs.report.plain_text.text_lines import TextLines
from tests.report.builders import hints, outline, parsed


def test_headings_are_matched_in_the_order_of_the_outline() -> None:
    hints = "outline:\n" + "".join(
        f"  - {{text: {text}, level: {level}, label: {label}}}\n"
        for text, level, label in [("One", 1, "I"), ("Q", 2, "Q1"), ("Two", 1, "II"), ("Q", 2, "Q2")]
    )
    result = parsed("One\n\nTwo\n\nQ\n\n- a\n", hints)
    assert outline(result.value.children) == [
        "Section 'I' 'One'",
        "Section 'II' 'Two'",
        "  Section 'II › Q' 'Q'",
        "    List 'II › Q list 1'",
        "      Item 'II › Q item 1' 'a'",
    ]
    assert [str(d) for d in result.problems] == [
        'report.yaml:6: error: the heading "Q" is also named on line 8 [hint-not-found]\n'
        "  hint: the report does not have it twice: take one of them out"
    ]


def matched(*lines: str, outline: str) -> tuple[dict[int, str], list[str]]:
    """The labels of headings by line, and what is wrong, of an outline whose labels are its texts."""
    file = hints("outline:\n" + "".join(f"  - {{text: {text}, level: 1, label: {text}}}\n" for text in outline.split()))
    found = match_headings(TextLines.comparable_with(file.hints, list(lines)), file)
    return {line: hint.label for line, hint in found.value.items()}, [str(problem) for problem in found.problems]


def test_the_longest_run_in_the_order_of_the_outline_is_found_and_the_rest_shown_where_it_is() -> None:
    assert matched("A", "", "B", "", "C", outline="B C A") == (
        {3: "B", 5: "C"},
        [
            'report.yaml:7: error: the report has no heading "A" [hint-not-found]\n'
            "  hint: it is on line 1: keep the order of the report"
        ],
    )


def test_of_equal_lines_the_first_is_the_heading() -> None:
    assert matched("A", "A", "B", outline="A B") == ({1: "A", 3: "B"}, [])


def test_marks_of_emphasis_make_no_difference_to_a_heading() -> None:
    assert matched("***Aims* of it**", outline="Aims") == (
        {},
        [
            'report.yaml:5: error: the report has no heading "Aims" [hint-not-found]\n'
            '  hint: nearest is line 1, "Aims of it"'
        ],
    )
    assert matched("**Aims**", outline="Aims") == ({1: "Aims"}, [])


def test_headings_that_are_all_there_are_matched_without_comparing_each_with_each() -> None:
    wanted = [f"Part {number}" for number in range(20_000)]
    texts = [line for heading in wanted for line in (heading, "")]
    assert _longest_common_run(wanted, texts) == [(index, 2 * index + 1) for index in range(20_000)]
    assert _longest_common_run([*wanted[:3], "B", "A", "C"], [*wanted[:3], "A", "B", "C"])[2:] == [
        (2, 3),
        (4, 4),
        (5, 6),
    ]
