"""Fields that are under the wrong name, or under none, since their lines begin too far to the left or to the right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from briefs.files.written_line import WrittenLine, shown, split_line
from briefs.files.yaml import Lines, Location
from briefs.model.diagnostics import Fault


class Wrong(Protocol):
    """What is wrong with a field: its path in the value, and its location in the file."""

    @property
    def path(self) -> tuple[int | str, ...]:
        """The names and indices that lead to the field in the value that was validated."""

    @property
    def location(self) -> Location:
        """Those that lead to it in the file."""

    @property
    def kind(self) -> str:
        """Pydantic's name for the kind of error."""


W = TypeVar("W", bound=Wrong)


@dataclass(frozen=True, slots=True)
class Slip(Generic[W]):
    """A fault on a line of the file, and the errors that it explains."""

    line: int
    fault: Fault
    explains: tuple[W, ...]


def misplaced(
    one: W,
    errors: Sequence[W],
    lines: Lines,
    outside: Sequence[str],
    holds_fields: Callable[[str], bool],
    takes: Callable[[str], bool],
) -> Iterator[Slip[W]]:
    """The slip that explains why a field is not known where it stands, or has a value that it cannot have.

    `outside` are the names of the fields that may stand where the field above it does; `holds_fields` says whether a
    field beside it, given by its name, can hold fields; `takes`, whether it can hold this one.
    """
    line = lines.line(one.location)
    written = split_line(lines.written(line))
    if not written.key:
        return
    above, parent = _line_above(lines, line)
    column = written.column
    is_open = parent is not None and parent.key and not parent.value and parent.column == column
    if one.kind == "extra_forbidden" and parent is not None and is_open and holds_fields(parent.key):
        together = [
            other
            for other in errors
            if other.path[:-1] == one.path[:-1] and (other is one or _continues(other, lines, above, column))
        ]
        hint = f"begin {'it' if len(together) == 1 else 'these lines'} after {column + 2} spaces"
        message = f'"{written.key}" must begin further to the right than "{parent.key}", which it is part of'
        made = " " * (column + 2) + lines.written(line).strip()
        empty = [other for other in errors if other.path == (*one.path[:-1], parent.key)]
        yield Slip(line, Fault("field-invalid", message, hint + shown(made)), (*together, *empty))
    elif one.kind == "extra_forbidden" and (owner_name := _before(one, lines)) and takes(owner_name):
        inner = min(split_line(lines.written(at)).column for at in _lines_within(one, owner_name, lines))
        message = f'"{written.key}" must begin further to the right if it is part of "{owner_name}"'
        made = " " * inner + lines.written(line).strip()
        needed = [other for other in errors if other.path == (*one.path[:-1], owner_name, one.path[-1])]
        hint = f"begin it after {inner} spaces{shown(made)}"
        yield Slip(line, Fault("field-invalid", message, hint), (one, *needed))
    elif len(one.path) > 1 and isinstance(one.path[-2], str) and one.path[-1] in outside:
        owner = lines.line(one.location[:-1])
        place = split_line(lines.written(owner))
        if owner < line and place.column < column:
            message = f'"{written.key}" begins as far to the right as if it were part of "{one.path[-2]}"'
            made = " " * place.column + lines.written(line).strip()
            where = f"after {place.column} spaces" if place.column else "at the left edge"
            hint = f'begin it as far to the left as "{one.path[-2]}", {where}{shown(made)}'
            yield Slip(line, Fault("field-invalid", message, hint), (one,))


def _before(one: Wrong, lines: Lines) -> str:
    """The name of the field before an unknown one, if there are fields below it on lines of their own."""
    around, line = one.location[:-1], lines.line(one.location)
    beside = [at for at in lines.by_location if len(at) == len(one.location) and at[:-1] == around]
    before = [at for at in beside if lines.by_location[at] < line]
    name = max(before, key=lambda at: lines.by_location[at])[-1] if before else ""
    return name if isinstance(name, str) and _lines_within(one, name, lines) else ""


def _lines_within(one: Wrong, name: str, lines: Lines) -> list[int]:
    """The lines of the fields below the field `name` beside an unknown one; not those on its own line."""
    owner = (*one.location[:-1], name)
    within = [
        at for at in lines.by_location if len(at) == len(owner) + 1 and at[:-1] == owner and isinstance(at[-1], str)
    ]
    return [lines.by_location[at] for at in within if lines.by_location[at] > lines.by_location[owner]]


def _continues(other: Wrong, lines: Lines, above: int, column: int) -> bool:
    """Whether another unknown field follows, in the same column, the name that has nothing below it."""
    line = lines.line(other.location)
    return other.kind == "extra_forbidden" and line > above and split_line(lines.written(line)).column == column


def _line_above(lines: Lines, line: int) -> tuple[int, WrittenLine | None]:
    """The number and the parts of the nearest line above that is neither blank nor a remark."""
    for number in range(line - 1, lines.first_line - 1, -1):
        text = lines.written(number)
        if text.strip() and not text.lstrip().startswith("#"):
            return number, split_line(text)
    return 0, None
