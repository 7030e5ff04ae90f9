"""Texts in lines for a terminal, as `textwrap` wraps them, in time that grows with the length of words."""

from __future__ import annotations

import textwrap


def wrapped(text: str, most: int, first: str = "", further: str = "") -> list[str]:
    """The lines of `text`, of at most `most` characters, the first with the indent `first`, all others with `further`.

    A word that is longer than a line goes on in the next; words are not divided at hyphens.
    Spaces at the ends of lines are left out.
    """
    return _Wrapper(width=most, initial_indent=first, subsequent_indent=further, break_on_hyphens=False).wrap(text)


class _Wrapper(textwrap.TextWrapper):
    """Divides a word without end at once; `textwrap` copies the rest of it for each line (CWE-407)."""

    def _handle_long_word(self, reversed_chunks: list[str], cur_line: list[str], cur_len: int, width: int) -> None:
        word = reversed_chunks[-1]
        if word.isspace():
            super()._handle_long_word(reversed_chunks, cur_line, cur_len, width)
            return
        del reversed_chunks[-1]
        room = width - cur_len if width > 0 else 1
        a_line = max(self.width - len(self.subsequent_indent), 1)
        begin, *rest = pieces(word, room, a_line)
        cur_line.append(begin)
        reversed_chunks.extend(reversed(rest))


def pieces(word: str, room: int, a_line: int) -> list[str]:
    """`word` in pieces: the first has `room` characters, and the others, as many as `a_line` has."""
    return [word[:room], *(word[start : start + a_line] for start in range(room, len(word), a_line))]
