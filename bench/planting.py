"""Plants faults in a copy of a project, as a hurried editor would make them: each is an edit of one place in one file.

An edit names its place by words that are likely to stay: a block and a field of it, or words of a file. It is never
named by a line.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

from briefs.files.file_hash import hash_of

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "proof"
PROJECTS = {"shipped": ROOT, "water": CASES / "water"}
"""The projects that edits are planted in: this one, and a small one of another house."""
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_WRITTEN = (".yaml", ".md", ".html", ".css", ".txt")
_KEY = re.compile(r"^( *)(?:- )?([a-z_]+):")


class Planted(BaseModel):
    """An edit. In `field` of `block`, or else in `file`, `replace` becomes `by`; or the whole field becomes `write`, or
    the line `append` is added to the block.

    `replace` may be several texts, of which the first that is there is replaced: so wording can change without making
    the edit useless. If a text is there several times, `nth` says which is meant. `also` are further edits of the same
    kind, in places of their own, that belong to the same fault. `reads` says what has to be made to find it: only what
    is written (`sources`), a brief (`brief`), or its files (`files`).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    kind: str
    project: Literal["shipped", "water"] = "shipped"
    block: str = ""
    field: str = "short"
    file: str = ""
    replace: tuple[str, ...] = ()
    by: str | None = None
    write: str = ""
    append: str = ""
    nth: int = Field(default=1, ge=1)
    also: tuple[dict[str, str], ...] = ()
    agreed: bool = False
    anywhere: bool = False
    reads: Literal["sources", "brief", "files"] = "brief"
    why: str = ""

    @model_validator(mode="before")
    @classmethod
    def _one_or_more(cls, values: dict[str, object]) -> dict[str, object]:
        texts = values.get("replace")
        return {**values, "replace": [texts]} if isinstance(texts, str) else values

    @property
    def is_wording(self) -> bool:
        """Whether it only changes words of a field of a block, so that other faults can be planted beside it."""
        fields = ("short", "ask", "lead", "text")
        return bool(self.block) and not self.append and not self.also and self.field.split(".")[-1] in fields


class CannotPlant(Exception):
    """The place of an edit is not there any more."""


@dataclass(frozen=True, slots=True)
class Spot:
    """The lines of a file, counted from 1, where an edit is: findings there are findings of it."""

    path: str
    first: int
    last: int


def cases(name: str) -> list[Planted]:
    """The edits in a file of `tests/proof`."""
    return [Planted.model_validate(one) for one in yaml.safe_load((CASES / name).read_text("utf-8"))]


def copy_project(name: str, target: Path) -> Path:
    """A copy of a project, without what is built of it. The other house has block templates and fonts of this one."""
    for folder in ("seeds", "templates"):
        shutil.copytree(PROJECTS[name] / folder, target / folder)
    if name != "shipped":
        for shared in ("blocks", "layout"):
            shutil.copytree(ROOT / "templates" / shared, target / "templates" / shared)
    return target


def plant(edit: Planted, root: Path) -> list[Spot]:
    """Make the edit in the project at `root`; gives where it is. Raises CannotPlant."""
    spots = [_plant(edit, root)]
    for other in edit.also:
        spots.append(_plant(edit.model_copy(update={"replace": (), "write": "", "append": "", **_parts(other)}), root))
    if edit.agreed:
        _agree(root / spots[0].path)
    return spots


def _parts(other: dict[str, str]) -> dict[str, object]:
    return {key: (value,) if key == "replace" else value for key, value in other.items()}


def _plant(edit: Planted, root: Path) -> Spot:
    path = block_file(root, edit.block) if edit.block else root / edit.file
    lines = path.read_text("utf-8").split("\n")
    first, last = field_lines(lines, edit.block, edit.field) if edit.block and not edit.append else (0, len(lines) - 1)
    if edit.append:
        first, last = _block_lines(lines, edit.block)
        indent = " " * (len(lines[first]) - len(lines[first].lstrip()) + 2)
        lines.insert(last + 1, indent + edit.append)
        first = last = last + 1
    elif edit.write:
        if any(_names(line, "text") for line in lines[first : last + 1]):
            first, last = field_lines(lines, edit.block, f"{edit.field}.text")
        match = _KEY.match(lines[first])
        if match is None or match[2] not in (edit.field.split(".")[-1], "text"):
            raise CannotPlant(f"{edit.id}: {edit.field} of {edit.block} is not on a line of its own")
        lines[first] = f'{lines[first][: match.end()]} "{edit.write}"'
        lines[first + 1 : last + 1] = [""] * (last - first)
    else:
        text = "\n".join(lines[first : last + 1])
        start, end = _find(edit, text)
        changed = f"{text[:start]}{edit.by or ''}{text[end:]}"
        lines[first : last + 1] = changed.split("\n")
        if not edit.block:
            last = first + changed.count("\n", 0, start + len(edit.by or ""))
            first += changed.count("\n", 0, start)
    path.write_text("\n".join(lines), "utf-8")
    if edit.block and edit.field.endswith("anchor"):
        first, last = _block_lines(lines, edit.block)  # what no longer holds may be anywhere in the block
    return Spot(path.relative_to(root).as_posix(), first + 1, last + 1)


