from __future__ import annotations

from dataclasses import replace

from briefs.model.report import LeftAside, Matter, MatterRole
from briefs.report.left_aside import left_aside_lines
from tests.report.builders import HINTS_OF_ALL_NODES, TEXT_OF_ALL_NODES, report


def matter(role: MatterRole, text: str, lines: tuple[int, ...] = (1,)) -> Matter:
    return Matter(f"{role} 1", role, lines, role, text)


def test_of_plain_text_nothing_is_left_aside() -> None:
    assert left_aside_lines(report(TEXT_OF_ALL_NODES, HINTS_OF_ALL_NODES)) == []
    assert left_aside_lines(replace(report("a\n"), children=(matter("contents", "One 1"),))) == []


def test_what_pages_repeat_is_counted_by_pages() -> None:
    furniture = (matter("running head", "Water", (1, 4, 7)), matter("page number", "ii · 1 · 2", (2, 5, 8)))
    assert left_aside_lines(replace(report("a\n"), path="report.pdf", children=furniture))[1:] == [
        "  3 lines that pages repeat: “Water”",
        "  3 page numbers: “ii · 1 · 2”",
    ]


def test_what_is_left_aside_is_counted_with_its_first_words() -> None:
    found = replace(
        report("a\n"),
        path="report.pdf",
        children=(
            *(matter("running head", f"{text} *Water*") for text in ("One", "Two", "One", "Three", "Four")),
            matter("page number", "12"),
            matter("contents", "A very long heading about the water in the valley of all villages 9"),
            matter("title", "Water"),
        ),
        left_aside=(LeftAside("comment", "Why?", 3), LeftAside("form", ""), LeftAside("form", "")),
    )
    assert left_aside_lines(found) == [
        "left aside, as no text of the report:",
        "  1 line of the list of contents: “A very long heading about the water in …”",
        "  5 lines that pages repeat: “One Water”, “Two Water”, “Three Water”, …",
        "  1 page number: “12”",
        "  1 comment: “Why?”",
        "  2 forms and buttons",
    ]
