"""The accent of a brief in place of the starter's."""

from __future__ import annotations

from briefs.model.edition import DEFAULT_ACCENT
from briefs.render.reference.recolouring import recolour
from briefs.render.reference.starter_measures import ACCENT, TINT
from briefs.word.elements import parse, qn
from tests.builders import REPOSITORY


def test_the_starters_accent_and_its_tint_give_way_to_those_of_the_brief() -> None:
    made = parse('<w:color w:val="1F3A5F"/><w:top w:color="1F3A5F"/><w:shd w:fill="EFF1F4" w:val="clear"/>')
    recolour(made, "#6B1F3A")
    colour, top, ground = made
    assert colour.get(qn("w:val")) == top.get(qn("w:color")) == "6B1F3A"
    assert (ground.get(qn("w:fill")), ground.get(qn("w:val"))) == ("F5EFF1", "clear")


def test_other_colours_are_a_designers_and_stay() -> None:
    made = parse('<w:color w:val="C80000"/>')
    recolour(made, "#6B1F3A")
    assert made[0].get(qn("w:val")) == "C80000"


def test_the_default_accent_and_its_tint_are_written_in_one_place() -> None:
    assert (DEFAULT_ACCENT, ACCENT, TINT) == ("#1F3A5F", "1F3A5F", "EFF1F4")
    written = [
        path.name
        for path in (REPOSITORY / "briefs").rglob("*.py")
        for colour in (ACCENT, TINT)
        if colour in path.read_text(encoding="utf-8")
    ]
    assert written == ["edition.py"]
