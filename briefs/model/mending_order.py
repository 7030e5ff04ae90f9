"""The order in which an author mends what is wrong: what comes first may be the reason of what follows."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefs.model.codes import BUDGETS, CHECKING
from briefs.model.diagnostics import Diagnostic, Place
from briefs.model.input_codes import READING
from briefs.model.output_codes import FONTS, LOGOS, REFERENCES, STYLES, WRITING

_OF_FINISHED_BRIEFS = BUDGETS.keys() | CHECKING.keys()
_OF_LOOKS = STYLES.keys() | FONTS.keys() | LOGOS.keys() | REFERENCES.keys()
_FILES = tuple(
    map(
        re.compile,
        (
            r"(?:.*/)?seeds/[^/]+(?:/report\.[^/]+)?$",
            r"(?:.*/)?seeds/[^/]+/blocks(?:/|$)",
            r"(?:.*/)?house\.yaml$",
            r"(?:.*/)?templates/blocks/",
            r"(?:.*/)?templates(?:/|$)",
        ),
    )
)
"""The files that people write, in the order in which they depend on each other."""


def in_mending_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """`diagnostics`, each once, stage by stage; within a stage in the order of files and lines."""
    return sorted(dict.fromkeys(diagnostics), key=_order)


def _order(diagnostic: Diagnostic) -> tuple[int, Place]:
    code, path = diagnostic.code, diagnostic.place.path
    of_file = next((number for number, file in enumerate(_FILES) if file.match(path)), len(_FILES))
    if code in WRITING:
        stage = 9
    elif code in _OF_LOOKS:
        stage = 8
    elif code in _OF_FINISHED_BRIEFS and of_file > 1:
        stage = 7
    else:
        stage = 0 if code in READING else of_file
    return stage, diagnostic.place
