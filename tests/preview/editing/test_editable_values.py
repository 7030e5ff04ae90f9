from __future__ import annotations

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.pipeline.inputs import Inputs
from briefs.preview.editing.block_source import read_block_source
from briefs.preview.editing.editable_values import editable_value, editable_values


def test_wording_and_choices_can_be_changed_also_where_nothing_is_written(harbour: Inputs) -> None:
    values = {one.name: one for one in editable_values(read_block_source(harbour, "ben.waiting"), harbour.audiences)}
    assert list(values) == [
        *("short", "ask", "basis.short", "audiences.captains", "audiences.clerks"),
        *("lead", "strength", "sort", "beneficiary", "says_more", "note"),
    ]
    assert values["short"].at == ("short", "text")  # it has anchors of its own
    assert values["basis.short"].at == ("basis", "short")
    assert values["audiences.clerks"].choices == ("must", "should", "could", "never")
    assert (values["sort"].choices, values["sort"].is_needed) == (("direct", "indirect"), True)
    assert values["ask"].explained == "imperative form, for recommendations"


def test_what_needs_a_passage_first_is_not_offered(harbour: Inputs) -> None:
    source = read_block_source(harbour, "ben.boats")
    assert "basis.short" not in {one.name for one in editable_values(source, harbour.audiences)}
    with pytest.raises(BriefsError, match=r'"basis" of "ben\.boats" points at no passage yet') as caught:
        editable_value(source, harbour.audiences, "basis.short")
    assert caught.value.hint.startswith("give it an anchor in seeds/harbour/blocks/benefits.yaml first")


@pytest.mark.parametrize("name", ["id", "anchor", "kind", "audiences", "audiences.nobody", "with", "short.text", ""])
def test_what_a_block_is_and_points_at_is_changed_in_its_file(harbour: Inputs, name: str) -> None:
    with pytest.raises(BriefsError, match=r'of "ben\.waiting" cannot be changed here'):
        editable_value(read_block_source(harbour, "ben.waiting"), harbour.audiences, name)


def test_an_audience_that_no_template_has_can_be_taken_out(copied: Inputs) -> None:
    file = copied.seed / "blocks" / "fact.yaml"
    file.write_text(file.read_text().replace("{captains: must}", "{pilots: must}"))
    assert editable_value(read_block_source(copied, "fact.timetable"), copied.audiences, "audiences.pilots").choices


def test_of_the_sentence_on_what_briefs_summarize_only_the_words_can_be_changed(harbour: Inputs) -> None:
    (only,) = editable_values(read_block_source(harbour, "about"), harbour.audiences)
    assert (only.name, only.at, only.is_needed) == ("text", ("text",), True)
