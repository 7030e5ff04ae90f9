"""Fields of a file that are right are used although others are wrong."""

from __future__ import annotations

import pytest
from pydantic import Field

from briefs.files.salvage import salvaged, salvaged_file
from briefs.model.block_fields import Model


class Boat(Model):
    name: str
    sails: int = 0
    flag: str | None = Field(default=None, alias="colours")


def test_a_wrong_field_is_left_out_and_named() -> None:
    found = salvaged(Boat, {"name": "Ada", "sails": "two", "colours": "red"})
    assert found is not None
    assert (found.model, set(found.lacks)) == (Boat(name="Ada", flag="red"), {"sails"})


def test_something_stands_in_for_a_required_field() -> None:
    assert salvaged(Boat, {"sails": 2}) is None
    found = salvaged(Boat, {"sails": 2}, {"name": "…"})
    assert found is not None
    assert (found.model.name, found.model.sails, set(found.lacks)) == ("…", 2, {"name"})


def test_an_unknown_field_is_taken_for_the_one_that_it_is_like() -> None:
    found = salvaged(Boat, {"name": "Ada", "sail": 2, "colors": "red", "crew": 5})
    assert found is not None
    assert (found.model, set(found.lacks)) == (Boat(name="Ada"), {"sails", "flag", "crew"})


def test_a_field_without_a_value_lacks_what_may_stand_beside_it() -> None:
    found = salvaged(Boat, {"name": "Ada", "colours": None, "red": True})
    assert found is not None
    assert set(found.lacks) == {"flag", "red"}


def test_what_is_no_mapping_has_no_fields() -> None:
    assert salvaged(Boat, "Ada") is None
    assert salvaged(Boat, ["Ada"], {"name": "…"}) is not None


def test_all_mistakes_of_a_file_are_reported_and_a_lost_field_is_not_missed() -> None:
    read = salvaged_file('name: "Ada\nsails: two\ncolours: red\n', "boat.yaml", Boat, {"name": "…"})
    assert [(problem.code, problem.place.line) for problem in read.problems] == [
        ("yaml-syntax", 1),
        ("field-invalid", 2),
    ]
    assert read.value is not None
    assert (read.value.model.flag, set(read.value.lacks)) == ("red", {"name", "sails"})


def test_a_file_of_which_nothing_can_be_read_lacks_what_is_required() -> None:
    read = salvaged_file("[", "boat.yaml", Boat, {"name": "…"})
    assert read.value is not None
    assert (set(read.value.lacks), [problem.code for problem in read.problems]) == ({"name"}, ["yaml-syntax"])
    assert salvaged_file("sails: 2\n", "boat.yaml", Boat, {}).value is None


@pytest.mark.parametrize("slip", [" name: Ada", "name = Ada", "name Ada", "\tname: Ada", "name： Ada"])
def test_a_field_that_became_part_of_the_one_above_is_not_missed(slip: str) -> None:
    read = salvaged_file(f"flag: red\n{slip}\n", "boat.yaml", Boat, {"name": "…"})
    assert [(problem.code, problem.place.line) for problem in read.problems] == [("yaml-syntax", 2)]
    assert read.value is not None
    assert read.value.lacks == {"flag", "name"}
