"""Proposals with places, passages, what would be written, and what the checks say of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.proposal import Proposal, Reviewed, Variant
from briefs.pipeline.completing_proposals import complete
from briefs.pipeline.placed_wordings import EMPTY
from briefs.review.obstacles import TOO_LONG
from tests.builders import contents
from tests.reviewing import CAPTAINS_MD, FACTS, Harbour, proposal


@pytest.fixture
def harbour(tmp_path: Path) -> Harbour:
    return Harbour(tmp_path)


def codes(one: Proposal) -> list[list[str]]:
    return [[found.code for found in variant.findings] for variant in one.variants]


def test_each_variant_is_answered_by_the_checks_with_the_passage(harbour: Harbour) -> None:
    before = contents(harbour.root)
    asked = harbour.paragraph("Some keepers asked")
    proposals = [
        harbour.reword("Most keepers agreed", "All keepers agreed", "Many keepers agreed", "Most keepers agreed then"),
        harbour.reword("meet again in 2012", "meet again in 2013"),
        proposal("delete", asked, asked.text, ""),
        Proposal("0c", "comment", asked.key, "Para 3", asked.text, unit=asked.unit, form="st.asked/short"),
        Proposal("0d", "new", "", "New", "", (Variant("All boards publish the tides each week.", (Reviewed("a"),)),)),
    ]
    done = complete(harbour.inputs, harbour.edition, proposals)
    quantity, year, left_out, comment, new = done.proposals
    assert "strength-upgraded" in codes(quantity)[0]
    assert "would" not in codes(quantity)[2]
    assert (str(quantity.place), quantity.sources[0].label) == (f"{FACTS}:5", "I ¶1")
    assert codes(year) == [["number-untraced"]]
    assert codes(left_out) == [["must-missing"]]
    assert str(left_out.place) == f"{CAPTAINS_MD}:18"
    assert str(comment.place) == "seeds/harbour/blocks/statement.yaml:5"
    assert "strength-upgraded" in codes(new)[0]
    assert done.together == ()
    assert contents(harbour.root) == before


def test_ids_and_order_of_proposals_stay(harbour: Harbour) -> None:
    proposals = [harbour.reword("Waiting", "Long waiting"), harbour.reword("Next:", "Then:")]
    done = complete(harbour.inputs, harbour.edition, proposals)
    assert [one.id for one in done.proposals] == [one.id for one in proposals]
    assert all(one.variants[0].writes for one in done.proposals)


def test_what_cannot_be_accepted_is_not_checked(harbour: Harbour) -> None:
    done = complete(harbour.inputs, harbour.edition, [harbour.reword("Ferries that share", "All ferries that share")])
    assert done.runs == 0
    assert codes(done.proposals[0]) == [[]]


def test_who_deletes_all_that_a_block_says_proposes_to_leave_it_out(harbour: Harbour) -> None:
    said = "Most keepers agreed that a shared timetable would reduce waiting."
    (one,) = complete(harbour.inputs, harbour.edition, [harbour.reword(said, "", f"{said[:-1]} for long.")]).proposals
    assert one.obstacle == ""
    assert [[(w.path, w.location) for w in variant.writes] for variant in one.variants] == [
        [(CAPTAINS_MD, ())],
        [(FACTS, ("blocks", 0, "short"))],
    ]
    assert one.variants[0].writes[0].after == '{{ statements("st.asked") }}'
    assert codes(one)[0] == ["must-missing"]


def test_one_of_several_blocks_of_a_paragraph_can_go(harbour: Harbour) -> None:
    harbour.change(CAPTAINS_MD, 'paragraph("fact.bicycles")', 'paragraph("fact.bicycles", "fact.timetable")')
    harbour.change(CAPTAINS_MD, '"fact.timetable", "st.asked"', '"st.asked"')
    harbour.sent = harbour.present.paragraphs
    words = "Ferries that share a timetable could carry more bicycles in the winter months"
    (one,) = complete(harbour.inputs, harbour.edition, [harbour.reword(words, "")]).proposals
    assert [write.after for write in one.variants[0].writes] == ['{{ paragraph("fact.timetable") }}']


def test_a_field_is_not_emptied(harbour: Harbour) -> None:
    (one,) = complete(harbour.inputs, harbour.edition, [harbour.reword("Next:", "")]).proposals
    assert one.obstacle == EMPTY


def test_other_proposals_for_a_section_hold_after_its_heading_was_changed(harbour: Harbour) -> None:
    harbour.change(CAPTAINS_MD, " {id=waiting}", "")
    harbour.sent = harbour.present.paragraphs
    bicycles = harbour.paragraph("Ferries that share")
    proposals = [
        harbour.reword("Waiting", "Long waiting"),
        harbour.reword("Most keepers agreed", "All keepers agreed"),
        harbour.reword("and the board asked", "and then the board asked"),
        proposal("delete", bicycles, bicycles.text, ""),
    ]
    edition = harbour.edition
    harbour.change(CAPTAINS_MD, "## Waiting", "## Queues at the quay")
    heading, *others = complete(harbour.inputs, edition, proposals, None, {"heading waiting": "0a1b2c"}).proposals
    assert "by 0a1b2c" in heading.obstacle
    assert [(one.key, one.obstacle, len(one.variants[0].writes)) for one in others] == [
        (one.key, "", 1) for one in proposals[1:]
    ]


def test_wordings_longer_than_a_page_are_neither_checked_nor_written(harbour: Harbour) -> None:
    long = "Most keepers agreed. " * 200
    proposals = [
        harbour.reword("Most keepers agreed", long, "All keepers agreed"),
        Proposal("0e", "new", "", "New", "", (Variant(long, (Reviewed("a"),)),)),
    ]
    done = complete(harbour.inputs, harbour.edition, proposals)
    assert done.runs == 0
    for one in done.proposals:
        assert (one.obstacle, one.offer) == TOO_LONG
        assert not any(variant.writes for variant in one.variants)
    assert str(done.proposals[0].place) == f"{FACTS}:5"
