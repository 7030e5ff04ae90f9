"""Wording and briefs to check, each for one test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from briefs.blocks.drawing import draw
from briefs.check.checked_blocks import check_blocks
from briefs.check.own_support import OwnSupport
from briefs.check.subjects import BriefToCheck, FigureToCheck, FilesToCheck
from briefs.check.table import check_brief, check_own_words
from briefs.model.diagnostics import Place
from briefs.model.document import Content, Document, Figure, Note, Unit
from briefs.model.edition import FrontMatter, House, Template
from briefs.model.finished_file import FinishedFile
from briefs.model.library import Library
from briefs.model.own_words import OwnWords, Scope
from briefs.model.sheet import Sheet
from briefs.model.wording_rules import WordingRules
from tests.builders import HOUSE, REPORT, RULES, TIMELINE, harbour_report, write_files
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


QUOTED = (
    "One participant called the plan “loaded” and saw no process that works. Several participants asked for time. The "
    "Harbour Board said that the quay “can be shared if everybody pays.”"
)
"""A passage with quotations."""


def wrong_quotation(folder: Path, short: str, fields: str = "", kind: str = "fact") -> str:
    """What is wrong with a block that rests on `QUOTED` and says `short`, as printed, without its place."""
    text = f"Findings\n\n{QUOTED}\n\nSteps\n\nNone were taken by anybody.\n"
    block = (
        f"  - id: {kind}.a\n    anchor: One participant called … if everybody pays.”\n    short: {short!r}\n{fields}"
    )
    write_files(folder / "blocks", {kind: f"kind: {kind}\nblocks:\n{block}"}, ".yaml")
    library = draw(harbour_report(text), folder / "blocks", folder, RULES, {"captains", "clerks"}).or_raise()
    return "\n".join(str(problem).partition(": error: ")[2] for problem in check_blocks(library, RULES))


def wrong_words(
    folder: Path,
    text: str,
    *blocks: str,
    scope: Scope = "blocks",
    counts: tuple[int, ...] = (),
    allowed: tuple[str, ...] = (),
    rules: WordingRules = RULES,
) -> list[str]:
    """What is wrong with `text` as a caption over `blocks` of the tiny project, as printed, without its place."""
    words = OwnWords("the caption", text, Place("a.md", 3), blocks, scope, counts)
    support = OwnSupport(harbour_library(folder), rules)
    return [f"{one.message} [{one.code}]" for one in check_own_words(support.subject(words, allowed))]


def wrong_of(folder: Path, sentence: str, field: str, rules: WordingRules = RULES) -> str:
    """What is wrong with a block on `sentence` of the report that has `field` besides its anchor, as printed."""
    report = REPORT.replace("Ferries that share a timetable could carry more bicycles in the winter months.", sentence)
    fact = f"kind: fact\nblocks:\n  - id: fact.a\n    anchor: '{sentence}'\n    {field}\n"
    return "\n".join(map(str, check_blocks(harbour_library(folder, {"fact": fact}, report), rules)))


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


def files_to_check(
    document: Document, *files: FinishedFile, library: Library = NOTHING, template: Template = TEMPLATE, **more: Any
) -> FilesToCheck:
    """`document` with its finished files as they were read back."""
    return FilesToCheck(document, template, library, RULES, files, House.model_validate(yaml.safe_load(HOUSE)), **more)
