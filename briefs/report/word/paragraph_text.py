"""The text of a paragraph in Word as pieces have it: emphasis as `*…*`, calls of notes and powers as raised digits.

Bold and italic words are emphasis where the words around them are not. An asterisk of the text itself becomes the sign
that looks like it, since one that stays would be read as a mark of emphasis; between numbers it multiplies, and stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from briefs.model.note_marks import SUPERSCRIPTS
from briefs.model.typesetting import unprintable
from briefs.report.word.word_blocks import NoteCall, WordParagraph, WordRun

_RAISED = str.maketrans("0123456789-−", f"{SUPERSCRIPTS}⁻⁻")
_RAISED_NUMBER = re.compile(r"\s*[-−]?[0-9][0-9,\s]*")
_SPACE = re.compile(r"[^\S\u00a0\u202f]+")
_ASTERISK = re.compile(r"((?<=\d)\*(?=\d)|(?<=\d) \* (?=\d))|\*")
_LOOKS_LIKE_IT = "∗"
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OUTSIDE = f" \t\n\u00a0,{SUPERSCRIPTS}"
_COMPLEX = re.compile("[\u0590-\u08ff\u0900-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc]")
_EAST_ASIAN = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LETTER = re.compile(r"[^\W\d_]")

Numbers = Mapping[NoteCall, int]
"""The numbers of notes, by their calls."""


def text_of(paragraph: WordParagraph, numbers: Numbers, *, is_plain: bool = False) -> str:
    """The text of a paragraph, without its own number; without marks of emphasis if `is_plain`."""
    return joined_text(paragraph.runs, numbers, is_plain=is_plain)


def joined_text(runs: Iterable[WordRun], numbers: Numbers, *, is_plain: bool = False) -> str:
    """The text of runs, which are one paragraph."""
    shown = [run for run in runs if run.text or run.call]
    words = [run for run in shown if _LETTER.search(run.text)]
    is_all_bold = all(run.look.is_bold for run in words)
    is_all_italic = all(run.look.is_italic for run in words)
    parts: list[tuple[str, bool]] = []
    for run in shown:
        is_strong = (run.look.is_bold and not is_all_bold) or (run.look.is_italic and not is_all_italic)
        text = _said(run, numbers, parts[-1][0] if parts else "")
        is_emphasis = is_strong and not is_plain
        if parts and (run.call or parts[-1][1] == is_emphasis):
            parts[-1] = (parts[-1][0] + text, parts[-1][1])
        else:
            parts.append((text, is_emphasis))
    if unprintable("".join(text for text, _ in parts)):
        parts = [(_DIRECTIONS.sub("", text), is_emphasis) for text, is_emphasis in parts]
    return _SPACE.sub(" ", _emphasized(list(_without_asterisks(parts)))).strip()


def _said(run: WordRun, numbers: Numbers, before: str) -> str:
    if run.call is not None:
        if run.call not in numbers:
            return run.call.mark
        mark = str(numbers[run.call]).translate(_RAISED)
        return f",{mark}" if before[-1:] in SUPERSCRIPTS and before else mark
    if run.look.is_raised and _RAISED_NUMBER.fullmatch(run.text):
        return run.text.translate(_RAISED)
    return run.text


def as_text(words: str) -> str:
    """Words with a sign that looks like an asterisk in place of each one that would be read as a mark of emphasis."""
    return _ASTERISK.sub(lambda found: found[1] or _LOOKS_LIKE_IT, words) if "*" in words else words


def _without_asterisks(parts: list[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """The parts `as_text`: what is before and after an asterisk may be in other parts."""
    words, start = as_text("".join(text for text, _ in parts)), 0
    for text, is_emphasis in parts:
        yield words[start : start + len(text)], is_emphasis
        start += len(text)


def _emphasized(parts: list[tuple[str, bool]]) -> str:
    made = ""
    for index, (text, is_emphasis) in enumerate(parts):
        following = parts[index + 1][0] if index + 1 < len(parts) else ""
        core = text.strip(_OUTSIDE)
        if not is_emphasis or not any(map(str.isalnum, core)):
            made += text
            continue
        start = text.index(core)
        before, after = text[:start], text[start + len(core) :]
        near = (before or made)[-1:], (after or following)[:1]
        multiplied = (made[-9:] + before).rstrip()[-1:], (after + following).lstrip()[:1]
        if (
            "*" in (*multiplied, core[0], core[-1])
            or (near[0].isdigit() and core[0].isdigit())
            or (near[1].isdigit() and core[-1].isdigit())
        ):
            made += text  # a mark between two digits would multiply them
        else:
            made += f"{before}*{core}*{after}"
    return made


def languages_of(paragraph: WordParagraph) -> Counter[str]:
    """The languages that the file names for the words of a paragraph, each with how many characters are in it."""
    found: Counter[str] = Counter()
    for run in paragraph.runs:
        letter = _LETTER.search(run.text)
        if letter is None:
            continue
        look = run.look
        is_complex, is_east_asian = _COMPLEX.match(letter[0]), _EAST_ASIAN.match(letter[0])
        language = look.complex if is_complex else look.east_asian if is_east_asian else look.latin
        if language:
            found[language] += len(run.text)
    return found
