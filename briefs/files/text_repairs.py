"""Guesses about texts that YAML cannot read: quotation marks, signs that mean something to it, colons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from briefs.files.repair import Repair, begins_something, one_line
from briefs.files.written_line import CLOSING, OPENING, SIGNS, indent_of, quoted, shown, split_line, unwrapped

_SIGN_WORDS = {"`": "a backtick", "-": "a hyphen", "*": "an asterisk", ",": "a comma", "?": "a question mark"}


def open_quotation(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """A quotation mark that opens a text and never closes, or closes as one of another form."""
    line = split_line(lines[at])
    mark = line.value[:1]
    closers = len(re.findall(r"'(?!\w)" if mark == "'" else '"', line.value[1:]))
    if mark not in ('"', "'") or closers:
        return
    if line.value[-1] in CLOSING + "\"'" and len(line.value) > 1 and line.value[-1] != mark:
        message = f"the text begins with {mark} and ends with {line.value[-1]}, so YAML does not see where it ends"
        made = line.with_value(quoted(line.value[1:-1]))
        yield one_line(at, made, message, "use the same straight marks at both ends")
        return
    for end in range(at, min(at + 12, len(lines))):
        if end > at and begins_something(lines[end], known):
            return
        if end > at and not lines[end].strip():
            return
        last = f"{lines[end].rstrip()}{mark}"
        if end == at and mark == "'" and "'" in line.value[1:]:
            last = line.with_value(quoted(line.value[1:]))
        hint = f"write {last[-1]} where the text ends{shown(last)}"
        message = "the quotation mark that opens here is never closed"
        yield Repair(at, end + 1, (*lines[at:end], last), message, hint)


def quotation(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """Quotation marks or apostrophes inside a text, with which YAML ends it; curly ones around it."""
    line = split_line(lines[at])
    value = line.value
    if not value:
        return
    first, last = value[0], value[-1]
    if found := re.fullmatch(r"([\"'])([^\"']*)\1\s*([.,;])", value):
        made = line.with_value(f"{found[1]}{found[2]}{'.' if found[3] == '.' else ''}{found[1]}")
        message = f'"{found[3]}" stands after the quotation mark that ends the text'
        yield one_line(at, made, message, "write it before the mark" if found[3] == "." else "take it out")
    if found := re.fullmatch(r"\"([^\"]*)\"\s*(…|\.\.\.)\s*\"([^\"]*)\"", value):
        made = line.with_value(f'"{found[1].strip()} … {found[3].strip()}"')
        yield one_line(
            at, made, "both ends of the text are in quotation marks of their own", "put one pair around all of it"
        )
    if first == last and first in "'\"" and len(bare := value.strip(first)) < len(value) - 2 and bare:
        made = line.with_value(quoted(bare))
        yield one_line(at, made, "there are several quotation marks at each end of the text", "write one at each end")
    if first == "'" and value.count("'") > 1:
        inner = value[1:-1] if last == "'" else value
        yield one_line(
            at,
            line.with_value(quoted(inner)),
            "an apostrophe inside single quotation marks ends the text there" if last == "'" else _PART_QUOTED,
            "put the text in double quotation marks" if last == "'" else _AROUND,
        )
    elif first == '"' and last == '"' and len(value) > 2:
        yield one_line(
            at,
            line.with_value(quoted(value[1:-1])),
            "a quotation mark inside the quoted text ends it there",
            "put single marks around the text, or curly ones (“ ”) inside it",
        )
    if first == '"':
        yield one_line(at, line.with_value(quoted(value)), _PART_QUOTED, _AROUND)
    elif first in OPENING:
        made = line.with_value(quoted(unwrapped(value)))
        message = f"{first} is not a quotation mark for YAML, which needs straight ones"
        yield one_line(at, made, message, "write straight quotation marks around the text")


_PART_QUOTED = "the text begins with words in quotation marks, and YAML ends it after them"
_AROUND = "put other marks around the whole text"


def unquoted(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """A text that needs quotation marks: it has a colon, or begins with a sign that means something to YAML."""
    line = split_line(lines[at])
    value = line.value
    if value[:1] in ('"', "'", ""):
        return
    made = line.with_value(quoted(unwrapped(value)))
    hint = "put the text in quotation marks"
    if value[0] in SIGNS and (line.key or line.dash):
        name = _SIGN_WORDS.get(value[0], value[0])
        yield one_line(at, made, f"a text cannot begin with {name} unless it is in quotation marks", hint)
    if re.search(r":(\s|$)", value) and (line.key or line.dash):
        yield one_line(at, made, "a text with a colon and a space after it must be in quotation marks", hint)
    if re.search(r"\s#", value):
        yield one_line(at, made, 'YAML takes what follows " #" for a remark', hint)


def folded(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """A text that begins on the line of its > or |."""
    line = split_line(lines[at])
    if found := re.match(r"([>|][+-]?)\s+([^\W\d].*)", line.value):
        below = lines[at + 1] if at + 1 < len(lines) else ""
        width = indent_of(below)
        if width <= line.column:
            width = line.column + 2
        made = (line.with_value(found[1]), " " * width + found[2])
        message = f"after {found[1]} the text must begin on the next line"
        yield Repair(at, at + 1, made, message, f"write{shown(made[0])}\n  {shown(made[1])[1:]}")


def wrapped(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """A text that goes on, with a colon in it, on the line below its beginning."""
    above, line = split_line(lines[at - 1]) if at else None, lines[at].strip()
    if above is None or not above.value or above.value[0] in "\"'>|[{" or not re.search(r":(\s|$)", line):
        return
    if line.startswith("- ") or split_line(line).key in known:
        return
    made = above.with_value(quoted(f"{above.value} {line}"))
    message = "a text with a colon and a space after it must be in quotation marks"
    yield Repair(at - 1, at + 1, (made,), message, f"put the text in quotation marks{shown(made)}")
