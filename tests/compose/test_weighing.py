"""What weight a unit has, and what the short composition of a brief prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import DocumentError
from briefs.model.document import Document
from tests.compose.builders import DRAFT, composed, harbour_composer, shown, template


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


def test_a_weight_that_is_none_stops_composing_too(tmp_path: Path) -> None:
    body = '## Issue\n\n{% for name in ["much"] %}\n{{ paragraph("fact.timetable", weight=name) }}\n{% endfor %}\n'
    made, _ = harbour_composer(tmp_path)

    with pytest.raises(DocumentError) as caught:
        made.compose(template(tmp_path, body), DRAFT)

    assert str(caught.value) == (
        'templates/captains.md:15: error: weight="much" is not must, should or could [template-name]\n'
        "  hint: known: could, must, should"
    )


def test_the_short_composition_prints_short_forms_where_the_template_asks_for_the_reports_words(
    tmp_path: Path,
) -> None:
    body = (
        '## Issue\n\n{{ paragraph("fact.timetable", form="verbatim") }}\n\n'
        '{{ paragraph("fact.bicycles", form="verbatim") }}\n\nSo {{ block("fact.timetable").verbatim }}\n'
    )
    made, _ = harbour_composer(tmp_path)

    assert shown(made.compose(template(tmp_path, body), DRAFT, shortened=True)) == [
        "## Issue",
        "body: Most keepers agreed that a shared timetable would reduce waiting. [u1 fact.timetable/short]",
        "body: Ferries that share a timetable could carry more bicycles in the winter months "
        "[u2 fact.bicycles/verbatim]",
        "body: So Most keepers agreed that a shared timetable would reduce waiting. [u3 fact.timetable/short]",
    ]
