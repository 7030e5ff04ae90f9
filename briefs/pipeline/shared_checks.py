"""Wording that nobody has checked before, checked by two processes: the first build of a report waits half as long."""

from __future__ import annotations

from collections.abc import Callable

from briefs.check.checked_blocks import check_blocks
from briefs.check.kept_findings import Findings, KeptFindings
from briefs.compose.composing import Composer
from briefs.model.library import Library
from briefs.pipeline.order import Progress, silent
from briefs.pipeline.own_words_checks import own_words_problems
from briefs.pipeline.sources import Sources
from briefs.pipeline.workers import shared

_FEWEST, _MOST = 40, 2_000
"""Fewer blocks are checked by one process as fast; of more, two processes would need too much memory."""
_PARTS = 10
"""Blocks are checked in so many parts, of which each process takes some."""
_OWN_WORDS = 0.3
"""How long the words of templates take, compared with all blocks."""


def find_together(sources: Sources, library: Library, composer: Composer, kept: KeptFindings) -> None:
    """Add to `kept` what checks find in the wording of blocks and in words of templates, if it knows nothing yet.

    Two processes share the work if that is safe. It only saves time: whoever checks this wording takes what was found
    from `kept`, and finds the rest.
    """
    source = sources.report
    if source is None or kept.is_known or not _FEWEST <= len(library.blocks) <= _MOST:
        return

    def of_blocks(part: int) -> Callable[[KeptFindings], object]:
        return lambda found: check_blocks(library, source.rules, found, part=(part, _PARTS))

    def of_own_words(found: KeptFindings) -> object:
        return list(own_words_problems(sources, source, library, composer, found))

    def found_by(find: Callable[[KeptFindings], object], progress: Progress) -> dict[str, Findings]:
        found = KeptFindings()
        find(found)
        return found.found

    kept.learn(found_by(of_blocks(0), silent))  # what checks need of the language and the report is made only once
    tasks = [*map(of_blocks, range(1, _PARTS)), of_own_words]
    for found in shared(found_by, tasks, [1 / _PARTS] * (_PARTS - 1) + [_OWN_WORDS], silent):
        kept.learn(found)
