"""What blocks are written with: ids, texts, anchors and wording."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from briefs.model.block import Fact

FACT = {"kind": "fact", "id": "fact.timetable", "anchor": "Most keepers agreed"}


def fact(**fields: object) -> Fact:
    return Fact.model_validate({**FACT, **fields})


@pytest.mark.parametrize("name", ["ben.states", "es.16.2.4", "fact.no_ministers-forum"])
def test_an_id_is_words_and_numbers_with_dots_between_them(name: str) -> None:
    assert fact(id=name).id == name


@pytest.mark.parametrize("name", ["states", "Ben.States", "ben..states", "ben.", "1.states"])
def test_anything_else_is_not_an_id(name: str) -> None:
    with pytest.raises(ValidationError, match=r"such as ben\.states"):
        fact(id=name)


def test_an_anchor_is_a_text_or_a_text_in_a_place_or_several() -> None:
    one, other = fact(anchor=["Most keepers agreed", {"text": "One keeper saw", "in": "I ¶ 1"}]).anchor
    assert (one.text, one.scope, other.text, other.scope) == ("Most keepers agreed", None, "One keeper saw", "I ¶ 1")
    assert fact(anchor="Most keepers agreed").anchor == (one,)


@pytest.mark.parametrize("anchor", [7, [["Most keepers agreed"]], []])
def test_anything_else_is_not_an_anchor(anchor: object) -> None:
    with pytest.raises(ValidationError, match="anchor"):
        fact(anchor=anchor)


def test_wording_may_have_anchors_of_its_own() -> None:
    plain, anchored = (fact(short=form).short for form in ("Words.", {"text": "Words.", "anchor": "One keeper saw"}))
    assert plain is not None
    assert anchored is not None
    assert (plain.text, plain.anchor) == ("Words.", None)
    assert [anchor.text for anchor in anchored.anchor or ()] == ["One keeper saw"]


@pytest.mark.parametrize("text", ["", "  ", "a\x00b", 7])
def test_a_text_can_be_printed(text: object) -> None:
    with pytest.raises(ValidationError):
        fact(lead=text)


def test_a_field_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValidationError, match="colour"):
        fact(colour="red")
