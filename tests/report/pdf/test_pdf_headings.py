from __future__ import annotations

from collections.abc import Sequence

from briefs.report.pdf.pdf_headings import find_headings
from briefs.report.pdf.pdf_lines import OutlineEntry, PdfRun
from tests.report.pdf.heading_lines import SetPages, words


def found(pages: SetPages, outline: Sequence[OutlineEntry] = ()) -> list[tuple[int, str]]:
    headings = find_headings(pages.lines, outline, pages.number + 1)
    return [(heading.level, words(pages.lines, heading.lines)) for heading in headings]


def report() -> SetPages:
    pages = SetPages().line("Water for the Valley", 30, True, gap=8).page()
    for chapter in ("Wells", "Pumps", "Money"):
        pages.heading(chapter, 18).text().heading(f"{chapter} of old", 14).text()
        pages.line(f"{chapter} in the village", bold=True, gap=2.2).text()
        pages.line(f"{chapter} in the town", bold=True, gap=2.2).text().page()
    return pages


def test_levels_are_those_of_size_and_weight() -> None:
    assert found(report()) == [
        entry
        for chapter in ("Wells", "Pumps", "Money")
        for entry in (
            (1, chapter),
            (2, f"{chapter} of old"),
            (3, f"{chapter} in the village"),
            (3, f"{chapter} in the town"),
        )
    ]


def test_the_evidence_says_what_is_seen() -> None:
    pages = SetPages().text().heading("2.1 Wells").text().text()
    (heading,) = find_headings(pages.lines, [], 1)
    assert heading.evidence == "bold, 14 pt; numbered 2.1"
    assert 0.8 <= heading.certainty < 1


def test_lines_of_one_heading_are_joined_and_two_headings_are_not() -> None:
    pages = SetPages().text().heading("A long heading that goes", 18).line("over two lines", 18, True, font="Sans")
    pages.heading("Another one").text().heading("A third").text()
    assert [text for _, text in found(pages)] == [
        "A long heading that goes over two lines",
        "Another one",
        "A third",
    ]


def test_numbers_correct_levels_of_one_look() -> None:
    pages = SetPages().text()
    for number in ("1 Wells", "1.1 Depth", "1.2 Width", "2 Pumps", "2.1 Power"):
        pages.heading(number).text()
    assert [level for level, _ in found(pages)] == [1, 2, 2, 1, 2]


def test_bookmarks_name_headings_that_look_like_text_and_give_their_levels() -> None:
    pages = SetPages().text().line("Wells", gap=2).text().line("Depth", gap=2).text()
    outline = [OutlineEntry("Wells", 1, 0, None), OutlineEntry("Depth", 2, 0, None)]
    assert found(pages, outline) == [(1, "Wells"), (2, "Depth")]
    assert "bookmark" in find_headings(pages.lines, outline, 1)[0].evidence


def test_tags_of_a_plausible_structure_count_and_others_do_not() -> None:
    pages = SetPages().text().heading("Wells", tags=("Document", "H1")).text().text()
    pages.heading("Depth", 11, tags=("Document", "H2")).text().text()
    assert found(pages) == [(1, "Wells"), (2, "Depth")]
    assert find_headings(pages.lines, [], 1)[1].certainty > 0.9
    every = SetPages()
    for number in range(12):
        every.line(f"A paragraph that somebody has tagged as a heading, number {number}.", tags=("H1",), gap=2)
    assert found(every) == []


def test_the_contents_list_is_no_heading_and_names_headings() -> None:
    pages = SetPages().heading("Contents")
    for title, page in (("Wells", 2), ("Pumps", 3), ("Money", 4)):
        pages.line(f"{title} .......... {page}")
    pages.page()
    for title in ("Wells", "Pumps", "Money"):
        pages.line(title, gap=2.5).text()
    assert found(pages) == [(1, "Wells"), (1, "Pumps"), (1, "Money")]
    assert "in the contents list" in find_headings(pages.lines, [], 2)[0].evidence


def test_what_only_looks_like_a_heading_is_none() -> None:
    pages = SetPages().text().heading("Wells").text()
    pages.line("• A bold item of a list", bold=True, gap=2).text()
    pages.line("Table 3: Wells by village", bold=True, gap=2).text()
    pages.line("This whole sentence is in bold, and it ends with a stop.", bold=True, gap=2).text()
    pages.line("“Water is a promise that we all have made to the children.”", 16, gap=2).text()
    pages.line("There is a void, and voids get filled by those who are there", 16, True, gap=2).line("- A mayor").text()
    pages.heading("Last words on the page", 14)
    assert found(pages) == [(1, "Wells")]


def test_run_in_bold_at_the_beginning_of_a_paragraph_is_none() -> None:
    pages = SetPages().text().heading("Wells").text()
    pages.line("Depth is what matters most in every one of the wells that were", bold=True, gap=2, width=440)
    bold = PdfRun("dug,", "Serif-Bold", 11, True, False, 72, 90)
    plain = PdfRun(" as the villages have said again and again.", "Serif", 11, False, False, 90, 400)
    pages.line("dug, as the villages have said again and again.")
    last = pages.lines.pop()
    pages.lines.append(type(last)(last.page, 0, last.text, (bold, plain), 72, 400, last.baseline, last.top))
    pages.text()
    assert found(pages) == [(1, "Wells")]


def test_heads_of_tables_are_none() -> None:
    pages = SetPages().text().heading("Wells").text().line("Village Wells", bold=True, gap=2)
    last = pages.lines.pop()
    cells = (
        PdfRun("Name of the village", "Serif-Bold", 11, True, False, 72, 170),
        PdfRun("Wells", "Serif-Bold", 11, True, False, 300, 340),
    )
    pages.lines.append(type(last)(last.page, 0, "Name of the village Wells", cells, 72, 340, last.baseline, last.top))
    pages.text()
    assert found(pages) == [(1, "Wells")]


def test_running_heads_are_none() -> None:
    pages = SetPages()
    for _ in range(4):
        pages.line("Water for the Valley", 14, True).text().page()
    assert found(pages) == []


def test_a_label_of_a_part_is_joined_to_its_title() -> None:
    pages = SetPages().text()
    for number, title in (("Chapter 1", "Wells"), ("Chapter 2", "Pumps")):
        pages.page().line(number, 14, True).line(title, 24, True, gap=2).text()
    assert found(pages) == [(1, "Chapter 1 Wells"), (1, "Chapter 2 Pumps")]


def test_numbered_lines_that_recur_are_those_of_listings() -> None:
    pages = SetPages().text().heading("Wells").text()
    for _ in range(5):
        pages.line("1 SELECT", bold=True, gap=2).text()
    assert found(pages) == [(1, "Wells")]


def test_titles_under_contents_without_pages_are_announced_only() -> None:
    pages = SetPages().text().page().heading("Contents").heading("Wells").heading("Pumps").page()
    pages.heading("Wells").text().heading("Pumps").text()
    assert [heading.lines[0] for heading in find_headings(pages.lines, [], 3)] == [7, 12]


def test_no_lines_have_no_headings() -> None:
    assert find_headings([], [], 0) == []


def test_on_a_slide_or_drawing_only_the_largest_words_are_a_heading() -> None:
    pages = SetPages().text().heading("Wells").text().page()
    pages.line("Who digs wells", 20, True)
    for label in ("Villages", "Families", "The State", "Societies"):
        pages.line(label, 12, True, gap=3).line("42 %", gap=2)
    pages.page().heading("Pumps").text()
    assert [title for _, title in found(pages)] == ["Wells", "Who digs wells", "Pumps"]
