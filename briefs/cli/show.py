"""`briefs show`: one block, or what a paragraph of a built brief was made from."""

from __future__ import annotations

import hashlib
import textwrap
from pathlib import Path
from typing import Any

from briefs import pipeline
from briefs.cli.arguments import Options, usage_error
from briefs.cli.block_description import block_json, description
from briefs.cli.printing import print_diagnostics, print_json
from briefs.model.diagnostics import BriefsError, nearest
from briefs.output.last_manifest import read_manifest


def run_show(options: Options) -> int:
    """Print one block, or what a paragraph of a built brief was made from. Returns the exit code."""
    path = Path(options.what)
    if options.number is not None or path.suffix in (".pdf", ".docx", ".html"):
        return _show_paragraph(path, options)
    prepared = pipeline.prepare(pipeline.Project(options.project, options.report))
    inputs = prepared.value
    drawn = inputs.library.find(options.what)
    if drawn is None:
        hint = nearest(options.what, inputs.library.blocks)
        usage_error(options, f"there is no block {options.what!r}" + (f"; {hint}" if hint else ""))
    if options.json:
        print_json(block_json(drawn))
    else:
        print("\n".join(description(drawn)))
    print_diagnostics(problem for problem in prepared.problems if problem.block == drawn.id)
    return 0


def _show_paragraph(path: Path, options: Options) -> int:
    """Print the paragraph of a built brief that the call asks for, with the blocks of each of its units.

    If there are several reports and the call names none, the blocks are those of the report that the file was built
    from.
    """
    entry = _manifest_entry(path)
    project = pipeline.Project(options.project, options.report)
    if project.report is None and len(project.reports()) > 1:
        project = pipeline.Project(project.root, entry["report"])
    blocks = pipeline.prepare(project).value.library.blocks
    units = entry["units"]
    numbers = sorted({unit["number"] for unit in units if unit["number"]} | set(entry["tables"].values()))
    if not numbers:
        raise BriefsError(f"{path.name} has no numbered paragraphs")
    if options.number is None:
        usage_error(options, f"which paragraph? {path.name} has paragraphs 1 to {numbers[-1]}")
    chosen = [u for u in units if options.number in (u["number"], entry["tables"].get(u["name"]))]
    if not chosen:
        usage_error(options, f"{path.name} has no paragraph {options.number}; it has paragraphs 1 to {numbers[-1]}")
    if options.json:
        print_json(chosen)
        return 0
    for unit in chosen:
        print(f"{path.name}, paragraph {options.number}, {unit['tag']}")
        for block_id in unit["blocks"]:
            drawn = blocks.get(block_id)
            if drawn is None:
                print(f"  {block_id}: no longer among the blocks")
            else:
                print(textwrap.indent("\n".join(description(drawn)), "  "))
    return 0


def _manifest_entry(path: Path) -> dict[str, Any]:
    """The manifest's entry for a built brief, found by its hash, or by its name if the file has been edited since."""
    try:
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise BriefsError(f"cannot read {path}: {error.strerror}") from error
    manifest = read_manifest(path.parent)
    if not manifest:
        hint = "leave the brief in its build/ folder; if an older version of this program built it, build it again"
        raise BriefsError(f"there is no manifest.json beside {path}, or it cannot be read", hint)
    files = [entry for entry in manifest["files"] if {"units", "tables"} <= entry.keys()]
    for key, value in (("sha256", sha256), ("path", path.name)):
        for entry in files:
            if entry[key] == value:
                found: dict[str, Any] = entry
                return found
    raise BriefsError(f"{path} is not in the manifest beside it", "build it again")
