"""The text of a paragraph, put together from its parts: words, emphasis, calls of notes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from briefs.model.note_marks import SUPERSCRIPTS, note_marks

_Style: TypeAlias = Literal["plain", "emphasis", "note"]
_SPACES = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_TO_SUPERSCRIPT = str.maketrans("0123456789", SUPERSCRIPTS)
_NEAR = 12
"""How many characters before a call show whether its digits would be read as a power."""
_LITERAL_ASTERISK = re.compile(r"(?<!\d)\*|\*(?!\d)")
ASTERISK = "\u2217"
"""What stands for an asterisk that a report prints: the other one is a mark of emphasis."""


def single_spaced(text: str) -> str:
    """`text` with one space where it has white space, and none around it. No-break spaces stay."""
    return _SPACES.sub(" ", text).strip(" ")


def superscript(number: int) -> str:
    """The number in superscript digits."""
    return str(number).translate(_TO_SUPERSCRIPT)


@dataclass(slots=True)
class RunningText:
    """Text as readers of formats hand it on: `*…*` for emphasis, superscript digits for calls of notes, single spaces.

    Emphasis begins and ends at words, and what is emphasised as a whole has no marks of it.
    """

    parts: list[tuple[str, _Style]] = field(default_factory=list)

    def add(self, words: str, is_emphasis: bool = False) -> None:
        """Append `words` with the white space that they have."""
        if words:
            words = _LITERAL_ASTERISK.sub(ASTERISK, words) if "*" in words else words
            self.parts.append((words, "emphasis" if is_emphasis else "plain"))

    def call(self, number: int) -> None:
        """Append the call of the note with this number."""
        self.parts.append((superscript(number), "note"))

    def has_words(self) -> bool:
        """Whether there is anything to read so far."""
        return any(words.strip() for words, _ in self.parts)

    def is_emphasis(self) -> bool:
        """Whether all words so far are emphasised."""
        said = [style for words, style in self.parts if style != "note" and any(map(str.isalnum, words))]
        return bool(said) and all(style == "emphasis" for style in said)

    def text(self) -> str:
        """All of it."""
        runs = self._runs()
        if not any(style == "plain" and any(map(str.isalnum, words)) for words, style in runs):
            runs = [(words, "plain" if style == "emphasis" else style) for words, style in runs]
        made: list[str] = []
        for words, style in runs:
            if style == "note":
                _end_with_call(made, words)
            elif style == "emphasis" and any(map(str.isalnum, words)):
                bare = words.strip(" ")
                before, after = words[: len(words) - len(words.lstrip(" "))], words[len(words.rstrip(" ")) :]
                made += [before, f"*{bare}*", after]
            else:
                made.append(words)
        return single_spaced("".join(made))

    def _runs(self) -> list[tuple[str, _Style]]:
        """The parts with single spaces; neighbours of one style are one, with the spaces between them."""
        runs: list[tuple[list[str], _Style]] = []
        space = ""  # that stands between the last run and the next
        for words, style in self.parts:
            words = _SPACES.sub(" ", words)
            if words == " " and style != "note":
                space = " "
                continue
            if runs and runs[-1][1] == style and style != "note":
                runs[-1][0].extend((space, words))
            else:
                if space and runs and runs[-1][1] != "note":
                    runs[-1][0].append(space)
                elif space and style != "note":
                    words = f" {words}"
                runs.append(([words], style))
            space = ""
        return [("".join(words), style) for words, style in runs]


def _end_with_call(made: list[str], mark: str) -> None:
    """Append the call `mark` to the text `made` so far, right after its last word, and so that it is read as a call."""
    while made and not made[-1].strip(" "):
        made.pop()
    if made:
        made[-1] = made[-1].rstrip(" ")
        last = made[-1][-_NEAR:]
        if last[-1] in SUPERSCRIPTS:
            made.append(",")
        elif not list(note_marks(f"{last}{mark}", _ANY)):
            made.append(" ")  # behind a unit, it would be a power
    made.append(mark)


class _Any:
    """All numbers."""

    def __contains__(self, number: object) -> bool:
        return True


_ANY = _Any()
