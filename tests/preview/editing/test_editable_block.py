from __future__ import annotations

import pytest

from briefs.model.unknown_name import UnknownName
from briefs.pipeline.inputs import Inputs
from briefs.preview.answers.editor_links import Links
from briefs.preview.editing.editable_block import block_view
from briefs.preview.shown.report_views import Use
from briefs.preview.shown.state_views import json_of


def test_a_block_is_shown_with_its_values_passages_and_what_prints_it(harbour: Inputs, links: Links) -> None:
    use = Use("harbour/captains/brief", "captains", "u1", "paragraph 1", "ben.waiting", "short")
    view = block_view(harbour, "ben.waiting", links, [use])
    assert (view.report, view.block, view.kind, view.uses) == ("harbour", "ben.waiting", "benefit", (use,))
    assert view.text == "A shared timetable would reduce waiting"
    fields = {one.name: one for one in view.fields}
    short = fields["short"]
    assert (short.value, short.is_written, short.sort, short.link.line) == (view.text, True, "wording", 10)
    assert (fields["ask"].value, fields["ask"].is_written, fields["ask"].link.line) == ("", False, 4)
    assert fields["audiences.captains"].choices == ("", "must", "should", "could", "never")
    assert fields["sort"].choices == ("direct", "indirect")  # it cannot be empty
    assert view.priorities == {"captains": "could", "clerks": "could"}
    assert [(one.address, one.start, one.text, one.link.line) for one in view.passages] == [
        ("I ¶ 1", 0, "Most keepers agreed that a shared timetable would reduce waiting at the quay", 3),
        ("I ¶ 2", 0, "Ferries that share a timetable could carry more bicycles in the winter months", 5),
    ]
    assert json_of(view)["fields"][0]["name"] == "short"


def test_a_block_without_wording_is_known_by_its_passage(harbour: Inputs, links: Links) -> None:
    view = block_view(harbour, "ben.boats", links)
    assert view.text.startswith("Ferries that share a timetable could")
    assert view.priorities == {"captains": "could", "clerks": "never"}


def test_the_sentence_on_what_briefs_summarize_is_shown_as_a_block(harbour: Inputs, links: Links) -> None:
    view = block_view(harbour, "about", links)
    assert (view.text, view.priorities) == ("Summarizes what some keepers asked the board.", {})
    assert [one.address for one in view.passages] == ["I ¶ 3"]


def test_a_block_that_the_report_does_not_have_is_not_shown(harbour: Inputs, links: Links) -> None:
    with pytest.raises(UnknownName):
        block_view(harbour, "ben.none", links)
