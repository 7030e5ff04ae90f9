"""Names of edited wording are in the passage that it rests on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.check import untraced_names as module
from briefs.check.untraced_names import names_of_report, untraced_names
from tests.builders import REPORT, RULES, harbour_report
from tests.check.builders import IN_BLOCK, wrong_wording

LISBON = frozenset(("lisbon", "harbouring"))
"""Words that the report writes with a capital wherever they stand."""
PASSAGE = "Some 40 keepers of twelve harbours met in the Port Authority (PA) of Old-Haven."


@pytest.mark.parametrize(
    ("text", "untraced"),
    [
        ("Keepers of the port authority met.", []),
        ("The keepers met in Old Haven.", []),
        ("The keepers met in New Haven.", ["New"]),
        ("The keepers\u2019 Authority met Mr Smith.", ["Mr", "Smith"]),
        ("They met. Nobody spoke: Silence (Always).", []),
        ("The Pilot Association met.", []),
        ("The Board met.", []),
        ("The Harbour Union met.", ["Union"]),
        ("Keepers met: Lisbon (Lisbon) sent “Lisbon”.", ["Lisbon", "Lisbon", "Lisbon"]),
        ("Lisbon met. Lisbon's keepers spoke.", ["Lisbon", "Lisbon's"]),
        ("Harbouring was hard.", []),
        ("They met in Ôld Haven.", []),
        ("They met in Élan.", ["Élan"]),
        ("They had élan, and 中.", []),
        ("They paid US$12 to the US.", ["US"]),
        ("It was 2.5 degrees Celsius at 5 MWh.", []),
    ],
)
def test_a_name_is_in_the_passage_or_is_known(text: str, untraced: list[str]) -> None:
    assert (
        untraced_names(text, PASSAGE, {"PA": "Pilot Association", "HU": "Harbour Union"}, ("Board",), LISBON)
        == untraced
    )


def test_a_name_that_the_passage_does_not_have_is_reported(tmp_path: Path) -> None:
    assert wrong_wording(tmp_path, "short: Most keepers in Norway agreed.") == (
        f'{IN_BLOCK} short of "fact.a" has the name "Norway", which is not in its passage [name-untraced]\n'
        "  hint: add an anchor for the passage that has it; if it stands for another name there, say so in `aliases` "
        "of report.yaml"
    )


def test_a_name_at_the_beginning_of_a_sentence_is_reported_if_the_report_has_it_as_a_name(tmp_path: Path) -> None:
    assert names_of_report(harbour_report()) == frozenset()
    told = REPORT.replace("Most keepers agreed", "The board of Lisbon asked. Most keepers agreed")
    assert names_of_report(harbour_report(told)) == {"lisbon"}


ALIAS = replace(RULES, aliases={"Crew": "keepers; captains", "Council": "Harbour Board (HB)"})


def test_an_alias_wants_what_it_stands_for_in_the_passage(tmp_path: Path) -> None:
    assert wrong_wording(tmp_path, "short: The Crew agreed.", ALIAS) == ""
    assert 'has the name "Council"' in wrong_wording(tmp_path, "short: The Council agreed.", ALIAS)


def test_the_units_of_a_text_are_read_once_for_all_its_names(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def quantities(text: str) -> tuple[()]:
        read.append(text)
        return ()

    monkeypatch.setattr(module, "quantities", quantities)
    text = "They met " + " ".join(f"Name{word}" for word in "abcdefgh") + "."
    assert len(untraced_names(text, "", {}, ())) == 8
    assert read == [text]
