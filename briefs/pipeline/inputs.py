"""What the briefs of one report are made from: its blocks, its templates, the house, and their composer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import get_args

from briefs.blocks.about import WrittenAbout
from briefs.blocks.block_files import read_block_files
from briefs.blocks.drawing import draw
from briefs.compose.composing import Composer, composer
from briefs.compose.furniture import logo_of as furniture_logo
from briefs.compose.house_files import LayeredHouse
from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import Checked, DocumentError, has_errors
from briefs.model.edition import House, Template
from briefs.model.library import Library
from briefs.model.report import Report
from briefs.model.sheet import Paper, Sheet, TypeSize
from briefs.model.wording_rules import WordingRules
from briefs.pipeline.order import Project
from briefs.pipeline.sources import Sources
from briefs.render.figures.drawn_logo import drawing_fault
from briefs.render.layout import Layout, read_layout
from briefs.render.logo.logo_files import read_logo
from briefs.render.logo.logo_picture import LogoPicture
from briefs.render.page_geometry import measure
from briefs.report.hints import ReportHints


@dataclass(frozen=True, slots=True)
class Inputs:
    """Everything that the briefs of one report, whose folder is `seed`, are made from.

    `keys` are all documents with templates, including those that cannot be read. `hashes` are the hashes
    of all files, by path in the project, taken before any file was read.
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


def draw_blocks(sources: Sources) -> Checked[Library | None]:
    """Stage 2 for one report. Without the report there is no library, but its block files are checked all the same."""
    folder, root, source = sources.seed / "blocks", sources.project.root, sources.report
    if source is None:
        return Checked(None, read_block_files(folder, root).problems)
    form, file = source.hints.about, source.file
    about = None if form is None else WrittenAbout(form, partial(file.place, "about"))
    return draw(source.report, folder, root, source.rules, sources.audiences, about)


def prepare_composer(sources: Sources, library: Library | None) -> Checked[Composer | None]:
    """The part of stage 3 that all briefs of a report have in common; None if something that it needs is missing."""
    if sources.report is None or sources.house is None or library is None:
        return Checked(None)
    return composer(library, sources.block_templates, sources.house.house, sources.report.hints.title)


def inputs_from(sources: Sources, library: Library | None, composer: Composer | None) -> Inputs | None:
    """The inputs put together; None if anything is missing."""
    source = sources.report
    if source is None or sources.house is None or library is None or composer is None:
        return None
    return Inputs(
        project=sources.project,
        seed=sources.seed,
        report=source.report,
        hints=source.hints,
        rules=source.rules,
        library=library,
        templates=sources.templates,
        keys=sources.keys,
        layered_house=sources.house,
        composer=composer,
        hashes=sources.hashes,
    )


def layout_of(inputs: Inputs) -> Layout:
    """What `checked_layout` gives, without its warnings. Raises the same."""
    return checked_layout(inputs).value


def checked_layout(inputs: Inputs) -> Checked[Layout]:
    """The look of all briefs, with the accents of this report's templates and the logo of the house, and its warnings.

    Raises the same as `read_layout`, and DocumentError for a logo that cannot be used.
    """
    accents = {key: template.front.accent for key, template in inputs.templates.items()}
    folder = inputs.project.templates / "layout"
    layout = read_layout(folder, inputs.project.root, accents, inputs.house.embed_fonts)
    logo = _logo_of(inputs)
    if has_errors(logo.problems):
        raise DocumentError(logo.problems)
    return Checked(replace(layout, logo=logo.value), logo.problems)


def _logo_of(inputs: Inputs) -> Checked[LogoPicture | None]:
    """The picture of the house's logo, which must fit every sheet, and what is wrong with it; None without one.

    Codes: `logo-unusable`, `logo-coarse`.
    """
    house, project = inputs.house, inputs.project
    if (logo := furniture_logo(house)) is None:
        return Checked(None)
    widest = min(measure(Sheet(paper, size)) for paper in get_args(Paper) for size in get_args(TypeSize))
    layout, place = project.templates / "layout", inputs.layered_house.place("logo")
    read = read_logo(logo, layout, project.root, widest, place)
    if read.value is not None and (fault := drawing_fault(read.value, layout / "fonts")) is not None:
        return Checked(None, (fault.at(place),))
    return read
