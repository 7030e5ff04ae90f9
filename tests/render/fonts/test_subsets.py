"""Subsets of fonts."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from briefs.model.diagnostics import BriefsError
from briefs.render.fonts import subsets
from briefs.render.fonts.faces import Face, faces_of, read_face
from briefs.render.fonts.subsets import EUROPEAN, PLAIN, subset
from tests.render.drawn import FONTS
from tests.render.fonts.small_fonts import write_font

REGULAR = faces_of("Carlito", FONTS)[False, False]


def characters(font: bytes) -> set[str]:
    with TTFont(io.BytesIO(font)) as opened:
        return set(map(chr, opened.getBestCmap()))


def advance(font: TTFont, character: str) -> int:
    width: int = font["hmtx"][font.getBestCmap()[ord(character)]][0]
    return width


def test_a_subset_has_the_characters_that_the_font_has_and_no_others() -> None:
    assert characters(subset(REGULAR, PLAIN | {"Ω", "𓀀"}, "ttf")) == (PLAIN | {"Ω"}) & REGULAR.characters
    assert characters(subset(REGULAR, frozenset("ab"), "woff2")) == {"a", "b"}


def test_a_subset_has_the_widths_the_kerning_and_the_names_of_its_font() -> None:
    with TTFont(io.BytesIO(subset(REGULAR, EUROPEAN, "ttf"))) as small, TTFont(REGULAR.file) as whole:
        assert [advance(small, c) for c in "Wi-é "] == [advance(whole, c) for c in "Wi-é "]
        features = {record.FeatureTag for record in small["GPOS"].table.FeatureList.FeatureRecord}
        assert "kern" in features
        assert small["name"].getDebugName(13) == whole["name"].getDebugName(13) is not None
        assert small["OS/2"].fsType == 0


def test_subsets_are_small() -> None:
    assert len(subset(REGULAR, PLAIN, "woff2")) < 12_000
    assert len(subset(REGULAR, EUROPEAN, "ttf")) < 60_000


def test_the_same_face_and_characters_give_the_same_bytes() -> None:
    face, letters = REGULAR, frozenset("aé—")
    for flavour in ("ttf", "woff2"):
        once, again = (subsets.make_subset(face.file, letters, flavour) for _ in range(2))
        assert once == again == subset(face, letters, flavour)


def test_another_font_of_the_same_name_is_not_taken_from_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    first, second = (read_face(write_font(tmp_path / name / "Quay.ttf", 8 * at)) for at, name in enumerate(("a", "b")))
    assert subset(first, frozenset("a"), "ttf") != subset(second, frozenset("a"), "ttf")
    assert len(list((tmp_path / "briefs" / "fonts").iterdir())) == 2


def test_a_font_that_is_damaged_inside_is_a_fault_of_the_environment(tmp_path: Path) -> None:
    file = write_font(tmp_path / "Quay.ttf")
    with TTFont(file) as font:
        start = font.reader.tables["glyf"].offset
    content = file.read_bytes()
    file.write_bytes(content[:start] + b"\xff" * (len(content) - start))
    damaged = Face(file, "Quay", False, False, 0, frozenset("abc"))
    with pytest.raises(BriefsError, match=r"Quay\.ttf cannot be read as a font$"):
        subset(damaged, frozenset("abc"), "ttf")
