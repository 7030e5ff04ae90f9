"""Published pages: the Nu HTML checker and axe, over the index and the pages that lead to others."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from briefs.model.diagnostics import BriefsError
from briefs.pipeline.publishing import PublicationOrder, publish
from scripts.validation.results import Brief, Result
from scripts.validation.tools import Tools
from scripts.validation.web import check_html


def check_published(build: Path, briefs: Sequence[Brief], tools: Tools) -> Iterator[Result]:
    """What is wrong with the pages made from the cleared briefs in `build`, if there are any. Raises ToolFailed.

    The briefs themselves are not checked again: they are published byte for byte.
    """
    audiences = tuple(dict.fromkeys(brief.audience for brief in briefs if brief.status == "cleared"))
    if not audiences:
        return
    with tempfile.TemporaryDirectory(prefix="briefs-published-") as folder:
        try:
            done = publish(PublicationOrder(build, Path(folder) / "site", audiences))
        except BriefsError as error:
            yield Result(build.name, "publishing", (f"{error.message} ({error.hint})",))
            return
        own = {edition.page for edition in done.editions}
        pages = [name for name in done.written if name.endswith(".html") and name not in own]
        yield from check_html([Path(folder) / "site" / name for name in pages], tools)
