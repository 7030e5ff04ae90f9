"""`briefs report`, `briefs blocks`, `briefs show`: the report, what was drawn from it, what a brief prints."""

from __future__ import annotations

import fnmatch
import hashlib
import json
import shutil
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefs import pipeline
from briefs.cli.arguments import Options, usage_error
from briefs.cli.printing import print_diagnostics, print_json, table
from briefs.model.block import KINDS
from briefs.model.block_fields import Form, Passage
from briefs.model.diagnostics import BriefsError, nearest
from briefs.model.library import Drawn, Extract
from briefs.model.typesetting import plain
from briefs.output.manifest import NAME, report_of
from briefs.report.outline import outline_lines, report_dict
from briefs.report.readers import read_report


def run_report(options: Options) -> int:
    """Print the outline of the report, or its whole tree as JSON."""
    project = pipeline.Project(options.project, options.report)
    report, _ = read_report(project.seed(), project.root)
    if options.json:
        print_json(report_dict(report))
    else:
        print("\n".join(outline_lines(report)))
    return 0


def run_blocks(options: Options) -> int:
    """List blocks; 1 when something is wrong with them, after listing what could be drawn."""
    inputs = _read(options)
    if options.audience is not None and options.audience not in inputs.audiences:
        known = ", ".join(sorted(inputs.audiences))
        usage_error(options, f"unknown audience {options.audience!r}; there are: {known}")
    for kind in options.kind or ():
        if kind not in KINDS:
            usage_error(options, f"unknown kind {kind!r}; {nearest(kind, KINDS)}")
    if options.priority and options.audience is None:
        usage_error(options, "--priority needs --audience")
    chosen = [drawn for drawn in inputs.library.blocks.values() if _chosen(drawn, options)]
    if options.json:
        print_json([block_json(drawn) for drawn in chosen])
    elif chosen:
        for line in _listing(chosen):
            print(line)
        print(f"{len(chosen)} of {len(inputs.library.blocks)} blocks")
    else:
        print("no block matches")
    print_diagnostics(inputs.diagnostics)
    return 1 if any(problem.severity == "error" for problem in inputs.diagnostics) else 0


def _read(options: Options, built_from: str | None = None) -> pipeline.Inputs:
    """The report that the call names; where there are several and it names none, that which a file was `built_from`."""
    project = pipeline.Project(options.project, options.report)
    if built_from and project.report is None and len(project.reports()) > 1:
        project = pipeline.Project(project.root, built_from)
    return pipeline.read_inputs(project)


def _chosen(drawn: Drawn, options: Options) -> bool:
    block = drawn.block
    priority = block.audiences.get(options.audience, "could") if options.audience else "could"
    if options.kind and block.kind not in options.kind:
        return False
    if options.audience and (priority not in options.priority if options.priority else priority == "never"):
        return False
    if options.id and not fnmatch.fnmatchcase(drawn.id, options.id):
        return False
    return not options.text or plain(options.text).lower() in plain(_text(drawn)).lower()


def _text(drawn: Drawn) -> str:
    """All wording of a block, that of the report and that made by hand, in one string."""
    fields = drawn.block.model_dump(mode="json", exclude={"anchor"})
    return "\n".join((*_strings(fields), *(extract.text for extract in drawn.all_extracts())))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for child in value.values() if isinstance(value, dict) else value:
            yield from _strings(child)


def _listing(chosen: list[Drawn]) -> list[str]:
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    rows = []
    for drawn in chosen:
        place = next(iter(drawn.all_extracts()), None)
        text = drawn.block.short.text if drawn.block.short else drawn.verbatim()
        rows.append((drawn.id, drawn.block.kind, place.label if place else "", text))
    lines = table(("id", "kind", "source", "text"), rows)
    return [line if width is None or len(line) <= width else line[: width - 1] + "…" for line in lines]


def run_show(options: Options) -> int:
    """Print one block, or what a paragraph of a built brief was made from."""
    path = Path(options.what)
    if options.number is not None or path.suffix in (".pdf", ".docx", ".html"):
        return _show_paragraph(path, options)
    inputs = _read(options)
    drawn = inputs.library.blocks.get(options.what)
    if drawn is None:
        hint = nearest(options.what, inputs.library.blocks)
        usage_error(options, f"there is no block {options.what!r}" + (f"; {hint}" if hint else ""))
    if options.json:
        print_json(block_json(drawn))
    else:
        print("\n".join(_description(drawn)))
    print_diagnostics(problem for problem in inputs.diagnostics if f'"{drawn.id}"' in problem.message)
    return 0


