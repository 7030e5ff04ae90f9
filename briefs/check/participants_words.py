"""A block of kind `quote` has a participant's own words: the report sets them in quotation marks, or apart, and says
who said them.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.lexicon.lexicon_files import lexicon_for
from briefs.check.subjects import BlockToCheck
from briefs.model.block import Quote
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.library import Extract
from briefs.model.report import Leaf, Quotation
from briefs.model.typesetting import clean, plain
from briefs.text.quotations import quotations_in
from briefs.text.sentences import sentences
from briefs.text.stems import content_stems

_MARKS = 2
"""So many characters, a mark and a full stop, may stand at the end of words and outside of the quotation."""


def check_participants_words(subject: BlockToCheck) -> Iterator[Diagnostic]:
    """An error if words of the report itself are printed as those of a participant, and for an attribution that the
    report does not give next to them."""
    block, drawn, report = subject.drawn.block, subject.drawn, subject.library.report
    if not isinstance(block, Quote):
        return
    leaves = {leaf.address: leaf for leaf in report.leaves()}
    notes = report.note_numbers()
    extracts = [one for one in drawn.extracts.get("anchor", ()) if one.address in leaves]
    for extract in extracts:
        leaf = leaves[extract.address]
        if not isinstance(leaf, Quotation) and not _is_quoted(extract, clean(leaf.text, notes)):
            message = f'"{drawn.id}" prints words of the report itself as those of a participant: "{extract.text}"'
            hint = "anchor only what stands in quotation marks there, or make it a block of another kind"
            yield Fault("quote-misattributed", message, hint).at(drawn.place_of("anchor"))
    lexicon = lexicon_for(subject.rules.language)
    if block.attribution is None or not extracts or lexicon is None:
        return
    common = frozenset((*lexicon.common, *lexicon.unnamed)) - {"one", "some", "many", "several", "most", "few", "all"}
    named = " ".join(_naming(extract, leaves[extract.address], notes) for extract in extracts)
    missing = content_stems(plain(block.attribution), common) - content_stems(plain(named))
    if missing:
        message = f'"{drawn.id}" is attributed to "{block.attribution}", which the report does not say next to it'
        fault = Fault("quote-misattributed", message, "write who said it as the report does, or null")
        yield fault.at(drawn.place_of("attribution"))


def _is_quoted(extract: Extract, text: str) -> bool:
    """Whether the words of an extract stand within one quotation of the paragraph that has this `text`."""
    return any(one.start - 1 <= extract.start and extract.end <= one.end + _MARKS for one in quotations_in(text).found)


def _naming(extract: Extract, leaf: Leaf, notes: frozenset[int]) -> str:
    """Where the report can say who said the words of an extract: the sentence with them and the two before it, and
    what stands right behind them; or below a quotation that is set apart."""
    if isinstance(leaf, Quotation):
        return leaf.attribution
    text = clean(leaf.text, notes)
    before = sentences(text[: extract.start])[-2:]
    return " ".join((*before, text[extract.start : extract.end], *sentences(text[extract.end :])[:1]))
