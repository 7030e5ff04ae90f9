"""Files that look as if briefs were made from them, but that nothing reads: misnamed, or in the wrong folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from briefs.compose.clearance_files import NAME as CLEARANCES
from briefs.compose.house_files import NAME as HOUSE
from briefs.compose.template_files import NOT_REPORTS
from briefs.files.file_walk import walk_files
from briefs.files.listing import entries_in, files_in, rough_text
from briefs.files.templates_folder import LETTERS, templates_folder
from briefs.model.block import KINDS
from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.model.distribution_names import FILE_NAME
from briefs.pipeline.order import Project
from briefs.pipeline.proposed_names import FOLDER as PROPOSED
from briefs.pipeline.proposed_names import plural
from briefs.pipeline.reports import report_names
from briefs.recipients.file_names import is_for_distribution
from briefs.report.readers import READERS

_HINTS = "report.yaml"
_YAML, _TEMPLATE, _BLOCK_TEMPLATE = (".yaml", ".yml"), (".md", ".markdown", ".mdown", ".txt"), (".html", ".htm")
_FONTS = (".ttf", ".otf")
_LOOK = ("print.css", "screen.css", "redline.css", "reference.docx")
_DOCUMENTS = (".txt", ".doc", ".docx", ".odt", ".rtf", ".pdf", ".md", ".markdown", ".html", ".htm", ".xhtml", ".epub")
"""Endings that a report may come with."""
_BLOCKS, _FORMAT = (re.compile(rf"^{field}:", re.MULTILINE) for field in ("kind", "format"))
_TEMPLATE_FIELDS, _BLOCK_TEMPLATE_FIELDS = (
    re.compile(rf"\A\ufeff?---[ \t]*\r?\n(?:.*\n)*?(?:{fields}):") for fields in ("audience|reader", "prints|draws")
)
_LETTER_FIELDS = re.compile(r"\A\ufeff?---[ \t]*\r?\n(?:.*\n)*?subject:")


def ignored_files(project: Project) -> Iterator[Diagnostic]:
    """A warning for each file of `project` that is ignored, with the place where it would be read.

    If the project names a report, those of other reports do not count. Code: `file-ignored`.
    """
    reports = report_names(project)
    for path in _files(project):
        shown = PurePosixPath(path.relative_to(project.root).as_posix())
        owner = shown.parts[1] if len(shown.parts) > 2 and shown.parts[1] not in NOT_REPORTS else ""
        if owner in ("", project.report) or project.report is None:
            report = owner or (reports[0] if len(reports) == 1 else "<report>")
            if (fault := _File(path, shown, report).fault(project)) is not None:
                yield fault.at(Place(str(shown)))


def _files(project: Project) -> Iterator[Path]:
    """Everything in `seeds/` and `templates/` that is not hidden."""
    yield from (path for path in entries_in(project.seeds) if path.is_file())
    for folder in (*project.folders(), project.templates):
        yield from (file.path for file in walk_files(folder, project.root).value)


@dataclass(frozen=True, slots=True)
class _File:
    """A file, its path in the project, and the name of the report that it is for."""

    path: Path
    shown: PurePosixPath
    report: str

    def fault(self, project: Project) -> Fault | None:
        """What is wrong with the file if it is ignored."""
        if self._is_other_report():
            read = self._read_reports()[0]
            ending = read.rpartition(".")[2]
            hint = f"save its text as {read} or, if both should stay, write into {_HINTS}\n    format: {ending}"
            return Fault("file-ignored", f"the report is read from {read}, and this file is not read", hint)
        if self._is_unused_template(project):
            hint = "move it into the folder of the report that it is for"
            return Fault("file-ignored", "nothing reads it: every report has a folder with its templates", hint)
        place = self._place()
        if place is None or place == self.shown or self._is_read():
            return None
        if (project.root / place).exists() and not self.path.samefile(project.root / place):
            hint = f"move what should count from here into {place}, which is read"
        else:
            hint = f"rename it to {place.name}" if place.parent == self.shown.parent else f"move it to {place}"
        return Fault("file-ignored", "nothing reads this file", hint)

    def _is_other_report(self) -> bool:
        """Whether it is a report beside the one that is read, without a word in `report.yaml` on which it is."""
        name = self.shown.name.lower()
        if len(self.shown.parts) != 3 or self.shown.parts[0] != "seeds" or self.shown.name in _READ_REPORTS:
            return False
        if PurePosixPath(name).stem not in ("report", *_READ_REPORTS) or PurePosixPath(name).suffix not in _DOCUMENTS:
            return False
        return bool(self._read_reports()) and not _FORMAT.search(rough_text(self.path.parent / _HINTS, self._root()))

    def _read_reports(self) -> list[str]:
        """The names of the other files beside it that are read as reports."""
        beside = ((one, self.path.parent / one) for one in _READ_REPORTS)
        return [one for one, path in beside if path.is_file() and not path.samefile(self.path)]

    def _is_unused_template(self, project: Project) -> bool:
        """Whether it is for reports without templates of their own, of which there are none: a template, or a record
        of clearances."""
        if self.path.parent != project.templates:
            return False
        if self.path.name != CLEARANCES and self.path not in files_in(project.templates, ".md"):
            return False
        folders = [templates_folder(project.templates, name) for name in report_names(project)]
        return bool(folders) and project.templates not in folders

    def _is_read(self) -> bool:
        """Whether it is read although it has the name of something else: as blocks or candidates, or as a template."""
        if self.shown.match(f"seeds/*/blocks/{PROPOSED}/*.yaml"):
            return self.path.stem in map(plural, KINDS)
        return any(self.shown.match(pattern) for pattern in ("seeds/*/blocks/*.yaml", "templates/blocks/*.html")) or (
            self.shown.parts[:3] == ("templates", "layout", "fonts")
        )

    def _place(self) -> PurePosixPath | None:
        """Where a file like this is read; None if it looks like nothing that is read."""
        parts, suffix, name = self.shown.parts, self.shown.suffix.lower(), _usual_name(self.shown.name)
        seed, templates = PurePosixPath("seeds", self.report), PurePosixPath("templates")
        if name == HOUSE:
            return templates / HOUSE if parts[0] == "templates" and len(parts) == 2 else seed / HOUSE
        if name == _HINTS:
            return seed / _HINTS
        if name == FILE_NAME:
            return templates / FILE_NAME
        if name == CLEARANCES:
            is_beside_templates = parts[0] == "templates" and len(parts) in (2, 3)
            return self.shown.with_name(CLEARANCES) if is_beside_templates else templates / CLEARANCES
        if is_for_distribution(self.shown):
            return None
        if name.endswith(".yaml"):
            return seed / "blocks" / name
        if suffix in _TEMPLATE and self._begins(_TEMPLATE_FIELDS):
            is_shared = len(parts) == 2 and parts[0] == "templates"
            return templates / ("" if is_shared else self.report) / f"{self.shown.stem.removesuffix('.md')}.md"
        if suffix in _TEMPLATE and self.shown.parent.name == LETTERS and self._begins(_LETTER_FIELDS):
            return self.shown.with_name(f"{self.shown.stem.removesuffix('.md')}.md")
        if suffix in _BLOCK_TEMPLATE and self._begins(_BLOCK_TEMPLATE_FIELDS):
            return templates / "blocks" / f"{self.shown.stem}.html"
        if name in _LOOK and (suffix != ".docx" or self.shown.parent.name == "layout"):
            return templates / "layout" / name
        if suffix in _FONTS and parts[0] == "templates":
            return templates / "layout" / "fonts" / self.shown.name
        return None

    def _begins(self, fields: re.Pattern[str]) -> bool:
        return fields.match(rough_text(self.path, self._root())) is not None

    def _root(self) -> Path:
        """The folder of the project, in which the file is."""
        return self.path.parents[len(self.shown.parts) - 1]


_READ_REPORTS = tuple(f"report{suffix}" for suffix in READERS)


def _usual_name(name: str) -> str:
    """The name of a file as the program has it: "House.YML" and "house.yaml.txt" are meant as house.yaml."""
    name = name.lower().removesuffix(".txt") if ".y" in name.lower() else name.lower()
    return f"{name.removesuffix('.yml')}.yaml" if name.endswith(".yml") else name
