"""A brief must expand every acronym that it prints."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.acronym_expansions import acronym_expansions
from briefs.check.subjects import BriefToCheck
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.document_text import is_expanded, masthead_text, unit_texts
from briefs.text.acronym_spotting import acronyms_in, is_spelled_out

_HINT = "spell it out, or add an acronym block; if everybody knows it, add it to `common_acronyms` in report.yaml"


def check_acronyms(brief: BriefToCheck) -> Iterator[Diagnostic]:
    """An error for each acronym that units print and the brief never expands, unless everybody knows it."""
    texts = list(unit_texts(brief.document))
    text = "\n".join(text for _, text in texts)
    masthead = masthead_text(brief.document)
    expansions = acronym_expansions(brief.library)
    lines: dict[str, int] = {}
    for unit, printed in texts:
        for found in acronyms_in(printed, expansions):
            lines.setdefault(found[1], unit.line)
    for acronym, line in lines.items():
        if acronym in brief.rules.common_acronyms:
            continue
        expansion = expansions.get(acronym) or expansions.get(f"{acronym}s")
        known = is_expanded(acronym, expansion, text, masthead) if expansion else is_spelled_out(acronym, text)
        if not known:
            message = f'the acronym "{acronym}" is printed but never expanded'
            hint = f'print "{expansion}" too' if expansion else _HINT
            yield Fault("acronym-unexpanded", message, hint).at(brief.template.place(line))
