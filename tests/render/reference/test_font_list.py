"""Fonts that a stranger embeds are taken if they are fonts."""

from __future__ import annotations

from uuid import UUID

import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from briefs.render.reference.font_list import known_fonts
from briefs.word.elements import NAMESPACES
from briefs.word.embedded_fonts import RELATIONSHIP, obfuscated
from tests.builders import REPOSITORY

KEY = UUID("302EE813-EB4A-4642-A93A-89EF99B2457E")
FONT = next((REPOSITORY / "templates" / "layout" / "fonts").glob("*.ttf")).read_bytes()


def table(font: bytes, key: str = f"{{{KEY}}}", kind: str = RELATIONSHIP, outside: str = "") -> Part:
    declared = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in "wr")
    embedded = f'<w:embedRegular r:id="a" w:fontKey="{key}"/>'
    content = f'<w:fonts {declared}><w:font w:name="Quay"><w:family w:val="auto"/>{embedded}</w:font></w:fonts>'
    made = Part(PackURI("/word/fontTable.xml"), "t", content.encode(), None)
    target = outside or Part(PackURI("/word/fonts/f.odttf"), "f", obfuscated(font, KEY), None)
    made.load_rel(kind, target, "a", bool(outside))
    return made


def test_a_font_is_taken_as_it_is() -> None:
    given = table(FONT)
    assert known_fonts(given) == (given, [])


@pytest.mark.parametrize(
    "given",
    [
        table(b"MZ" + FONT),
        table(FONT[:2000]),
        table(FONT[:10]),
        table(FONT[:4] + b"\xff\xff" + FONT[6:]),
        table(FONT, "{none}"),
        table(b"", outside="https://example.org/f.odttf"),
    ],
    ids=["another file", "cut off", "short", "many tables", "no key", "outside"],
)
def test_what_is_no_font_is_left_out(given: Part) -> None:
    made, said = known_fonts(given)
    assert said == ['an embedded font ("Quay") that is none']
    assert (b"embedRegular" in made.blob, b"Quay" in made.blob, dict(made.rels)) == (False, True, {})
