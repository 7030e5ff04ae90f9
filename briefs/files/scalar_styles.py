"""Ways to write a new text in place of a value of a YAML file, the one that changes least first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from briefs.files.edit import Edit, edited, word_edits
from briefs.files.scalar_source import ESCAPES, ScalarSource

_WIDTHS = (80, 100, 120)
"""Usual widths of lines: the least of them in which all lines of a value fit is taken for that of the file."""

_SHORT = {means: short for short, means in ESCAPES.items() if short not in "\t/ "}
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\xad\u2028\u2029\ufeff\ufffe\uffff]")
_BREAK = re.compile(r"(?<=[^ \n]) (?=[^ \n])")
"""A space at which a line may end: the end of a line stands for one space."""


def ways_to_write(text: str, source: ScalarSource, after: str) -> Iterator[tuple[Edit, ...]]:
    """Edits of `text` with which the value at `source` could be read as `after`: not all of them work.

    First those that change single words, then those that write it all again in the same style, then in others.
    """
    if source.style == "" and source.start == source.end:
        space = "" if text[source.start - 1 : source.start] in (" ", "\t", "") else " "
        for way in (after, *in_quotes(text, after)):
            yield (Edit(source.start, source.start, space + way),)
        return
    body = after
    if source.is_block and after.endswith(source.tail):
        body = after[: len(after) - len(source.tail)]
    if source.atoms is not None and (body == after) == (source.tail == ""):
        yield from _word_by_word(text, source, body)
    if not source.is_block or source.inner < source.inner_end:
        yield from _anew(text, source, body, after)
    for way in in_quotes(text, after):
        if source.is_block:
            yield _instead_of_block(text, source, way)
        else:
            yield (Edit(source.start, source.end, way),)


def _word_by_word(text: str, source: ScalarSource, body: str) -> Iterator[tuple[Edit, ...]]:
    written = {'"': lambda part: _double(part, text), "'": _single, "|": _indented(source), ">": _indented(source)}
    assert source.atoms is not None
    edits = tuple(word_edits(source.atoms, body, source.inner, written.get(source.style, str)))
    old = text[source.inner : source.inner_end]
    if "\n" in old and source.style != "|":
        moved = [Edit(one.start - source.inner, one.end - source.inner, one.text) for one in edits]
        begins = _column(text, source.inner)
        new = edited(old, moved)
        filled = _filled(new, _width(text, source), source.indent, begins)
        if filled != new:
            yield (Edit(source.inner, source.inner_end, filled),)
    yield edits


def _anew(text: str, source: ScalarSource, body: str, after: str) -> Iterator[tuple[Edit, ...]]:
    """All of the value written again, in its style."""
    indent, inner, end = source.indent, source.inner, source.inner_end
    if source.is_block:
        lines = body.split("\n")
        width = _width(text, source)
        filled = [_filled(line, width, indent, len(indent)) for line in lines] if source.style == ">" else lines
        between = "\n\n" if source.style == ">" else "\n"
        new = between.join(indent + line if line else "" for line in filled)
        start = text.rfind("\n", 0, inner) + 1
        yield (Edit(start, end, new),)
        stripped = after.rstrip("\n")
        chomp = {0: "-", 1: ""}.get(len(after) - len(stripped), "+")
        if chomp != "+" and source.style == "|":
            header = text[source.start : source.header]
            indicators = re.sub("[-+]", "", header) + chomp
            plain = "\n".join(indent + line if line else "" for line in stripped.split("\n"))
            yield (Edit(source.start, source.header, indicators), Edit(start, end, plain))
        return
    written = {'"': _double(body, text), "'": _single(body)}.get(source.style, body)
    if "\n" in text[inner:end]:
        yield (Edit(inner, end, _filled(written, _width(text, source), indent, _column(text, inner))),)
    yield (Edit(inner, end, written),)


def _instead_of_block(text: str, source: ScalarSource, way: str) -> tuple[Edit, ...]:
    """A text in quotation marks in place of a block; a remark after its indicators stays."""
    line_end = text.find("\n", source.header)
    line_end = len(text) if line_end < 0 else line_end
    return Edit(source.start, source.header, way), Edit(min(line_end, source.end), source.end, "")


def in_quotes(text: str, after: str) -> Iterator[str]:
    """`after` between quotation marks: double ones, unless these would need escapes that single ones do not."""
    double = f'"{_double(after, text)}"'
    if ('"' in after or "\\" in after) and "\n" not in after:
        yield f"'{_single(after)}'"
    yield double


def _double(part: str, text: str) -> str:
    """A part of a text as it stands between double quotation marks; no-break spaces as `text`, the file, has them."""
    escaped = re.sub(r'[\\"]', lambda found: f"\\{found[0]}", part)
    escaped = _UNSEEN.sub(_escape, escaped)
    return escaped.replace("\xa0", "\\_") if "\\_" in text else escaped


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\{_SHORT[found[0]]}" if found[0] in _SHORT else f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _single(part: str) -> str:
    return part.replace("'", "''")


def _indented(source: ScalarSource) -> Callable[[str], str]:
    """How a part of a text stands in a block: each line after its first one begins with the indent of the block."""
    more = "\n" if source.style == ">" else ""

    def written(part: str) -> str:
        return re.sub(r"\n+", lambda found: found[0] + more + source.indent, part)

    return written


def _column(text: str, at: int) -> int:
    return at - text.rfind("\n", 0, at) - 1


def _width(text: str, source: ScalarSource) -> int:
    """How long lines of a value may be: as its own or, if it has one line, as those of the file."""
    start = text.rfind("\n", 0, source.start) + 1
    end = text.find("\n", source.end)
    own = text[start : len(text) if end < 0 else end].split("\n")
    words = own[1:] if source.is_block else own
    longest = max(map(len, words if len(words) > 1 else text.split("\n")))
    return next((width for width in _WIDTHS if longest <= width), longest if len(words) > 1 else _WIDTHS[-1])


def _filled(text: str, width: int, indent: str, column: int) -> str:
    """`text` with the lines that are longer than `width` broken between words; the first begins at `column`."""
    lines = text.split("\n")
    return "\n".join(_broken(line, width, indent, column if number == 0 else 0) for number, line in enumerate(lines))


def _broken(line: str, width: int, indent: str, column: int) -> str:
    done, room = [], width - column
    while len(line) > room:
        places = [found.start() for found in _BREAK.finditer(line)]
        fitting = [place for place in places if place <= room] or places[:1]
        if not fitting:
            break
        done.append(line[: fitting[-1]])
        line = indent + line[fitting[-1] + 1 :]
        room = width
    return "\n".join([*done, line])
