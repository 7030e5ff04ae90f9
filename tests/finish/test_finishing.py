"""A brief is finished in one go."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import yaml

from briefs.finish.finishing import Finishing, finish
from briefs.model.block import Acronym
from briefs.model.diagnostics import Place
from briefs.model.document import Document, Paragraph, Section
from briefs.model.edition import Gaps, House
from briefs.model.fit import Fate
from briefs.model.inline import Text, inline_text
from briefs.model.library import Drawn
from briefs.model.versions import Status
from tests.builders import HOUSE
from tests.fit.builders import Brief, document, headings, paragraph, section

GAPS = Gaps(heading="For the board", lines=("Costs",))
LEFT_OUT = Fate("u9", "u9", ("st.nine",), (), "Heading", 1.0, "could", "left out", text="Ninth")


def finished(
    make: Brief, *sections: Section, status: Status = "draft", gaps: Gaps | None = GAPS, fates: tuple[Fate, ...] = ()
) -> Document:
    made = document(*sections)
    made = replace(made, properties=replace(made.properties, status=status))
    house = House.model_validate(yaml.safe_load(HOUSE))
    return finish(made, Finishing(make.blocks, house, (Text("Report"),), gaps), fates)


def test_a_draft_has_gaps_before_its_sources_and_clearance_after_them_and_a_cleared_edition_has_neither() -> None:
    found = {
        status: headings(finished(Brief(), section(paragraph("Words")), status=status, fates=(LEFT_OUT,)))
        for status in get_args(Status)
    }
    assert found == {
        "draft": ["Heading", "For the board", "Sources by paragraph", "Notes for the clearing officer", "Clearance"],
        "cleared": ["Heading", "Sources by paragraph"],
    }


def test_a_template_without_gaps_leaves_nothing_to_complete() -> None:
    assert headings(finished(Brief(), section(paragraph("Words")), gaps=None)) == [
        "Heading",
        "Sources by paragraph",
        "Clearance",
    ]


def test_acronyms_are_expanded_before_units_are_numbered_and_tagged() -> None:
    make = Brief()
    fields = {"id": "acr.gmg", "kind": "acronym", "anchor": "a b c", "acronym": "GMG", "introduced": True}
    block = Acronym.model_validate(fields | {"expansion": "global migration group"})
    make.blocks[block.id] = Drawn(block, Place("blocks.yaml"), {})
    unit = replace(make.unit(), labels=("ES 7",))

    [content] = finished(make, section(paragraph("The GMG met.", unit))).sections[0].content

    assert isinstance(content, Paragraph)
    assert content.unit == replace(unit, number=1)
    assert inline_text(content.children) == "The global migration group (GMG) met.ES\u00a07"
