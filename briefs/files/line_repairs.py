"""Guesses about where lines begin: indentation, the hyphens of lists, lines that do not belong there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from briefs.files.repair import Repair, begins_something, one_line
from briefs.files.written_line import BLANKS, indent_of, shown, split_line

_MOST_TEXTS = 60
"""So many lines of a list can be shown."""


def odd_spaces(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """A space that is none: a no-break space, or a tab, where YAML needs spaces."""
    line = lines[at]
    indent = line[: len(line) - len(line.lstrip(BLANKS))]
    if "\t" in indent:
        seems = len(indent.expandtabs(2))
        for width in (*_columns(lines, at, seems), seems):
            made = " " * width + line[len(indent) :]
            hint = f"indent with spaces, not with tabs{f': {_spaces(width)} here' if width else ''}"
            yield one_line(at, made, "a tab indents this line", hint)
    elif indent.strip(" "):
        name = "a no-break space" if "\u00a0" in indent else "an unusual space"
        yield one_line(
            at, " " * len(indent) + line[len(indent) :], f"{name} indents this line", "indent with plain spaces"
        )
        for width in _columns(lines, at, len(indent)):
            made = " " * width + line[len(indent) :]
            yield one_line(at, made, f"{name} indents this line", "indent with plain spaces")
    made = re.sub(rf"(?<=[:-])[{BLANKS[1:]}]+(?=\S)", " ", line, count=1)
    if made != line:
        name = "a tab" if "\t" in line else "a no-break space"
        yield one_line(at, made, f"{name} stands where YAML needs a plain space", "type a plain space there")
    made = re.sub(r"^(\s*(?:- )?[\w.-]+)[：∶﹕꞉]\s*", r"\1: ", line)
    if made != line:
        yield one_line(at, made, "the colon after the name is not a plain one", "type a plain colon and a space")


def indentation(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """A line, or it and what is below it, that begins too far to the left or to the right."""
    line = lines[at]
    if not (words := line.strip()):
        return
    now = indent_of(line)
    group = _group(lines, at)
    text_end = next((end for end in range(at + 1, group) if begins_something(lines[end], known)), group)
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


def first_too_far(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """The first of the lines below a name, or of all lines, which begins further to the right than those after it."""
    above = next((number for number in range(at - 1, -1, -1) if lines[number].strip()), 0)
    opens = split_line(lines[above - 1]) if above else None
    now, width = indent_of(lines[above]), indent_of(lines[at])
    is_first = width == 0 and not any(one.strip() for one in lines[:above])
    is_below = opens is not None and opens.key and not opens.value and width == opens.column + 2
    if at == above or now <= width or not (is_first or is_below):
        return
    message = f"this line begins after {_spaces(now)}, which does not fit the lines around it"
    made = " " * width + lines[above].strip()
    where = f"after {_spaces(width)}" if width else "at the left edge"
    yield one_line(above, made, message, f"begin it {_further(width - now)}, {where}")


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
    if above is None or not above.key or end - start > _MOST_TEXTS:
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


def missing_list(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """Blocks without the line above them."""
    above = next((one for one in reversed(lines[:at]) if one.strip() and not one.lstrip().startswith("#")), "")
    if lines[at].lstrip().startswith("- ") and re.match(r"kind:\s+\S", above) and "blocks:" not in lines[:at]:
        hint = f"write it above the first block{shown('blocks:')}{shown(lines[at])}"
        yield Repair(at, at + 1, ("blocks:", lines[at]), "the line blocks: is missing above this one", hint)


def missing_hyphen(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """An item of a list without its hyphen."""
    line = lines[at]
    now = indent_of(line)
    above = [one for one in lines[max(0, at - 60) : at] if one.lstrip().startswith("- ")]
    if not line.strip() or not above or line.lstrip().startswith("- "):
        return
    dash = indent_of(above[-1])
    if now in (dash, dash + 2) and split_line(line).key == split_line(above[-1]).key:
        made = " " * dash + "- " + line.strip()
        yield one_line(at, made, "an item of a list begins with a hyphen and a space", "write")


def other_document(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """A line that ends the file for YAML."""
    if re.match(r"(---|\.\.\.)\s*$", lines[at]):
        yield Repair(at, at + 1, (), f'a line "{lines[at].strip()}" ends the file for YAML', "remove the line")
    elif re.match(r"[-–—=_*~]{2,}\s*$", lines[at].strip()):
        made = f"# {lines[at].strip()}"
        yield one_line(at, made, "a line of dashes means nothing in YAML", "remove it, or make it a remark")
    elif re.match(r"\s*(//|<!--|;)", lines[at]):
        made = "# " + re.sub(r"^\s*(//|<!--|;)\s*|\s*-->\s*$", "", lines[at])
        yield one_line(at, made, "this line is not a remark for YAML", "begin a remark with # and a space")


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
    return sorted(
        (column for column in columns if column != now), key=lambda column: (column != below, abs(column - now))
    )


def _group(lines: Sequence[str], at: int) -> int:
    """The end of the lines from `at` on that begin at least as far to the right as it does."""
    now = indent_of(lines[at])
    end = at + 1
    while end < len(lines) and lines[end].strip() and indent_of(lines[end]) >= now:
        end += 1
    return end


def _shifted(line: str, by: int) -> str:
    """`line` moved to the right, or to the left as far as it goes."""
    if by >= 0:
        return " " * by + line
    width = indent_of(line)
    return line[min(-by, width) :]


def _spaces(count: int) -> str:
    return {1: "1 space"}.get(count, f"{count} spaces")


def _further(by: int) -> str:
    return f"{_spaces(abs(by))} further to the {'right' if by > 0 else 'left'}"
