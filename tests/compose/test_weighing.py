from __future__ import annotations

from pathlib import Path

import pytest

from briefs.compose.weighing import strongest, weight_fault, weight_for
from briefs.model.diagnostics import Fault
from briefs.model.document import Document
from tests.compose.builders import composed, harbour_library


def weights(document: Document) -> list[str]:
    return [unit.weight for unit in document.units()]


@pytest.mark.parametrize(
    ("call", "weight"),
    [
        ('{{ paragraph("fact.timetable") }}', "must"),
        ('{{ paragraph("fact.bicycles") }}', "could"),
        ('{{ paragraph("fact.bicycles", "fact.timetable") }}', "must"),
        ('{{ paragraph("fact.timetable", weight="should") }}', "should"),
        ('{{ table("rec.tides", weight="must") }}', "must"),
        ('First {{ block("fact.timetable") }}', "must"),
        ('First {{ block("fact.timetable", weight="could") }}', "could"),
        ('First {{ block("fact.timetable", weight="could") }} {{ block("fact.bicycles", weight="should") }}', "should"),
        ('First {{ block("rec.tides", weight="should").ask }}', "should"),
        ('First {{ block("fact.bicycles", weight="should") }}{{ note("fact.timetable") }}', "should"),
    ],
)
def test_a_use_has_the_weight_it_gives_itself_or_that_of_its_strongest_block(
    tmp_path: Path, call: str, weight: str
) -> None:
    assert weights(composed(tmp_path, f"## Issue\n\n{call}\n"))[0] == weight


def test_every_item_of_a_call_has_its_own_weight(tmp_path: Path) -> None:
    document = composed(tmp_path, '## Issue\n\n{{ list("fact.timetable", "fact.bicycles", "rec.tides") }}\n')

    assert weights(document) == ["must", "could", "could"]


def test_an_audience_that_a_block_does_not_name_could_have_it(tmp_path: Path) -> None:
    library = harbour_library(tmp_path)
    assert weight_for(library.blocks["fact.timetable"], "captains") == "must"
    assert weight_for(library.blocks["fact.timetable"], "clerks") == "could"
    assert weight_for(library.blocks["rec.tides"], "clerks") == "could", "never is not a weight"


def test_the_strongest_of_no_weights_is_could() -> None:
    assert (strongest(["could", "must", "should"]), strongest([])) == ("must", "could")


def test_a_weight_that_does_not_exist_has_a_hint() -> None:
    assert weight_fault("mus") == Fault(
        "template-name", 'weight="mus" is not must, should or could', 'did you mean "must"?'
    )
