"""Parts of two editions in pairs."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.document import Section
from briefs.redline.compared_editions import compared_editions
from briefs.redline.part_pairs import new_names, row_pairs, section_pairs
from tests.redline.test_comparing import said
from tests.render.docx.samples import TABLE, document


def test_units_keep_who_they_are_where_their_section_has_another_name() -> None:
    paragraph = said("Words that stay in this section.", "a", 1)
    assert paragraph.unit is not None
    other = replace(paragraph, unit=replace(paragraph.unit, name="act/a"))
    compared = compared_editions(
        document(Section((), (paragraph,), "s"), Section((), (said("Gone.", "b"),), "t")),
        document(Section((), (other,), "act")),
    )
    assert [(one.old and one.old.id, one.new and one.new.id) for one in section_pairs(compared)] == [
        ("s", "act"),
        ("t", None),
    ]
    assert new_names(compared) == {"s/a": "act/a"}


def test_the_first_row_of_a_table_stands_for_its_number() -> None:
    shorter = replace(TABLE, rows=TABLE.rows[1:])
    assert [(pair.old is not None, pair.new is not None) for pair in row_pairs(TABLE, shorter)] == [
        (True, False),
        (True, True),
    ]
    compared = compared_editions(document(Section((), (TABLE,), "s")), document(Section((), (shorter,), "s")))
    assert new_names(compared) == {"u2": "u3", "u3": "u3"}
