"""Reading `blocks/<kind>.yaml`: each file says its kind once and lists blocks of that kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from briefs.files.fields import diagnostics_of
from briefs.files.listing import files_in
from briefs.files.yaml import Lines, load_yaml
from briefs.model.block import KINDS, Block
from briefs.model.diagnostics import Diagnostic, DocumentError, Place, nearest, relative

_BLOCK: TypeAdapter[Block] = TypeAdapter(Block)
_ID = re.compile(r"""^[\s{-]*id:\s*["']?([a-z][\w.-]*\w)""", re.MULTILINE)
"""An id, in a file that may not be YAML: so that one mistake does not make every use of its block look wrong."""
_NO_KIND = f"begin with the line kind: and one of {', '.join(sorted(KINDS))}"
_NO_BLOCKS = "put the line blocks: above the blocks, and indent them below it"


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


@dataclass(frozen=True, slots=True)
class BlockFiles:
    """All blocks of a report as written, everything wrong with their files, and ids that wrong blocks seem to have."""

    written: tuple[Written, ...]
    problems: tuple[Diagnostic, ...]
    unreadable: frozenset[str]


def read_block_files(folder: Path, project: Path) -> BlockFiles:
    """The YAML files of `folder`, in the order of their names."""
    written: list[Written] = []
    problems: list[Diagnostic] = []
    unreadable: set[str] = set()
    paths = files_in(folder, ".yaml")
    if not paths:
        place = Place(relative(folder, project))
        problems.append(Diagnostic(place, "file-missing", "there are no block files", "add blocks/<kind>.yaml"))
    for path in paths:
        shown = relative(path, project)
        before = len(problems)
        try:
            for found in _blocks(*load_yaml(path, shown), shown):
                if isinstance(found, Written):
                    written.append(found)
                else:
                    problems.append(found)
        except DocumentError as error:
            problems.extend(error.diagnostics)
        if len(problems) > before:
            unreadable |= set(_ID.findall(path.read_bytes().decode(errors="replace")))
    read = {item.block.id for item in written}
    return BlockFiles(tuple(written), tuple(problems), frozenset(unreadable - read))


def _blocks(value: object, lines: Lines, shown: str) -> Iterator[Written | Diagnostic]:
    if not isinstance(value, dict):
        message, hint = "a block file is a mapping of `kind` and `blocks`", "begin with the lines kind: and blocks:"
        yield Diagnostic(Place(shown, 1), "field-invalid", message, hint)
        return
    for key in value:
        if key not in ("kind", "blocks"):
            place = Place(shown, lines.line((key,)))
            yield Diagnostic(place, "field-unknown", f'unknown field "{key}"', nearest(str(key), ("kind", "blocks")))
    kind = value.get("kind")
    if kind is None:
        yield Diagnostic(Place(shown, 1), "field-missing", 'required field "kind" is missing', _NO_KIND)
        return
    if not isinstance(kind, str) or kind not in KINDS:
        place = Place(shown, lines.line(("kind",)))
        yield Diagnostic(place, "kind-unknown", f'unknown kind "{kind}"', nearest(str(kind), KINDS))
        return
    if "blocks" not in value:
        yield Diagnostic(Place(shown, 1), "field-missing", 'required field "blocks" is missing', _NO_BLOCKS)
        return
    blocks = value["blocks"]
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
        for name in [name for name in fields if not isinstance(name, str)]:
            yield Diagnostic(Place(shown, lines.line((*at, name))), "field-unknown", f'unknown field "{name}"')
            del fields[name]
        try:
            block = _BLOCK.validate_python({**fields, "kind": kind})
        except ValidationError as error:
            yield from diagnostics_of(error, lines, shown, KINDS[kind], at)
        else:
            yield Written(block, place, lines, index)
