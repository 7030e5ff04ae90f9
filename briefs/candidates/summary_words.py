"""The words by which summaries are known."""

from __future__ import annotations

from briefs.model.block_fields import Model
from briefs.model.lexicon import Words


class SummaryWords(Model):
    """`headings` stand over summaries, `conclusions` over what is taken for one in a report without a summary.

    With `introducing` words, a paragraph speaks of the report rather than of its subject.
    """

    headings: Words = ()
    conclusions: Words = ()
    introducing: Words = ()
