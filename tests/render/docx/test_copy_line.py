"""The line that says which copy it is, as runs."""

from __future__ import annotations

import pytest

from briefs.model.addressing import line_for
from briefs.model.copy import Copy
from briefs.render.docx.copy_line import copy_runs
from briefs.word.elements import Element, qn, text_of, w

END = " · Copy\u00a01\u00a0of\u00a02"


def _runs(name: str, properties: Element | None = None) -> list[Element]:
    return copy_runs(line_for(Copy(name, 1, 2), "en-GB"), properties)


def _shown(runs: list[Element]) -> list[tuple[str, str]]:
    """The text of each run, and the language that it says it is in."""
    made = []
    for run in runs:
        language = run.find(f"{qn('w:rPr')}/{qn('w:lang')}")
        made.append((text_of(run[-1]), "" if language is None else "".join(map(str, language.attrib.values()))))
    return made


def test_an_edition_that_is_not_addressed_has_no_runs() -> None:
    assert copy_runs("") == []


@pytest.mark.parametrize("name", ["Ó RÍORDÁIN", "Anne-Marie O'Neill-24", "Щёкин", "two  spaces"])
def test_a_name_in_letters_of_europe_is_one_run_with_one_text(name: str) -> None:
    (run,) = _runs(name)
    assert [text_of(child) for child in run] == [f"For: {' '.join(name.split())}{END}"]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("محمد بن عبد الله", [("محمد بن عبد الله", "ar")]),
        ("דוד לוי", [("דוד לוי", "he")]),
        ("محمد (Egypt)", [("محمد", "ar"), (" (Egypt)", "")]),
        ("محمد Smith علي", [("محمد", "ar"), (" Smith ", ""), ("علي", "ar")]),
        ("مُحَمَّدٌ", [("مُحَمَّدٌ", "ar")]),
        ("李 小龍", [("李 小龍", "zh")]),
        ("田中 みのる", [("田中 みのる", "ja")]),
        ("김 金", [("김 金", "ko")]),
    ],
)
def test_a_name_in_another_script_is_in_runs_that_say_so(name: str, parts: list[tuple[str, str]]) -> None:
    shown = _shown(_runs(name))
    assert shown[0] == ("For: ", "")
    assert "".join(text for text, _ in shown) == f"For: {name}{END}"
    *first, (last, language) = parts
    assert shown[1:] == [*parts, (END, "")] if language else [*first, (last + END, "")]


def test_letters_from_right_to_left_say_so_and_have_a_font_of_their_own() -> None:
    given = w("rPr", w("rStyle", val="Strong"), w("rFonts", ascii="Georgia", cs="Georgia"), w("sz", val=18))
    _, name, _ = _runs("محمد", given)
    properties = name[0]
    assert [child.tag for child in properties] == [qn(f"w:{one}") for one in ("rStyle", "rFonts", "sz", "rtl", "lang")]
    assert properties[1].get(qn("w:cs")) == "Arial"
    assert properties[1].get(qn("w:ascii")) == "Georgia"
    assert given[1].get(qn("w:cs")) == "Georgia"


def test_letters_of_east_asia_ask_for_its_font() -> None:
    _, name, _ = _runs("李小龍")
    fonts = name.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    assert fonts is not None
    assert fonts.get(qn("w:hint")) == "eastAsia"
