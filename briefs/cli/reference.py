"""`briefs reference`."""

from __future__ import annotations

from pathlib import Path

from briefs.cli.printing import diagnostic_json, print_diagnostics, print_json, say
from briefs.cli.usage import Options, usage_error
from briefs.files.bounded_reading import read_file
from briefs.model.diagnostics import BriefsError, relative
from briefs.model.limits import LARGEST_REPORT
from briefs.pipeline.order import Project
from briefs.pipeline.reference_checks import check_for_project
from briefs.render.reference.starter_document import new_reference


def run_reference(options: Options) -> int:
    """Write a new reference document, or check one. Returns the exit code: 1 for warnings with --strict."""
    return _check(options) if options.check else _new(options)


def _new(options: Options) -> int:
    path: Path = options.new
    if options.strict or options.json:
        usage_error(options, "--strict and --json go with --check")
    if path.suffix.lower() != ".docx":
        usage_error(options, f"the name of a reference document must end with .docx: {path}")
    try:
        with path.open("wb" if options.force else "xb") as file:
            file.write(new_reference())
    except FileExistsError:
        hint = "--force overwrites it, and the changes made in it are lost"
        raise BriefsError(f"{path} already exists", hint) from None
    except OSError as error:
        raise BriefsError(f"cannot write {path}: {error.strerror}") from error
    say(str(path))
    return 0


def _check(options: Options) -> int:
    path: Path = options.check
    if options.force:
        usage_error(options, "--force goes with --new")
    try:
        reference = read_file(path, LARGEST_REPORT)
    except OSError as error:
        raise BriefsError(f"cannot read {path}: {error.strerror}") from error
    found = check_for_project(reference, relative(path, options.project), Project(options.project))
    if options.json:
        print_json({"diagnostics": [diagnostic_json(diagnostic) for diagnostic in found]})
    else:
        print_diagnostics(found, named=options.named)
        count = len(found)
        say(f"{path}: {count or 'no'} warning{'s' if count != 1 else ''}")
    return 1 if options.strict and found else 0
