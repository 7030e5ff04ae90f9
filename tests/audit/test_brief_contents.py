"""What an audit tells of one brief."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefs.audit.audit import FittedBrief
from briefs.audit.block_fates import block_rows
from briefs.audit.brief_contents import brief_audit, wider_forms
from briefs.model.brief_key import BriefKey
from briefs.model.document import Unit
from tests.builders import BLOCKS, forms, write_project
from tests.projects import inputs_of
from tests.render.builders import document, paragraph, section

CONFLICT = """kind: conflict
blocks:
  - id: cf.tides
    point: the tides are published by the board, and not published
    anchor: The board should publish the tides each week
    printed: what the board should do
"""
TEXT = (
    "Most keepers agreed that a shared timetable would reduce waiting. "
    "Boats then have less to do at the quay in spring."
)


def test_a_brief_has_its_length_its_strength_and_its_conflicts(tmp_path: Path) -> None:
    facts = BLOCKS["fact"].replace("strength: Most keepers\n", "strength: Most keepers\n    conflict: [cf.tides]\n")
    facts = facts.replace("    conflict:", '    says_more: the spring is "said" elsewhere\n    conflict:')
    root = write_project(tmp_path, blocks={**BLOCKS, "fact": facts, "conflict": CONFLICT})
    inputs = inputs_of(root)
    unit = Unit("u1", "u1", ("fact.timetable",), 1, forms=forms("fact.timetable/short"))
    end = section(paragraph("Sources: not counted at all, however long they are."), heading="Sources", style="end")
    made = replace(document(section(paragraph(TEXT, unit), heading="Issue"), end), audience="captains")
    brief = FittedBrief(BriefKey("captains"), made, (), 1, 2, "templates/captains.md")
    audit = brief_audit(brief, inputs.library, inputs.rules.level)
    assert (audit.pages, audit.budget) == (1, 2)
    (part,) = audit.sections
    assert (part.heading, part.words, part.seconds) == ("Issue", 21, 6)
    assert part.ease is not None
    assert audit.reading.words == 21
    assert [(one.words, one.level, one.blocks) for one in audit.strengths] == [("Most keepers", 4, ("fact.timetable",))]
    assert [(one.conflict, one.printed, one.blocks) for one in audit.conflicts] == [
        ("cf.tides", "what the board should do", ("fact.timetable",))
    ]
    (wider,) = wider_forms(inputs.library, block_rows(inputs.library, [brief], ("captains",)))
    assert (wider.block, wider.reason, wider.audiences) == (
        "fact.timetable",
        'the spring is "said" elsewhere',
        ("captains",),
    )
