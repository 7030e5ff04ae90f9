"""The title and the subtitle of a report: from its title page, its properties, its headings, or its file's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefs.intake.front_lines import FrontLine, front_lines, over_everything
from briefs.intake.guess import Guess, together
from briefs.intake.intake_words import IntakeWords, function_words
from briefs.intake.received import Part, Received
from briefs.intake.written_date import date_in
from briefs.model.language_words import one_of
from briefs.text.heading_words.heading_word_files import heading_words

_MOST_WORDS = 25
_LONGEST = 240
"""No title has more characters."""
_FILE_NAMES = re.compile(
    r"\.(?:docx?|dotx?|pdf|indd|qxd|qxp|pptx?|xlsx?|odt|rtf|txt|html?|pages|tex|dvi|ps|eps|ai)\b"
    r"|^microsoft (?:word|power)"
    r"|^(?:untitled|document|doc|presentation|powerpoint presentation|slide|title|no title|layout)\s*\d*$",
    re.I,
)
_OPEN_ENDS = (",", ":", "–", "—", "-")
"""Signs after which a title goes on in the next line."""
_BEGINNING = 20_000
"""A report has its title among so many characters."""
_SITE = re.compile(r"\s[|·•–—-]\s")
"""What stands between the title of a web page and the name of its site."""
_ORDINAL = re.compile(r"^\d+\.\s+")
_APART = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class _Candidate:
    text: str
    evidence: str
    certainty: float
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Titles:
    """The guesses of the title and of the subtitle, which is None if there is none."""

    title: Guess
    subtitle: Guess | None = None


def guess_titles(received: Received, words: IntakeWords) -> Titles:
    """What the report is called. Something is always guessed, at worst from the name of the file."""
    front = front_lines(received, words)
    candidates = list(_candidates(received, front, words))
    best = candidates[0]
    chosen = max(candidates, key=lambda one: one.certainty)
    agreeing = [one for one in candidates if _same(one.text, chosen.text)]
    text = _best_cased(chosen.text, [one.text for one in agreeing], received)
    evidence = " and ".join(dict.fromkeys(one.evidence for one in agreeing))
    certainty = together(one.certainty for one in agreeing)
    part = next((one.part for one in agreeing if one.part is not None), best.part)
    lines, page = (part.lines, part.page) if part is not None else ((), "")
    title = Guess("title", text, evidence, certainty, lines, page)
    return Titles(title, _subtitle(front, part, received, words))


def _candidates(received: Received, front: Sequence[FrontLine], words: IntakeWords) -> Iterator[_Candidate]:
    declared = " ".join(received.title.split())
    if is_title(declared):
        said = _key(received.whole_text[:_BEGINNING])
        shorter = _SITE.split(declared, maxsplit=1)[0].strip()
        there = next((one for one in (declared, shorter) if is_title(one) and _key(one) in said), None)
        yield _Candidate(there or declared, "the file’s properties", 0.74 if there else 0.5)
    joined = _joined([line for line in front if line.kind in ("words", "body", "kind of report")], words)
    lines = [one for one in joined if one.kind == "words" and _may_head(one)]
    if lines:
        certainty = 0.75 if lines[0].is_title else 0.5
        yield _Candidate(lines[0].text, "the first words of the title page", certainty, lines[0].part)
    elif kinds := [one for one in joined if one.kind != "words" and is_title(one.text)]:
        yield _Candidate(kinds[0].text, "the title page, which says nothing else", 0.4, kinds[0].part)
    top = over_everything(received)
    if top is not None and is_title(top.text):
        yield _Candidate(_ORDINAL.sub("", top.text), "the heading over everything", 0.8, top)
    elif not lines and (first := next((one for one in received.headings if _names_report(one.text)), None)):
        yield _Candidate(first.text, "the first heading", 0.3, first)
    named = re.sub(r"[_\s-]+", " ", received.stem).strip()
    yield _Candidate(named[:1].upper() + named[1:] or "Report", "the name of the file", 0.15)


def is_title(text: str) -> bool:
    """Whether `text` may be the title of a report rather than the name of a file or the like."""
    letters = sum(character.isalpha() for character in text)
    return letters >= 2 and len(text) <= _LONGEST and not _FILE_NAMES.search(text) and 2 * letters >= len(text)


def _may_head(line: FrontLine) -> bool:
    """Whether a line may be the title: the format says so, or it is short and no sentence."""
    if line.is_title:
        return is_title(line.text)
    is_sentence = line.text.endswith((".", ";", ",", ":")) or ". " in line.text or len(line.text.split()) > _MOST_WORDS
    return is_title(line.text) and not is_sentence and not line.text[:1].islower() and _names_report(line.text)


def _names_report(text: str) -> bool:
    """Whether `text` may be a title rather than a heading that any report may have."""
    without_number = re.sub(r"^(?:[\divxlc]+[.)]|[\d.]+)\s+", "", text.strip(), flags=re.IGNORECASE)
    words = heading_words()
    is_usual = words.is_usual_title(without_number) or words.is_contents_title(without_number)
    return is_title(text) and not is_usual


def _joined(lines: Sequence[FrontLine], words: IntakeWords) -> list[FrontLine]:
    """The lines, in which a title that goes on in the next lines is one."""
    small = frozenset(function_words()[words.language].words) if words.language in function_words() else frozenset()
    joined: list[FrontLine] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last is not None and _goes_on(last, line, small):
            text = f"{last.text} {line.text}"
            part = Part("title", text, (*last.part.lines, *line.part.lines), last.part.page)
            joined[-1] = FrontLine(part, text, last.kind, last.is_title)
        else:
            joined.append(line)
    return joined


def _goes_on(last: FrontLine, line: FrontLine, small: frozenset[str]) -> bool:
    """Whether a line goes on in the next: that begins with a small letter, or it ends with a sign or a `small` word."""
    if last.kind == "kind of report" or line.kind == "kind of report":
        return False
    is_next = last.part.lines and line.part.lines and line.part.lines[0] == last.part.lines[-1] + 1
    is_open = last.text.endswith(_OPEN_ENDS) or last.text.rpartition(" ")[2].lower() in small
    return bool(is_next) and (line.text[:1].islower() or is_open)


def _subtitle(front: Sequence[FrontLine], title: Part | None, received: Received, words: IntakeWords) -> Guess | None:
    """The line under the title, if it is neither a name nor a date."""
    joined = _joined([line for line in front if line.kind != "furniture"], words)
    for line, after in pairwise(joined):
        if title is None or line.part.lines[:1] != title.lines[:1]:
            continue
        date = date_in(after.text, words)
        is_dated = date is not None and date.has_month
        is_one = after.kind == "words" and after.is_title and not is_dated and _is_subtitle(after.text, words)
        if is_one and after.text.lower() not in received.author.lower():
            return Guess("subtitle", after.text, "the line under the title", 0.6, after.part.lines, after.part.page)
    return None


def _is_subtitle(text: str, words: IntakeWords) -> bool:
    """Whether a line under a title may be its subtitle: a phrase, and neither names of people nor a usual heading."""
    said = text.split()
    is_phrase = (
        any(word[0].islower() for word in said) or (len(said) > 3 and text.isupper()) or text.upper() == text.lower()
    )
    names = re.split(rf",\s*|\s(?:{one_of(words.joining_names)})\s", text)
    is_name = len([one for one in names if one[:1].isupper() and 2 <= len(one.split()) <= 3]) > 1
    return is_title(text) and is_phrase and not is_name and not text.endswith((".", ",", ";")) and _names_report(text)


def _best_cased(text: str, others: Sequence[str], received: Received) -> str:
    """`text` as the report writes it elsewhere, if it is all in capitals here: on the title page, many are."""
    if not text.isupper():
        return text
    mixed = next((one for one in others if not one.isupper()), None)
    if mixed is not None:
        return mixed
    pattern = r"\s+".join(map(re.escape, text.split()))
    found = (one[0] for one in re.finditer(pattern, received.whole_text, re.IGNORECASE))
    return next((" ".join(one.split()) for one in found if not one.isupper() and not one.islower()), text)


def _same(one: str, other: str) -> bool:
    """Whether two texts are one title, perhaps one of them with a subtitle."""
    first, second = sorted((_key(one), _key(other)), key=len)
    return bool(first) and (first == second or (len(first) > 12 and second.startswith(f"{first} ")))


def _key(text: str) -> str:
    return _APART.sub(" ", text.lower()).strip()
