"""What became of each paragraph as sent."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from briefs.model.marked_file import CellPlace, MarkedFile, Span
from briefs.model.sent_text import SentParagraph
from briefs.review.matches import Match
from briefs.review.matching import match
from tests.review.sent import (
    ANNA,
    BEN,
    BOARD,
    BOATS,
    FERRIES,
    KEEPERS,
    cells,
    gone,
    ins,
    line,
    own,
    returned,
    row,
    unit,
)

ROOT = Path(__file__).parents[2]
OFFICE = shutil.which("soffice")
SENT = (own("heading s", "Findings"), unit("u1", FERRIES), unit("u2", KEEPERS), unit("u3", BOARD), unit("u4", BOATS))


def found(file: MarkedFile, sent: tuple[SentParagraph, ...] = SENT) -> dict[str, Match]:
    """The matches by the keys of what was sent; new text by its words. Each paragraph is in one match."""
    made = match(sent, file)
    keys = [one.key for each in made.matches for one in each.sent]
    assert sorted(keys) == sorted(one.key for one in sent)
    indices = [one.index for each in made.matches for one in each.marked] + [one.index for one in made.apart]
    assert sorted(indices) == [one.index for one in file.paragraphs]
    return {" + ".join(one.key for one in each.sent) or f"new: {each.final}": each for each in made.matches}


# What finds a paragraph


def test_a_bookmark_says_which_unit_it_is_however_it_is_reworded() -> None:
    made = found(returned(line("Findings"), line("Nothing of it is left at all.", unit="u1"), line(KEEPERS, unit="u2")))
    assert (made["s/u1"].final, made["s/u1"].found_by) == ("Nothing of it is left at all.", "bookmark")
    assert made["s/u3"].marked == ()


def test_so_does_a_control() -> None:
    made = found(returned(line("Quite other words now stand here.", control="u1"), line(KEEPERS, control="u2")))
    assert (made["s/u1"].final, made["s/u1"].found_by) == ("Quite other words now stand here.", "control")


def test_of_a_bookmark_that_was_pasted_twice_the_better_text_wins() -> None:
    made = found(returned(line("Something else entirely, typed here.", unit="u1"), line(FERRIES, unit="u1")))
    assert made["s/u1"].final == FERRIES
    assert "new: Something else entirely, typed here." in made


def test_a_bookmark_that_went_with_a_pasted_copy_does_not_hide_the_original() -> None:
    made = found(returned(line(FERRIES), line(KEEPERS, unit="u2"), line(ins(FERRIES), unit="u1")))
    assert made["s/u1"].marked[0].index == 0
    assert made[f"new: {FERRIES}"].base == ""


def test_a_bookmark_that_stayed_in_another_paragraph_does_not_take_it() -> None:
    both = replace(line(KEEPERS, unit="u2"), bookmarks=("u1", "u2"))
    made = found(returned(both, line(BOARD, unit="u3")))
    assert made["s/u2"].final == KEEPERS
    assert made["s/u1"].marked == ()


def test_short_lines_are_known_by_their_place() -> None:
    sent = (unit("u1", FERRIES), own("heading t", "Timing"), unit("u2", KEEPERS))
    made = found(returned(line(FERRIES), line("When"), line(KEEPERS)), sent)
    assert (made["heading t"].final, made["heading t"].found_by) == ("When", "place")


def test_lines_of_a_masthead_are_known_by_their_place() -> None:
    sent = (own("masthead issuer", "Board\tBrief", "masthead"), own("masthead title", "A title", "masthead"), *SENT)
    made = found(returned(line("Harbour\tNote"), line("Quite another title"), *map(line, ("Findings", FERRIES))), sent)
    assert (made["masthead issuer"].final, made["masthead title"].final) == ("Harbour\tNote", "Quite another title")


def test_notes_are_matched_with_notes() -> None:
    sent = (unit("u1", FERRIES), unit("u2", FERRIES, role="note"), unit("u3", KEEPERS, role="note"))
    file = returned(
        line(FERRIES),
        line("\t", KEEPERS, ins(" Or not."), story="notes", note="4"),
        line("\t", FERRIES, story="notes", note="5"),
    )
    made = found(file, sent)
    assert [made[key].marked[0].index for key in ("s/u1", "s/u2", "s/u3")] == [0, 2, 1]
    assert (made["s/u3"].base, made["s/u3"].final) == (KEEPERS, f"{KEEPERS} Or not.")
    assert not any(one.is_moved for one in made.values())


# Tables

TABLE = (
    own("caption s/1", "Benefits", "caption"),
    *(replace(own(f"column s/1#{n}", text, "column"), column=n) for n, text in enumerate(("Who", "What", ""), start=1)),
    *row("u1", "States", "They could share burdens and ease tensions", ""),
    *row("u2", "Citizens", "They would likely be more confident in their governments", ""),
)


def test_cells_are_matched_by_row_and_column() -> None:
    file = returned(
        line("Benefits"),
        *cells(0, 0, "Who", "What", ""),
        *cells(0, 1, "Countries", "They could share burdens and ease tensions", "Yes"),
        *cells(0, 2, "Citizens", "", ""),
    )
    made = found(file, TABLE)
    assert [made[key].final for key in ("s/u1#1", "s/u1#3", "s/u2#1", "s/u2#2")] == ["Countries", "Yes", "Citizens", ""]
    assert (made["s/u1#3"].kept, made["s/u2#2"].kept) == ("", TABLE[8].text)


def test_rows_to_be_filled_in_are_known_by_their_first_cell() -> None:
    def office(name: str, number: int) -> list[SentParagraph]:
        cells = (replace(own(f"cell c/{number}#{n}", "", "cell"), column=n) for n in (2, 3))
        return [replace(own(f"cell c/{number}#1", name, "cell"), column=1), *cells]

    sent = (own("caption c/1", "Offices", "caption"), *office("Policy", 1), *office("Legal", 2))
    written = "Cleared with so many comments that nothing of the row is as it was sent"
    file = returned(line("Offices"), *cells(0, 1, "Policy", "", ""), *cells(0, 2, "Legal", "Jane Doe", written))
    made = found(file, sent)
    assert (made["cell c/2#1"].final, made["cell c/2#3"].final) == ("Legal", written)
    twice = returned(line("Offices"), *cells(0, 1, "Legal", "A", written), *cells(0, 2, "Legal", "Jane Doe", ""))
    assert {one.kept for one in found(twice, sent).values() if one.final == "Legal"} <= {"Legal", "Policy", ""}


def test_a_deleted_row_and_a_new_one_are_told_apart() -> None:
    file = returned(
        line("Benefits"),
        *cells(0, 0, "Who", "What", ""),
        *cells(0, 1, "Migrants", "Nobody had thought of them before", "", row_inserted=ANNA),
        *cells(0, 2, *(one.text for one in TABLE[4:7]), unit="u1", row_deleted=BEN),
        *cells(0, 3, *(one.text for one in TABLE[7:]), unit="u2"),
    )
    made = found(file, TABLE)
    assert (made["s/u1#2"].base, made["s/u1#2"].final) == (TABLE[5].text, "")
    assert {span.deleted for span in made["s/u1#2"].spans} == {BEN}
    new = made["new: Migrants\tNobody had thought of them before\t"]
    assert (new.base, new.after, len(new.marked)) == ("", "column s/1#3", 3)


def test_rows_that_change_places_have_moved_with_all_their_cells() -> None:
    rows = [cells(0, n, *(one.text for one in part)) for n, part in enumerate((TABLE[7:], TABLE[4:7]), start=1)]
    made = found(returned(line("Benefits"), *cells(0, 0, "Who", "What", ""), *rows[0], *rows[1]), TABLE)
    assert [one.is_moved for one in made.values()] == [False] * 4 + [True] * 3 + [False] * 3


def test_a_column_more_or_less_leaves_the_others_what_they_are() -> None:
    file = returned(line("Benefits"), *cells(0, 0, "Who", "What"), *cells(0, 1, "States", TABLE[5].text, unit="u1"))
    made = found(file, TABLE)
    assert (made["s/u1#2"].final, made["s/u1#3"].marked) == (TABLE[5].text, ())


def test_several_paragraphs_in_a_cell_are_one() -> None:
    extra = line("And more.", cell=CellPlace(0, 1, 1))
    first, second, third = cells(0, 1, "States", TABLE[5].text, "", unit="u1")
    made = found(returned(line("Benefits"), first, second, extra, third), TABLE)
    assert made["s/u1#2"].base == f"{TABLE[5].text}\nAnd more."


# What becomes of paragraphs


def test_split_in_two_without_tracking() -> None:
    made = found(returned(line("Ferries that share a timetable", unit="u1"), line(FERRIES[30:]), line(KEEPERS)))
    assert (made["s/u1"].base, len(made["s/u1"].marked)) == (f"Ferries that share a timetable\n{FERRIES[30:]}", 2)


def test_split_in_two_with_tracking() -> None:
    made = found(returned(line(FERRIES[:31], unit="u1", end_inserted=ANNA), line(FERRIES[31:]), line(KEEPERS)))
    assert (made["s/u1"].base, made["s/u1"].final) == (FERRIES, f"{FERRIES[:31]}\n{FERRIES[31:]}")
    assert Span("\n", inserted=ANNA) in made["s/u1"].spans


def test_merged_without_tracking() -> None:
    made = found(returned(line(FERRIES), line(f"{KEEPERS} {BOARD}", unit="u2"), line(BOATS)))
    both = made["s/u2 + s/u3"]
    assert (both.kept, both.base) == (f"{KEEPERS}\n{BOARD}", f"{KEEPERS} {BOARD}")


def test_merged_with_tracking() -> None:
    made = found(
        returned(line(FERRIES), line(KEEPERS, unit="u2", end_deleted=BEN), line(BOARD, unit="u3"), line(BOATS))
    )
    both = made["s/u2 + s/u3"]
    assert (both.kept, both.base, both.final) == (f"{KEEPERS}\n{BOARD}", f"{KEEPERS}\n{BOARD}", KEEPERS + BOARD)
    assert Span("\n", deleted=BEN) in both.spans


def test_a_paragraph_deleted_with_its_end_is_not_merged_with_the_next() -> None:
    made = found(returned(line(FERRIES), line(gone(KEEPERS), unit="u2", end_deleted=ANNA), line(BOARD), line(BOATS)))
    assert (made["s/u2"].base, made["s/u2"].final, made["s/u3"].final) == (KEEPERS, "", BOARD)


def test_a_deletion_from_within_one_paragraph_into_a_later_one_joins_them() -> None:
    file = returned(
        line(FERRIES[:7], gone(FERRIES[7:]), end_deleted=ANNA, unit="u1"),
        line(gone(KEEPERS), end_deleted=ANNA, unit="u2"),
        line(gone(BOARD[:10]), BOARD[10:], unit="u3"),
    )
    made = found(file)
    assert made["s/u1 + s/u3"].final == FERRIES[:7] + BOARD[10:]
    assert made["s/u2"].final == ""


def test_a_new_paragraph_is_new_whichever_end_is_inserted() -> None:
    new = "The board thanks all the keepers for their time."
    for file in (
        returned(line("Findings"), line(FERRIES, unit="u1", end_inserted=ANNA), line(ins(new)), line(KEEPERS)),
        returned(line("Findings"), line(FERRIES, unit="u1"), line(ins(new), end_inserted=ANNA), line(KEEPERS)),
        returned(line("Findings"), line(FERRIES, unit="u1"), line(new), line(KEEPERS)),
    ):
        made = found(file)
        assert (made[f"new: {new}"].after, made[f"new: {new}"].sent) == ("s/u1", ())
        assert (made["s/u1"].base, made["s/u1"].final) == (FERRIES, FERRIES)
        assert list(made)[2] == f"new: {new}"


def test_moved_without_tracking() -> None:
    made = found(returned(*map(line, ("Findings", KEEPERS, BOARD, FERRIES, BOATS))))
    assert {key: (one.is_moved, one.after) for key, one in made.items() if one.is_moved} == {"s/u1": (True, "s/u3")}


def test_moved_with_tracking_is_one_match_with_both_places() -> None:
    file = returned(
        line("Findings"),
        line(replace(gone(FERRIES), is_moved=True), unit="u1", end_deleted=ANNA),
        line(KEEPERS, unit="u2"),
        line(BOARD, unit="u3"),
        line(replace(ins(FERRIES), is_moved=True), end_inserted=ANNA),
        line(BOATS, unit="u4"),
    )
    moved = found(file)["s/u1"]
    assert (moved.is_moved, moved.after, moved.base, moved.final, len(moved.marked)) == (
        True,
        "s/u3",
        FERRIES,
        FERRIES,
        2,
    )


def test_deleted_and_typed_again_elsewhere_has_moved_too() -> None:
    again = FERRIES.replace("winter", "cold")
    file = returned(line(gone(FERRIES), unit="u1"), line(KEEPERS), line(BOARD), line(ins(again, BEN)), line(BOATS))
    moved = found(file)["s/u1"]
    assert (moved.is_moved, moved.final) == (True, again)


def test_what_was_accepted_before_the_return_is_known_by_its_words() -> None:
    made = found(returned(line("Ferries that share a timetable might carry fewer bicycles in winter."), line(KEEPERS)))
    assert made["s/u1"].base == "Ferries that share a timetable might carry fewer bicycles in winter."


def test_a_paragraph_emptied_and_one_without_text() -> None:
    made = match(SENT, returned(line("Findings"), line(unit="u1"), line(KEEPERS), line(), line(ins(" "))))
    assert next(one for one in made.matches if one.sent == (SENT[1],)).final == ""
    assert [one.index for one in made.apart] == [3, 4]


def test_headers_and_footers_are_apart() -> None:
    made = match(SENT, returned(line(FERRIES), line("Board ", ins("of the harbour"), story="running")))
    assert [one.final for one in made.apart] == ["Board of the harbour"]


def test_text_boxes_are_matched_like_the_body() -> None:
    assert found(returned(line(KEEPERS), line(FERRIES, story="box")))["s/u1"].marked[0].story == "box"


# Source tags

TAGGED = (unit("u1", FERRIES, tags=["‹ES 7; I ¶2›"]), unit("u2", KEEPERS, tags=["‹ES\u00a08›"]))


@pytest.mark.parametrize(
    ("spans", "final", "tags"),
    [
        ([f"{FERRIES} ‹ES 7; I ¶2›"], FERRIES, "‹ES 7; I ¶2›"),
        ([FERRIES, " ‹ES 7", ins("; ES 9"), "; I ¶2›"], FERRIES, "‹ES 7; ES 9; I ¶2›"),
        ([FERRIES, gone(" ‹ES 7; I ¶2›")], FERRIES, ""),
        ([FERRIES, " ‹ES 7; I ¶2", gone("›")], FERRIES, "‹ES 7; I ¶2"),
        ([FERRIES, " ‹ES 7; I ¶2"], FERRIES, "‹ES 7; I ¶2"),
        ([f"{FERRIES} ES 7; I ¶2›"], FERRIES, "ES 7; I ¶2›"),
        ([FERRIES, ins(" So they said."), " ‹ES 7; I ¶2›"], f"{FERRIES} So they said.", "‹ES 7; I ¶2›"),
    ],
)
def test_tags_are_known_by_their_words_and_no_part_of_the_text(spans: list[Span | str], final: str, tags: str) -> None:
    made = found(returned(line(*spans, unit="u1"), line(f"{KEEPERS} ‹ES 8›", unit="u2")), TAGGED)
    assert (made["s/u1"].base, made["s/u1"].final, made["s/u1"].final_tags) == (FERRIES, final, tags)
    assert made["s/u1"].has_other_tags is (tags != "‹ES 7; I ¶2›")
    assert not made["s/u2"].has_other_tags
