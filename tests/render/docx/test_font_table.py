"""A Word file carries the fonts of the PDF, under the names that its styles use."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from uuid import UUID

import pytest
from fontTools.ttLib import TTFont

from briefs.model.document import Paragraph
from briefs.model.inline import Text
from briefs.render.docx.render import render_docx
from briefs.render.reference.typefaces import families
from briefs.word.elements import local_name, qn, value_of
from briefs.word.embedded_fonts import CONTENT_TYPE, obfuscated
from tests.render.docx.corporate import with_parts
from tests.render.docx.samples import BRIEF, FULL_BRIEF, document, part, section, starter
from tests.render.drawn import FONTS
from tests.render.fonts.small_fonts import write_font

OFFICE = shutil.which("soffice")
ODD = "Ω ǆ"


def entries(file: bytes) -> dict[str, list[str]]:
    """What the table of fonts says of each font."""
    fonts = part(file, "word/fontTable.xml")
    return {value_of(font, "name"): [local_name(child) for child in font] for font in fonts}


def embedded(file: bytes) -> dict[str, TTFont]:
    """The embedded fonts, no longer obfuscated, by the elements that name them."""
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        targets = {r.get("Id"): r.get("Target") for r in part(file, "word/_rels/fontTable.xml.rels")}
        found = {}
        for child in part(file, "word/fontTable.xml").iter():
            if key := value_of(child, "fontKey"):
                font = package.read(f"word/{targets[child.get(qn('r:id'))]}")
                found[local_name(child)] = TTFont(io.BytesIO(obfuscated(font, UUID(key))))
    return found


def names(file: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return package.namelist()


def settings(file: bytes) -> list[str]:
    return [local_name(child) for child in part(file, "word/settings.xml")]


def test_carlito_is_embedded_as_calibri_in_the_order_of_the_schema() -> None:
    made = render_docx(BRIEF, starter(), embedded=FONTS)
    assert entries(made) == {
        "Calibri": [
            *("altName", "panose1", "charset", "family", "pitch"),
            *("embedRegular", "embedBold", "embedItalic", "embedBoldItalic"),
        ],
        "MS Gothic": ["panose1", "charset", "family", "pitch"],
    }
    assert [font["name"].getDebugName(4) for font in embedded(made).values()] == [
        *("Carlito", "Carlito Bold", "Carlito Italic", "Carlito Bold Italic"),
    ]
    assert settings(made)[:4] == ["zoom", "embedTrueTypeFonts", "saveSubsetFonts", "defaultTabStop"]
    types = {child.get("PartName"): child.get("ContentType") for child in part(made, "[Content_Types].xml")}
    assert types["/word/fonts/font1.odttf"] == CONTENT_TYPE


def test_what_is_printed_and_what_an_editor_may_type_is_there() -> None:
    made = render_docx(document(section(Paragraph((Text(ODD),)))), starter(), embedded=FONTS)
    characters = set(map(chr, embedded(made)["embedRegular"].getBestCmap()))
    assert set("azAZ09 éßłő–“”€" + ODD) <= characters
    assert "Ж" not in characters


def test_the_same_brief_gives_the_same_bytes() -> None:
    once, again = (render_docx(FULL_BRIEF, starter(), embedded=FONTS) for _ in range(2))
    assert once == again


def test_without_fonts_to_embed_nothing_is_embedded() -> None:
    made = render_docx(BRIEF, starter())
    assert not [name for name in names(made) if "/fonts/" in name or "fontTable.xml.rels" in name]
    assert "embedTrueTypeFonts" not in settings(made)
    assert list(entries(made)) == ["Calibri", "MS Gothic"]


def test_fonts_that_may_not_be_embedded_are_left_out(tmp_path: Path) -> None:
    write_font(tmp_path / "Regular.ttf", fs_type=2, family="Carlito")
    write_font(tmp_path / "Bold.ttf", family="Carlito", name="Carlito-Bold")
    made = render_docx(BRIEF, starter(), embedded=tmp_path)
    assert list(embedded(made)) == ["embedBold"]
    write_font(tmp_path / "none" / "Regular.ttf", fs_type=2, family="Carlito")
    assert "embedTrueTypeFonts" not in settings(render_docx(BRIEF, starter(), embedded=tmp_path / "none"))


def test_the_font_of_a_house_is_embedded_under_its_own_name(tmp_path: Path) -> None:
    def in_quay(styles: bytes) -> bytes:
        return styles.replace(b'"Calibri"', b'"Quay"')

    write_font(tmp_path / "Quay.ttf")
    write_font(tmp_path / "Unused.ttf", family="Pier")
    made = render_docx(BRIEF, with_parts(starter(), {"word/styles.xml": in_quay}), embedded=tmp_path)
    assert entries(made)["Quay"] == ["charset", "family", "pitch", "embedRegular"]
    assert families(tmp_path) == ("Quay", "Pier")
    assert "Pier" not in entries(made)


def test_what_a_reference_document_embeds_itself_stays() -> None:
    theirs = render_docx(BRIEF, starter(), embedded=FONTS)
    made = render_docx(BRIEF, theirs, embedded=FONTS)
    assert [name for name in names(made) if "/fonts/" in name] == [name for name in names(theirs) if "/fonts/" in name]
    assert entries(made) == entries(theirs)
    assert {name: font["name"].getDebugName(4) for name, font in embedded(made).items()} == {
        name: font["name"].getDebugName(4) for name, font in embedded(theirs).items()
    }


def test_a_reference_document_without_a_table_of_fonts_gets_one() -> None:
    def forgotten(relationships: bytes) -> bytes:
        return relationships.replace(b"relationships/fontTable", b"relationships/other")

    made = render_docx(BRIEF, with_parts(starter(), {"word/_rels/document.xml.rels": forgotten}), embedded=FONTS)
    assert entries(made)["Calibri"][0] == "altName"


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.slow
def test_libreoffice_prints_with_the_fonts_of_the_file_where_there_are_no_others(tmp_path: Path) -> None:
    assert OFFICE is not None
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(
        f"<fontconfig><dir>{tmp_path / 'none'}</dir><cachedir>{tmp_path / 'cache'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    (tmp_path / "none").mkdir()
    for name in ("DejaVuSans", "DejaVuSans-Bold"):
        shutil.copy(FONTS / f"{name}.ttf", tmp_path / "none")
    (tmp_path / "brief.docx").write_bytes(render_docx(FULL_BRIEF, starter(), embedded=FONTS))
    command = [OFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "brief.docx")]
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "FONTCONFIG_FILE": str(fonts)}
    subprocess.run(command, check=True, capture_output=True, env=environment)
    printed = (tmp_path / "brief.pdf").read_bytes()
    assert b"+Carlito" in printed
    assert b"+DejaVu" not in printed
