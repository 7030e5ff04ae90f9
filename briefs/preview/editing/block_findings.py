"""What the checks of a build say of one block: of its wording, its labels, and whether briefs may and must print it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from briefs.check.block_labels import label_words
from briefs.check.clearing_remarks import has_remarks
from briefs.check.coverage import check_coverage
from briefs.check.kept_findings import KeptFindings
from briefs.check.own_support import OwnSupport
from briefs.check.subjects import (
    BlockToCheck,
    BriefToCheck,
    DeclarationsToCheck,
    RemarksToCheck,
    absence_of,
    support_of,
    wording_of,
)
from briefs.check.table import (
    BLOCK_CHECKS,
    check_absence,
    check_declared,
    check_own_words,
    check_remarks,
    check_wording,
)
from briefs.files.bounded_reading import read_file
from briefs.model.block import About
from briefs.model.diagnostics import Diagnostic, DocumentError
from briefs.model.edition import Template
from briefs.model.library import Drawn, Library
from briefs.model.severities import with_severities
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.order import Order

_OTHERS = frozenset({"other blocks"})
"""Keeps declarations of `report.yaml` from being looked at, as if there were blocks that may need them."""


def library_with(library: Library, drawn: Drawn) -> Library:
    """`library` with a block in place of the one with its id."""
    if isinstance(drawn.block, About):
        return replace(library, about=drawn)
    if drawn.id in library.partial:
        return replace(library, partial={**library.partial, drawn.id: drawn})
    return replace(library, blocks={**library.blocks, drawn.id: drawn})


def block_findings(inputs: Inputs, drawn: Drawn) -> tuple[Diagnostic, ...]:
    """Everything that the checks of wording find in a block of `inputs` that is drawn anew: in its wording and labels,
    in what it says is absent, tells clearing officers and declares."""
    library = library_with(inputs.library, drawn)
    found = [problem.about(drawn.id) for problem in _of_wording(library, inputs, drawn)]
    return with_severities(found, inputs.house.severity)


def audience_findings(inputs: Inputs, drawn: Drawn, audience: str) -> tuple[Diagnostic, ...]:
    """What keeps a block that is drawn anew out of briefs for `audience` that print it, or lacks in one that must."""
    library = library_with(inputs.library, drawn)
    trial = replace(inputs, library=library, composer=replace(inputs.composer, library=library))
    found: list[Diagnostic] = []
    for key, template in inputs.templates.items():
        if key.audience == audience:
            found += _named_in(inputs.project.root, template, drawn.id, trial.composer.lint(template))
            if key.is_brief:
                found += _not_printed(trial, template)
    mine = [one.about(drawn.id) for one in found if f'"{drawn.id}"' in one.message]
    return with_severities(mine, inputs.house.severity)


def _of_wording(library: Library, inputs: Inputs, drawn: Drawn) -> Iterator[Diagnostic]:
    rules = inputs.rules
    for wording in wording_of(drawn, library, support_of(library, rules), unproved=True):
        yield from (one for one in check_wording(wording) if one.code not in wording.doubts)
    for absence in absence_of(drawn, library.report, rules):
        yield from check_absence(absence)
    if isinstance(drawn.block, About) or drawn.id not in library.blocks:
        return
    for check in BLOCK_CHECKS:
        yield from check.problems(BlockToCheck(drawn, library, rules))
    if has_remarks(drawn):
        yield from check_remarks(RemarksToCheck(drawn, rules), KeptFindings())
    support = OwnSupport(library, rules)
    for label in label_words(drawn):
        yield from check_own_words(support.subject(label))
    if drawn.block.says_more:
        place = drawn.place_of("says_more")
        declared = replace(library, unreadable=library.unreadable | _OTHERS)
        found = check_declared(DeclarationsToCheck(declared, rules, place, {}))
        yield from (one for one in found if one.place == place)


def _named_in(root: Path, template: Template, block: str, problems: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Of the problems of a template, those of blocks that it names: a call for all blocks of a kind leaves out what is
    never printed."""
    try:
        is_named = f'"{block}"' in read_file(root / template.path).decode().replace("'", '"')
    except (OSError, UnicodeDecodeError):
        is_named = True
    yield from (one for one in problems if is_named or one.code != "block-excluded")


def _not_printed(trial: Inputs, template: Template) -> Iterator[Diagnostic]:
    """What a brief lacks that it must have, before anything is left out; nothing if it cannot be composed."""
    edition = Order(trial.project).edition(trial.house, "cleared")
    try:
        document = trial.composer.compose(template, edition)
    except DocumentError:
        return
    yield from check_coverage(BriefToCheck(document, template, trial.library, trial.rules))
