"""Reading `templates/letters/`: the covering letters, one for each audience, and one to offices that clear drafts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from briefs.compose.jinja.template_size import too_large
from briefs.files.front_matter import FrontMatterFile, read_front_matter, salvage_front_matter
from briefs.files.listing import files_in
from briefs.files.templates_folder import LETTERS
from briefs.model.diagnostics import BriefsError, Checked, Diagnostic, DocumentError, Fault, Place, nearest, relative
from briefs.model.document import Document
from briefs.model.doubts import STAND_IN
from briefs.model.letter_template import LetterFrontMatter, LetterTemplate

CLEARANCE = "clearance"
"""The name of the letter that goes with drafts, whatever their audience."""


def letters_folder(templates: Path, report: str) -> Path:
    """The folder with the letters of `report`: the one in the folder of its name in `templates`, or else the general
    one."""
    own = templates / report / LETTERS
    return own if files_in(own, ".md") else templates / LETTERS


def read_letters(folder: Path, project: Path, audiences: Collection[str]) -> Checked[dict[str, LetterTemplate]]:
    """The letters `folder/<audience>.md` and `folder/clearance.md`, by name, in the order of file names.

    Letters whose front matter is wrong are among them if their text can be checked all the same. Problems name files
    relative to `project`. Raises BriefsError when one cannot be read. Codes: `audience-unknown` for a file that has not
    the name of one of `audiences`, and those of front matter and fields.
    """
    letters: dict[str, LetterTemplate] = {}
    problems: list[Diagnostic] = []
    for path in files_in(folder, ".md"):
        shown = relative(path, project)
        if path.stem not in (*audiences, CLEARANCE):
            message = f'a letter has the name of its audience, and there is no audience "{path.stem}"'
            hint = nearest(path.stem, (*audiences, CLEARANCE))
            problems.append(Fault("audience-unknown", message, hint).at(Place(shown)))
            continue
        read = _read_in_part(path, shown)
        problems.extend(read.problems)
        if read.value is not None:
            file = read.value
            if excess := too_large(file.body, shown, file.first_line):
                problems.extend(excess)
                continue
            lines = {name: file.lines.line((_written(name),)) for name in file.front.model_fields_set - file.lacks}
            letters[path.stem] = LetterTemplate(
                shown, path.stem, file.front, file.body, file.first_line, lines, file.lacks
            )
    return Checked(letters, tuple(problems))


def letter_for(
    document: Document, letters: Mapping[str, LetterTemplate], folder: Path, project: Path
) -> LetterTemplate:
    """The letter that goes with `document`: with a draft, that for clearance, or else the one to its audience.

    Raises BriefsError, with the path of the file to write, if there is none.
    """
    is_draft = document.properties.status == "draft"
    name = CLEARANCE if is_draft else document.audience
    if name in letters:
        return replace(letters[name], audience=document.audience)
    path = relative(folder / f"{name}.md", project)
    whom = "the offices that clear drafts" if is_draft else name
    raise BriefsError(f"there is no covering letter for {whom}", f"write one: {path}")


def _read_in_part(path: Path, shown: str) -> Checked[FrontMatterFile[LetterFrontMatter] | None]:
    """The letter at `path`, without the fields of its front matter that are wrong; None if it cannot be read.

    Raises BriefsError if it cannot be opened.
    """
    try:
        return Checked(read_front_matter(path, shown, LetterFrontMatter, "a letter"))
    except DocumentError as error:
        found = salvage_front_matter(path, shown, LetterFrontMatter, {"subject": STAND_IN})
        return Checked(found.value, found.problems or error.diagnostics)


def _written(name: str) -> str:
    """The name of a field as it is written in files."""
    return LetterFrontMatter.model_fields[name].alias or name
