"""Wording and briefs to check, each for one test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from briefs.check.subjects import BriefToCheck, FigureToCheck
from briefs.check.table import check_blocks, check_brief
from briefs.model.document import Content, Document, Figure, Note, Unit
from briefs.model.edition import FrontMatter, Template
from briefs.model.library import Library
from briefs.model.sheet import Sheet
from briefs.model.wording_rules import WordingRules
from tests.builders import RULES, TIMELINE, harbour_report
from tests.compose.builders import harbour_library
from tests.render.builders import document, section, text

TEMPLATE = Template(
    "templates/captains.md",
    FrontMatter.model_validate(
        {
            "audience": "captains",
            "reader": "Captains",
            "series": "Brief",
            "title": "A title",
            "code": "CAP",
            "short_title": "A",
            "subject": "Harbours",
            "pages": 1,
        }
    ),
    "",
    1,
)
AT = "templates/captains.md: error:"
"""How what is wrong with a brief of that template begins: nothing says on which line it is printed."""

NOTHING = Library(harbour_report(), {})

ANCHOR = "anchor: Most keepers agreed … the quay. One keeper saw no need for it"
IN_BLOCK = "seeds/harbour/blocks/fact.yaml:5: error:"
"""How what is wrong with the field of `wrong_wording` begins."""

LONG = "Keepers " + " ".join(["wait"] * 30) + "."
"""A sentence of 31 words."""

ACRONYM = """kind: acronym
blocks:
  - {id: acr.hb, acronym: HB, expansion: Harbour Board, introduced: false, anchor: The board should publish}
"""


def wrong_wording(folder: Path, field: str, rules: WordingRules = RULES) -> str:
    """What is wrong with a block on the timetable that has `field` besides its anchor, as printed."""
    return wrong_blocks(folder, {"fact": f"kind: fact\nblocks:\n  - id: fact.a\n    {ANCHOR}\n    {field}\n"}, rules)


def wrong_blocks(folder: Path, blocks: Mapping[str, str], rules: WordingRules = RULES) -> str:
    """What is wrong with the wording of `blocks`, as printed, but for words without a source, of which each test has
    some that it is not about (`tests.check.test_untraced_words`).
    """
    found = check_blocks(harbour_library(folder, blocks), rules)
    return "\n".join(str(problem) for problem in found if not problem.code.startswith("word-"))


def brief(*content: Content, notes: tuple[Note, ...] = (), heading: str = "Heading") -> Document:
    """A brief for captains with one section."""
    return replace(document(section(*content, heading=heading), notes=notes), audience="captains")


def figure_of(unit: Unit | None, extents: Mapping[Sheet, tuple[float, float]]) -> FigureToCheck:
    """A timeline that prints `unit`, with its height and its room on each sheet, in points."""
    return FigureToCheck(Figure(TIMELINE, text("Dates"), unit), extents, TEMPLATE, NOTHING)


def to_check(
    document: Document, library: Library = NOTHING, rules: WordingRules = RULES, template: Template = TEMPLATE
) -> BriefToCheck:
    """`document` with what it was made from."""
    return BriefToCheck(document, template, library, rules)


def wrong_brief(document: Document, library: Library = NOTHING, rules: WordingRules = RULES) -> str:
    """What is wrong with `document`, as printed, but for headings with nothing under them and a lack of blocks."""
    found = check_brief(to_check(document, library, rules))
    return "\n".join(str(problem) for problem in found if problem.code != "section-empty")
