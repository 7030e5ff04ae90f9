"""The look of figures, which a designer sets in the style sheet for print."""

from __future__ import annotations

import re
from dataclasses import asdict

import pytest

from briefs.render.figure_look import PROPERTIES, FigureLook, figure_look, read_figure_look
from tests.render.builders import layout
from tests.render.drawn import FONTS


def said(css: str) -> str:
    return "\n".join(map(str, read_figure_look(css, "print.css").problems))


def test_without_properties_a_look_is_the_usual_one() -> None:
    assert read_figure_look("h1 { color: red }", "print.css").value == FigureLook()
    assert figure_look("") == FigureLook()


def test_properties_are_read_from_the_root_in_any_unit_of_length() -> None:
    css = """
    :root { --figure-type: 8pt; --figure-line: 1pc; --other: 9pt }
    :root { --figure-gap: 0.1in; --figure-dot: 8px; --figure-ink: #102030; --figure-beam-tint: 20% /* more */ }
    """
    checked = read_figure_look(css, "print.css")
    assert checked.problems == ()
    look = FigureLook(type=8, line=12, gap=7.2, dot=6, ink="#102030", beam_tint=0.2)
    read = asdict(checked.value)
    assert read.pop("font") == look.font
    assert read == pytest.approx({name: value for name, value in asdict(look).items() if name != "font"})


def test_the_style_sheet_of_the_project_sets_every_property_to_the_usual_value() -> None:
    css = layout().print_css
    assert said(css) == ""
    assert set(re.findall(r"(--figure-[\w-]+):", css)) == set(PROPERTIES)
    assert figure_look(css) == FigureLook()


def test_a_property_that_nobody_knows_is_reported_with_its_line() -> None:
    assert said("h1 { color: red }\n:root {\n  --figure-tipe: 9pt }") == (
        'print.css:3: error: figures have no property "--figure-tipe" [style-property]\n'
        '  hint: did you mean "--figure-type"?'
    )


@pytest.mark.parametrize("value", ["9", "9em", "9%", "large", "", "9pt 9pt", "1pt", "25pt", "var(--small)", "#102030"])
def test_a_wrong_length_is_reported(value: str) -> None:
    assert said(f":root {{ --figure-type: {value} }}") == (
        'print.css:1: error: "--figure-type" has a value that it cannot have [style-property]\n'
        "  hint: size of words: a length from 6pt to 24pt, such as 9pt"
    )


@pytest.mark.parametrize("value", ["9pt", "0.08", "31%", "-1%"])
def test_a_wrong_share_is_reported(value: str) -> None:
    assert said(f":root {{ --figure-pillar-tint: {value} }}") == (
        'print.css:1: error: "--figure-pillar-tint" has a value that it cannot have [style-property]\n'
        "  hint: tint of a pillar: a percentage from 0% to 30%, such as 8%"
    )


@pytest.mark.parametrize("value", ["black", "#123", "#1020301", "9pt", "var(--accent)"])
def test_a_wrong_colour_is_reported(value: str) -> None:
    assert said(f":root {{ --figure-ink: {value} }}") == (
        'print.css:1: error: "--figure-ink" has a value that it cannot have [style-property]\n'
        "  hint: colour of words: a colour, such as #1A1A1A"
    )


@pytest.mark.parametrize(
    "css",
    [
        "@media print {\n:root { --figure-type: 9pt } }",
        "@layer house {@supports (color: red) {\n:root { --figure-type: 9pt } } }",
        ":root {\n& { --figure-type: 9pt } }",
    ],
)
def test_a_property_in_a_nested_rule_has_no_effect_and_is_reported(css: str) -> None:
    assert said(css) == (
        'print.css:2: error: "--figure-type" is set outside the rule :root [style-property]\n  hint: move it there'
    )


def test_capitals_in_the_name_of_a_property_are_not_overlooked() -> None:
    assert said(":root { --Figure-Type: 9pt }") == (
        'print.css:1: error: figures have no property "--Figure-Type" [style-property]\n'
        '  hint: did you mean "--figure-type"?'
    )


def test_a_property_elsewhere_has_no_effect_and_is_reported() -> None:
    assert said("\nfigure { --figure-type: 9pt }") == (
        'print.css:2: error: "--figure-type" is set outside the rule :root [style-property]\n  hint: move it there'
    )


def test_lines_that_would_run_into_each_other_are_reported() -> None:
    assert said(":root { --figure-line: 12pt;\n--figure-type: 13pt }") == (
        "print.css:2: error: lines of figures run into each other: --figure-line is less than --figure-type "
        "[style-property]\n  hint: set lines further apart\n"
        "print.css:2: error: lines of figures run into each other: --figure-bar-line is less than --figure-type "
        "[style-property]\n  hint: set lines further apart"
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ('"DejaVu Sans"', ("DejaVu Sans",)),
        ("DejaVu Sans, 'Carlito', sans-serif", ("DejaVu Sans", "Carlito")),
    ],
)
def test_the_families_of_type_are_written_as_css_writes_them(value: str, expected: tuple[str, ...]) -> None:
    checked = read_figure_look(f":root {{ --figure-font: {value} }}", "print.css", FONTS)
    assert checked.problems == ()
    assert checked.value.font == expected


@pytest.mark.parametrize("value", ["", "9pt", "Carlito,", '"Carlito" "DejaVu Sans"', "sans-serif", "var(--font)"])
def test_wrong_families_are_reported(value: str) -> None:
    assert said(f":root {{ --figure-font: {value} }}") == (
        'print.css:1: error: "--figure-font" has a value that it cannot have [style-property]\n'
        "  hint: families of type, the preferred first: names of families with commas between them, as Carlito, "
        '"DejaVu Sans"'
    )


def test_a_family_that_the_fonts_do_not_have_is_reported() -> None:
    checked = read_figure_look(':root { --figure-dot: 6pt;\n--figure-font: "Gill Sans", Carlito }', "print.css", FONTS)
    assert "\n".join(map(str, checked.problems)) == (
        'print.css:2: error: "--figure-font" names the family "Gill Sans", which the fonts of the layout do not have '
        "[style-property]\n"
        '  hint: use Carlito, "DejaVu Sans"; or add its regular and its bold type to the fonts folder of the layout'
    )
