"""Reading `blocks/<kind>.yaml`: each file says its kind once and lists blocks of that kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from briefs.model.block import KINDS, Block
from briefs.model.diagnostics import Diagnostic, DocumentError, Place, nearest, relative
from briefs.model.yamlfile import Lines, diagnostics_of, load_yaml

_BLOCK: TypeAdapter[Block] = TypeAdapter(Block)


@dataclass(frozen=True, slots=True)
class Written:
    """A block as written: where in which file, and the lines of its fields."""

    block: Block
    place: Place
    lines: Lines
    index: int

    def line_of(self, *field: str | int) -> Place:
        """The place of a field of the block, e.g. `line_of("one_side", "anchor", 0)`."""
        return Place(self.place.path, self.lines.line(("blocks", self.index, *field)))


def read_block_files(folder: Path, project: Path) -> tuple[list[Written], list[Diagnostic]]:
    """All blocks in the YAML files of `folder`, in the order of file names, and everything wrong with the files."""
    written: list[Written] = []
    problems: list[Diagnostic] = []
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        place = Place(relative(folder, project))
        problems.append(Diagnostic(place, "file-missing", "there are no block files", "add blocks/<kind>.yaml"))
    for path in paths:
        shown = relative(path, project)
        try:
            value, lines = load_yaml(path, shown)
        except DocumentError as error:
            problems.extend(error.diagnostics)
            continue
        for found in _blocks(value, lines, shown):
            if isinstance(found, Written):
                written.append(found)
            else:
                problems.append(found)
    return written, problems


def _blocks(value: object, lines: Lines, shown: str) -> Iterator[Written | Diagnostic]:
    if not isinstance(value, dict):
        yield Diagnostic(Place(shown), "field-invalid", "a block file is a mapping of `kind` and `blocks`")
        return
    for key in value:
        if key not in ("kind", "blocks"):
            place = Place(shown, lines.line((key,)))
            yield Diagnostic(place, "field-unknown", f'unknown field "{key}"', nearest(str(key), ("kind", "blocks")))
    kind = value.get("kind")
    if kind is None:
        yield Diagnostic(Place(shown, 1), "field-missing", 'required field "kind" is missing', nearest("", KINDS))
        return
    if kind not in KINDS:
        place = Place(shown, lines.line(("kind",)))
        yield Diagnostic(place, "kind-unknown", f'unknown kind "{kind}"', nearest(str(kind), KINDS))
        return
    blocks = value.get("blocks")
    if not isinstance(blocks, list):
        yield Diagnostic(Place(shown, lines.line(("blocks",))), "field-invalid", '"blocks" is not a list of blocks')
        return
    for index, fields in enumerate(blocks):
        at = ("blocks", index)
        place = Place(shown, lines.line(at))
        if not isinstance(fields, dict):
            yield Diagnostic(place, "field-invalid", "a block is a mapping of fields")
            continue
        if "kind" in fields:
            where = Place(shown, lines.line((*at, "kind")))
            yield Diagnostic(
                where, "field-unknown", 'unknown field "kind"', "the kind stands once, at the top of the file"
            )
            continue
        try:
            block = _BLOCK.validate_python({**fields, "kind": kind})
        except ValidationError as error:
            yield from diagnostics_of(error, lines, shown, KINDS[kind], at)
        else:
            yield Written(block, place, lines, index)
