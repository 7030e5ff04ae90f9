"""What a build is made from, and what can be reused from the last one."""

from __future__ import annotations

import hashlib
import importlib.metadata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from briefs import __version__
from briefs.fit.selection import Selection
from briefs.output.folder import read_manifest
from briefs.output.manifest import inputs_digest
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.order import Order
from briefs.render.engine.system_libraries import library_versions
from briefs.render.reference.reference_files import reference_path

SHAPING = (
    "weasyprint",
    "pydyf",
    "python-docx",
    "pikepdf",
    "jinja2",
    "markdown-it-py",
    "lxml",
    "fonttools",
    "pypdfium2",
)
"""Libraries that shape the output."""


def remembered_selections(inputs: Inputs, order: Order) -> Mapping[str, Selection]:
    """The selections, by audience, of the last build in the folder of `order`, if it was made from the same inputs.

    A selection depends only on the inputs, so fitting again would give the same. One that fitting cannot have made is
    detected when it is tried.
    """
    if order.output is None:
        return {}
    digest = inputs_digest(input_hashes(inputs), versions())
    edition = order.edition(inputs.house, "cleared")
    return {
        entry["audience"]: selection
        for entry in read_manifest(order.output).get("files", ())
        if (entry["inputs"], entry["version"], entry["date"]) == (digest, edition.version, edition.date.isoformat())
        and (selection := _selection(entry.get("fit"))) is not None
    }


def _selection(fit: Any) -> Selection | None:
    """The selection in the `fit` of a manifest's entry; None if there is none that can be read."""
    try:
        left_out, shortened = (frozenset(str(fate["unit"]) for fate in fit[name]) for name in ("left_out", "shortened"))
    except (TypeError, KeyError):
        return None
    return Selection(left_out, shortened)


def input_hashes(inputs: Inputs) -> dict[str, str]:
    """SHA-256 of every file that a build is made from, by path in the project."""
    root = inputs.project.root
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in input_files(inputs)
    }


def input_files(inputs: Inputs) -> list[Path]:
    """Every file that a build of one report is made from, without the templates of other reports."""
    templates = {inputs.project.root / template.path for template in inputs.templates.values()}
    found = [
        path
        for folder in (inputs.seed, inputs.project.templates)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
        if folder == inputs.seed or path.suffix != ".md" or path in templates
    ]
    layout = inputs.project.templates / "layout"
    references = (reference_path(template, layout, inputs.project.root) for template in inputs.templates.values())
    return [*found, *filter(None, references)]


def versions() -> dict[str, str]:
    """Versions of this program, and of the Python and system libraries that shape its output."""
    return {"briefs": __version__, **_package_versions(), **library_versions()}


@cache
def _package_versions() -> dict[str, str]:
    return {name: importlib.metadata.version(name) for name in SHAPING}
