"""Reading `blocks/<kind>.yaml`: each file says its kind once and lists blocks of that kind."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from briefs.files.fields import diagnostics_of
from briefs.files.listing import files_in
from briefs.files.yaml import Lines, Location, load_yaml
from briefs.model.block import KINDS, Block
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError, Fault, Place, nearest, relative

_BLOCK: TypeAdapter[Block] = TypeAdapter(Block)
_ID = re.compile(r"""^[\s{-]*id\s*[:=]?\s*["'“]?([a-z][\w. -]*\w)""", re.MULTILINE | re.IGNORECASE)
"""Finds ids even in invalid YAML, so that one mistake does not make every use of the file's blocks look wrong."""
_NO_KIND = f"begin the file with a line such as `kind: statement`; the kinds are {', '.join(sorted(KINDS))}"
_FIELDS = ("kind", "blocks")
_NO_LIST = "write the blocks below it, each beginning with a hyphen and a space, as in `- id: …`"
_NO_BLOCKS = "put the line blocks: above the blocks, and indent them below it"


@dataclass(frozen=True, slots=True)
class WrittenBlock:
    """A block as written: its file and line, and the lines of its fields."""

    block: Block
    place: Place
    lines: Lines
    index: int

    def place_of(self, *field: str | int) -> Place:
        """The place of a field of the block, e.g. `place_of("one_side", "anchor", 0)`."""
        return Place(self.place.path, self.lines.line(("blocks", self.index, *field)))


@dataclass(frozen=True, slots=True)
class BlockFiles:
    """All blocks of a report as written, in the order of their files, and the apparent ids of unreadable ones."""

    written: tuple[WrittenBlock, ...]
    unreadable: frozenset[str]


def read_block_files(folder: Path, project: Path) -> Checked[BlockFiles]:
    """The blocks in the YAML files of `folder`, in the order of the file names; blocks with mistakes are left out.

    Codes: `file-missing`, `kind-unknown`, and those of `load_yaml` and `diagnostics_of`.
    """
    paths = files_in(folder, ".yaml")
    if not paths:
        fault = Fault("file-missing", "there are no block files", "add one, such as blocks/statements.yaml")
        return Checked(BlockFiles((), frozenset()), (fault.at(Place(relative(folder, project))),))
    written: list[WrittenBlock] = []
    problems: list[Diagnostic] = []
    unreadable: set[str] = set()
    for path in paths:
        file = _read_block_file(path, relative(path, project))
        written += file.value
        problems += file.problems
        if file.problems:
            content = path.read_bytes()
            ids = _ID.findall(content.decode("utf-16" if b"\0" in content else "utf-8", errors="replace"))
            unreadable |= {form for one in ids for form in (one, *(re.sub(" +", mark, one.lower()) for mark in "._-"))}
    readable = {item.block.id for item in written}
    return Checked(BlockFiles(tuple(written), frozenset(unreadable - readable)), tuple(problems))


def _read_block_file(path: Path, shown: str) -> Checked[tuple[WrittenBlock, ...]]:
    try:
        value, lines = load_yaml(path, shown)
        file = _kind_and_blocks(value, lines, shown)
    except DocumentError as error:
        return Checked((), error.diagnostics)
    kind, blocks = file.value
    written: list[WrittenBlock] = []
    problems = list(file.problems)
    for index, fields in enumerate(blocks):
        try:
            written.append(_parse_block(kind, fields, lines, shown, index))
        except DocumentError as error:
            problems += error.diagnostics
    return Checked(tuple(written), tuple(problems))


def _kind_and_blocks(value: object, lines: Lines, shown: str) -> Checked[tuple[str, list[object]]]:
    """The two fields of a block file; each other field that it has is a problem.

    Raises DocumentError when either of the two is missing or wrong.
    """
    if not isinstance(value, dict):
        message = "a block file must have the fields `kind` and `blocks`"
        fault = Fault("field-invalid", message, "begin it with a line kind: and a line blocks:")
        raise DocumentError([fault.at(Place(shown, 1))])
    problems: list[Diagnostic] = []
    fields: dict[str, tuple[object, Location]] = {}
    for key in value:
        meant = _known_field(str(key))
        if key not in _FIELDS:
            hint = f'did you mean "{meant}"?' if meant else nearest(str(key), _FIELDS)
            problems.append(_unknown_field(key, hint).at(Place(shown, lines.line((key,)))))
        if meant and (key in _FIELDS or meant not in value):
            fields[meant] = (value[key], (key,))
    kind, field = fields.get("kind", (None, ()))
    blocks, list_field = fields.get("blocks", (None, ()))
    if kind is None:
        fault = Fault("field-missing", 'required field "kind" is missing', _NO_KIND)
    elif not isinstance(kind, str) or kind not in KINDS:
        fault = Fault("kind-unknown", f'unknown kind "{kind}"', nearest(str(kind).lower(), KINDS))
    elif "blocks" not in fields:
        fault, field = Fault("field-missing", 'required field "blocks" is missing', _NO_BLOCKS), ()
    elif not isinstance(blocks, list):
        said = "is empty" if blocks is None else "is not a list of blocks"
        fault, field = Fault("field-invalid", f'"blocks" {said}', _NO_LIST), list_field
    elif list_field != ("blocks",):
        raise DocumentError(problems)
    else:
        return Checked((kind, blocks), tuple(problems))
    raise DocumentError([*problems, fault.at(Place(shown, lines.line(field) if field else 1))])


def _known_field(name: str) -> str:
    """The field of a block file that a name is, or was probably meant to be; empty if there is none."""
    close = difflib.get_close_matches(name.strip().casefold(), _FIELDS, n=1, cutoff=0.6)
    return close[0] if close else ""


def _parse_block(kind: str, fields: object, lines: Lines, shown: str, index: int) -> WrittenBlock:
    """The block made of `fields`, number `index` (from 0) in its file. Raises DocumentError when anything is wrong."""
    at = ("blocks", index)
    place = Place(shown, lines.line(at))
    if fields is None:
        raise DocumentError([Fault("field-invalid", "there is no block after this hyphen", "remove it").at(place)])
    if not isinstance(fields, dict):
        fault = Fault("field-invalid", "a block must be written as fields, such as `id: …`")
        raise DocumentError([fault.at(place)])
    if "kind" in fields:
        fault = _unknown_field("kind", "the kind is given once, at the top of the file")
        raise DocumentError([fault.at(Place(shown, lines.line((*at, "kind"))))])
    numbers = [name for name in fields if not isinstance(name, str)]
    problems = [_unknown_field(name).at(Place(shown, lines.line((*at, name)))) for name in numbers]
    named = {name: value for name, value in fields.items() if name not in numbers}
    try:
        block = _BLOCK.validate_python({**named, "kind": kind})
    except ValidationError as error:
        raise DocumentError([*problems, *diagnostics_of(error, lines, shown, KINDS[kind], at, kind)]) from error
    if problems:
        raise DocumentError(problems)
    return WrittenBlock(block, place, lines, index)


def _unknown_field(name: object, hint: str = "") -> Fault:
    return Fault("field-unknown", f'unknown field "{name}"', hint)
