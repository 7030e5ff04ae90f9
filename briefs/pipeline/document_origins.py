"""What a finished brief says of where its words come from: the last thing that is known of it before it is rendered."""

from __future__ import annotations

from functools import partial

from briefs.check.people import forbidden_spans
from briefs.finish.origins import add_origins
from briefs.model.document import Document
from briefs.pipeline.inputs import Inputs


def with_origins(inputs: Inputs, document: Document) -> Document:
    """`document`, a brief made from `inputs`, with the passages that its units rest on; names that no brief may print
    are masked in them."""
    return add_origins(document, inputs.library, partial(forbidden_spans, rules=inputs.rules))
