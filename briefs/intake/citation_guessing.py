"""How a report is cited: its title, who issued it, and the place and date that it gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefs.intake.front_lines import COPYRIGHT, FrontLine, begins_with, front_lines, imprint_lines
from briefs.intake.guess import Guess, together
from briefs.intake.intake_words import IntakeWords
from briefs.intake.received import Received
from briefs.intake.title_guessing import Titles
from briefs.intake.written_date import WrittenDate, date_in
from briefs.model.unsettled import UNSETTLED_ISSUER

_LONGEST = 200
"""An imprint says in so many characters when it was published."""
_PLACE = re.compile(r"^([A-Z][\w.’' -]{2,30}?)(?:,\s+[A-Z][\w.’' -]{2,30}?)?[,:]\s+(?:(?:on|le|el|am|den)\s+)?$")


@dataclass(frozen=True, slots=True)
class _Dated:
    date: WrittenDate
    place: str
    evidence: str
    certainty: float
    line: FrontLine | None


def guess_citation(received: Received, words: IntakeWords, titles: Titles, issuer: Guess) -> Guess:
    """The citation, in the form "*Title: subtitle*, issuer, place, date"."""
    dated = _dated(received, words)
    title = str(titles.title.value)
    if titles.subtitle is not None:
        joint = " " if title.endswith(("?", "!", ":")) else ": "
        title = f"{title}{joint}{titles.subtitle.value}"
    parts = [f"*{title.replace('*', '')}*", str(issuer.value or UNSETTLED_ISSUER)]
    evidence = ["the title and the issuer above"]
    lines: tuple[int, ...] = ()
    page = ""
    certainties = [titles.title.certainty, issuer.certainty]
    if dated is not None:
        parts += [*([dated.place] if dated.place.lower() not in ("", *words.furniture) else []), _as_cited(dated)]
        evidence.append(f"the date on {dated.evidence}")
        certainties.append(dated.certainty)
        if dated.line is not None:
            lines, page = dated.line.part.lines, dated.line.part.page
    else:
        evidence.append("no date was found")
        certainties.append(0.3)
    return Guess("citation", ", ".join(parts), "; ".join(evidence), min(certainties), lines, page)


def _as_cited(dated: _Dated) -> str:
    """The date as on the title page; from elsewhere, without a day: what a citation says must be borne out by that."""
    is_on_title_page = dated.line is not None and dated.line.is_title
    numbers = re.findall(r"\d+", dated.date.text)
    return dated.date.text if is_on_title_page or len(numbers) == 1 else str(dated.date.year)


def _dated(received: Received, words: IntakeWords) -> _Dated | None:
    """The date of the report: on the title page, in the imprint, or as the file declares it."""
    front = front_lines(received, words)
    on_front = _first_date(front, words, "the title page", 0.8 if front and front[0].is_title else 0.65)
    in_imprint = _copyright_year(imprint_lines(received, words), words)
    declared = date_in(received.date, words) if received.date else None
    found = on_front or in_imprint
    if found is None and declared is not None:
        if received.is_dated:
            return _Dated(declared, "", "which its file says it was issued", 0.65, None)
        year = WrittenDate(str(declared.year), declared.year, 0, False)
        return _Dated(year, "", "which its file was made", 0.4, None)
    if found is None:
        return None
    others = [one.date.year for one in (in_imprint,) if one is not None and one is not found]
    others += [declared.year] if declared is not None else []
    certainty = together([found.certainty, *(0.5 for year in others if year == found.date.year)])
    return _Dated(found.date, found.place, found.evidence, certainty, found.line)


def _first_date(lines: Sequence[FrontLine], words: IntakeWords, where: str, certainty: float) -> _Dated | None:
    dated = [
        (line, date)
        for line in lines
        if line.kind in ("date", "words", "kind of report", "furniture") and (date := date_in(line.text, words))
    ]
    for line, date in dated:
        if line.kind == "date" and date.has_month:
            return _Dated(date, _place(line.text, date), where, certainty, line)
    for line, date in sorted(dated, key=lambda one: (not one[1].has_month, one[0].kind != "date")):
        if line.kind != "furniture" or date.has_month:
            doubt = 0.1 if line.kind == "date" or date.has_month else 0.25
            return _Dated(date, _place(line.text, date), where, certainty - doubt, line)
    return None


def _place(text: str, date: WrittenDate) -> str:
    """The place that stands before a date: "Geneva, March 2010"."""
    found = _PLACE.match(text[: date.start])
    return found[1].strip() if found and not any(map(str.isdigit, found[1])) else ""


def _copyright_year(lines: Sequence[FrontLine], words: IntakeWords) -> _Dated | None:
    """The year behind "©", or of the date of an edition."""
    for line in lines:
        is_imprint = COPYRIGHT.search(line.text) or begins_with(line.text, words.published_by)
        if is_imprint and len(line.text) <= _LONGEST and (date := date_in(line.text, words)):
            return _Dated(date, "", "the imprint", 0.65, line)
    return None
