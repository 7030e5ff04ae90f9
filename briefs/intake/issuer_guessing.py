"""Who issued a report: by its title page, its imprint, its addresses, its properties, and what its pages repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefs.intake.expansions import expansion_of
from briefs.intake.front_lines import (
    COPYRIGHT,
    FrontLine,
    begins_with,
    front_lines,
    imprint_lines,
    is_body,
    over_everything,
)
from briefs.intake.guess import LIKELY, Guess, together
from briefs.intake.intake_words import IntakeWords
from briefs.intake.received import Part, Received
from briefs.intake.written_date import date_in

_YEARS = re.compile(r"^[\s,]*(?:19|20)\d\d(?:\s?[–-]\s?(?:19|20)?\d\d)?[\s,.:]*(?:by\s+)?")
_ENDS = re.compile(
    r"[|•·;:©\t]|\.(?=\s|$)(?<!\b[A-Z]\.)(?<!\bSt\.)|,(?=\s+(?:19|20)\d\d)|\s[–—]\s|\s\(?(?:19|20)\d\d\b"
    r"|\ball rights\b",
    re.I,
)
_DOMAIN = re.compile(
    r"(?:www\.|@|https?://)(?:[a-z0-9-]+\.)*?([a-z0-9-]{2,12})\.(?:[a-z]{2,6}\.)?(?:org|int|net|com|edu|eu|gov|[a-z]{2})\b",
    re.I,
)
_ACRONYM = re.compile(r"\s*\(([A-Z][A-Za-z0-9&/-]{0,9}[A-Z0-9][A-Za-z0-9]?)\)$")
_HOSTS = frozenset(
    {
        "gmail",
        "hotmail",
        "yahoo",
        "outlook",
        "twitter",
        "facebook",
        "linkedin",
        "youtube",
        "instagram",
        "doi",
        "creativecommons",
        "bit",
        "x",
        "issuu",
        "flickr",
        "un",
        "gov",
        "google",
        "github",
    }
)
_ARTICLE = re.compile(
    r"^(?:the|le|la|les|l[’']|der|die|das|dem|den|el|los|las|os|as|il|lo|gli|i|het|de)(?:\s+|(?<=[’']))(?=(?-i:[A-ZÀ-ÖØ-Þ]))",
    re.I,
)
_LONGEST = 110
_TITLE_PAGE = 15
"""So many lines may stand on a title page."""
_NAMING = ("body", "words", "date")
_APART = re.compile(r"[·|•\t]|\s[–—-]\s|\s{2,}")
_EDGES = re.compile(r"^[\d\s.,]+|[\d\s.,]+$")


@dataclass(frozen=True, slots=True)
class _Candidate:
    name: str
    evidence: str
    certainty: float
    part: Part | None = None


def guess_issuer(received: Received, words: IntakeWords, title: str) -> Guess:
    """Who issued the report, with the acronym in brackets; open, perhaps with a proposal, if too little tells."""
    candidates = [one for one in _candidates(received, words) if _key(one.name) and _key(one.name) != _key(title)]
    groups: dict[str, list[_Candidate]] = {}
    for one in candidates:
        bare = _ACRONYM.sub("", one.name)
        key = next(
            (key for key in groups if _key(bare) in (key, _initials(key)) or _initials(_key(bare)) == key), _key(bare)
        )
        groups.setdefault(key, []).append(one)
    if not groups:
        return Guess("issuer", None, "neither its title page nor its imprint names one", 0.0)
    best = max(groups.values(), key=lambda group: _together(group))
    certainty = _together(best)
    rivals = [_together(group) for group in groups.values() if group is not best]
    if rivals and max(rivals) > certainty - 0.1:
        certainty = min(certainty, 0.65)
    name = max(
        (one.name for one in best), key=lambda one: (_ACRONYM.search(one) is not None, not one.isupper(), len(one))
    )
    name = _with_acronym(name, received)
    evidence = " and ".join(dict.fromkeys(one.evidence for one in best))
    part = next((one.part for one in best if one.part is not None), None)
    lines, page = (part.lines, part.page) if part else ((), "")
    if certainty < LIKELY:
        return Guess("issuer", None, evidence, certainty, lines, page, name)
    return Guess("issuer", name, evidence, certainty, lines, page)


def _together(candidates: Sequence[_Candidate]) -> float:
    """How sure candidates for one name are together: the same evidence counts once."""
    best: dict[str, float] = {}
    for one in candidates:
        best[one.evidence] = max(one.certainty, best.get(one.evidence, 0.0))
    return together(best.values())


def _candidates(received: Received, words: IntakeWords) -> Iterator[_Candidate]:
    front = front_lines(received, words)
    has_titles = any(line.is_title for line in front) or over_everything(received) is not None
    for index, line in enumerate(front):
        is_claim = begins_with(line.text, (*words.published_by, *words.prepared_by))
        is_naming = index < _TITLE_PAGE and line.kind in _NAMING and not is_claim
        for name in _bodies_in(line.text, words) if is_naming else ():
            yield _Candidate(name, "the title page", 0.7 if line.is_title or has_titles else 0.5, line.part)
    yield from _published(imprint_lines(received, words), words)
    yield from _by_address(front, received, 0.75)
    yield from _by_address(imprint_lines(received, words), received, 0.5)
    if received.author and is_body(received.author, words):
        yield _Candidate(_tidy(received.author), "the author in the file’s properties", 0.6)
    for part in received.parts:
        for name in _bodies_in(part.text, words) if part.role == "running head" else ():
            yield _Candidate(name, "the head or foot of pages", 0.5, part)


def _bodies_in(text: str, words: IntakeWords) -> Iterator[str]:
    """The names of bodies in a short line: all of it, or what stands between dots, bars and dashes, without a date."""
    for part in _APART.split(text):
        name = _undated(part, words)
        if is_body(name, words):
            yield name


def _undated(text: str, words: IntakeWords) -> str:
    """What stands before the date in a text, without the numbers around it."""
    date = date_in(text, words)
    return _tidy(_EDGES.sub("", text if date is None or not date.start else text[: date.start]))


def _published(lines: Sequence[FrontLine], words: IntakeWords) -> Iterator[_Candidate]:
    """Who stands behind "Published by" or "©", or on the next line."""
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        for rest, evidence, certainty in _claims(line.text, words):
            name = _tidy(_ENDS.split(_undated(rest, words), maxsplit=1)[0])
            part = line.part
            if not name and after is not None and len(after.text) <= _LONGEST:
                name, part = _tidy(_ENDS.split(_undated(after.text, words), maxsplit=1)[0]), after.part
            if _is_name(name):
                yield _Candidate(name, evidence, certainty if is_body(name, words) else certainty - 0.3, part)


def _claims(text: str, words: IntakeWords) -> Iterator[tuple[str, str, float]]:
    """What stands behind words such as "Published by", what they are, and how much they say."""
    stripped = text.lstrip(" •·–—-*")
    if phrase := begins_with(stripped, words.published_by):
        yield stripped[len(phrase) :].lstrip(" :–—-"), f"“{stripped[: len(phrase)]}”", 0.8
    if phrase := begins_with(stripped, words.prepared_by):
        yield stripped[len(phrase) :].lstrip(" :–—-"), f"“{stripped[: len(phrase)]}”", 0.6
    if found := COPYRIGHT.search(text):
        yield _YEARS.sub("", text[found.end() :]), "the copyright line", 0.75


def _by_address(lines: Sequence[FrontLine], received: Received, certainty: float) -> Iterator[_Candidate]:
    """A body whose acronym is the name of a host in an address of the imprint: "WVC" of www.wvc.example."""
    seen: set[str] = set()
    for line in lines:
        for found in _DOMAIN.finditer(line.text) if line.kind == "address" else ():
            acronym = found[1].upper()
            if found[1].lower() in _HOSTS or acronym in seen:
                continue
            seen.add(acronym)
            if (name := expansion_of(acronym, received.whole_text)) is not None:
                yield _Candidate(
                    f"{name} ({acronym})",
                    f"the address {found[0].strip('@').lower()}, and its name in the text",
                    certainty,
                    line.part,
                )


def _with_acronym(name: str, received: Received) -> str:
    """The name with the acronym that the report gives it."""
    if _ACRONYM.search(name):
        return name
    pattern = r"\s+".join(map(re.escape, name.split())) + r"\s*\(([A-Z][A-Za-z0-9&/-]{0,9}[A-Z0-9][A-Za-z0-9]?)\)"
    found = re.search(pattern, received.whole_text)
    if found:
        return f"{name} ({found[1]})"
    if re.fullmatch(r"[A-Z][A-Z0-9&-]{1,9}", name) and (expansion := expansion_of(name, received.whole_text)):
        return f"{expansion} ({name})"
    return name


def _is_name(text: str) -> bool:
    """Whether `text` may be a name rather than a clause of an imprint."""
    return (
        1 < len(text) <= _LONGEST
        and text[0].isalnum()
        and not text[0].islower()
        and sum(map(str.isalpha, text)) * 2 > len(text)
    )


def _tidy(text: str) -> str:
    text = " ".join(text.replace("*", "").split()).strip(" ,;:–—-|•·")
    return _ARTICLE.sub("", text)


def _key(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()


def _initials(key: str) -> str:
    """The initials of the longer words of a key; empty if they are too few to tell."""
    initials = "".join(word[0] for word in key.split() if len(word) > 3)
    return initials if len(initials) > 2 else "\0"
