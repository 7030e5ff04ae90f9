"""The passages that a draft shows beside its units: they may be other ones although each of its words is the same."""

from __future__ import annotations

from briefs.finish.passage_masks import excluded_spans
from briefs.model.document import Document
from briefs.model.report_places import page_label
from briefs.pipeline.inputs import Inputs


def shown_passages(inputs: Inputs, document: Document) -> str:
    """Everything that decides which passages `document` shows, and what of them is marked and masked: the same text
    only if that is the same. `briefs.finish.origins` makes them, which takes much longer."""
    library, rules = inputs.library, inputs.rules
    texts = {leaf.address: leaf.text for leaf in library.report.leaves()}
    excluded = excluded_spans(library, document.audience)
    parts: list[object] = [rules.names, rules.participants, rules.never_print]
    for unit in document.units():
        for form in unit.forms:
            for one in library.blocks[form.block].resting_on(form.field):
                place = one.address, one.start, one.end, one.label, page_label(library.report, one.lines)
                parts.append((unit.tag, place, texts.get(one.address), excluded.get(one.address, ())))
    return repr(parts)
