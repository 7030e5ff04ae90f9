from __future__ import annotations

from pathlib import Path

import pytest

from briefs.compose.template.headings import section_id, written_id
from briefs.model.inline import Emphasis, Text
from tests.compose.builders import cases, composed, linted


@pytest.mark.parametrize(("body", "expected"), cases("headings"))
def test_a_heading_that_is_wrong_is_reported_with_its_line(tmp_path: Path, body: str, expected: str) -> None:
    assert linted(tmp_path, body + "\n") == expected


def test_sections_have_their_words_levels_and_attributes(tmp_path: Path) -> None:
    body = "## Why? {.box cut=2 keep=1}\n\n## How {.end .page}\n\n### *Tides* & “more”\n"
    sections = composed(tmp_path, body).sections
    assert [(s.id, s.level, s.style, s.cut, s.keep, s.page_break) for s in sections] == [
        ("why", 2, "box", 2, 1, False),
        ("how", 2, "end", None, 0, True),
        ("how--tides-more", 3, "", None, 0, False),
    ]
    assert sections[2].heading == (Emphasis((Text("Tides"),)), Text(" & “more”"))


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Why act: expected benefits", "why-act-expected-benefits"),
        ("Zusammenarbeit über Grenzen", "zusammenarbeit-über-grenzen"),
        ("Зачем действовать?", "зачем-действовать"),
        ("移民 与 发展", "移民-与-发展"),
        ("e\u0301tat_civil", "état-civil"),
        ("¿?", "section"),
    ],
)
def test_the_id_of_a_section_keeps_letters_of_any_script(heading: str, expected: str) -> None:
    assert section_id(heading) == expected


@pytest.mark.parametrize(
    ("heading", "written"),
    [
        ("Why {id=why .box}", "why"),
        ("Why {id=a id=b}", "b"),
        ("Why {.box}", ""),
        ("Why id=a", ""),
        ("{" + "id=" * 3000, ""),
    ],
)
def test_the_id_of_a_heading_is_the_last_that_is_written(heading: str, written: str) -> None:
    assert written_id(heading) == written
