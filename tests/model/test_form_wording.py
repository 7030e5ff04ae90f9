"""What forms say."""

from __future__ import annotations

import pytest

from briefs import pipeline
from briefs.model.document import FormRef
from briefs.model.form_wording import forms_of, wording_of, written_by_hand
from briefs.model.library import Library
from tests.builders import REPORT, write_project

BLOCKS = {
    "benefit": """kind: benefit
blocks:
  - id: ben.winter
    anchor: "Ferries that share … the winter months"
    sort: direct
    beneficiary: Cyclists
    basis: {anchor: "One keeper saw no need for it.", short: One keeper doubted it}
    short: {text: More bicycles, anchor: "carry more bicycles"}
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root = write_project(tmp_path_factory.mktemp("project"), REPORT, blocks=BLOCKS)
    return pipeline.prepare(pipeline.Project(root)).value.library


@pytest.mark.parametrize(
    ("field", "by_hand", "says"),
    [
        ("short", "More bicycles", "More bicycles"),
        ("beneficiary", "Cyclists", "Cyclists"),
        ("basis.short", "One keeper doubted it", "One keeper doubted it"),
        ("verbatim", "", "Ferries that share a timetable could carry more bicycles in the winter months"),
    ],
)
def test_a_form_says_what_was_written_by_hand_or_else_the_words_of_the_report(
    library: Library, field: str, by_hand: str, says: str
) -> None:
    drawn, form = library.blocks["ben.winter"], FormRef("ben.winter", field)
    assert (written_by_hand(drawn, form), wording_of(drawn, form)) == (by_hand, says)


def test_all_forms_of_a_block_are_found(library: Library) -> None:
    forms = list(forms_of(library.blocks["ben.winter"]))
    assert [form.field for form in forms] == ["verbatim", "short", "basis.short"]
    assert all(wording_of(library.blocks["ben.winter"], form) for form in forms)