def _find(edit: Planted, text: str) -> tuple[int, int]:
    plain = text.translate(_STRAIGHT)
    for wanted in edit.replace:
        at = [match.start() for match in re.finditer(re.escape(wanted.translate(_STRAIGHT)), plain)]
        if len(at) >= edit.nth and (edit.nth > 1 or len(at) == 1 or edit.block):
            return at[edit.nth - 1], at[edit.nth - 1] + len(wanted)
    where = f"{edit.block} {edit.field}" if edit.block else edit.file
    raise CannotPlant(f"{edit.id}: {where} has none of {edit.replace} once")


def block_file(root: Path, block: str) -> Path:
    """The file that holds a block. Raises CannotPlant."""
    wanted = re.compile(rf"^\s*- (?:\{{)?id: {re.escape(block)}\b(?![.-])", re.MULTILINE)
    for path in sorted(root.glob("seeds/*/blocks/*.yaml")):
        if wanted.search(path.read_text("utf-8")):
            return path
    raise CannotPlant(f"there is no block {block}")


def _block_lines(lines: list[str], block: str) -> tuple[int, int]:
    start = next((at for at, line in enumerate(lines) if re.match(rf"^\s*- id: {re.escape(block)}\s*$", line)), None)
    if start is None:
        raise CannotPlant(f"{block} does not begin on a line of its own")
    return start, _end(lines, start)


def _end(lines: list[str], start: int) -> int:
    """The last line of what begins on the line `start`: of all that is further to the right."""
    indent = len(lines[start]) - len(lines[start].lstrip())
    last = start
    for at in range(start + 1, len(lines)):
        if lines[at].strip() and not lines[at].lstrip().startswith("#"):
            if len(lines[at]) - len(lines[at].lstrip()) <= indent:
                break
            last = at
    return last


def field_lines(lines: list[str], block: str, field: str) -> tuple[int, int]:
    """The first and last line, counted from 0, of a field of a block; of a part of it, as in `one_side.short`.

    Raises CannotPlant.
    """
    first, last = _block_lines(lines, block)
    for name in field.split("."):
        found = [(_key_indent(lines[at]), at) for at in range(first, last + 1) if _names(lines[at], name)]
        if not found and name == field.split(".")[0]:
            raise CannotPlant(f"{block} has no {field}")
        if not found:
            break  # the parts of the field are written on its own line
        first = min(found)[1]  # that of the block itself, not that of a part of it
        last = min(_end(lines, first), last)
    return first, last


def _key_indent(line: str) -> int:
    return len(line) - len(line.lstrip(" -"))


def _names(line: str, key: str) -> bool:
    match = _KEY.match(line)
    return bool(match and match[2] == key)


def _agree(report: Path) -> None:
    """Write the new fingerprint of a report into its `report.yaml`, as if the change had been accepted."""
    hints = report.with_name("report.yaml")
    text = re.sub(r"(?m)^sha256: \w+", f"sha256: {hash_of(report)}", hints.read_text("utf-8"))
    hints.write_text(text, "utf-8")


@dataclass(slots=True)
class Kept:
    """What a file had before edits, and when it was last written, by which a change is seen."""

    content: bytes
    written: int


def saved(root: Path) -> dict[Path, Kept]:
    """What all files of a project have that edits may change."""
    return {path: Kept(path.read_bytes(), path.stat().st_mtime_ns) for path in _edited(root)}


def restore(root: Path, kept: dict[Path, Kept]) -> None:
    """Undo all edits."""
    for path in _edited(root):
        if path not in kept:
            path.unlink()
        elif path.stat().st_mtime_ns != kept[path].written:
            path.write_bytes(kept[path].content)
            kept[path].written = path.stat().st_mtime_ns


def _edited(root: Path) -> Iterator[Path]:
    for path in root.rglob("*"):
        if path.suffix in _WRITTEN and path.is_file():
            yield path
