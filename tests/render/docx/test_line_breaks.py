"""Lines of paragraphs, estimated."""

from __future__ import annotations

import pytest

from briefs.model.sheet import USUAL
from briefs.render.docx.line_breaks import lines_of
from briefs.render.docx.type_setting import TypeSetting
from briefs.render.reference.look import read_look
from briefs.word.elements import Element, paragraph, parse, root, run, tab_character, w
from tests.render.docx.samples import starter


def each_an_em(text: str, bold: bool) -> float:
    return float(len(text))


def lines(*content: Element, width: float = 110, indent: Element | None = None) -> tuple[int, float]:
    """The lines of a paragraph in 11 pt, whose letters are an em wide: ten of them fit in 110 points."""
    look = read_look(starter(), USUAL, "#1F3A5F", "en-GB")
    made = paragraph("BodyText", *content, indent=indent)
    return tuple(lines_of(made, width, TypeSetting(look, root("numbering")), each_an_em))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", 1),
        ("aaaaaaaaaa", 1),
        ("aaaa aaaaa", 1),
        ("aaaaa aaaaa", 2),
        ("aaaaa aaaa aaaaa", 2),
        ("aaaaa-aaaaaa", 2),
        ("a\na", 2),
    ],
)
def test_lines_end_at_spaces_and_hyphens(words: str, expected: int) -> None:
    assert lines(run(words))[0] == expected


def test_a_hyphen_at_which_no_line_ends_is_part_of_the_word() -> None:
    assert lines(run("aaa aaa"), w("r", w("noBreakHyphen")), run("aaa"))[0] == 2


def test_an_indent_leaves_less_room() -> None:
    assert lines(run("aaaaaaaa"), indent=w("ind", left=440))[0] == 1
    assert lines(run("aaaa aaaa"), indent=w("ind", left=440))[0] == 2
    assert lines(run("aaaa aaaaa"), indent=w("ind", firstLine=440))[0] == 2


def test_the_tab_of_a_hanging_line_leads_to_its_text() -> None:
    assert lines(tab_character(), run("aaaaaaaa"), indent=w("ind", left=440, hanging=440), width=110)[0] == 1
    assert lines(run("aaaa"), tab_character(), run("aaaaa"))[0] == 2


def test_pictures_in_a_line_count_and_those_beside_it_do_not() -> None:
    inline, anchor = (
        parse(f'<w:r><w:drawing><wp:{kind}><wp:extent cx="127000" cy="1270000"/></wp:{kind}></w:drawing></w:r>')[0]
        for kind in ("inline", "anchor")
    )
    assert lines(inline) == (1, 100.0)
    assert lines(anchor) == (1, 0.0)
