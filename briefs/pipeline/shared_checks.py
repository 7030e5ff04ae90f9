"""Wording that nobody has checked before, checked by two processes: the first build of a report waits half as long, and
one of a long report does not need more memory."""

from __future__ import annotations

from collections.abc import Callable

from briefs.check.checked_blocks import check_blocks
from briefs.check.kept_findings import Findings, KeptFindings
from briefs.compose.composing import Composer
from briefs.model.library import Library
from briefs.pipeline.order import Progress, silent
from briefs.pipeline.own_words_checks import own_words_problems
from briefs.pipeline.sources import Sources
from briefs.pipeline.workers import apart, shared

_FEWEST = 40
"""Fewer blocks are checked by one process as fast."""
_PARTS, _LARGEST_PART = 10, 400
"""Blocks are checked in so many parts, of which each process takes some. If parts had more blocks than that, there are
more of them, each with a process of its own: what is read in the wording of many blocks takes much memory."""
_OWN_WORDS = 0.3
"""How long the words of templates take, compared with all blocks."""


def find_together(sources: Sources, library: Library, composer: Composer, kept: KeptFindings) -> None:
    """Add to `kept` what checks find in the wording of blocks and in words of templates, if it knows nothing yet.

    Two processes share the work if that is safe. It only saves time: whoever checks this wording takes what was found
    from `kept`, and finds the rest.
    """
    source = sources.report
    if source is None or kept.is_known or len(library.blocks) < _FEWEST:
        return
    parts = max(_PARTS, -(-len(library.blocks) // _LARGEST_PART))

    def of_blocks(part: int) -> Callable[[KeptFindings], object]:
        return lambda found: check_blocks(library, source.rules, found, part=(part, parts))

    def of_own_words(found: KeptFindings) -> object:
        return list(own_words_problems(sources, source, library, composer, found))

    def found_by(find: Callable[[KeptFindings], object], progress: Progress) -> dict[str, Findings]:
        found = KeptFindings()
        find(found)
        return found.found

    kept.learn(found_by(of_blocks(0), silent))  # what checks need of the language and the report is made only once
    tasks = [*map(of_blocks, range(1, parts)), of_own_words]
    if parts > _PARTS:
        results = apart(found_by, tasks, silent)
    else:
        results = shared(found_by, tasks, [1 / parts] * (parts - 1) + [_OWN_WORDS], silent)
    for found in results:
        kept.learn(found)
