"""Settings of a document, in the order of the schema."""

from __future__ import annotations

from briefs.word.elements import local_name, qn, value_of, w
from briefs.word.settings import compatibility, separator_notes, settings_root


def test_settings_are_in_the_order_of_the_schema_and_the_later_of_two_counts() -> None:
    made = settings_root([w("listSeparator", val=","), w("zoom", percent=90), w("unknown"), w("zoom", percent=100)])
    assert [local_name(child) for child in made] == ["zoom", "listSeparator"]
    assert value_of(made[0], "percent") == "100"


def test_word_opens_the_file_in_its_own_mode() -> None:
    modes = {value_of(setting, "name"): value_of(setting) for setting in compatibility()}
    assert modes["compatibilityMode"] == "15"


def test_the_settings_name_the_footnotes_that_separate() -> None:
    assert [note.get(qn("w:id")) for note in separator_notes()] == ["-1", "0"]
