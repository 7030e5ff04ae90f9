"""`briefs show`: one block; or a built brief, whether it is as it was built, and what a paragraph was made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from briefs import pipeline
from briefs.cli.arguments import is_file_name
from briefs.cli.block_description import block_json, description
from briefs.cli.printing import print_diagnostics, print_json, say, tell
from briefs.cli.usage import Options, usage_error
from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import BriefsError, has_errors, nearest
from briefs.model.library import ABOUT
from briefs.output.built_files import BuiltFile, built_file


def run_show(options: Options) -> int:
    """Print one block, or a built brief or what a paragraph of it was made from. Returns the exit code."""
    path = Path(options.what)
    if options.number is not None and not is_file_name(options.what) and not path.exists():
        usage_error(options, f"a number goes with a built brief, as in: briefs show build/BRIEF.docx {options.number}")
    if options.number is not None or is_file_name(options.what):
        return _show_file(path, options)
    prepared = pipeline.prepare(pipeline.Project(options.project, options.report))
    inputs = prepared.value
    drawn = inputs.library.find(options.what)
    if drawn is None and options.what == ABOUT:
        missing = (problem for problem in prepared.problems if problem.code == "about-missing")
        print_diagnostics(missing, named=options.named)
        return 1
    if drawn is None:
        hint = nearest(options.what, inputs.library.blocks)
        usage_error(options, f'there is no block "{options.what}"' + (f"; {hint}" if hint else ""))
    if options.json:
        print_json(block_json(drawn, inputs.library.report))
    else:
        say(*map(options.named, description(drawn, inputs.library.report)))
    problems = [problem for problem in prepared.problems if problem.block == drawn.id]
    print_diagnostics(problems, named=options.named)
    return 1 if drawn.id == ABOUT and has_errors(problems) else 0  # no brief can be built without it


def _show_file(path: Path, options: Options) -> int:
    """Print what a built brief is and in which state; with a number, what that paragraph was made from."""
    built = built_file(path)
    if options.number is None:
        if options.json:
            print_json(_file_json(path, built))
        else:
            say(*_file_lines(path, built))
        return 0
    code = _show_paragraph(path.name, built.entry, options)
    for state in _states(built):
        tell(f"{path.name}: {state}")
    return code


def _states(built: BuiltFile) -> list[str]:
    """What readers of a file must know of its state; nothing if it is as it was built, and still the latest."""
    found = ["it was changed by hand and differs from what was built"] if built.differs else []
    return [*found, *([f"it is out of date: {built.stale}"] if built.stale else [])]


def _file_lines(path: Path, built: BuiltFile) -> Iterator[str]:
    entry = built.entry
    brief = BriefKey.of_entry(entry).described
    yield f"{path.name}: {brief}, {entry['status']}, version {entry['version']} of {entry['date']}"
    yield f'  made from the report "{entry["report"]}"'
    yield from (f"  {state}" for state in _states(built) or ["it is as it was built"])
    if numbers := _numbers(entry):
        yield f"  paragraphs 1 to {numbers[-1]}: name one to see what it was made from"


def _file_json(path: Path, built: BuiltFile) -> dict[str, Any]:
    kept = ("report", "audience", "product", "format", "status", "version", "date", "path")
    entry = {key: built.entry[key] for key in kept if key in built.entry}
    return {
        "file": path.name,
        **entry,
        "edited": built.differs,
        "stale": built.stale,
        "paragraphs": _numbers(built.entry),
    }


def _numbers(entry: Mapping[str, Any]) -> list[int]:
    """The numbers of the paragraphs and tables of a built brief; none for one that a later build has replaced."""
    units = (unit["number"] for unit in entry.get("units", ()))
    return sorted({*filter(None, units), *entry.get("tables", {}).values()})


def _show_paragraph(name: str, entry: Mapping[str, Any], options: Options) -> int:
    """Print the paragraph of a built brief that the call asks for, with the blocks of each of its units.

    If there are several reports and the call names none, the blocks are those of the report that the file was built
    from.
    """
    numbers = _numbers(entry)
    if not numbers:
        raise BriefsError(f"{name} has no numbered paragraphs")
    project = pipeline.Project(options.project, options.report)
    if project.report is None and len(project.reports()) > 1:
        project = pipeline.Project(project.root, entry["report"])
    library = pipeline.prepare(project).value.library
    chosen = [u for u in entry["units"] if options.number in (u["number"], entry["tables"].get(u["name"]))]
    if not chosen:
        usage_error(options, f"{name} has no paragraph {options.number}; it has paragraphs 1 to {numbers[-1]}")
    if options.json:
        print_json(chosen)
        return 0
    for unit in chosen:
        say(f"{name}, paragraph {options.number}, {unit['tag']}")
        for block_id in unit["blocks"]:
            drawn = library.blocks.get(block_id)
            if drawn is None:
                say(f"  {block_id}: no longer among the blocks")
            else:
                say(*(f"  {options.named(line)}" for line in description(drawn, library.report)))
    return 0
