"""The subsetter of fontTools finds the same names in less time."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._n_a_m_e import NameRecordVisitor

from briefs.render.fonts import subsets
from briefs.render.fonts.lean_subsetting import NamesOutsideLookups, subsetting
from tests.render.drawn import FONTS
from tests.render.fonts.small_fonts import _letters

REGULAR = FONTS / "Carlito-Regular.ttf"


@contextmanager
def visited() -> Iterator[list[str]]:
    """The names of all attributes that are visited."""
    found: list[str] = []
    visit = NameRecordVisitor.visitAttr

    def told(self: Any, obj: Any, attr: str, value: Any, *more: Any, **named: Any) -> None:
        found.append(attr)
        visit(self, obj, attr, value, *more, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(NameRecordVisitor, "visitAttr", told)
        yield found


def test_a_subset_has_the_same_bytes_after_fewer_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    letters = frozenset("AVTaé")
    with visited() as few:
        lean = subsets.make_subset(REGULAR, letters, "ttf")
    monkeypatch.setattr(subsetting, "NameRecordVisitor", NameRecordVisitor)
    with visited() as all_of_them:
        assert subsets.make_subset(REGULAR, letters, "ttf") == lean
    assert "Lookup" in all_of_them
    assert "Lookup" not in few


def test_the_name_of_a_feature_is_found() -> None:
    font = TTFont(io.BytesIO(_letters("Carlito-Regular")))
    rules = 'feature ss01 { featureNames { name "Round letters"; }; sub a by b; } ss01;'
    addOpenTypeFeaturesFromString(font, rules)
    seen = []
    for visitor in (NamesOutsideLookups(), NameRecordVisitor()):
        visitor.visit(font)
        seen.append(visitor.seen)
    assert seen[0] == seen[1] != set()
