"""What is matched: paragraphs and rows."""

from __future__ import annotations

from briefs.model.marked_file import CellPlace, Span
from briefs.review.matched_lines import FileLine, file_lines, sent_lines, spans_of
from briefs.review.source_tag_words import TagWords
from tests.review.sent import ANNA, BOATS, FERRIES, KEEPERS, cells, gone, ins, line, own, returned, row, unit

NO_TAGS = TagWords.of(())


def lines(*paragraphs: object) -> tuple[FileLine, ...]:
    return file_lines(returned(*paragraphs).paragraphs, NO_TAGS)  # type: ignore[arg-type] # paragraphs of a file


def test_cells_of_a_row_as_sent_are_one_line() -> None:
    sent = sent_lines([own("heading s", "Findings"), *row("u1", "a", "b"), *row("u2", "c", "d"), unit("u3", FERRIES)])
    assert [[one.text for one in each.cells] for each in sent] == [["Findings"], ["a", "b"], ["c", "d"], [FERRIES]]
    assert [each.is_row for each in sent] == [False, True, True, False]
    assert sent[2].key == "s/u2#2"


def test_cells_of_a_row_of_a_file_are_one_line_whatever_stands_between_them() -> None:
    nested = line("nested", cell=CellPlace(1, 0, 0))
    first, second = cells(0, 0, "a", "b", unit="u1")
    found = lines(line(FERRIES), first, nested, second, *cells(0, 1, "", ""))
    assert [one.base for one in found] == [FERRIES, "a\tb", "nested", "\t"]
    assert found[1].tags("bookmarks") == {"u1"}


def test_paragraphs_that_were_one_are_one_line_but_for_new_ones_at_its_ends() -> None:
    found = lines(
        line(ins("Before."), end_inserted=ANNA),
        line(FERRIES[:20], end_inserted=ANNA),
        line(ins("Between."), end_inserted=ANNA),
        line(FERRIES[20:], end_inserted=ANNA),
        line(ins("Behind.")),
    )
    assert [len(one.paragraphs) for one in found] == [1, 3, 1]
    assert [one.is_new for one in found] == [True, False, True]
    assert (found[1].base, found[1].final) == (FERRIES, f"{FERRIES[:20]}\nBetween.\n{FERRIES[20:]}")


def test_notes_come_last_with_all_their_paragraphs() -> None:
    found = lines(line(KEEPERS, story="notes", note="1"), line(BOATS, story="notes", note="1"), line(FERRIES))
    assert [one.base for one in found] == [FERRIES, f"{KEEPERS}\n{BOATS}"]
    assert [one.index for one in found] == [0, 1]


def test_paragraphs_without_text_are_left_out_unless_a_unit_was_there() -> None:
    assert [one.base for one in lines(line(), line(" "), line(unit="u1"), line(FERRIES))] == ["", FERRIES]


def test_the_words_of_a_line_are_those_before_its_changes_or_else_those_after() -> None:
    old, new = lines(line(gone("One two"), ins("Three")), line(ins("Four five")))
    assert (old.words.all, new.words.all) == (("one", "two"), ("four", "five"))


def test_what_only_the_layout_needs_is_no_text() -> None:
    assert spans_of([line("\t", "http://a.\u200borg", "\nmore")]) == (Span("http://a.org"), Span("\u2028more"))


def test_words_of_a_row_that_was_inserted_or_deleted_are_so_too() -> None:
    made = line("a", ins("b"), row_inserted=ANNA, row_deleted=ANNA)
    assert {(span.inserted, span.deleted) for span in spans_of([made])} == {(ANNA, ANNA)}
