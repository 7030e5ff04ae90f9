"""Short labels for headings, and paragraphs that are numbered throughout."""

import pytest

from briefs.report.heading_labels import labelled, labels_of
from briefs.report.hints import STAND_INS, HeadingHint, ReportHints
from briefs.report.pieces import ItemPiece, Piece
from tests.report.recognized import heading, item, paragraph, tree


def labels(*headings: tuple[int, str]) -> list[str]:
    """The labels made for headings with these levels and texts."""
    return labels_of([HeadingHint(text=text, level=level, label="?") for level, text in headings])


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("IV. Divergence and gaps: A look at contradictions", "IV"),
        ("2.1 Findings", "2.1"),
        ("Executive summary", "Executive summary"),
        ("The Global Migration Group (GMG)", "GMG"),
        ("Where do we go from here?", "Where do we go"),
        ("Outcomes, follow-up and continuity", "Outcomes"),
        ("“Hard” versus “soft law”", "Hard versus soft"),
        ("Public advocacy of the harbours of the north", "Public advocacy"),
        ("لمحة عامة", "لمحة عامة"),
        ("مُقدِّمة", "مُقدِّمة"),
        ("क्लोनिंग के निर्देश", "क्लोनिंग के निर्देश"),
        ("东阳市歌山镇农贸市场经营管理权项目招标公告", "东阳市歌山镇农贸市场经营管理"),
        ("(c) Fees", "(c)"),
        ("c) Fees", "c"),
        ("St. Lucia", "St Lucia"),
        ("FT_Get_TrueType_Engine_Type_Of_All_Harbours_Today", "FT_Get_TrueType_Engine_Type_Of_All_Harbo"),
    ],
)
def test_a_label_is_a_number_an_acronym_or_the_first_words(text: str, label: str) -> None:
    assert labels((1, text)) == [label]


def test_labels_differ_within_one_part() -> None:
    assert labels((1, "I. Ports"), (2, "Questions"), (2, "Tides"), (3, "Questions"), (3, "Questions")) == [
        "I",
        "Questions",
        "Tides",
        "Tides questions",
        "Tides questions (2)",
    ]
    assert labels((1, "I. Ports"), (2, "Questions"), (1, "II. Tides"), (2, "Questions"))[3] == "Questions"


def test_labels_stay_short_however_deep_the_heading_is() -> None:
    under = [(2, "Depth of ports"), (3, "Tables of tides"), (2, "Size of ports"), (3, "Tables of tides")]
    assert labels((1, "Ports"), *under, (4, "Tables of tides"))[3:] == [
        "Size of ports",
        "Tables of tides (2)",
        "Tables of tides (3)",
    ]


def test_a_label_that_is_given_stays() -> None:
    given = HeadingHint(text="Ports", level=1, label="P")
    assert labels_of([given, HeadingHint(text="P", level=1, label="?")]) == ["P", "P (2)"]


def test_a_decimal_number_says_by_itself_in_which_part_it_is() -> None:
    assert tree(heading("2 Ports"), heading("2.1 Depth", 2), paragraph("Text.")) == [
        "Section '2' '2 Ports'",
        "  Section '2 › 2.1 Depth' '2.1 Depth'",
        "    Paragraph '2 › 2.1 Depth ¶ 1' 'Text.'",
    ]


def test_paragraphs_numbered_through_several_headings_are_cited_by_their_numbers() -> None:
    pieces: list[Piece] = [heading("One")]
    for number in range(1, 10):
        pieces += [heading("Two")] if number == 5 else []
        pieces += [item(f"{number}.", f"Text {number}."), item("(a)", "Part.", f"n{number}", 1)]
    shown = tree(*pieces)
    assert "    Item 'para 9' 'Text 9.'" in shown
    assert "        Item 'para 9.1' 'Part.'" in shown


def test_a_short_list_is_cited_by_its_place() -> None:
    shown = tree(heading("One"), item("1.", "A."), heading("Two"), item("2.", "B."), item("3.", "C."))
    assert "    Item 'Two item 1' 'B.'" in shown


def test_very_many_equal_headings_get_numbers_each_of_which_is_looked_for_once() -> None:
    found = labels(*[(1, "Tides")] * 5_000)
    assert (found[0], found[1], found[-1]) == ("Tides", "Tides (2)", "Tides (5000)")


def test_a_number_that_a_label_of_its_own_has_is_passed_over() -> None:
    outline = [(1, "?", "Tides"), (1, "Tides (3)", "Boats"), (1, "?", "Tides"), (1, "?", "Tides")]
    hints = [HeadingHint(level=level, label=label, text=text) for level, label, text in outline]
    assert labels_of(hints) == ["Tides", "Tides (3)", "Tides (2)", "Tides (4)"]


def test_of_several_runs_of_numbers_an_item_goes_on_with_that_of_its_list_or_else_the_last() -> None:
    pieces: list[Piece] = []
    for number in range(1, 9):
        marker = f"{number}."
        pieces += [heading(f"Part {number}"), item(marker, "Tides", "a"), item(marker, "Boats", "b")]
    pieces += [item("9.", "Neither list", "c"), item("9.", "Tides", "a")]
    changed = labelled(pieces, ReportHints.model_validate(STAND_INS))
    cited = [piece.cited_as for piece in changed if isinstance(piece, ItemPiece)]
    assert cited == [*(f"para {number}" for number in range(1, 9) for _ in "ab"), "para 9", "para 9"]
