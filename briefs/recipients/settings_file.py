"""Reading `templates/distribution.yaml`, in which nothing secret may stand."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from briefs.files.bounded_reading import read_written
from briefs.files.encoding import decode, plain_line_ends
from briefs.files.fields import diagnostics_of
from briefs.files.home_folder import home_expanded
from briefs.files.parts import fields_of, read_parts
from briefs.files.salvage import salvaged
from briefs.files.yaml import Lines, Location
from briefs.model.diagnostics import BriefsError, Checked, Diagnostic, DocumentError, Fault, Place, relative
from briefs.model.distribution_settings import DistributionSettings

_SECRET = re.compile(
    r"pass(?:word|phrase|wd|code)?s?|pwd?|pin|secret|(?:api|private|secret|access)key|credentials?|kennwort|passwort"
    r"|mot_?de_?passe|contraseña|smtp_?pass(?:word)?"
)
_WAY = (
    "take it out: passwords are asked for, or come from the environment or the keyring of your computer; choose "
    "another one if others have seen this file"
)


def read_distribution(path: Path, project: Path) -> Checked[DistributionSettings]:
    """The settings in the file at `path` of a project in the folder `project`; defaults if there is no such file.

    What is wrong is left out of them. Codes: those of YAML and of fields, `secret-in-file`, `key-in-project`. Raises
    BriefsError when the file cannot be opened.
    """
    shown = relative(path, project)
    try:
        text = plain_line_ends(decode(read_written(path, shown), shown, quoting=False))
    except FileNotFoundError:
        return Checked(DistributionSettings())
    except DocumentError as error:
        return Checked(DistributionSettings(), error.diagnostics)
    except OSError as error:
        raise BriefsError(f"cannot read {shown}: {error.strerror}") from error
    file = read_parts(text, shown, fields_of(text))
    problems = [*file.problems]
    value: object = file.read.value if file.read else None
    lines = file.read.lines if file.read else Lines({(): 1}, text)
    problems += _secrets(value, lines, shown)
    value = _without_secrets({} if value is None else value)
    try:
        settings = DistributionSettings.model_validate(value)
    except ValidationError as error:
        problems += diagnostics_of(error, lines, shown, DistributionSettings)
        found = salvaged(DistributionSettings, value)
        settings = found.model if found else DistributionSettings()
    problems += _key_in_project(settings, project, lines, shown)
    return Checked(settings, tuple(sorted(problems, key=lambda problem: problem.place.line)))


def _secrets(value: object, lines: Lines, shown: str, at: Location = ()) -> Iterator[Diagnostic]:
    """A diagnostic for each field below `value` that has the name of a secret; what it holds is not said."""
    if isinstance(value, dict):
        for name, part in value.items():
            if _is_secret(name):
                fault = Fault("secret-in-file", f'"{name}" must not be written into a file of the project', _WAY)
                yield fault.at(Place(shown, lines.line((*at, name))))
            else:
                yield from _secrets(part, lines, shown, (*at, name))


def _without_secrets(value: object) -> Any:
    if not isinstance(value, dict):
        return value
    return {name: _without_secrets(part) for name, part in value.items() if not _is_secret(name)}


def _is_secret(name: Hashable) -> bool:
    return isinstance(name, str) and _SECRET.fullmatch(re.sub(r"[\s_-]+", "", name.casefold())) is not None


def _key_in_project(settings: DistributionSettings, project: Path, lines: Lines, shown: str) -> Iterator[Diagnostic]:
    certificate = settings.signing.certificate if settings.signing else None
    if certificate is None:
        return
    if (project / home_expanded(certificate)).resolve().is_relative_to(project.resolve()):
        fault = Fault(
            "key-in-project",
            "the file with the key for signatures lies inside the project, and would be passed on with it",
            "move it to a folder that only you can read, and write its path, such as ~/keys/signing.p12",
        )
        yield fault.at(Place(shown, lines.line(("signing", "certificate"))))
