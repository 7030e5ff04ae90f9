"""What cannot be applied of a style sheet is told on its line, with the line as it should be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.model.diagnostics import DocumentError
from briefs.render.pdf.pages import lay_out
from tests.render.builders import document, layout, paragraph, section

BEFORE = "h1 { color: #000000 }\n"


def said(css: str, caplog: pytest.LogCaptureFixture) -> list[str]:
    """The messages and hints of a layout with the style sheet `BEFORE` and `css`."""
    with pytest.raises(DocumentError) as caught:
        lay_out(document(section(paragraph("Boats wait."))), replace(layout(), print_css=BEFORE + css))
    caplog.clear()
    return [str(one) for one in caught.value.diagnostics]


@pytest.mark.parametrize(
    ("css", "line", "message", "hint"),
    [
        ("h2 { colr: red }", 2, '"colr" is no property of pages', "did you mean `color: red`?"),
        ("\nh2 { font-size: 12 pt }", 3, '"font-size: 12 pt" cannot', "without a space: `font-size: 12pt`"),
        ("h2 { margin: 3 }", 2, '"margin: 3" cannot be applied: invalid value', "give each length its unit"),
        ("h2 { color: #12G }", 2, '"color: #12G" cannot', "a colour has six digits"),
        ("h2 { page: 3 4 }", 2, '"page: 3 4" cannot', ""),
        ("h2 { xyzzy: 3 }", 2, '"xyzzy" is no property of pages', "take it out"),
        ("h2::foo { color: red }", 2, '"h2::foo" selects nothing', "before the opening brace"),
        ("@page :frist { margin: 1cm }", 2, "a rule cannot be applied: unsupported @page selector", "correct it"),
        ("h2 {\n color: red\n", 2, "the rule that begins here has no end", "write } after"),
        ("h2 { color: red }\n}\np { colr: red }", 3, "a closing brace has no opening one", "take it out"),
    ],
)
def test_each_mistake_of_a_style_sheet_has_its_line_and_a_hint(
    css: str, line: int, message: str, hint: str, caplog: pytest.LogCaptureFixture
) -> None:
    (only,) = said(css, caplog)
    assert only.startswith(f"templates/layout/print.css:{line}: error: {message}")
    assert "[style-sheet]" in only
    assert hint in only


def test_all_mistakes_are_told_at_once(caplog: pytest.LogCaptureFixture) -> None:
    assert len(said("h2 { colr: red }\np { margin: 3 }\nb { font-size: 2 em }", caplog)) == 3
