"""What can be reused from the last build, and the versions that decide whether it can."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from briefs import __version__
from briefs.files.installed_versions import installed_version
from briefs.fit.selection import Selection
from briefs.model.brief_key import BriefKey
from briefs.output.last_manifest import read_manifest
from briefs.output.manifest import inputs_digest
from briefs.pipeline.last_selections import selection_in
from briefs.pipeline.order import Order
from briefs.render.engine.system_libraries import library_versions

if TYPE_CHECKING:
    from briefs.pipeline.inputs import Inputs

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


def remembered_selections(inputs: Inputs, order: Order) -> Mapping[BriefKey, Selection]:
    """The selections, by brief, of the last build in a folder, if it was made from the same inputs.

    `order` says which folder: the one to remember from, or else the one to write to.

    A selection depends only on the inputs, so fitting again would give the same. One that fitting cannot have made is
    detected when it is tried.
    """
    folder = order.remembered_from or order.output
    if folder is None:
        return {}
    digest = inputs_digest(inputs.hashes, versions())
    ordered = {(one.status, one.version, one.date.isoformat()) for one in order.editions(inputs.house)}
    return {
        BriefKey.of_entry(entry): selection
        for entry in read_manifest(folder).get("files", ())
        if entry["inputs"] == digest
        and (entry["status"], entry["version"], entry["date"]) in ordered
        and (selection := selection_in(entry.get("fit"))) is not None
    }


def versions() -> dict[str, str]:
    """Versions of this program, and of the Python and system libraries that shape its output."""
    return {"briefs": __version__, **_package_versions(), **library_versions()}


@cache
def _package_versions() -> dict[str, str]:
    return {name: installed_version(name) or "?" for name in SHAPING}
