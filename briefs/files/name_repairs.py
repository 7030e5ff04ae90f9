"""Guesses about the names of fields: the colon and the spaces around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from briefs.files.repair import Repair, one_line
from briefs.files.written_line import shown, split_line
from briefs.model.priority import PRIORITIES


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
                message = "there is no space after the hyphen" + (f' before "{name[0]}"' if name[0] else "")
            yield one_line(at, made, message, "write")
    if found := re.match(r"(\s*)(\d{1,3}[.)])\s+(?=[\w-]+:\s)(.*)", line):
        message = f'"{found[2]}" begins this line; an item of a list begins with a hyphen and a space'
        yield one_line(at, f"{found[1]}- {found[3]}", message, "write")
    if found := re.match(r"(\s*(?:- )?)([a-z_][\w-]*|\d+(?=:\[)):(?=[^\s:/])(.*)", line, re.IGNORECASE):
        made = f"{found[1]}{found[2]}: {found[3]}"
        yield one_line(at, made, f'there is no space after the colon of "{found[2]}"', "write")


def missing_colon(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """The name of a field without a colon, or with another sign in its place."""
    found = re.match(r"(\s*(?:- )?)([A-Za-z_][\w-]*)(\s*(?::?[-–—=]+>?(?=\s)|[=;.])\s*|\s+|$)(.*)", lines[at])
    is_priority = found is not None and found[4] in PRIORITIES
    is_name = found is not None and (found[2] in known or (found[2].lower() in known and found[3].strip() in "=;"))
    is_name = is_name or (found is not None and not found[3].strip() + found[4] and _is_above(lines, at))
    if _opens_text(lines, at):
        return  # below > or |
    if found and (is_name or is_priority) and not found[4].startswith(":"):
        sign = found[3].strip()
        message = (
            f'there is "{sign}" after "{found[2]}", not a colon' if sign else f'there is no colon after "{found[2]}"'
        )
        yield one_line(at, f"{found[1]}{found[2]}: {found[4]}".rstrip(), message, "write")


def marked_name(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """The name of a field in asterisks, as it is made bold elsewhere."""
    found = re.match(r"(\s*(?:- )?)[*_`]+([A-Za-z][\w-]*?)(?:[*_`]+:|:[*_`]+)\s*(.*)", lines[at])
    if found and found[2].lower() in known:
        made = f"{found[1]}{found[2].lower()}: {found[3]}".rstrip()
        yield one_line(at, made, f'signs stand around the name "{found[2]}"', "write the name alone")


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


def _is_above(lines: Sequence[str], at: int) -> bool:
    """Whether an item or a field stands below a line, further to the right."""
    here = split_line(lines[at])
    below = next((split_line(one) for one in lines[at + 1 :] if one.strip()), None)
    return below is not None and bool(below.dash or below.key) and len(below.indent) > len(here.indent)


def _opens_text(lines: Sequence[str], at: int) -> bool:
    """Whether the line above ends with > or |, so that a text must begin here."""
    return at > 0 and re.search(r":\s+[>|][+-]?\s*$", lines[at - 1]) is not None
