"""Style sheets name nothing outside them, however it is written, and hold no more than is applied in a moment."""

from __future__ import annotations

import pytest

from briefs.model.limits import MOST_STYLE_RULES
from briefs.render.style.style_limits import Medium, style_problems
from tests.render.builders import LAYOUT_FOLDER

AT = "http://listener.example/x"


def said(css: str, medium: Medium = "pages") -> list[str]:
    """The line, the code and the message of each problem of a style sheet."""
    return [f"{one.place.line} {one.code}: {one.message}" for one in style_problems(css, "a.css", medium)]


@pytest.mark.parametrize("medium", ["pages", "screens"])
@pytest.mark.parametrize(
    "css",
    [
        f"p {{ background: url({AT}) }}",
        f'p {{ background: URL("{AT}") }}',
        rf"p {{ background: \75rl({AT}) }}",
        rf"p {{ background: u\52 l({AT}) }}",
        f"p {{ background: url(  '{AT}'",
        f'p {{ background: image-set("{AT}" 1x) }}',
        f'p {{ background: -webkit-image-set(url("{AT}") 1x) }}',
        f'p {{ background: src("{AT}") }}',
        f'p {{ --a: "{AT}"; background: src(var(--a)) }}',
        f'p {{ background: image("{AT}") }}',
        f'p {{ background: -moz-future-picture("{AT}") }}',
        f"p {{ background: cross-fade(url({AT}), red) }}",
        f"p {{ filter: progid:DXImageTransform.Microsoft.AlphaImageLoader(src='{AT}') }}",
        "p { width: expression(1) }",
        "p { background: attr(data-x type(<url>)) }",
        "p { background: attr(data-x url) }",
        f"p {{ --a: url({AT}); background: var(--a) }}",
        f"p {{ behavior: url({AT}) }}",
        f"p {{ cursor: url({AT}), auto }}",
        f"p::before {{ content: url({AT}) }}",
        f"p {{ q {{ background: url({AT}) }} }}",
        f"@media print {{ @supports (color: red) {{ p {{ background: url({AT}) }} }} }}",
        f"@page {{ @top-left {{ content: url({AT}) }} }}",
        f"@font-face {{ font-family: A; src: local(A), url({AT}) }}",
        f'@import "{AT}";',
        f"@IMPORT url({AT}) layer(a) supports(color: red);",
        rf'p {{ color: red }} @im\70ort "{AT}";',
        f"@namespace url({AT});",
        "p { background: url(../house.yaml) }",
        "p { background: url(file:///etc/passwd) }",
        "p { background: url(//listener.example/x) }",
    ],
)
def test_what_is_outside_is_refused_however_it_is_written(css: str, medium: Medium) -> None:
    found = said(f"q {{ color: red }}\n{css}", medium)
    assert found
    assert found[0].startswith("2 style-address: a style sheet cannot use what is in another file: ")


@pytest.mark.parametrize("medium", ["pages", "screens"])
@pytest.mark.parametrize(
    "css",
    [
        "p { background: url(data:image/png;base64,iVBORw0KGgo=) }",
        'p { background: url("data:image/svg+xml,%3Csvg/%3E") }',
        '@font-face { font-family: A; src: url(data:font/woff2;base64,d09GMg==) format("woff2"), local("A") }',
        "p { clip-path: url(#part) }",
        'p::before { content: attr(title) "url(x)" counters(a, ".") }',
        'a[href="http://a.example/"]:is([lang="en"]) { color: red }',
        "/* url(http://a.example/) */ p { color: red }",
        "p { width: calc(100% - (2 * 1rem)); color: color-mix(in srgb, red, var(--a, blue)) }",
    ],
)
def test_what_a_style_sheet_carries_itself_is_no_fault(css: str, medium: Medium) -> None:
    assert said(css, medium) == []


def test_the_style_sheets_of_the_project_have_no_fault() -> None:
    for name, medium in (("print", "pages"), ("screen", "screens"), ("redline", "pages"), ("redline", "screens")):
        assert said((LAYOUT_FOLDER / f"{name}.css").read_text(encoding="utf-8"), medium) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("css", "message"),
    [
        ("p {" * 30, "1 style-limit: a rule or a value has more than 20 others around it"),
        ("(" * 50_000, "1 style-limit: a rule or a value has more than 20 others around it"),
        ("p { width: " + "calc(" * 900 + "1px", "1 style-limit: a rule or a value has more than 20 others around it"),
        ("\np { width: " + "9" * 5000 + "px }", "2 style-limit: a number has more than 300 digits"),
        ("p { width: 1e400px }", "1 style-limit: the number 1e400 is too large"),
        ("p { height: 1000000mm }", "1 style-limit: the number 1000000 is too large"),
        ("p" * 10_001, '1 style-limit: a name or a text is too long: "pppppppppppppppppppp…"'),
        (";" * 250_001, "1 style-limit: a style sheet has more than 250,000 characters besides pictures and fonts"),
        ("p{}" * (MOST_STYLE_RULES + 1), "1 style-limit: a style sheet has more than 5,000 rules or selectors"),
        ("p { color: red }\n}", "2 style-sheet: a closing brace has no opening one"),
        ("p { content: 'a\n' }", "1 style-sheet: a text in quotation marks, or an address, is not written as it must"),
        (r"p { content: '\d800' }", "1 style-sheet: an escape stands for no character"),
    ],
)
def test_what_is_too_large_or_broken_is_told_on_its_line(css: str, message: str) -> None:
    assert said(css)[0].startswith(message)


def test_not_more_faults_are_told_than_anybody_reads() -> None:
    assert len(said("}\n" * 100)) == 20


def test_screens_have_larger_numbers_than_pages() -> None:
    assert said("p { z-index: 2147483647 }", "screens") == []
    assert said("p { z-index: 2147483647 }", "pages")


def test_what_asks_for_an_address_is_told_once() -> None:
    for css in (f'@import "{AT}";', f"body {{ background: image-set('{AT}' 1x) }}"):
        assert len(style_problems(css, "screen.css", "screens")) == 1


@pytest.mark.parametrize("medium", ["pages", "screens"])
def test_what_is_carried_is_a_picture_or_a_font(medium: Medium) -> None:
    for address in ("data:text/html,x", "DATA:text/html,x"):
        assert said(f"p {{ background: url({address}) }}", medium) == [
            f"1 style-address: a style sheet carries pictures and fonts only: url({address})"
        ]
