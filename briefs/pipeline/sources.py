"""Stage 1: everything that people have written for the briefs of one report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from briefs.check.scales.scale_words import built_in_levels
from briefs.compose.house_files import NAME as HOUSE
from briefs.compose.house_files import Layer, LayeredHouse, read_house
from briefs.compose.looks.block_template import BlockTemplate
from briefs.compose.salvaged_house import SalvagedHouse, salvaged_house
from briefs.compose.template_files import check_folders, keys_of, read_block_templates, read_templates
from briefs.files.listing import files_in
from briefs.files.templates_folder import templates_folder
from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError, Fault, Place, relative
from briefs.model.edition import Template
from briefs.model.memory import FORGETFUL, Memory, in_order
from briefs.model.report import Report
from briefs.model.same_object import Same
from briefs.model.wording_rules import WordingRules
from briefs.pipeline.input_files import UNREAD, HashedFolders, hash_folders, inputs_among
from briefs.pipeline.order import Project
from briefs.pipeline.reports import has_templates, without_templates_hint
from briefs.report.hints import HintsFile, ReportHints
from briefs.report.readers import read_in_part
from briefs.report.rules_from_hints import wording_rules
from briefs.report.unsettled_fields import unsettled_fields


@dataclass(frozen=True, slots=True)
class ReportSource:
    """A report as read, the file of hints that it was read with, and the rules for wording that these give."""

    report: Report
    file: HintsFile
    rules: WordingRules

    @property
    def hints(self) -> ReportHints:
        """What is in the file of hints."""
        return self.file.hints

    def in_language(self, language: str) -> ReportSource:
        """The same, with rules for briefs in the language with this BCP 47 tag."""
        return replace(self, rules=replace(self.rules, language=language, built_in=built_in_levels(language)))


@dataclass(frozen=True, slots=True)
class Sources:
    """What was read for the briefs of one report, whose folder is `seed`; its blocks are read when they are drawn.

    `report` is None if it cannot be read. In place of a house that cannot be read, or of parts of it, `house` is a
    stand-in: `house_lacks` are its fields that are wrong. `keys` are all documents with templates, including those that
    cannot be read. `unreadable` are the names of block templates that exist but cannot be read. `hashes` are the hashes
    of all files, by path in the project, taken before any file was read; `hashed` has those of all in their folders.
    """

    project: Project
    seed: Path
    report: ReportSource | None
    templates: Mapping[BriefKey, Template]
    keys: frozenset[BriefKey]
    block_templates: Mapping[str, BlockTemplate]
    unreadable: frozenset[str]
    house: LayeredHouse
    house_lacks: frozenset[str]
    hashes: Mapping[str, str]
    hashed: HashedFolders = UNREAD

    @property
    def audiences(self) -> frozenset[str]:
        """The names of all audiences, including those whose templates cannot be read."""
        return frozenset(key.audience for key in self.keys)


def read_sources(project: Project, memory: Memory = FORGETFUL) -> Checked[Sources]:
    """Stage 1 for one report. Raises BriefsError when a file cannot be opened, or if it is not clear which report, and
    DocumentError if its folders have more than is read, or fonts that are not."""
    seed, root, hashed = project.seed(), project.root, hash_folders(project)
    _check_fonts_are_read(hashed, project)
    report = memory.recall_folder(("report", seed), seed, "", partial(_read_report, seed, root))
    folder = templates_folder(project.templates, seed.name)
    if has_templates(project, seed.name):
        templates = memory.recall_folder(("templates", folder), folder, ".md", partial(read_templates, folder, root))
    else:
        templates = _no_templates(project, seed.name)
    lost = check_folders(project.templates, (path.name for path in project.folders()), root)
    blocks = project.templates / "blocks"
    read_all = partial(read_block_templates, blocks, root)
    block_templates = memory.recall_folder(("block templates", blocks), blocks, ".html", read_all)
    looks = {name: memory.same(("look", one.path), one, in_order) for name, one in block_templates.value.items()}
    houses, issuer = (project.templates / HOUSE, seed / HOUSE), _issuer(report.value)
    house = memory.recall_files(("house", seed), houses, issuer, partial(_read_house, *houses, issuer, root))
    logo = house.value.layered.house.logo
    language = house.value.layered.house.language
    source = None
    if report.value is not None:
        made = partial(_in_language, report.value, language, seed, memory)
        source = memory.recall(("source", seed), (Same(report.value), language), made)
    sources = Sources(
        project=project,
        seed=seed,
        report=source,
        templates=templates.value,
        keys=keys_of(folder, project.root, templates.value),
        block_templates=looks,
        unreadable=frozenset(path.stem for path in files_in(blocks, ".html")) - looks.keys(),
        house=house.value.layered,
        house_lacks=house.value.lacks,
        hashes=inputs_among(hashed.hashes, templates.value.values(), logo, project),
        hashed=hashed,
    )
    problems = (
        *report.problems,
        *templates.problems,
        *lost,
        *block_templates.problems,
        *house.problems,
    )
    return Checked(sources, tuple(dict.fromkeys((*_told_once(hashed, problems, project), *_shared_reference(sources)))))


def _told_once(hashed: HashedFolders, problems: tuple[Diagnostic, ...], project: Project) -> Iterator[Diagnostic]:
    """What was not hashed, then the `problems` of those that read. A file that is not read is told by its reader, who
    knows how large it may be; and templates in a folder that is not read are not missing."""
    told = {one.place.path for one in problems if one.code == "file-unreadable"}
    unread = {one.place.path for one in hashed.problems if one.code == "file-unreadable"}
    yield from (one for one in hashed.problems if one.code != "file-unreadable" or one.place.path not in told)
    of_templates = {relative(folder, project.root) for folder in (project.templates, project.templates / project.name)}
    is_unread = not of_templates.isdisjoint(unread)
    yield from (
        one for one in problems if not (is_unread and one.code == "file-missing" and one.place.path in of_templates)
    )


def _check_fonts_are_read(hashed: HashedFolders, project: Project) -> None:
    """Raise DocumentError with all that is not read if a font is among it: layout reads fonts in a library, which knows
    no limits."""
    fonts = f"{relative(project.templates / 'layout' / 'fonts', project.root)}/"
    if any(f"{fonts}".startswith(f"{one.place.path}/") or one.place.path.startswith(fonts) for one in hashed.problems):
        raise DocumentError(hashed.problems)


def _in_language(source: ReportSource, language: str, seed: Path, memory: Memory) -> ReportSource:
    """`source` with rules for briefs in a language. Report and rules are the objects that they were before, if they say
    the same: all that is found in wording rests on them."""
    made = source.in_language(language)
    report, rules = memory.same(("report", seed), made.report), memory.same(("rules", seed), made.rules, in_order)
    return replace(made, report=report, rules=rules)


def _shared_reference(sources: Sources) -> Iterator[Diagnostic]:
    """An error if all briefs of a report would have one reference number. Code: `field-invalid`."""
    reference = sources.house.house.reference
    if reference is not None and "{code}" not in reference and len(sources.keys) > 1:
        message = f'"reference": "{reference}" is one number for {len(sources.keys)} documents'
        fault = Fault("field-invalid", message, f"write\n    reference: {reference}/{{code}}")
        if "reference" not in sources.house_lacks:
            yield fault.at(sources.house.place("reference"))


def _read_report(seed: Path, root: Path) -> Checked[ReportSource | None]:
    read = read_in_part(seed, root)
    if read.value is None:
        return Checked(None, read.problems)
    report, file = read.value.report, read.value.file
    source = ReportSource(report, file, wording_rules(report, file.hints))
    missing = () if "about" in file.lacks else _missing_about(file)
    return Checked(source, (*read.problems, *missing, *unsettled_fields(file), *_former_names(file)))


def _issuer(source: ReportSource | None) -> Layer | None:
    """What `report.yaml` says about the house; None if it cannot be read."""
    if source is None:
        return None
    return Layer(source.file.path, {"issuer": source.hints.issuer}, source.file.lines)


def _read_house(general: Path, own: Path, issuer: Layer | None, root: Path) -> Checked[SalvagedHouse]:
    """The house, which takes what `read_house` takes; what is good of it if there are mistakes in it."""
    try:
        read = read_house(general, own, issuer, root)
    except DocumentError as error:
        return Checked(salvaged_house(general, own, issuer, root), error.diagnostics)
    return Checked(SalvagedHouse(read.value, frozenset()), read.problems)


def _no_templates(project: Project, report: str) -> Checked[dict[BriefKey, Template]]:
    """An error in place of the templates of a report that has none."""
    folder = project.templates / report
    fault = Fault(
        "file-missing", f'there are no templates for the report "{report}"', without_templates_hint(project, report)
    )
    return Checked({}, (fault.at(Place(relative(folder, project.root))),))


def _former_names(file: HintsFile) -> Iterator[Diagnostic]:
    """A warning if a report lets names pass wherever they stand. Code: `field-renamed`."""
    if file.hints.known_names:
        name = file.hints.known_names[0]
        message = (
            'the field "known_names" is now called "aliases", and lets a name pass only where what it stands for is'
        )
        hint = f"write aliases: {{{name}: …}}, with what it stands for in the report, for known_names: [{name}]"
        yield Fault("field-renamed", message, hint).at(file.place("known_names"))


def _missing_about(file: HintsFile) -> Iterator[Diagnostic]:
    """A warning if a report lacks the sentence that stands under every title, or has it under its former name.

    Codes: `about-missing`, `field-renamed`.
    """
    hint = (
        "add about: {text: …, anchor: …}: one sentence on what the report is and whose, when it was made, and how, "
        "with the words of the report that say so"
    )
    is_former = "as_at" in file.hints.model_fields_set
    if file.hints.about is None:
        instead = ", and `as_at` is not printed any more" if is_former else ""
        message = f"briefs name the report that they summarize, and no more: there is no `about`{instead}"
        yield Fault("about-missing", message, hint).at(file.place("as_at") if is_former else Place(file.path))
    elif is_former:
        fault = Fault("field-renamed", 'the field "as_at" is now called "about", which is there', 'take "as_at" out')
        yield fault.at(file.place("as_at"))
