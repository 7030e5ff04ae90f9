"""What the briefs of one report are made from: its blocks, its templates, the house, and their composer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefs.blocks.about import WrittenAbout
from briefs.blocks.drawing import draw
from briefs.compose.composing import Composer, composer
from briefs.compose.house_files import LayeredHouse
from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError, Place
from briefs.model.doubts import DOUBTS_OF_HOUSES, DOUBTS_OF_REPORTS, STAND_IN, doubtful
from briefs.model.edition import House, Template
from briefs.model.library import Drawn, Library, says_the_same
from briefs.model.memory import FORGETFUL, Memory
from briefs.model.report import Report
from briefs.model.same_object import Same
from briefs.model.wording_rules import WordingRules
from briefs.pipeline.input_files import UNREAD, HashedFolders
from briefs.pipeline.order import Project
from briefs.pipeline.report_drift import Drift
from briefs.pipeline.sources import Sources
from briefs.report.hints import STAND_INS, HintsFile, ReportHints

if TYPE_CHECKING:
    from briefs.render.layout import Layout

NO_RULES = WordingRules({}, {})
"""The rules of a report that cannot be read."""


@dataclass(frozen=True, slots=True)
class Lacks:
    """The fields of `report.yaml` and of the house that are wrong: something stands in for them, or they are left out.

    If the report cannot be read at all, `report` is one of the fields.
    """

    of_report: frozenset[str] = frozenset()
    of_house: frozenset[str] = frozenset()

    @property
    def doubts(self) -> frozenset[str]:
        """The codes of what cannot be known for this reason."""
        return doubtful(DOUBTS_OF_REPORTS, self.of_report) | doubtful(DOUBTS_OF_HOUSES, self.of_house)

    @property
    def are_few(self) -> bool:
        """Whether briefs can be composed all the same, for finding other mistakes in them."""
        return "report" not in self.of_report and "language" not in self.of_house


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that the briefs of one report, whose folder is `seed`, are made from.

    `keys` are all documents with templates, including those that cannot be read. `hashes` are the hashes
    of all files, by path in the project, taken before any file was read; `hashed` has those of all in their folders.
    `lacks` is what of `hints` and `house` is wrong: briefs made from them are only good for finding other mistakes.
    `found` are all errors in the files. `drift` is what has become of passages since the report was accepted.
    """

    project: Project
    seed: Path
    report: Report
    hints: ReportHints
    rules: WordingRules
    library: Library
    templates: Mapping[BriefKey, Template]
    keys: frozenset[BriefKey]
    layered_house: LayeredHouse
    composer: Composer
    hashes: Mapping[str, str]
    lacks: Lacks = Lacks()
    found: tuple[Diagnostic, ...] = ()
    drift: Drift | None = None
    hashed: HashedFolders = UNREAD

    @property
    def is_complete(self) -> bool:
        """Whether the report and the house are there as they were meant."""
        return not (self.lacks.of_report or self.lacks.of_house)

    @property
    def name(self) -> str:
        """The name of the report, which is the name of its folder."""
        return self.seed.name

    @property
    def house(self) -> House:
        """The house of the report."""
        return self.layered_house.house

    @property
    def audiences(self) -> frozenset[str]:
        """The names of all audiences, including those whose templates cannot be read."""
        return frozenset(key.audience for key in self.keys)


def without_logo(inputs: Inputs) -> Inputs:
    """The same without the logo of the house, which cannot be used; briefs made from them only show other mistakes."""
    house = inputs.house.model_copy(update={"logo": None})
    layered = replace(inputs.layered_house, house=house)
    return replace(inputs, layered_house=layered, composer=replace(inputs.composer, house=house))


@dataclass(frozen=True, slots=True)
class _PlaceOfAbout:
    """Gives the place of a field of `about` in a file of hints; a value, which can be kept."""

    file: HintsFile

    def __call__(self, *field: str | int) -> Place:
        return self.file.place("about", *field)


def draw_blocks(sources: Sources, memory: Memory = FORGETFUL) -> Checked[Library]:
    """Stage 2 for one report. Without the report, its blocks have no extracts, and are checked all the same."""
    folder, root, source = sources.seed / "blocks", sources.project.root, sources.report
    if source is None:
        return draw(None, folder, root, NO_RULES, sources.audiences, memory=memory)
    form, file = source.hints.about, source.file
    about = None
    if form is not None:
        about = memory.recall(("about", folder), Same(source), partial(WrittenAbout, form, _PlaceOfAbout(file)))
    return draw(source.report, folder, root, source.rules, sources.audiences, about, memory)


def prepare_composer(sources: Sources, library: Library, memory: Memory = FORGETFUL) -> Checked[Composer]:
    """The part of stage 3 that all briefs of a report have in common."""
    title = STAND_IN if sources.report is None else sources.report.hints.title
    return composer(library, sources.block_templates, sources.house.house, title, sources.unreadable, memory)


def with_filled_templates(sources: Sources, composer: Composer, memory: Memory = FORGETFUL) -> Sources:
    """`sources` with blocks in place of the kinds that calls of templates ask for."""

    def filled(template: Template) -> Template:
        def fill(blocks: Mapping[str, Drawn]) -> Template:
            return replace(composer, library=replace(composer.library, blocks=blocks)).filled(template)

        made_from = (template, tuple(map(Same, composer.block_templates.values())))
        return memory.recall_traced(("filled", template.path), made_from, composer.library.blocks, fill, says_the_same)

    return replace(sources, templates={key: filled(template) for key, template in sources.templates.items()})


def inputs_from(sources: Sources, library: Library, composer: Composer) -> Inputs:
    """The inputs put together."""
    source = sources.report
    return Inputs(
        project=sources.project,
        seed=sources.seed,
        report=library.report,
        hints=ReportHints.model_validate(STAND_INS) if source is None else source.hints,
        rules=NO_RULES if source is None else source.rules,
        library=library,
        templates=sources.templates,
        keys=sources.keys,
        layered_house=sources.house,
        composer=composer,
        hashes=sources.hashes,
        hashed=sources.hashed,
        lacks=Lacks(
            frozenset({"report"}) if source is None else source.file.lacks,
            sources.house_lacks,
        ),
    )


def layout_of(inputs: Inputs) -> Layout:
    """What `checked_layout` gives, without its warnings. Raises the same, and DocumentError for its errors."""
    checked = checked_layout(inputs)
    if checked.value is None or checked.has_errors:
        raise DocumentError(checked.problems)
    return checked.value


def checked_layout(inputs: Inputs, has_fonts: bool = True) -> Checked[Layout | None]:
    """The look of all briefs, with the accents of this report's templates and the logo of the house, and what is wrong
    with it; None if a style sheet cannot be read as text, or without fonts.

    See `checked_look`.
    """
    from briefs.pipeline.looks import checked_look  # slow to load, and not needed to check wording

    return checked_look(inputs.project, inputs.templates, inputs.layered_house, has_fonts)
