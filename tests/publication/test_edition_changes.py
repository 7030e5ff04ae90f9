"""What has changed since the edition before, unit by unit."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.document import Note, Unit
from briefs.publication.edition_changes import Change, edition_changes
from tests.publication.builders import of_version
from tests.render.builders import text


def test_units_are_added_removed_and_reworded_in_reading_order() -> None:
    before = of_version("1.0", a="One.", b="Two.", c="Three.")
    now = of_version("1.1", d="New.", a="One.", c="Three, or a sentence that goes on for more than nine words.")
    assert edition_changes(before, now) == (
        Change("added", "d", "Para\u00a01: “New.”"),
        Change("removed", "b", "“Two.”"),
        Change("reworded", "c", "Para\u00a03: “Three, or a sentence that goes on for more …”"),
    )


def test_quotation_marks_in_words_that_are_quoted_are_single() -> None:
    before, now = of_version("1.0", a="One."), of_version("1.1", a="“Improving the quay” is asked for.")
    (change,) = edition_changes(before, now)
    assert change.label == "Para\u00a01: “‘Improving the quay’ is asked for.”"


def test_spaces_and_numbers_make_no_difference() -> None:
    before, now = of_version("1.0", a="One  and two."), of_version("1.1", b="New.", a="One and\u00a0two.")
    assert [change.unit for change in edition_changes(before, now)] == ["b"]


def test_a_new_title_is_told() -> None:
    (change,) = edition_changes(of_version("1.0", a="One."), of_version("1.1", title="Another", a="One."))
    assert (change.kind, change.label) == ("new_title", "“Another”")


def test_a_note_is_found_by_its_number() -> None:
    before, now = of_version("1.0", a="One."), of_version("1.1", a="One.")
    note = Note("b", Unit("u9", "notes/b", ("b",)), text("Said elsewhere."), number=3)
    (change,) = edition_changes(before, replace(now, notes=(note,)))
    assert change.label == "Note\u00a03: “Said elsewhere.”"
