"""What a line that YAML cannot read may have been meant to be: for each slip of the hand, the line as it should be.

These are guesses. `briefs/files/syntax_faults.py` tries them, and reports the first with which YAML can read on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import TypeAlias

from briefs.files.written_line import BLANKS, CLOSING, OPENING, quoted, shown, split_line, unwrapped


@dataclass(frozen=True, slots=True)
class Repair:
    """A guess: the lines that should stand in place of lines `at` to `until` (from 0, the last one not included).

    `message` says what is wrong with line `at`, `hint` what it should be.
    """

    at: int
    until: int
    lines: tuple[str, ...]
    message: str
    hint: str


Guess: TypeAlias = Callable[[Sequence[str], int, Set[str]], Iterator[Repair]]
"""The guesses of one kind about a line, given all lines, its index, and the names of fields that are known."""

_SIGNS = "*&!@%`{}[]>|,?#-"
_SIGN_WORDS = {"`": "a backtick", "-": "a hyphen", "*": "an asterisk", ",": "a comma", "?": "a question mark"}


def _one(at: int, line: str, message: str, hint: str) -> Repair:
    return Repair(at, at + 1, (line,), message, f"{hint}{shown(line)}")


def odd_spaces(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """A space that is none: a no-break space, or a tab, where YAML needs spaces."""
    line = lines[at]
    indent = line[: len(line) - len(line.lstrip(BLANKS))]
    if "\t" in indent:
        seems = len(indent.expandtabs(2))
        for width in (*_columns(lines, at, seems), seems):
            made = " " * width + line[len(indent) :]
            hint = f"indent with spaces, not with tabs{f': {_spaces(width)} here' if width else ''}"
            yield _one(at, made, "a tab indents this line", hint)
    elif indent.strip(" "):
        name = "a no-break space" if "\u00a0" in indent else "an unusual space"
        yield _one(at, " " * len(indent) + line[len(indent) :], f"{name} indents this line", "indent with plain spaces")
        for width in _columns(lines, at, len(indent)):
            made = " " * width + line[len(indent) :]
            yield _one(at, made, f"{name} indents this line", "indent with plain spaces")
    made = re.sub(rf"(?<=[:-])[{BLANKS[1:]}]+(?=\S)", " ", line, count=1)
    if made != line:
        name = "a tab" if "\t" in line else "a no-break space"
        yield _one(at, made, f"{name} stands where YAML needs a plain space", "type a plain space there")
    made = re.sub(r"^(\s*(?:- )?[\w.-]+)[：∶﹕꞉]\s*", r"\1: ", line)
    if made != line:
        yield _one(at, made, "the colon after the name is not a plain one", "type a plain colon and a space")


def missing_spaces(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """A hyphen without a space after it, or a colon without one."""
    line = lines[at]
    if found := re.match(r"(\s*)[-–—•*·][ ]?(?=[\w\"'“{])(.*)", line):
        name, sign = re.match(r"[\w.-]*", found[2]), line.strip()[0]
        assert name is not None
        made = f"{found[1]}- {found[2]}"
        if made != line and not (sign == "*" and line.strip().endswith("*")):
            message = f'"{sign}" begins this line; an item of a list begins with a hyphen and a space'
            if sign == "-":
                message = f'there is no space after the hyphen before "{name[0]}"'
            yield _one(at, made, message, "write")
    if found := re.match(r"(\s*(?:- )?)([a-z_][\w-]*):(?=[^\s:/])(.*)", line, re.IGNORECASE):
        made = f"{found[1]}{found[2]}: {found[3]}"
        yield _one(at, made, f'there is no space after the colon of "{found[2]}"', "write")


def missing_colon(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """The name of a field without a colon, or with another sign in its place."""
    found = re.match(r"(\s*(?:- )?)([A-Za-z_][\w-]*)(\s*[=;.]\s*|\s+|$)(.*)", lines[at])
    is_priority = found is not None and found[4] in ("must", "should", "could", "never")
    is_name = found is not None and (found[2] in known or (found[2].lower() in known and found[3].strip() in "=;"))
    if _opens_text(lines, at):
        return  # below > or |
    if found and (is_name or is_priority) and not found[4].startswith(":"):
        sign = found[3].strip()
        message = f'there is "{sign}" after "{found[2]}", not a colon' if sign else f'there is no colon after "{found[2]}"'
        yield _one(at, f"{found[1]}{found[2]}: {found[4]}".rstrip(), message, "write")


def marked_name(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """The name of a field in asterisks, as it is made bold elsewhere."""
    found = re.match(r"(\s*(?:- )?)[*_`]+([A-Za-z][\w-]*?)(?:[*_`]+:|:[*_`]+)\s*(.*)", lines[at])
    if found and found[2].lower() in known:
        made = f"{found[1]}{found[2].lower()}: {found[3]}".rstrip()
        yield _one(at, made, f'signs stand around the name "{found[2]}"', "write the name alone")


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
        yield _one(at, made, message, "use the same straight marks at both ends")
        return
    for end in range(at, min(at + 12, len(lines))):
        if end > at and _begins_something(lines[end], known):
            return
        if end > at and not lines[end].strip():
            return
        text = lines[end].rstrip()
        made = (*lines[at:end], f"{text}{mark}")
        if mark == "'" and "'" in line.value[1:]:
            made = (*(line.with_value(quoted(line.value[1:])),), *made[1:])
        hint = f"write {mark} where the text ends{shown(made[-1])}"
        yield Repair(at, end + 1, made, "the quotation mark that opens here is never closed", hint)


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
        yield _one(at, made, message, "write it before the mark" if found[3] == "." else "take it out")
    if found := re.fullmatch(r"\"([^\"]*)\"\s*(…|\.\.\.)\s*\"([^\"]*)\"", value):
        made = line.with_value(f'"{found[1].strip()} … {found[3].strip()}"')
        yield _one(at, made, "both ends of the text are in quotation marks of their own", "put one pair around all of it")
    if first == last and first in "'\"" and len(bare := value.strip(first)) < len(value) - 2 and bare:
        made = line.with_value(quoted(bare))
        yield _one(at, made, "there are several quotation marks at each end of the text", "write one at each end")
    if first == "'" and value.count("'") > 1:
        inner = value[1:-1] if last == "'" else value
        yield _one(
            at,
            line.with_value(quoted(inner)),
            "an apostrophe inside single quotation marks ends the text there" if last == "'" else _PART_QUOTED,
            "put the text in double quotation marks" if last == "'" else _AROUND,
        )
    elif first == '"' and last == '"' and len(value) > 2:
        yield _one(
            at,
            line.with_value(quoted(value[1:-1])),
            "a quotation mark inside the quoted text ends it there",
            "put single marks around the text, or curly ones (“ ”) inside it",
        )
    if first == '"':
        yield _one(at, line.with_value(quoted(value)), _PART_QUOTED, _AROUND)
    elif first in OPENING:
        made = line.with_value(quoted(unwrapped(value)))
        message = f"{first} is not a quotation mark for YAML, which needs straight ones"
        yield _one(at, made, message, "write straight quotation marks around the text")


_PART_QUOTED = "the text begins with words in quotation marks, and YAML ends it after them"
_AROUND = "put other marks around the whole text"


def two_fields(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """Two fields on one line."""
    line = split_line(lines[at])
    if not line.key:
        return
    for found in re.finditer(r"[,;]?\s+([A-Za-z_][\w-]*):(?=\s)", line.value):
        before = line.value[: found.start()]
        if found[1].lower() in known and before.count('"') % 2 == 0 and before[:1] not in ("{", "["):
            first = line.with_value(before)
            second = " " * line.column + line.value[found.start() :].lstrip(" ,;")
            message = f'two fields, "{line.key}" and "{found[1]}", stand on one line'
            hint = f"give each its own line{shown(first)}{shown(second)}"
            yield Repair(at, at + 1, (first, second), message, hint)


def unquoted(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """A text that needs quotation marks: it has a colon, or begins with a sign that means something to YAML."""
    line = split_line(lines[at])
    value = line.value
    if value[:1] in ('"', "'", ""):
        return
    made = line.with_value(quoted(unwrapped(value)))
    hint = "put the text in quotation marks"
    if value[0] in _SIGNS and (line.key or line.dash):
        name = _SIGN_WORDS.get(value[0], value[0])
        yield _one(at, made, f"a text cannot begin with {name} unless it is in quotation marks", hint)
    if re.search(r":(\s|$)", value) and (line.key or line.dash):
        yield _one(at, made, "a text with a colon and a space after it must be in quotation marks", hint)
    if re.search(r"\s#", value):
        yield _one(at, made, 'YAML takes what follows " #" for a remark', hint)


def brackets(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """A bracket or brace that is not closed, or closed by another; a comma that is missing between fields."""
    line = split_line(lines[at])
    value = re.sub(r"\s+#.*$", "", line.value)
    pairs = {"[": "]", "{": "}"}
    if value[:1] not in pairs:
        return
    bare = re.sub(r"\"[^\"]*\"|'[^']*'", "", value)
    opening, closing = value[0], pairs[value[0]]
    name, other = ("bracket", "}") if opening == "[" else ("brace", "]")
    missing = bare.count(opening) - bare.count(closing)
    if missing > 0 and value.endswith(other):
        if re.search(r":\s", value):
            made = line.with_value("{" + value[1:-1] + "}")
            yield _one(at, made, f"{opening} and {other} do not belong together", "use braces around fields")
        made = line.with_value(value[:-1] + closing)
        yield _one(at, made, f"the {name} {opening} is closed by {other}", f"close it with {closing}")
    if missing > 0 and not _is_sentence(value[1:], opening):
        made = line.with_value(value.rstrip(", ") + closing * missing)
        yield _one(at, made, f"the {name} {opening} is not closed", f"close it with {closing}")
    if missing < 0:
        yield _one(at, line.with_value(value[:-1]), f"there is one {closing} too many", "take it out")
    commas = re.sub(r"(?<=[^\s,{])\s+(?=[A-Za-z_][\w-]*:\s)", ", ", value)
    if closing == "}" and commas != value and _has_fields(commas, known):
        yield _one(at, line.with_value(commas), "a comma is missing between two fields", "write")
    if closing == "]":
        items = re.sub(r"(?<=[\"'”])\s+(?=[\"'“])", ", ", value)
        if items != value:
            yield _one(at, line.with_value(items), "a comma is missing between two items", "write")
    coloned = re.sub(r"(?<=[{,])(\s*)([^\s,:{}\[\]\"']+):(?=[^\s,}])", r"\1\2: ", value)
    if closing == "}" and coloned != value:
        yield _one(at, line.with_value(coloned), "there is no space after a colon", "write")


def _has_fields(value: str, known: Set[str]) -> bool:
    """Whether all names before colons are known, or all have how much an audience needs a block."""
    names = re.findall(r"([A-Za-z_][\w-]*):\s", value)
    return all(name in known for name in names) or len(re.findall(r"(must|should|could|never)\b", value)) == len(names)


def _is_sentence(text: str, opening: str) -> bool:
    """Whether what follows a bracket or brace is a text rather than items or fields."""
    return not re.search(r":\s", text) if opening == "{" else len(text.split(",")[0].split()) > 6


def braces(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """Fields in braces, one of which has a text that needs quotation marks; or a field without the braces around it."""
    line = split_line(lines[at])
    if line.key in _MAPS and (found := re.fullmatch(r"[{[(]?\s*([\w-]+: +[\w.-]+(?:, *[\w-]+: +[\w.-]+)*)\s*[}\])]?", line.value)):
        made = line.with_value("{" + found[1] + "}")
        yield _one(at, made, f'what "{line.key}" holds needs braces around it, or lines of its own', "write")
    if found := re.fullmatch(r"\[(.*)\]", line.value):
        items = [_quoted_item(item.strip()) for item in re.split(r",\s*", found[1])]
        made = line.with_value(f"[{', '.join(items)}]")
        yield _one(at, made, "a text in brackets that has one of the signs : # * & needs quotation marks", "write")
    found = re.fullmatch(r"\{(.*)\}(\s+#.*)?", line.value)
    if found is None:
        return
    pieces = re.split(r",\s*(?=[A-Za-z_][\w-]*:\s)", found[1])
    made_pieces = [re.sub(r"^(\s*[\w-]+:\s+)(.*)$", _quoted_value, piece, flags=re.DOTALL) for piece in pieces]
    made = line.with_value("{" + ", ".join(piece.strip() for piece in made_pieces) + "}" + (found[2] or ""))
    yield _one(at, made, "a text in braces that has one of the signs : , # * & needs quotation marks", "write")


def _quoted_item(item: str) -> str:
    if item[:1] in ('"', "'", "[", "{") or not (item[:1] in _SIGNS + OPENING or re.search(r":\s|\s#", item)):
        return item
    return quoted(unwrapped(item))


def _quoted_value(found: re.Match[str]) -> str:
    value = found[2].strip()
    if value[:1] in ("[", "{", '"') or not (value[:1] in _SIGNS + OPENING or re.search(r":\s|\s#|,", value)):
        return found[0]
    return found[1] + quoted(unwrapped(value))


_MAPS = ("audiences", "version", "status", "running_status", "distribution", "options", "most", "guarded", "strength")
"""Fields that hold fields, often written on one line."""


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


def unhyphened(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """Texts in quotation marks below each other, without the hyphens of a list."""

    def is_text(number: int) -> bool:
        return 0 <= number < len(lines) and re.fullmatch(r"\s+(\"[^\"]*\"|'[^']*')\s*", lines[number]) is not None

    if not is_text(at):
        return
    start, end = at, at + 1
    while is_text(start - 1):
        start -= 1
    while is_text(end):
        end += 1
    above = split_line(lines[start - 1]) if start else None
    if above is None or not above.key:
        return
    indent = " " * (above.column + 2)
    items = [f"{indent}- {one.strip()}" for one in lines[start:end]]
    message = f'the texts of "{above.key}" are a list, and each of its items begins with a hyphen and a space'
    if above.value:
        made = (above.with_value(""), f"{indent}- {above.value}", *items)
        hint = f"write{shown(made[0])}{''.join(shown(one) for one in made[1:])}"
        yield Repair(start - 1, end, made, message, hint)
    elif len(items) > 1:
        yield Repair(start, end, tuple(items), message, f"write{''.join(shown(one) for one in items)}")


def indentation(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """A line, or it and what is below it, that begins too far to the left or to the right."""
    line = lines[at]
    if not (words := line.strip()):
        return
    now = len(line) - len(line.lstrip(" "))
    group = _group(lines, at)
    text_end = next((end for end in range(at + 1, group) if _begins_something(lines[end], known)), group)
    for width in _columns(lines, at, now):
        for until in dict.fromkeys((at + 1, text_end, group)):
            made = tuple(_shifted(one, width - now) for one in lines[at:until])
            begins = f"after {_spaces(now)}" if now else "at the left edge"
            message = f"this line begins {begins}, which does not fit the lines around it"
            these = "it" if until == at + 1 else f"it and the {until - at - 1} below"
            if until == at + 2:
                these = "it and the next one"
            where = f"after {_spaces(width)}" if width else "at the left edge"
            hint = f"begin {these} {_further(width - now)}, {where}"
            yield Repair(at, until, made, message, hint + shown(words))


def folded(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """A text that begins on the line of its > or |."""
    line = split_line(lines[at])
    if found := re.match(r"([>|][+-]?)\s+([^\W\d].*)", line.value):
        below = lines[at + 1] if at + 1 < len(lines) else ""
        width = len(below) - len(below.lstrip(" "))
        if width <= line.column:
            width = line.column + 2
        made = (line.with_value(found[1]), " " * width + found[2])
        message = f"after {found[1]} the text must begin on the next line"
        yield Repair(at, at + 1, made, message, f"write{shown(made[0])}\n  {shown(made[1])[1:]}")


def missing_list(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """Blocks without the line above them."""
    above = next((one for one in reversed(lines[:at]) if one.strip() and not one.lstrip().startswith("#")), "")
    if lines[at].lstrip().startswith("- ") and re.match(r"kind:\s+\S", above) and "blocks:" not in lines[:at]:
        hint = f"write it above the first block{shown('blocks:')}{shown(lines[at])}"
        yield Repair(at, at + 1, ("blocks:", lines[at]), "the line blocks: is missing above this one", hint)


def missing_hyphen(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """An item of a list without its hyphen."""
    line = lines[at]
    now = len(line) - len(line.lstrip(" "))
    above = [one for one in lines[max(0, at - 60) : at] if one.lstrip().startswith("- ")]
    if not line.strip() or not above or line.lstrip().startswith("- "):
        return
    dash = len(above[-1]) - len(above[-1].lstrip(" "))
    if now in (dash, dash + 2) and split_line(line).key == split_line(above[-1]).key:
        made = " " * dash + "- " + line.strip()
        yield _one(at, made, "an item of a list begins with a hyphen and a space", "write")


def other_document(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """A line that ends the file for YAML."""
    if re.match(r"(---|\.\.\.)\s*$", lines[at]):
        yield Repair(at, at + 1, (), f'a line "{lines[at].strip()}" ends the file for YAML', "remove the line")
    elif re.match(r"[-–—=_*~]{2,}\s*$", lines[at].strip()):
        made = f"# {lines[at].strip()}"
        yield _one(at, made, "a line of dashes means nothing in YAML", "remove it, or make it a remark")
    elif re.match(r"\s*(//|<!--|;)", lines[at]):
        made = "# " + re.sub(r"^\s*(//|<!--|;)\s*|\s*-->\s*$", "", lines[at])
        yield _one(at, made, "this line is not a remark for YAML", "begin a remark with # and a space")


GUESSES: tuple[Guess, ...] = (
    odd_spaces,
    other_document,
    missing_list,
    missing_spaces,
    open_quotation,
    two_fields,
    quotation,
    missing_colon,
    marked_name,
    unhyphened,
    folded,
    braces,
    brackets,
    wrapped,
    indentation,
    missing_hyphen,
    unquoted,
)
"""All kinds of guesses; the first that helps counts."""


def _begins_something(line: str, known: Set[str]) -> bool:
    """Whether a line seems to begin a field or an item."""
    found = re.match(r"\s*(?:- )?\"?([\w-]+)\"?:(\s|$)", line)
    return (found is not None and found[1].lower() in known) or line.lstrip().startswith(("- ", "#"))


def _opens_text(lines: Sequence[str], at: int) -> bool:
    """Whether the line above ends with > or |, so that a text must begin here."""
    return at > 0 and re.search(r":\s+[>|][+-]?\s*$", lines[at - 1]) is not None


def _columns(lines: Sequence[str], at: int, now: int) -> list[int]:
    """Where a line may begin, after those above it: the nearest to `now`, where it does, comes first."""
    columns: dict[int, None] = {}
    below = -1
    before = [one for one in lines[max(0, at - 60) : at] if one.strip() and not one.lstrip().startswith("#")]
    for number, one in enumerate(reversed(before)):
        parts = split_line(one)
        if number == 0 and (not parts.value or parts.value[0] in ">|"):
            below = parts.column + 2
            columns[below] = None
        columns[parts.column] = None
        columns[len(parts.indent)] = None
        if number == 0:
            columns[parts.column + 2] = None
    columns.setdefault(0)
    if any(one.startswith("blocks:") for one in before) and split_line(lines[at]).key not in ("kind", "blocks"):
        del columns[0]  # nothing else begins there in a file of blocks
    return sorted((column for column in columns if column != now), key=lambda column: (column != below, abs(column - now)))


def _group(lines: Sequence[str], at: int) -> int:
    """The end of the lines from `at` on that begin at least as far to the right as it does."""
    now = len(lines[at]) - len(lines[at].lstrip(" "))
    end = at + 1
    while end < len(lines) and lines[end].strip() and len(lines[end]) - len(lines[end].lstrip(" ")) >= now:
        end += 1
    return end


def _shifted(line: str, by: int) -> str:
    """`line` moved to the right, or to the left as far as it goes."""
    if by >= 0:
        return " " * by + line
    width = len(line) - len(line.lstrip(" "))
    return line[min(-by, width) :]


def _spaces(count: int) -> str:
    return {1: "1 space"}.get(count, f"{count} spaces")


def _further(by: int) -> str:
    return f"{_spaces(abs(by))} further to the {'right' if by > 0 else 'left'}"