def _show_paragraph(path: Path, options: Options) -> int:
    entry = _manifest_entry(path)
    inputs = _read(options, report_of(entry))
    units = entry["units"]
    numbers = sorted({unit["number"] for unit in units if unit["number"]} | set(entry["tables"].values()))
    if not numbers:
        raise BriefsError(f"{path.name} has no numbered paragraphs")
    if options.number is None:
        usage_error(options, f"which paragraph? {path.name} has 1 to {numbers[-1]}")
    chosen = [u for u in units if options.number in (u["number"], entry["tables"].get(u["name"]))]
    if not chosen:
        usage_error(options, f"{path.name} has no paragraph {options.number}; it has 1 to {numbers[-1]}")
    if options.json:
        print_json(chosen)
        return 0
    for unit in chosen:
        print(f"{path.name}, paragraph {options.number}, {unit['tag']}")
        for block_id in unit["blocks"]:
            drawn = inputs.library.blocks.get(block_id)
            if drawn is None:
                print(f"  {block_id}: no longer among the blocks")
            else:
                print(textwrap.indent("\n".join(_description(drawn)), "  "))
    return 0


def _manifest_entry(path: Path) -> dict[str, Any]:
    """The entry of a built brief: by the file's hash, or by its name when it has been edited since."""
    try:
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise BriefsError(f"cannot read {path}: {error.strerror}") from error
    try:
        entries = json.loads((path.parent / NAME).read_bytes())["files"]
        files = [entry for entry in entries if {"sha256", "path", "units", "tables"} <= entry.keys()]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise BriefsError(
            f"there is no manifest beside {path}", "show needs the build/ that the brief lies in"
        ) from None
    for key, value in (("sha256", sha256), ("path", path.name)):
        for entry in files:
            if entry[key] == value:
                found: dict[str, Any] = entry
                return found
    raise BriefsError(f"{path} is not in the manifest beside it", "build it again")


def _description(drawn: Drawn) -> Iterator[str]:
    block = drawn.block
    yield f"{drawn.id} ({block.kind})   {drawn.place}"
    for name in type(block).model_fields:
        value = getattr(block, name)
        if name in ("id", "kind", "anchor") or value is None or value in ((), {}):
            continue
        match value:
            case Form():
                yield from _field(name, value.text)
            case Passage():
                yield from _field(name, value.short.text if value.short else drawn.verbatim(name))
            case dict():
                yield from _field(name, ", ".join(f"{key}: {item}" for key, item in value.items()))
            case tuple():
                yield from _field(name, ", ".join(str(item) for item in value))
            case _:
                yield from _field(name.rstrip("_"), str(value))
    for field, extracts in drawn.extracts.items():
        for extract in extracts:
            yield from _field(f"source of {field}" if field != "anchor" else "source", f"“{extract.text}”")
            yield f"    {extract.address} (line {_lines(extract)})"


def _field(name: str, text: str) -> list[str]:
    return textwrap.wrap(f"{name.replace('_', ' ')}: {text}", 100, initial_indent="  ", subsequent_indent="    ")


def _lines(extract: Extract) -> str:
    return ", ".join(str(line) for line in extract.lines)


def block_json(drawn: Drawn) -> dict[str, Any]:
    """A block as programs read it: its fields as written, its place, its sources."""
    block = drawn.block
    fields = block.model_dump(mode="json", by_alias=True, exclude_none=True)
    forms = {
        name: value["text"]
        for name, value in fields.items()
        if isinstance(value, dict) and isinstance(value.get("text"), str)
    }
    return {
        "id": drawn.id,
        "kind": block.kind,
        "file": drawn.place.path,
        "line": drawn.place.line,
        "verbatim": drawn.verbatim(),
        "forms": forms,
        "fields": fields,
        "sources": {
            field: [{"address": e.address, "label": e.label, "lines": list(e.lines), "text": e.text} for e in extracts]
            for field, extracts in drawn.extracts.items()
        },
    }
