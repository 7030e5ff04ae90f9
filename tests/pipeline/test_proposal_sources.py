"""The passages that proposals rest on, and blocks drafted for new text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.files.yaml import parse_yaml
from briefs.model.block_fields import Anchor
from briefs.model.library import Extract
from briefs.model.proposal import Proposal, Reviewed, Variant
from briefs.model.typesetting import clean
from briefs.pipeline.proposal_sources import NO_PASSAGE, ProposalSources
from briefs.text.anchors import AnchorIndex
from tests.reviewing import ASKED, CAPTAINS_MD, Harbour, proposal

WEEKLY = "The board should publish the tides every week."


@pytest.fixture
def harbour(tmp_path: Path) -> Harbour:
    return Harbour(tmp_path)


def sourced(harbour: Harbour, one: Proposal) -> Proposal:
    return ProposalSources(harbour.inputs, harbour.present).sourced(one)


def new(text: str, after: str = "") -> Proposal:
    return Proposal("0a1b2c", "new", "", "New text", "", (Variant(text, (Reviewed("a.docx"),)),), moved_after=after)


def test_a_wording_has_the_passages_that_its_form_rests_on(harbour: Harbour) -> None:
    (source,) = sourced(harbour, harbour.reword("Most keepers agreed", "All keepers agreed")).sources
    assert (source.label, source.anchor) == ("I ¶1", "")
    assert source.text == "Most keepers agreed that a shared timetable would reduce waiting at the quay"


def test_a_unit_has_those_of_all_its_forms_once(harbour: Harbour) -> None:
    row = harbour.paragraph("They would wait less")
    assert [one.label for one in sourced(harbour, proposal("delete", row, row.text, "")).sources] == ["I ¶1"]


def test_words_of_the_template_have_none(harbour: Harbour) -> None:
    assert sourced(harbour, harbour.reword("Waiting", "Long waiting")).sources == ()


def test_new_text_has_the_nearest_passages_with_anchors_that_name_them(harbour: Harbour) -> None:
    one = sourced(harbour, new(WEEKLY, harbour.paragraph("Most keepers agreed").key))
    assert one.sources[0].text == "The board should publish the tides each week."
    index = AnchorIndex(harbour.inputs.report)
    for source in one.sources:
        leaf = next(leaf for leaf in harbour.inputs.report.leaves() if leaf.address == source.address)
        assert clean(leaf.text)[source.start : source.end] == source.text
        found = index.resolve(Anchor(text=source.anchor.strip('"')), "x")
        assert isinstance(found, Extract)
        assert found.text == source.text
    assert f"call it in {CAPTAINS_MD}:18" in one.offer
    assert one.obstacle == ""


def test_new_text_gets_a_block_to_paste(harbour: Harbour) -> None:
    sources = ProposalSources(harbour.inputs, harbour.present)
    one = sources.sourced(new(WEEKLY))
    drafted = sources.drafted[one.id]
    assert (drafted.path, drafted.yaml) == (ASKED, one.block)
    content = drafted.added_to((harbour.root / ASKED).read_bytes()).decode()
    value, _ = parse_yaml(content, ASKED)
    assert isinstance(value, dict)
    assert value["blocks"][-1] == {
        "id": "st.board_should",
        "anchor": one.sources[0].anchor.strip('"'),
        "short": WEEKLY,
    }


def test_two_new_texts_get_two_ids(harbour: Harbour) -> None:
    sources = ProposalSources(harbour.inputs, harbour.present)
    blocks = [sources.sourced(replace(new(WEEKLY), id=name)).block for name in ("0a", "0b")]
    assert [block.split("\n")[0].strip() for block in blocks] == ["- id: st.board_should", "- id: st.board_should_2"]


def test_text_about_something_else_is_marked_as_the_editors_own(harbour: Harbour) -> None:
    one = sourced(harbour, new("Zebras graze on Mars."))
    assert (one.sources, one.block) == ((), "")
    assert NO_PASSAGE in one.offer
    assert "the editors' own" in one.offer
