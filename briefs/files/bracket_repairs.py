"""Guesses about lists and fields on one line, in brackets and braces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from briefs.files.repair import Repair, one_line
from briefs.files.written_line import OPENING, SIGNS, quoted, split_line, unwrapped
from briefs.model.priority import PRIORITIES


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
            yield one_line(at, made, f"{opening} and {other} do not belong together", "use braces around fields")
        made = line.with_value(value[:-1] + closing)
        yield one_line(at, made, f"the {name} {opening} is closed by {other}", f"close it with {closing}")
    if missing > 0 and not _is_sentence(value[1:], opening):
        made = line.with_value(value.rstrip(", ") + closing * missing)
        yield one_line(at, made, f"the {name} {opening} is not closed", f"close it with {closing}")
    if missing < 0:
        yield one_line(at, line.with_value(value[:-1]), f"there is one {closing} too many", "take it out")
    if closing == "]":
        items = re.sub(r"(?<=[\"'”])\s+(?=[\"'“])", ", ", value)
        if items != value:
            yield one_line(at, line.with_value(items), "a comma is missing between two items", "write")
    coloned = re.sub(r"(?<=[{,])(\s*)([^\s,:{}\[\]\"']+):(?=[^\s,}])", r"\1\2: ", value)
    if closing == "}" and coloned != value:
        yield one_line(at, line.with_value(coloned), "there is no space after a colon", "write")


def commas(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """A comma that is missing between two fields in braces."""
    line = split_line(lines[at])
    value = re.sub(r"\s+#.*$", "", line.value)
    made = re.sub(r"(?<=[^\s,{])\s+(?=[A-Za-z_][\w-]*:\s)", ", ", value)
    if value.startswith("{") and value.endswith("}") and made != value and _has_fields(made, known):
        yield one_line(at, line.with_value(made), "a comma is missing between two fields", "write")


def unbraced(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """Fields of an item or of another field, with commas between them as in braces, that have no braces."""
    line = split_line(lines[at])
    names = re.findall(r"(?:^|,\s*)([A-Za-z_][\w-]*):\s", line.value)
    if line.key in known and len(names) > 1 and re.match(rf"{names[0]}:", line.value) and known >= {*names}:
        made = line.with_value(f"{{{line.value}}}")
        yield one_line(at, made, f'what "{line.key}" holds needs braces around it', "write")
    fields = f"{line.key}: {line.value}"
    if line.dash and line.key and line.value[:1] not in ("{", "[", '"', "'"):
        names = re.findall(r"(?:^|,\s*)([A-Za-z_][\w-]*):\s", fields)
        if len(names) > 1 and all(name.lower() in known for name in names):
            made = f"{line.indent}{line.dash}{{{fields}}}"
            yield one_line(at, made, "fields with commas between them need braces around them", "write")


def quotation_in_braces(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """A text in braces whose quotation mark is not closed before the next field or the end."""
    line = split_line(lines[at])
    if line.value.startswith("{") and line.value.endswith("}") and line.value.count('"') % 2:
        made = re.sub(r'(:\s+)"([^",]*[^",\s])(?=,\s*[\w-]+:\s|\s*\}$)', r'\1"\2"', line.value)
        if made != line.value:
            yield one_line(at, line.with_value(made), "a quotation mark that opens in braces is not closed", "write")


def _has_fields(value: str, known: Set[str]) -> bool:
    """Whether all names before colons are known, or all have how much an audience needs a block."""
    names = re.findall(r"([A-Za-z_][\w-]*):\s", value)
    return all(name in known for name in names) or len(re.findall(rf"({'|'.join(PRIORITIES)})\b", value)) == len(names)


def _is_sentence(text: str, opening: str) -> bool:
    """Whether what follows a bracket or brace is a text rather than items or fields."""
    return not re.search(r":\s", text) if opening == "{" else len(text.split(",")[0].split()) > 6


def braces(lines: Sequence[str], at: int, known: Set[str]) -> Iterator[Repair]:
    """Fields in braces, one of which has a text that needs quotation marks; or a field without the braces around it."""
    line = split_line(lines[at])
    if line.key in _MAPS and (
        found := re.fullmatch(r"[{[(]?\s*([\w-]+: +[\w.-]+(?:, *[\w-]+: +[\w.-]+)*)\s*[}\])]?", line.value)
    ):
        made = line.with_value("{" + found[1] + "}")
        yield one_line(at, made, f'what "{line.key}" holds needs braces around it, or lines of its own', "write")
    if found := re.fullmatch(r"\[(.*)\]", line.value):
        items = [_quoted_item(item.strip()) for item in re.split(r",\s*", found[1])]
        made = line.with_value(f"[{', '.join(items)}]")
        yield one_line(at, made, "a text in brackets that has one of the signs : # * & needs quotation marks", "write")
    found = re.fullmatch(r"\{(.*)\}(\s+#.*)?", line.value)
    if found is None:
        return
    pieces = re.split(r",\s*(?=[A-Za-z_][\w-]*:\s)", found[1])
    made_pieces = [re.sub(r"^(\s*[\w-]+:\s+)(.*)$", _quoted_value, piece, flags=re.DOTALL) for piece in pieces]
    made = line.with_value("{" + ", ".join(piece.strip() for piece in made_pieces) + "}" + (found[2] or ""))
    yield one_line(at, made, "a text in braces that has one of the signs : , # * & needs quotation marks", "write")


def _quoted_item(item: str) -> str:
    if item[:1] in ('"', "'", "[", "{") or not (item[:1] in SIGNS + OPENING or re.search(r":\s|\s#", item)):
        return item
    return quoted(unwrapped(item))


def _quoted_value(found: re.Match[str]) -> str:
    value = found[2].strip()
    if value[:1] in ("[", "{", '"') or not (value[:1] in SIGNS + OPENING or re.search(r":\s|\s#|,", value)):
        return found[0]
    return found[1] + quoted(unwrapped(value))


_MAPS = ("audiences", "version", "status", "running_status", "distribution", "options", "most", "guarded", "strength")
"""Fields that hold fields, often written on one line."""
