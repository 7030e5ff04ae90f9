"""A brief must expand every acronym that it prints."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefs.check.acronym_expansions import acronym_expansions
from briefs.check.subjects import BriefToCheck
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.document_text import is_expanded, masthead_text, unit_texts

_ACRONYM = re.compile(r"(?<![\w-])[A-Z][A-Z0-9]*[A-Z](?:s)?(?![\w-])")


def check_acronyms(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """An error for each acronym that units print and the brief never expands, unless everybody knows it."""
    texts = list(unit_texts(brief.document))
    text = "\n".join(text for _, text in texts)
    masthead = masthead_text(brief.document)
    expansions = acronym_expansions(brief.library)
    for acronym in dict.fromkeys(found[0].removesuffix("s") for found in _ACRONYM.finditer(text)):
        if acronym in brief.rules.common_acronyms:
            continue
        expansion = expansions.get(acronym) or expansions.get(f"{acronym}s")
        if expansion is None or not is_expanded(acronym, expansion, text, masthead):
            message = f'the acronym "{acronym}" is printed but never expanded'
            hint = f'print "{expansion}" too' if expansion else "spell it out, or add an acronym block"
            pattern = re.compile(rf"(?<![\w-]){acronym}s?(?![\w-])")
            line = next(unit.line for unit, text in texts if pattern.search(text))
            yield Fault("acronym-unexpanded", message, hint).at(brief.template.place(line))
