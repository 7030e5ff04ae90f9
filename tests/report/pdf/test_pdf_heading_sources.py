from __future__ import annotations

from briefs.report.contents_list import ContentsEntry, ContentsList
from briefs.report.pdf.pdf_heading_sources import ListedTitles, outlined_levels, tagged_levels
from briefs.report.pdf.pdf_lines import OutlineEntry
from tests.report.pdf.heading_lines import SetPages


def test_bookmarks_are_found_by_words_and_height() -> None:
    pages = SetPages().line("Deep wells").text().line("1 Deep wells").text().line("A long").line("title").text()
    height = pages.lines[5].top
    outline = [OutlineEntry("Deep wells", 1, 0, height), OutlineEntry("A long title", 2, 0, None)]
    assert outlined_levels(pages.lines, outline) == {5: (1, 1), 10: (2, 2)}


def test_bookmarks_that_mostly_name_other_things_are_left_aside() -> None:
    pages = SetPages().line("Wells").text()
    outline = [OutlineEntry(title, 1, 0, None) for title in ("Wells", "Page 2", "Page 3", "Scan 4")]
    assert outlined_levels(pages.lines, outline) == {}


def test_tags_must_be_few_and_short() -> None:
    pages = SetPages().heading("Wells", tags=("H1",)).text().text().heading("Pumps", tags=("Sect", "H2")).text().text()
    assert tagged_levels(pages.lines) == {0: 1, 9: 2}
    long = SetPages().line("x" * 300, tags=("H1",)).text().text().line("y" * 300, tags=("H1",)).text().text()
    assert tagged_levels(long.lines) == {}
    assert tagged_levels(SetPages().heading("Wells", tags=("H1",)).text().lines) == {}


def test_listed_titles_are_known_with_and_without_their_numbers() -> None:
    entries = (ContentsEntry((1,), "1 Wells", "2", 72), ContentsEntry((2,), "Depth", "3", 90))
    listed = ListedTitles(ContentsList(entries))
    assert len(listed) == 2
    assert (listed.level("1 WELLS"), listed.level("Wells"), listed.level("Depth"), listed.level("Pumps")) == (
        1,
        1,
        2,
        None,
    )
    assert listed.nearly("The depth") == 2
    assert ListedTitles(None).level("Wells") is None
