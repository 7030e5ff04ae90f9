from __future__ import annotations

from briefs.report.pieces import QuotationPiece
from briefs.report.plain_text.hinted_quotations import match_quotations
from briefs.report.plain_text.text_lines import TextLines
from tests.report.builders import hints


def matched(
    text: str, *quotations: str, headings: frozenset[int] = frozenset()
) -> tuple[list[QuotationPiece], list[str]]:
    """The quotations found in `text`, and what is wrong."""
    file = hints("quotations:\n" + "".join(f"  - {{{quotation}}}\n" for quotation in quotations))
    found = match_quotations(TextLines.comparable_with(file.hints, text.split("\n")), file, headings)
    return list(found.value.values()), [str(problem) for problem in found.problems]


def test_a_quotation_goes_on_to_the_next_blank_line() -> None:
    pieces, problems = matched("Quoted\nwords\n\nText", "text: Quoted, role: pull")
    assert pieces == [QuotationPiece((1, 2), "Quoted words", "pull", "")]
    assert problems == []


def test_an_attribution_is_part_of_it_though_a_blank_line_is_between() -> None:
    hint = "text: Quoted, role: epigraph, attribution: One of them"
    for text, lines in (("Quoted\n- One of them", (1, 2)), ("Quoted\n\n– One of them\nText", (1, 3))):
        assert matched(text, hint) == ([QuotationPiece(lines, "Quoted", "epigraph", "One of them")], [])


def test_a_heading_ends_a_quotation_and_does_not_begin_one() -> None:
    pieces, _ = matched("Quoted\nQuoted\nmore", "text: Quoted, role: pull", headings=frozenset({1}))
    assert pieces == [QuotationPiece((2, 3), "Quoted more", "pull", "")]
    pieces, _ = matched("Quoted\nHeading", "text: Quoted, role: pull", headings=frozenset({2}))
    assert pieces == [QuotationPiece((1,), "Quoted", "pull", "")]


def test_the_same_first_words_are_found_twice() -> None:
    pieces, problems = matched("Quoted\n\nQuoted", "text: Quoted, role: pull", "text: Quoted, role: pull")
    assert [piece.lines for piece in pieces] == [(1,), (3,)]
    assert problems == []


def test_a_quotation_or_an_attribution_that_is_not_there_is_reported_with_the_nearest_line() -> None:
    _, problems = matched(
        "There is no void\n- Participant",
        "text: There is a void and, role: pull",
        "text: There is no void, role: epigraph, attribution: Roundtable participant",
    )
    assert problems == [
        'report.yaml:5: error: no line begins with "There is a void and" [hint-not-found]\n'
        '  hint: nearest is line 1, "There is no void"',
        'report.yaml:6: error: the line below the quotation of line 1 is not "Roundtable participant" '
        "[hint-not-found]\n"
        '  hint: nearest is line 2, "- Participant"',
    ]


def test_an_attribution_of_nothing_but_marks_is_ignored() -> None:
    assert matched("Quoted\n*", 'text: Quoted, role: pull, attribution: "*"') == (
        [QuotationPiece((1, 2), "Quoted *", "pull", "")],
        [],
    )
