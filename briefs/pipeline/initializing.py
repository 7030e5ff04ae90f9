"""Taking a new report in: its folder with the report as received and `report.yaml`, and its first templates."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from briefs.compose.house_files import NAME as HOUSE
from briefs.compose.template_files import NOT_REPORTS
from briefs.files.bounded_reading import read_file
from briefs.files.encoding import decode
from briefs.files.file_kind import kind_of_file
from briefs.files.new_files import write_new
from briefs.intake.description_file import ReportFile
from briefs.intake.folder_names import RULE, folder_name, free_name
from briefs.intake.guess import Guess
from briefs.intake.received import Received
from briefs.model.diagnostics import BriefsError, Checked, Diagnostic, DocumentError
from briefs.model.languages import known_languages
from briefs.model.limits import LARGEST_REPORT
from briefs.pipeline.described_report import described
from briefs.pipeline.new_project import new_project_files
from briefs.pipeline.received_report import received_report
from briefs.pipeline.starter_templates import starter_templates
from briefs.report.hints import HintsFile
from briefs.report.inference.plain_text_recognition import recognize_plain_text
from briefs.report.readers import READERS
from briefs.report.recognized import Recognized, Recognizer
from briefs.report.recognized_reader import parsed_report
from briefs.report.recognizers import RECOGNIZERS
from briefs.report.source import Parsed, Source

_PLAIN = ".txt"
_DATED = (".md", ".html")
"""Formats in which a date that is declared is that of the report, as its author wrote it."""
_RECOGNIZERS: Mapping[str, Recognizer] = {**RECOGNIZERS, _PLAIN: recognize_plain_text}
_NONE: Mapping[str, bytes] = {}
_HOUSE_LANGUAGE = re.compile(r"^language:\s*[\"']?([A-Za-z-]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NewReport:
    """A report that is to be taken into the project at `root`, which is made for it if it `is_new_project`.

    `contents` are those of all new files, by path in the project. `guesses` are what was found out about it, those of
    headings in order; `to_settle` is what a person must decide, and `problems` are what its reader warns of.
    """

    name: str
    root: Path
    received: Received
    guesses: tuple[Guess, ...]
    to_settle: tuple[str, ...]
    problems: tuple[Diagnostic, ...]
    contents: Mapping[str, bytes]
    is_new_project: bool

    @property
    def hints(self) -> str:
        """The path of its `report.yaml` in the project."""
        return f"seeds/{self.name}/report.yaml"


def new_report(
    file: Path, root: Path, today: datetime.date, name: str | None = None, schemas: Mapping[str, bytes] = _NONE
) -> NewReport:
    """The report in `file`, ready to be written into the project at `root`, under `name` or else that of its file.

    Its briefs begin with version 0.1, and are dated `today`. A project that is new gets `schemas`, by the names of
    their files. Nothing is written. Raises DocumentError if the report cannot be read, and BriefsError if the file is
    none that can be a report, if the name cannot be used or is taken, or if `root` is neither a project nor an empty or
    new folder.
    """
    is_new = _is_new_project(root)
    content = _content(file)
    kind = kind_of_file(content, file.name)
    if not kind.ending:
        raise BriefsError(f"{file} is {kind.what}, which cannot be read", kind.hint)
    chosen = _free(name, file, root)
    recognized = _RECOGNIZERS[kind.ending](content, str(file))
    if not recognized.value.pieces:
        if recognized.problems:  # which say why
            raise DocumentError([replace(problem, given="error") for problem in recognized.problems])
        raise BriefsError(f"{file} has no text", "ask for the report again, or read its text with a program for OCR")
    is_plain = kind.ending == _PLAIN
    received = received_report(recognized.value, file.stem, is_plain, kind.ending in _DATED)
    seed = f"seeds/{chosen}"
    report = f"report{kind.ending}"
    described_as = ReportFile(report, file.name, hashlib.sha256(content).hexdigest(), is_plain)
    read = partial(_read, f"{seed}/{report}", content, recognized, is_plain)
    found = described(received, described_as, f"{seed}/report.yaml", read)
    contents = {f"{seed}/{report}": content, f"{seed}/report.yaml": found.text.encode()}
    language = next((str(one.value) for one in found.guesses if one.field == "language" and one.value), "")
    house = _house_language(root, language)
    contents[f"{seed}/{HOUSE}"] = _house_file(house, today).encode()
    title = next(str(one.value) for one in found.guesses if one.field == "title")
    contents |= starter_templates(chosen, title, house or _language_of_house(root))
    if is_new:
        contents = new_project_files() | {f"schemas/{name}": one for name, one in schemas.items()} | contents
    settling = (*_language_to_settle(language), *found.to_settle)
    problems = tuple(dict.fromkeys((*recognized.problems, *found.problems)))
    return NewReport(chosen, root, received, found.guesses, settling, problems, contents, is_new)


def write_report(new: NewReport) -> tuple[str, ...]:
    """Write the files of a new report, all or none; returns their paths in the project.

    Raises BriefsError if one of them exists, or cannot be written.
    """
    return write_new(new.root, new.contents)


def _read(
    path: str, content: bytes, recognized: Checked[Recognized], is_plain: bool, hints: HintsFile
) -> Checked[Parsed]:
    """The report as builds will read it with `hints`; what was recognised in it is not recognised again."""
    source = Source(path, content, hints)
    if is_plain:
        return READERS[_PLAIN](source)
    return parsed_report(source, Checked(recognized.value))


def _content(file: Path) -> bytes:
    """The bytes of the file that was named. Raises BriefsError."""
    if re.match(r"[a-z]+:/", str(file), re.IGNORECASE):
        address = str(file).replace(":/", "://", 1)
        raise BriefsError(f"{address} is an address, not a file", "download the report, and name the file")
    if file.is_dir():
        raise BriefsError(f"{file} is a folder", "name the file of one report")
    if file.exists() and not file.is_file():  # a pipe or device, which may have no end
        raise BriefsError(f"{file} is not a file on a disk", "save the report as a file first")
    try:
        content = read_file(file, LARGEST_REPORT)
    except FileNotFoundError as error:
        raise BriefsError(f"there is no file {file}") from error
    except OSError as error:
        raise BriefsError(f"cannot read {file}: {error.strerror}") from error
    if not content.strip():
        raise BriefsError(f"{file} is empty", "ask for the report again")
    return content


def _is_new_project(root: Path) -> bool:
    """Whether there is no project at `root` yet, and one can be made. Raises BriefsError if it cannot."""
    if (root / "seeds").is_dir() or (root / "templates").is_dir():
        return False
    if not root.exists():
        return True
    if not root.is_dir():
        raise BriefsError(f"{root} is a file, not the folder of a project")
    try:
        held = [path.name for path in root.iterdir() if not path.name.startswith(".")]
    except OSError as error:
        raise BriefsError(f"cannot read {root}: {error.strerror}") from error
    if held:
        hint = "name a project, or a new folder for one, with --project"
        raise BriefsError(f"{root} is no project: it has other files, and neither seeds/ nor templates/", hint)
    return True


def _free(name: str | None, file: Path, root: Path) -> str:
    """The name of the new report. Raises BriefsError if the name that was given cannot be one, or is taken."""
    usual = folder_name(name if name is not None else file.stem, NOT_REPORTS)
    if name is not None and name != usual:
        raise BriefsError(f'"{name}" cannot be the name of a report, which has {RULE}', f"write --name {usual}")
    folders = [folder for folder in (root / "seeds", root / "templates") if folder.is_dir()]
    taken = [path for folder in folders for path in folder.iterdir()]  # also links that lead nowhere
    if where := next((path.parent.name for path in taken if path.name.casefold() == usual.casefold()), ""):
        raise BriefsError(
            f"{where}/{usual} exists already; nothing was written",
            f"write --name {free_name(usual, {path.name for path in taken})}",
        )
    return usual


def _language_of_house(root: Path) -> str:
    """The language of the house, as it is written; English if it says none, as in a new project."""
    file = root / "templates" / HOUSE
    try:
        found = _HOUSE_LANGUAGE.search(decode(read_file(file), str(file)))
    except (OSError, DocumentError):
        return "en"
    return found[1] if found else "en"


def _house_language(root: Path, language: str) -> str:
    """The language for the briefs of a report, if it is not that of the house, but one that briefs can be in."""
    primary = language.partition("-")[0].lower()
    house = _language_of_house(root).partition("-")[0].lower()
    return language if primary and primary != house and primary in known_languages() else ""


def _house_file(language: str, today: datetime.date) -> str:
    """What the house says for a new report alone; its `language` only if that is not the house's."""
    return (
        "# yaml-language-server: $schema=../../schemas/house.schema.json\n"
        "# What this report's briefs have of their own, over templates/house.yaml.\n"
        f"{f'language: {language}{chr(10)}' if language else ''}"
        "version: {draft: 0.1, cleared: 1.0}\n"
        "# The date that briefs bear until somebody changes it: nothing is taken from the clock when they are built.\n"
        f"date: {today.isoformat()}\n"
        "# How to reach the issuer, printed at the end; and the number of each brief.\n"
        "# contact: {email: office@example.org}\n"
        "# reference: XY/{code}\n"
    )


def _language_to_settle(language: str) -> tuple[str, ...]:
    """What to say of a report in a language that briefs cannot be in."""
    if not language or language.partition("-")[0].lower() in known_languages():
        return ()
    can_be = " or ".join(known_languages())
    return (
        f"language: the report seems to be in “{language}”, and the headings of briefs can only be in {can_be}: keep "
        "to the words of the report in all other wording, since it is compared with them.",
    )
