"""A name that nothing has, in words."""

from __future__ import annotations

from briefs.model.unknown_name import UnknownName


def test_it_says_which_names_there_are() -> None:
    known = ["captains", "clerks"]
    assert str(UnknownName("audience", ["clerk"], known)) == 'unknown audience "clerk"; known: captains, clerks'
    for_clerks = UnknownName("product", ["list"], ["brief"], ["clerks"])
    assert str(for_clerks) == 'unknown product "list" for clerks; known: brief'
    assert str(UnknownName("report", ["a", "b"], [])) == 'unknown report "a", "b"'


def test_it_does_not_list_very_many() -> None:
    said = str(UnknownName("block", ["fact.a"], [f"fact.{number}" for number in range(1000)]))
    assert said.endswith("fact.19, …")
