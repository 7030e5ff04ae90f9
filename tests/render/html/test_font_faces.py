"""The fonts that an HTML file carries."""

from __future__ import annotations

import io
import re
from base64 import b64decode
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from briefs.render.html.font_faces import font_faces
from briefs.render.html.page import render_html
from tests.render.builders import document, layout, paragraph, section
from tests.render.fonts.small_fonts import write_font
from tests.render.specimen import specimen

EMBEDDING = replace(layout(), embeds_fonts=True)
RULE = re.compile(
    r'@font-face \{ font-family: "([^"]*)"; font-weight: (\d+); font-style: (\w+); '
    r'src: url\(data:font/woff2;base64,([\w+/=]*)\) format\("woff2"\) \}'
)


def faces(css: str) -> dict[tuple[str, str, str], set[str]]:
    """The characters of each face in a style sheet, by family, weight and slope."""
    found = {}
    for family, weight, slope, data in RULE.findall(css):
        with TTFont(io.BytesIO(b64decode(data))) as font:
            found[family, weight, slope] = set(map(chr, font.getBestCmap()))
    return found


def test_a_page_carries_the_faces_and_glyphs_that_it_needs() -> None:
    page = render_html(specimen(), EMBEDDING)
    found = faces(page)
    assert list(found) == [
        ("Carlito", "400", "normal"),
        ("Carlito", "400", "italic"),
        ("Carlito", "700", "normal"),
        ("DejaVu Sans", "400", "normal"),
    ]
    assert set("AZaz09–“”é") <= found["Carlito", "400", "normal"]
    assert "↩" in found["DejaVu Sans", "400", "normal"]
    assert len(page) - len(render_html(specimen(), layout())) < 60_000


@pytest.mark.parametrize(
    ("body", "italics"),
    [
        ("<p>plain</p>", set()),
        ("<p>a <em>b</em> <strong>c</strong></p>", {"400"}),
        ("<h2><i lang='fr'>b</i></h2>", {"700"}),
        ("<p><strong>a <em>b</em></strong> <em>c</em></p>", {"400", "700"}),
        ("<p>a</p><hr><img><input>", set()),
    ],
)
def test_italic_type_is_there_if_it_is_used(body: str, italics: set[str]) -> None:
    assert {weight for _, weight, slope in faces(font_faces(body, EMBEDDING)) if slope == "italic"} == italics


def test_characters_in_labels_and_references_count() -> None:
    found = faces(font_faces('<td data-label="&#937;">&lt;ł</td>', EMBEDDING))
    assert set("Ωł<") <= found["Carlito", "400", "normal"]


def test_a_page_without_fonts_names_them_all_the_same() -> None:
    page = render_html(document(section(paragraph("Words"))), layout())
    assert faces(page) == {}
    assert "Carlito, Calibri" in page


def test_the_same_page_has_the_same_bytes() -> None:
    assert render_html(specimen(), EMBEDDING) == render_html(specimen(), EMBEDDING)


def test_fonts_of_a_house_are_embedded_if_its_style_sheet_names_them_and_their_maker_allows_it(tmp_path: Path) -> None:
    write_font(tmp_path / "Quay.ttf")
    write_font(tmp_path / "Bold.ttf", fs_type=4, name="Carlito-Bold")
    write_font(tmp_path / "Pier.ttf", family="Pier")
    house = replace(EMBEDDING, fonts=tmp_path, screen_css="html { font-family: Quay }")
    assert list(faces(font_faces("<p>abc</p>", house))) == [("Quay", "400", "normal")]
