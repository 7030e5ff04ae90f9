"""What pages repeat, and what is counted on them, is told from what they say."""

from __future__ import annotations

from collections.abc import Sequence

from briefs.report.pdf.pdf_furniture import Furniture, find_furniture
from tests.report.pdf.builders import column_at, drawn_pdf, file_of, text_at

BODY = [f"the keepers of the old harbour, line {index}, and" for index in range(12)]


def found_on(heads: Sequence[str], feet: Sequence[str]) -> tuple[Furniture, dict[str, set[str]]]:
    """The furniture of pages with these heads and feet over and under text; what is in each role."""
    pages = [
        text_at(50, 380, head, 8) + column_at(50, 330 - 2 * index, BODY) + text_at(190, 25, foot, 8)
        for index, (head, foot) in enumerate(zip(heads, feet, strict=True))
    ]
    file = file_of(drawn_pdf(*pages))
    furniture = find_furniture(file.pages, 10)
    texts = {id(chunk): chunk.text for page in file.pages for chunk in page.chunks[0]}
    roles: dict[str, set[str]] = {"running head": set(), "page number": set()}
    for chunk, role in furniture.roles.items():
        roles[role].add(texts[chunk])
    return furniture, roles


def test_repeated_heads_and_counted_feet_are_furniture() -> None:
    furniture, roles = found_on(["Small Harbours"] * 5, ["4", "5", "6", "7", "8"])
    assert roles == {"running head": {"Small Harbours"}, "page number": {"4", "5", "6", "7", "8"}}
    assert furniture.numbers == {0: "4", 1: "5", 2: "6", 3: "7", 4: "8"}


def test_page_numbers_may_be_roman_or_in_words() -> None:
    assert found_on(["a"] * 5, ["i", "ii", "iii", "iv", "v"])[0].numbers[3] == "iv"
    assert found_on(["a"] * 5, [f"Page {n} of 5" for n in range(1, 6)])[0].numbers[3] == "4"
    assert found_on(["a"] * 5, [f"- {n} -" for n in range(1, 6)])[0].numbers[3] == "4"


def test_heads_that_change_with_sections_are_furniture() -> None:
    _, roles = found_on(["Tides"] * 3 + ["Wells"] * 2, ["1", "2", "3", "4", "5"])
    assert roles["running head"] == {"Tides", "Wells"}


def test_numbers_in_running_heads_are_those_of_the_pages() -> None:
    furniture, roles = found_on([f"Chapter 2. Tides {n}" for n in range(31, 36)], ["x", "y", "z", "u", "v"])
    assert furniture.numbers == {0: "31", 1: "32", 2: "33", 3: "34", 4: "35"}
    assert len(roles["running head"]) == 5


def test_lines_of_text_are_no_furniture() -> None:
    _, roles = found_on(["Low water", "High water", "Lamps", "Bells", "Boats"], ["12", "7", "98", "1", "3"])
    assert roles == {"running head": set(), "page number": set()}


def test_a_heading_in_the_size_of_text_at_the_top_of_one_page_is_no_running_head() -> None:
    pages = [
        text_at(50, 380, head, size) + column_at(50, 330 - 2 * index, BODY)
        for index, (head, size) in enumerate(
            (("Tides", 16), ("Wells", 16), ("Tides", 10), ("Boats", 16), ("Bells", 16))
        )
    ]
    assert find_furniture(file_of(drawn_pdf(*pages)).pages, 10).roles == {}
    pages[3] = text_at(50, 380, "Tides", 10) + column_at(50, 321, BODY)
    assert find_furniture(file_of(drawn_pdf(*pages)).pages, 10).roles != {}


def test_headings_of_sections_that_begin_pages_are_no_running_heads() -> None:
    """As in reports whose every section begins a page, and whose places are treated more than once."""
    places = ["Low Quay", "North Steps", "Well Yard"]
    for size in (10, 14):
        headings = [f"{part}.{number} {place}" for part in (3, 4) for number, place in enumerate(places, 1)]
        pages = [text_at(50, 380, heading, size, "B") + column_at(50, 360, BODY) for heading in headings]
        assert find_furniture(file_of(drawn_pdf(*pages)).pages, 10).roles == {}
