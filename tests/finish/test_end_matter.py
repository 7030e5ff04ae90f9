"""What is collected after the cut."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import yaml

from briefs.finish.end_matter import collect
from briefs.finish.numbering import number
from briefs.model.document import Paragraph, Section, SourceTag, Strong, Table, Text, inline_text
from briefs.model.edition import Gaps, House, Status
from tests.builders import HOUSE
from tests.fit.builders import Brief, document, paragraph, section, table

GAPS = Gaps(heading="For the board", lines=("Costs",))


def collected(
    make: Brief, *sections: Section, status: Status = "draft", gaps: Gaps | None = None
) -> tuple[Section, ...]:
    made = number(document(*sections))
    made = replace(made, properties=replace(made.properties, status=status))
    house = House.model_validate(yaml.safe_load(HOUSE))
    return collect(made, make.blocks, house, (Text("Report"),), gaps=gaps).sections


def two_rows(make: Brief) -> Table:
    labels = (("I ¶2", "I item 1"), ("ES 7",))
    return table(*(replace(make.unit(), labels=each) for each in labels))


def test_the_source_list_gives_the_places_of_each_number_and_no_line_begins_with_a_dot() -> None:
    make = Brief()
    [_, sources] = collected(
        make, section(paragraph("One", replace(make.unit(), labels=("I ¶1",))), two_rows(make)), status="cleared"
    )
    first = sources.content[0]
    assert isinstance(first, Paragraph)
    assert first.children == (
        Strong((Text("1"),)),
        Text("\u00a0I\u00a0¶1\u00a0· "),
        Strong((Text("2"),)),
        Text("\u00a0I\u00a0¶2; item\u00a01; ES\u00a07."),
    )


def test_a_table_has_one_source_tag_and_a_list_with_columns_one_in_each_row() -> None:
    make = Brief()
    [made, *_] = collected(make, section(two_rows(make), replace(two_rows(make), is_list=True)))
    plain, tag, columns = made.content
    assert isinstance(plain, Table)
    assert isinstance(tag, Paragraph)
    assert isinstance(columns, Table)
    assert tag.children == (SourceTag("I\u00a0¶2; item\u00a01; ES\u00a07"),)
    assert [row.cells[0].children[1:] for row in plain.rows] == [(), ()]
    assert [row.cells[0].children[1:] for row in columns.rows] == [
        (SourceTag("I\u00a0¶2; item\u00a01"),),
        (SourceTag("ES\u00a07"),),
    ]
    assert [row.unit.number for row in columns.rows if row.unit] == [2, 3]


def test_gaps_stand_in_a_draft_before_its_sources_and_in_no_cleared_edition() -> None:
    make = Brief()
    headings = [
        [inline_text(one.heading) for one in collected(make, section(paragraph("Words")), status=status, gaps=GAPS)]
        for status in get_args(Status)
    ]
    assert headings == [
        ["Heading", "For the board", "Sources by paragraph", "Clearance"],
        ["Heading", "Sources by paragraph"],
    ]
