"""Units left out of a template, or moved in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.files.written_changes import contents_with
from briefs.model.proposal import Proposal
from briefs.pipeline.placed_units import BY_HAND, GONE, NO_CALL, UnitPlaces
from tests.reviewing import ASKED, CAPTAINS_MD, Harbour, proposal


@pytest.fixture
def harbour(tmp_path: Path) -> Harbour:
    return Harbour(tmp_path)


def left_out(harbour: Harbour, text: str) -> Proposal:
    paragraph = harbour.paragraph(text)
    return UnitPlaces(harbour.present, harbour.wordings).placed(proposal("delete", paragraph, paragraph.text, ""))


def moved(harbour: Harbour, text: str, after: str) -> Proposal:
    paragraph, behind = harbour.paragraph(text), harbour.paragraph(after)
    made = proposal("move", paragraph, paragraph.text, paragraph.text, behind.key)
    return UnitPlaces(harbour.present, harbour.wordings).placed(made)


def template(harbour: Harbour, one: Proposal) -> str:
    """The template with what a proposal writes."""
    assert not one.obstacle
    return contents_with(harbour.root, one.variants[0].writes)[CAPTAINS_MD].decode()


def test_a_unit_goes_out_of_the_call_that_names_it(harbour: Harbour) -> None:
    one = left_out(harbour, "Most keepers agreed")
    assert str(one.place) == f"{CAPTAINS_MD}:18"
    old = (harbour.root / CAPTAINS_MD).read_text(encoding="utf-8")
    call = '{{ statements("fact.timetable", "st.asked") }}'
    assert template(harbour, one) == old.replace(call, '{{ statements("st.asked") }}')


def test_a_call_goes_with_the_last_unit_in_it(harbour: Harbour) -> None:
    one = left_out(harbour, "Ferries that share")
    assert '{{ paragraph("fact.bicycles") }}' not in template(harbour, one)
    row = left_out(harbour, "They would wait less")
    assert "benefits(" not in template(harbour, row)


def test_a_paragraph_of_the_template_goes_as_a_whole(harbour: Harbour) -> None:
    new = template(harbour, left_out(harbour, "The keepers said: "))
    assert "The keepers said" not in new
    assert 'block("st.met")' not in new
    assert '{{ paragraph("st.met") }}' in new


def test_what_a_brief_must_say_can_be_left_out_for_want_of_room_instead(harbour: Harbour) -> None:
    offer = left_out(harbour, "Some keepers asked").offer
    assert offer == (
        f"To leave it out only where there is no room, write audiences: {{captains: could}} for st.asked ({ASKED}:6) "
        "instead."
    )
    assert left_out(harbour, "Ferries that share").offer == ""


def test_a_unit_that_a_call_for_a_kind_prints_is_left_out_by_its_block(harbour: Harbour) -> None:
    harbour.change(CAPTAINS_MD, 'statements("fact.timetable", "st.asked")', 'statements("st.asked", kind="fact")')
    one = left_out(harbour, "Most keepers agreed")
    assert one.obstacle == NO_CALL
    place = "seeds/harbour/blocks/fact.yaml:7"
    assert one.offer == f"To leave it out, write audiences: {{captains: never}} for fact.timetable ({place})."
    assert moved(harbour, "Most keepers agreed", "Some keepers asked").offer == BY_HAND
    assert "for st.asked" in left_out(harbour, "Some keepers asked").offer  # another call may print it then


def test_a_unit_moves_within_its_call(harbour: Harbour) -> None:
    new = template(harbour, moved(harbour, "Most keepers agreed", "Some keepers asked"))
    assert '{{ statements("st.asked", "fact.timetable") }}' in new


def test_a_call_of_its_own_moves_behind_another(harbour: Harbour) -> None:
    new = template(harbour, moved(harbour, "Ferries that share", "Next:"))
    met, bicycles = '{{ paragraph("st.met") }}', '{{ paragraph("fact.bicycles") }}'
    assert f"{met}\n\n{bicycles}\n" in new
    assert new.count(bicycles) == 1


def test_a_call_moves_below_a_heading(harbour: Harbour) -> None:
    new = template(harbour, moved(harbour, "Next:", "Benefits"))
    assert '## Benefits {id=benefits}\n\n{{ paragraph("st.met") }}\n\n{{ benefits(' in new


def test_an_item_moves_into_another_call_of_the_same_kind(harbour: Harbour) -> None:
    harbour.change(CAPTAINS_MD, '{{ paragraph("st.met") }}', '{{ statements("st.met") }}')
    harbour.sent = harbour.present.paragraphs
    new = template(harbour, moved(harbour, "Some keepers asked", "Next:"))
    assert '{{ statements("fact.timetable") }}' in new
    assert '{{ statements("st.met", "st.asked") }}' in new


def test_what_cannot_be_moved_by_itself_is_said(harbour: Harbour) -> None:
    one = moved(harbour, "Some keepers asked", "They would wait less")
    assert one.obstacle == NO_CALL
    assert one.variants[0].writes == ()


def test_a_unit_that_the_brief_does_not_print_any_more_is_said(harbour: Harbour) -> None:
    paragraph = harbour.paragraph("Most keepers agreed")
    harbour.change(CAPTAINS_MD, '"fact.timetable", ', "")
    one = UnitPlaces(harbour.present, harbour.wordings).placed(proposal("delete", paragraph, paragraph.text, ""))
    assert one.obstacle == GONE


def test_an_item_of_a_list_goes_and_leaves_the_others(harbour: Harbour) -> None:
    items = """- **Most:** {{ block("fact.timetable").short }}
  for all
- **Some:** {{ block("st.asked").short }}
- **All:** {{ block("st.met").short }}"""
    harbour.change(CAPTAINS_MD, '{{ statements("fact.timetable", "st.asked") }}', items)
    harbour.sent = harbour.present.paragraphs
    new = template(harbour, left_out(harbour, "Most: "))
    assert "for all" not in new
    assert '- **Some:** {{ block("st.asked").short }}\n- **All:**' in new
    assert "- **Some:**" not in template(harbour, left_out(harbour, "Some: "))
