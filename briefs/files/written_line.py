"""Lines of YAML as people write them: their parts, and how a text is written so that YAML takes it as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

BLANKS = " \t\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\ufeff"
"""Characters that look like a space, or like nothing; the first is one."""
OPENING, CLOSING = "“„«‹‘‟", "”“»›’"
"""Quotation marks that mean nothing to YAML."""
SIGNS = "*&!@%`{}[]>|,?#-"
"""What a text without quotation marks cannot always begin with."""
_LINE = re.compile(
    rf"(?P<indent>[{BLANKS}]*)(?P<dash>(?:-[ ]+)*)(?:(?P<key>\"[^\"]*\"|'[^']*'|[\w.-]+)(?P<colon>[ ]*:)(?=[ ]|$))?"
    r"(?P<gap>[ ]*)(?P<value>.*)",
    re.DOTALL,
)
_SHOWN = 110
"""So many characters of a line are shown."""


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """The parts of a line: `indent`, the hyphens of list items, `key` (empty if there is none), and `value`."""

    indent: str
    dash: str
    key: str
    value: str

    @property
    def text(self) -> str:
        """The line itself, with one space after the colon."""
        value = f" {self.value}" if self.key and self.value else self.value
        return f"{self.indent}{self.dash}{self.key}{':' if self.key else ''}{value}"

    @property
    def column(self) -> int:
        """Where the key begins, or the value without a key: that many characters stand before it."""
        return len(self.indent) + len(self.dash)

    def with_value(self, value: str) -> str:
        """The text of the line if it had this `value`."""
        return replace(self, value=value).text


def split_line(text: str) -> WrittenLine:
    """The parts of a line of YAML."""
    found = _LINE.fullmatch(text.rstrip())
    assert found is not None
    return WrittenLine(found["indent"], found["dash"], found["key"] or "", found["value"])


def indent_of(line: str) -> int:
    """How many spaces `line` begins with."""
    return len(line) - len(line.lstrip(" "))


def shown(line: str) -> str:
    """A line as hints show it, below their own words: its beginning, without indentation."""
    line = line.strip()
    return f"\n    {line if len(line) <= _SHOWN else line[:_SHOWN].rstrip() + '…'}"


def quoted(text: str) -> str:
    """`text` in straight quotation marks, so that YAML reads just these words."""
    text = text.strip()
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def unwrapped(text: str) -> str:
    """`text` without the quotation marks, of whatever form, that stand around it or only at one of its ends."""
    marks = OPENING + CLOSING + "\"'`´"
    text = text.strip()
    if text[:1] and text[0] in marks and not _is_paired_within(text):
        text = text[1:]
        if text[-1:] and text[-1] in marks:
            text = text[:-1]
    elif text.endswith('"') and text.count('"') == 1:
        text = text[:-1]
    return text.strip()


def _is_paired_within(text: str) -> bool:
    """Whether the quotation mark at the beginning of `text` closes before its end: it is around some words only."""
    first = text[0]
    closing = {'"': '"', "'": "'", "“": "”", "„": "“", "«": "»", "‹": "›", "‘": "’"}.get(first, first)
    inner = text[1:].rstrip(".,;")
    ends = [m.start() for m in re.finditer(re.escape(closing) + r"(?!\w)", inner)]
    return bool(ends) and ends[0] < len(inner) - 1
