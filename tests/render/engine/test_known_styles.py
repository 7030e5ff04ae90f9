"""Properties that are known are those that WeasyPrint would compute, whatever else was laid out before."""

from __future__ import annotations

from typing import Any

import pytest

from briefs.render.engine import known_lines as module
from briefs.render.engine import known_styles
from briefs.render.engine.known_lines import known_lines
from briefs.render.engine.known_styles import KnownStyles
from briefs.render.engine.loading import load_engine
from briefs.render.engine.released_fonts import released_fonts
from tests.builders import REPOSITORY

FONTS = REPOSITORY / "templates/layout/fonts"
SHEET = """
:root { --deep: #224; --wide: calc(3px + 1em) } html { font: 10px/1.4 Carlito; color: var(--deep) }
@page { size: 300px 200px; margin: 20px; @bottom-right { content: counter(page) " of " counter(pages); color: red } }
@page :first { margin-top: 40px } @page wide { size: 400px 200px } .wide { page: wide }
h2 { break-after: avoid; string-set: title content(); padding: inherit } section { padding: 4px } .b { color: #822 }
p { margin: 0 0 .5em; text-indent: 1ex; widows: 2 } p::first-line { font-weight: 700 } .cap::first-letter { color: red;
font-size: 2em } li::marker { color: var(--deep) } .note { float: footnote; font-size: .8em } .note::footnote-call {
vertical-align: super } table { border-collapse: collapse } td { padding: 3px; border: 1px solid; margin: 5px }
.flex { display: flex; gap: 1em } .grid { display: grid; grid-template-columns: 1fr 2fr } u b { text-decoration: none }
a::after { content: leader(".") target-counter(attr(href), page) } .off { position: absolute; right: 0 }
q { quotes: "<" ">" } [lang=fr] { quotes: "«" "»" }
.v { width: var(--wide); padding-inline-start: 2px; padding-left: 1px }
"""
PARTS = (
    '<section id="s1"><h2 class="b">Tides</h2><p class="cap">In and <u>out <b>twice</b></u> a day <i class="note">'
    "or once</i> and more words for a line <a href='#s2'>see</a></p></section>",
    '<section id="s2" lang="fr"><h2>Quais</h2><ul><li>un<li><q>deux</q></ul><p style="color: green">vert <b>b</b></p>'
    "<table><tr><td>1<td class=b>2<tr><th>3<td>4</table></section>",
    '<div class="flex"><p class=v>a<p>b</div><div class="grid"><p>c<p class="b">d</div><p class="off">e</p>',
    '<section class="wide" id="s3"><h2>Wide</h2><p>f<p class="b">g</section>',
)
PAGES = ("".join(PARTS), "".join(reversed(PARTS)), PARTS[1] + PARTS[0], PARTS[3] + PARTS[2])


def _rendered(engine: Any, body: str, sheets: list[Any], fonts: Any = None) -> bytes:
    page = engine.HTML(string=f'<html lang="en">{body}')
    content: bytes = page.render(fonts, stylesheets=sheets).write_pdf(uncompressed_pdf=True)
    return content


def test_pages_have_the_same_bytes_with_styles_that_are_known(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    engine = load_engine(FONTS)
    monkeypatch.setitem(module._known, "state", None)
    sheets = [engine.CSS(string=SHEET)]
    for body in PAGES:
        assert _rendered(engine, body, sheets, released_fonts(FONTS)) == _rendered(engine, body, sheets)
    styles = known_lines(FONTS).styles
    computed = styles.computed
    for body in PAGES[:2]:
        assert _rendered(engine, body, sheets, released_fonts(FONTS)) == _rendered(engine, body, sheets)
    assert styles.computed - computed < computed / 10  # `style` and the width of an element are in the HTML
    assert not styles.is_off
    caplog.clear()


def test_what_follows_from_the_size_of_pages_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = load_engine(FONTS)
    monkeypatch.setitem(module._known, "state", None)
    sheet = engine.CSS(string="p { margin-left: 10vw } b { padding: inherit; font-size: 5vh }")
    for size in ("300px 200px", "500px 400px"):
        sheets = [sheet, engine.CSS(string=f"@page {{ size: {size} }}")]
        body = "<p>Tides <b>and</b> currents"
        assert _rendered(engine, body, sheets, released_fonts(FONTS)) == _rendered(engine, body, sheets)
    assert known_lines(FONTS).styles.is_off


def test_the_tree_of_styles_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_styles, "_MOST", 3)
    styles, red, green = KnownStyles(), ("color", "red"), ("color", "green")
    weight = (1, 2, (0, 0, 1))
    first = styles.root.child(None, {"color": (red, weight)})
    assert styles.root.child(None, {"color": (red, weight)}) is first
    assert styles.root.child(None, {"color": (green, weight)}) is not first
    assert styles.root.child("after", {"color": (red, weight)}) is not first
    assert styles.root.child(None, {"color": (red, (1, 2, (0, 1, 0)))}) is not first
    assert not styles.root.below
