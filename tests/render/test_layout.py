"""The look that renderers share, and reading it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import BriefsError, DocumentError, Place
from briefs.render.figure_look import PROPERTIES
from briefs.render.layout import Layout, read_layout
from tests.render.builders import layout


def test_a_brief_without_an_accent_has_navy() -> None:
    assert (layout().accent(BriefKey("ministers")), layout().accent(BriefKey("judges"))) == ("#6B1F3A", "#1F3A5F")


def test_an_accent_is_written_in_six_digits() -> None:
    with pytest.raises(ValueError, match=r"^an accent is written #RRGGBB, not red$"):
        replace(layout(), accents={BriefKey("judges"): "red"})


def test_a_layout_is_read_from_its_folder(tmp_path: Path) -> None:
    (tmp_path / "print.css").write_text("p { margin: 0 }", encoding="utf-8-sig")
    (tmp_path / "screen.css").write_text("a { color: red }", encoding="utf-8")
    made = read_layout(tmp_path, tmp_path, {BriefKey("judges"): "#000000"}).value
    assert made == Layout("p { margin: 0 }", "a { color: red }", tmp_path / "fonts", {BriefKey("judges"): "#000000"})


def test_a_style_sheet_that_is_missing_is_a_fault_of_the_environment(tmp_path: Path) -> None:
    with pytest.raises(BriefsError, match=r"^cannot read .*/print\.css: No such file or directory$"):
        read_layout(tmp_path, tmp_path, {})


def test_a_wrong_property_of_figures_is_reported_with_the_line_of_the_style_sheet(tmp_path: Path) -> None:
    (tmp_path / "screen.css").touch()
    css = "h1 { color: red }\n:root { --figure-type: large; --figure-colour: red }\n"
    (tmp_path / "print.css").write_text(css, encoding="utf-8")
    read = read_layout(tmp_path, tmp_path, {})
    assert read.value.print_css == css
    assert "\n".join(map(str, read.problems)).splitlines() == [
        'print.css:2: error: "--figure-type" has a value that it cannot have [style-property]',
        "  hint: size of words: a length from 6pt to 24pt, such as 9pt",
        'print.css:2: error: figures have no property "--figure-colour" [style-property]',
        f"  hint: known: {', '.join(PROPERTIES)}",
    ]


def test_a_family_that_is_not_in_the_folder_of_fonts_is_reported(tmp_path: Path) -> None:
    (tmp_path / "screen.css").touch()
    (tmp_path / "print.css").write_text(":root { --figure-font: Gill Sans }", encoding="utf-8")
    problems = read_layout(tmp_path, tmp_path, {}).problems
    assert str(problems[0]).startswith('print.css:1: error: "--figure-font" names the family "Gill Sans"')
    assert read_layout(tmp_path, tmp_path, {}, has_fonts=False).problems == ()


def test_a_style_sheet_that_is_not_utf_8_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "layout").mkdir()
    (tmp_path / "layout" / "print.css").write_bytes(b"p {}\n/* \xe9 */")
    with pytest.raises(DocumentError) as raised:
        read_layout(tmp_path / "layout", tmp_path, {})
    assert [(problem.place, problem.code) for problem in raised.value.diagnostics] == [
        (Place("layout/print.css", 2), "file-encoding")
    ]


def test_letters_are_those_of_the_families_that_the_style_sheet_names_and_the_folder_has(tmp_path: Path) -> None:
    usual = layout()
    dejavu = replace(usual, print_css='p { font-family: "DejaVu Sans" }')
    assert dejavu.letters("Migration", False) > usual.letters("Migration", False)
    unnamed = replace(usual, print_css="p { margin: 0 }")
    assert unnamed.letters("Migration", True) == usual.letters("Migration", True)


@pytest.mark.parametrize(
    "css",
    [
        r"p { background: \75/**/rl(http://listener.example/) }",
        'p { --a: \\" "/*" */ "; background: url(http://listener.example/); " }',
    ],
)
def test_what_only_comes_about_without_remarks_is_refused_too(css: str, tmp_path: Path) -> None:
    (tmp_path / "print.css").touch()
    (tmp_path / "screen.css").write_text(css, encoding="utf-8")
    with pytest.raises(DocumentError) as raised:
        read_layout(tmp_path, tmp_path, {})
    assert [problem.place for problem in raised.value.diagnostics] == [Place("screen.css")]


def test_a_style_sheet_that_asks_for_another_file_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "screen.css").touch()
    (tmp_path / "print.css").write_text("p { margin: 0 }\np { background: url(a.png) }", encoding="utf-8")
    with pytest.raises(DocumentError) as raised:
        read_layout(tmp_path, tmp_path, {})
    assert [(problem.place, problem.code) for problem in raised.value.diagnostics] == [
        (Place("print.css", 2), "style-address")
    ]
