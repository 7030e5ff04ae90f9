"""What `report.yaml` says of the shape of a report: headings, what is none, quotations set apart, signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from briefs.intake.guess import Guess
from briefs.intake.received import Part, Received

_DOUBTFUL = 0.4
"""What is less likely to be a heading than this is written out as none."""
_SET_APART = 0.75
"""How sure it is that what a plain text sets apart is a quotation or a signature."""
_FEWEST_WORDS, _MOST_WORDS = 4, 12
"""So many first words name a quotation or a signature."""
_NUMBER = re.compile(r"(\d{1,4})[.)\]]?$")
_FEWEST_NUMBERED = 6


def guess_outline(received: Received) -> Iterator[Guess]:
    """A guess for each heading: a mapping as in `outline`. Doubtful ones are guesses for `not_headings`, unless the
    format marks nothing: there, what is not in the outline is none."""
    cited = _numbered_throughout(received) if received.is_plain else {}
    for part in received.headings:
        if part.certainty >= _DOUBTFUL:
            value = {"level": part.level, "label": cited.get(part.lines, part.label), "text": part.text}
            if part.lines in cited:
                value["numbered_as"] = cited[part.lines]
            yield Guess("outline", value, part.evidence, part.certainty, part.lines, part.page)
        elif not received.is_plain:
            yield Guess("not_headings", part.text, part.evidence, 1 - part.certainty, part.lines, part.page)


def _numbered_throughout(received: Received) -> dict[tuple[int, ...], str]:
    """How the parts are cited under whose subheadings the numbers of items run on, by the lines of their headings.

    They begin in the part, and no number comes twice. In other formats than plain text, readers see to it.
    """
    found: dict[tuple[int, ...], str] = {}
    groups: list[list[Part]] = []
    for part in received.parts:
        if part.role == "heading" and part.level == 1:
            groups.append([part])
        elif groups:
            groups[-1].append(part)
    for heading, *under in groups:
        subheadings = [index for index, part in enumerate(under) if part.role == "heading"]
        numbered = [
            (index, int(mark[1]))
            for index, part in enumerate(under)
            if part.role == "item" and (mark := _NUMBER.match(part.marker.strip()))
        ]
        runs_on = [number for _, number in numbered] == list(range(1, len(numbered) + 1))
        sections = {sum(one < index for one in subheadings) for index, _ in numbered}
        if runs_on and len(numbered) >= _FEWEST_NUMBERED and len(sections - {0}) > 1:
            found[heading.lines] = _initials(heading)
    return found


def _initials(heading: Part) -> str:
    """The initials of the words of a heading, without its number: "VII. Executive summary" gives ES."""
    words = re.findall(r"[^\W\d_]{2,}", re.sub(r"^\W*(?:[IVXLC]+|\d+|[A-Z])[.)]\s*", "", heading.text))
    initials = "".join(word[0] for word in words if len(word) > 3 or word[0].isupper()).upper()
    return initials[:4] if len(initials) > 1 else heading.label


def guess_quotations(received: Received) -> Iterator[Guess]:
    """A guess for each quotation that is set apart: a mapping as in `quotations`."""
    firsts = [part.first_line or part.text for part in received.parts]
    for part in received.parts:
        if part.role == "quotation" and part.quoted_as in ("epigraph", "pull"):
            value = {"role": part.quoted_as, "text": _first_words(part.first_line or part.text, firsts)}
            if part.attribution:
                value["attribution"] = part.attribution
            evidence = part.evidence or ("it has an attribution" if part.attribution else "it repeats the text")
            yield Guess("quotations", value, evidence, _SET_APART, part.lines, part.page)


def guess_signatures(received: Received) -> Iterator[Guess]:
    """A guess for each signature: its first line."""
    signed = groupby(received.parts, key=lambda part: part.role == "signature")
    for is_signature, parts in signed:
        for part in parts if is_signature else ():
            yield Guess(
                "signatures",
                part.first_line or part.text,
                part.evidence or "names under the text",
                _SET_APART,
                part.lines,
                part.page,
            )


def _first_words(text: str, others: list[str]) -> str:
    """The fewest first words of `text` with which no other part begins."""
    words = text.split()
    for count in range(_FEWEST_WORDS, min(_MOST_WORDS, len(words))):
        begun = " ".join(words[:count])
        if sum(other.startswith(begun) for other in others) < 2:
            return begun
    return " ".join(words[:_MOST_WORDS])
