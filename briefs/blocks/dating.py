"""The date of a block of kind `date` stands in its passages, and what it is sorted by agrees with it."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.blocks.block_files import WrittenBlock
from briefs.blocks.drawing_context import DrawingContext
from briefs.model.block import Date
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.library import Drawn
from briefs.model.phrases import phrases_for
from briefs.model.typesetting import plain
from briefs.text.calendar_dates import calendar_dates, is_borne_out, years

_HINT = "correct it, or add an anchor for the passage that has it; what is inferred stands in square brackets"


def check_date(written: WrittenBlock, drawn: Drawn, context: DrawingContext) -> Iterator[Diagnostic]:
    """Check that `when` is borne out by the passages of a date, and `sort` by `when`. Code: `date-untraced`.

    A year in brackets is inferred, but some passage of the block must have it. Where an anchor is wrong, nothing is
    checked.
    """
    block = written.block
    if not isinstance(block, Date) or not drawn.extracts or not all(drawn.extracts.values()):
        return
    passage = " ".join(plain(extract.text) for extract in drawn.all_extracts())
    months = phrases_for(context.rules.language).months
    when, known = plain(block.when), years(passage)
    for year in years(when):
        if year not in known:
            message = f'"{block.id}" is dated {year}, which none of its passages has'
            yield Fault("date-untraced", message, _HINT).at(written.place_of("when"))
    given = list(calendar_dates(passage, months))
    for date in calendar_dates(when, months):
        if given and not is_borne_out(date._replace(year=None), given, known):
            message = f'"{block.id}" is dated "{date.text}", but none of its passages gives that date'
            yield Fault("date-untraced", message, _HINT).at(written.place_of("when"))
    yield from _unsorted(written, block, months)


def _unsorted(written: WrittenBlock, block: Date, months: tuple[str, ...]) -> Iterator[Diagnostic]:
    """What is wrong with `sort` if `when` says otherwise."""
    when = plain(block.when)
    sort = [int(part) for part in block.sort.split("-")] if block.sort != "undated" else []
    year, month, day = (*sort, 0, 0, 0)[:3]
    said = list(calendar_dates(when, months))
    is_wrong = (
        (bool(years(when)) and year not in years(when))
        or (bool(said) and month and month not in {one.month for one in said})
        or (any(one.day for one in said) and day and day not in {one.day for one in said})
    )
    if is_wrong:
        message = f'"{block.id}" is sorted by {block.sort}, but is dated "{block.when}"'
        hint = "write the same date in digits, the year first"
        yield Fault("date-untraced", message, hint).at(written.place_of("sort"))
