"""Words that a hyphen divides at the end of a line, as a page had them: "re-" and "ported"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from briefs.model.diagnostics import Fault
from briefs.model.language_words import LANGUAGE_WORDS
from briefs.report.plain_text.leftovers.line_numbers import listed

_BEFORE = re.compile(r"([^\W\d_]+)[-\u2010]\s*\Z")
_AFTER = re.compile(r"\s*([^\W\d_]+)")
_SUSPENDED = {word for words in LANGUAGE_WORDS.values() for word in words.suspended}


def divided_words(lines: Sequence[str], known: Collection[int]) -> Iterator[tuple[int, Fault]]:
    """A fault (`report-word-divided`) with the line of the first divided word, which names the others."""
    found: list[tuple[int, str, str]] = []
    for number, line in enumerate(lines, 1):
        before = _BEFORE.search(line) if line.rstrip()[-1:] in ("-", "\u2010") else None
        if before is None or number in known:
            continue
        following = (lines[at] for at in range(number, len(lines)))
        after = _AFTER.match(next((text for text in following if text.strip()), ""))
        if after and after[1][0].islower() and after[1] not in _SUSPENDED:
            found.append((number, before[1], after[1]))
    if found:
        number, start, end = found[0]
        others = f"; also on {listed([n for n, _, _ in found[1:]])}" if found[1:] else ""
        message = f'the word "{start}-" is divided at the end of the line{others}'
        hint = (
            f'write "{start}{end}", or "{start}-{end}" if the word has a hyphen, on one line: '
            "otherwise a space is printed too"
        )
        yield number, Fault("report-word-divided", message, hint)
