"""The lines in which a report says what it is: its title page, its imprint, what its pages repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from briefs.intake.intake_words import IntakeWords
from briefs.intake.received import Part, Received
from briefs.intake.written_date import date_in

FrontKind: TypeAlias = Literal["date", "address", "furniture", "person", "body", "kind of report", "words"]
"""What a line of a title page is."""
COPYRIGHT = re.compile(
    r"(?:©|(?<![\w.])\(c\)(?=\s*(?:\d{4}\b|[^.;:]{2,60}\s(?:19|20)\d\d\W*$))|\bcopyright\b)\s*(?:©|\(c\)|by|:)?\s*",
    re.I,
)
"""The mark of a copyright; "600.8(c)" has none, and neither has an item (c) of a list, which gives no year."""
_FRONT = 60
"""So many parts may belong to the title page and the imprint, unless the text begins earlier."""
_LONG = 400
"""Paragraphs that have more characters are running text."""
_BACK = 25
"""An imprint may also stand among so many parts at the end."""
_ADDRESS = re.compile(
    r"https?://|www\.|\S@\S|(?:tel|fax|phone|tél|тел)\b[.:]?\s*\+?[\d(]|P\.?\s?O\.? Box|\+\d{2,3}[ (\d]", re.I
)
_SYMBOL = re.compile(r"[A-Z][A-Z0-9]*(?:[./][A-Z0-9().-]+){1,8}\*?|\d{1,4}(?:[-–/]\d{1,6})?|(?:ISBN|ISSN|DOI)\b.*")
_INITIAL = re.compile(r"[^\W\d_]")
_MOST_WORDS = 16
"""The name of a body has no more words."""
_FEWEST_LETTERS = 8
"""A compound is longer: "Umweltbundesamt"."""
_SMALL = 4
"""Words of fewer letters are small ones, such as "OF"."""
_BRACKETS = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True, slots=True)
class FrontLine:
    """A line of the title page or the imprint, with what it is; `is_title` if the format calls it part of the title."""

    part: Part
    text: str
    kind: FrontKind
    is_title: bool


def front_lines(received: Received, words: IntakeWords) -> list[FrontLine]:
    """The lines before the running text begins, in order."""
    return [_line(line, words) for part in _front(received) for line in _apart(part)]


def imprint_lines(received: Received, words: IntakeWords) -> list[FrontLine]:
    """The short lines near the beginning and at the end, where an imprint may stand."""
    parts = [part for part in received.parts if part.role in ("title", "paragraph", "remark", "item", "heading")]
    chosen = [*parts[:_FRONT], *parts[max(_FRONT, len(parts) - _BACK) :]]
    return [_line(part, words) for part in chosen if len(part.text) <= 3 * _LONG]


def over_everything(received: Received) -> Part | None:
    """The first heading, if it is the only one of its level and all others are below it: the title of a web page."""
    headings = received.headings
    if len(headings) > 1 and all(one.level > headings[0].level for one in headings[1:]):
        return headings[0]
    return None


def _front(received: Received) -> Iterator[Part]:
    """The short parts before the first heading, and whatever the format calls a title."""
    top = over_everything(received)
    is_before = True
    for part in received.parts[:_FRONT]:
        if part.role == "title":
            yield part
        elif part is top:
            continue
        elif part.role in ("contents", "heading"):
            is_before = False
        elif is_before and part.role in ("paragraph", "remark", "item", "row") and len(part.text) <= _LONG:
            yield part


def _apart(part: Part) -> Iterator[Part]:
    """The part; its first line by itself, if only that is in capitals, as a title over other lines is."""
    first, rest = part.first_line.strip(), part.text.removeprefix(part.first_line.strip()).strip()
    if len(part.lines) > 1 and rest and first.isupper() and not rest.isupper() and rest != part.text:
        yield replace(part, text=first, lines=part.lines[:1], first_line="")
        yield replace(part, text=rest, lines=part.lines[1:], first_line="")
    else:
        yield part


def _line(part: Part, words: IntakeWords) -> FrontLine:
    return FrontLine(part, part.text, kind_of_line(part.text, words), part.role == "title")


def kind_of_line(text: str, words: IntakeWords) -> FrontKind:
    """What a short line of a title page is, by its words."""
    date = date_in(text, words)
    if date is not None and date.text == text.strip(" .()"):
        return "date"
    if len(_INITIAL.findall(text)) < 2 or "\t" in text or _SYMBOL.fullmatch(text.strip()):
        return "furniture"
    if _ADDRESS.search(text):
        return "address"
    if date is not None and len(text) - len(date.text) <= 30:
        return "date"
    if begins_with(text, words.furniture):
        return "furniture"
    if begins_with(text, words.written_by) or _titled(text, words):
        return "person"
    if text.strip(" .:–—-").lower() in words.kinds_of_report:
        return "kind of report"
    bare = text if date is None else text.replace(date.text, "").strip(" ,.–—-")
    if is_body(bare, words):
        return "body"
    return "words"


def begins_with(text: str, phrases: tuple[str, ...]) -> str:
    """The longest of `phrases` that `text` begins with, as whole words; empty if there is none."""
    lower = text.lstrip(" •·–—-*").lower()
    fitting = (phrase for phrase in phrases if lower.startswith(phrase) and not lower[len(phrase) :][:1].isalpha())
    return max(fitting, key=len, default="")


def _titled(text: str, words: IntakeWords) -> bool:
    """Whether `text` begins with a courtesy title that is written as one: "Dr. Ada Brook"."""
    first, _, rest = text.strip().partition(" ")
    return first.lower().rstrip(".") in words.courtesies and rest[:1].isupper() and ("." in first or len(rest) < 40)


def is_body(text: str, words: IntakeWords) -> bool:
    """Whether `text` may be the name of a body: one of its words is in the names of most, and it is no sentence."""
    said = text.split()
    if not said or len(said) > _MOST_WORDS or text.rstrip().endswith((".", "?", "!", ":", ";", "(", ",")):
        return False
    if said[0][:1].islower() or re.search(r": |[?!¿]", text) or any(word.lower() in words.in_no_name for word in said):
        return False
    bare = _BRACKETS.sub("", text)
    if any(word.lower().strip(",()") in words.documents for word in bare.split()):
        return False
    return any(_names_body(segment.split(), words) for segment in re.split(r",\s+", bare))


def _names_body(said: list[str], words: IntakeWords) -> bool:
    """Whether the words of a name have one for a body where their language puts it, with a capital if it has any.

    English ends with it ("World Bank"), or goes on with a small word ("Office of"); in other languages, names may begin
    with it, or it ends a compound ("Umweltbundesamt"). Alone, it is no name.
    """
    for index, word in enumerate(said):
        lower = word.lower()
        if word[0].islower():
            continue
        if lower in words.bodies and (len(said) > 1 or words.bodies_are == "written together"):
            after = said[index + 1] if index + 1 < len(said) else ""
            is_followed = after.islower() or (after.isupper() and 1 < len(after) < _SMALL)
            if is_followed or index == len(said) - 1 or (words.bodies_are != "last" and index == 0):
                return True
        if words.bodies_are == "in compounds" and len(word) > _FEWEST_LETTERS and lower.endswith(words.bodies):
            return True
        if words.bodies_are == "written together" and lower.endswith(words.bodies):
            return True
    return False
