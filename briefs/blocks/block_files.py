"""Reading `blocks/<kind>.yaml`: each file says its kind once and lists blocks of that kind."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from functools import partial as partial_of
from pathlib import Path
from typing import cast

from pydantic import ValidationError

from briefs.files.bounded_reading import read_written
from briefs.files.encoding import decode, plain_line_ends
from briefs.files.fields import diagnostics_of
from briefs.files.listing import files_in, rough_bytes
from briefs.files.parts import ReadParts, entries_of, read_parts
from briefs.files.salvage import salvaged
from briefs.files.yaml import Lines, Location, load_yaml
from briefs.model.absence_search import Search
from briefs.model.block import KINDS, Block, BlockBase
from briefs.model.block_fields import Anchor, Form, Passage, Portion
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError, Fault, Place, most_similar, nearest, relative
from briefs.model.doubts import STAND_IN
from briefs.model.limits import MOST_MISTAKES
from briefs.model.memory import FORGETFUL, Memory

_ID = re.compile(
    r"""^[^\w\n]*(?:\d+[.)][^\S\n]+)?id\s*(?:[:=]\s*)?["'“]?([a-z][\w. -]*\w)""", re.MULTILINE | re.IGNORECASE
)
"""Finds ids even in invalid YAML, so that one mistake does not make every use of the file's blocks look wrong. What
stands before one is on its line: else each of many empty lines would be looked through from each one before it."""
_KIND = re.compile(r"""^kind:[ \t]*["']?(\w+)""", re.MULTILINE)
_NOT_CHECKED = "the blocks of this file are not checked until it can be read, so more messages may follow"
_NO_KIND = f"begin the file with a line such as `kind: statement`; the kinds are {', '.join(sorted(KINDS))}"
_FIELDS = ("kind", "blocks")
_NO_FILES = "accept some of the blocks that briefs draw proposes, or add a file, such as blocks/statements.yaml"
_NO_LIST = "write the blocks below it, each beginning with a hyphen and a space, as in `- id: …`"
_NO_BLOCKS = "put the line blocks: above the blocks, and indent them below it"


@dataclass(frozen=True, slots=True)
class WrittenBlock:
    """A block as written: its file and line, and the lines of its fields.

    `lacks` are the fields that are wrong and so left out: a block that lacks any is checked, but not drawn.
    """

    block: Block
    place: Place
    lines: Lines
    index: int
    lacks: frozenset[str] = frozenset()

    def place_of(self, *field: str | int) -> Place:
        """The place of a field of the block, e.g. `place_of("one_side", "anchor", 0)`."""
        return Place(self.place.path, self.lines.line(("blocks", self.index, *field)))


@dataclass(frozen=True, slots=True)
class BlockFiles:
    """All blocks of a report as written, in the order of their files, and the apparent ids of unreadable ones.

    `partial` are blocks with wrong fields, without these: their ids are among the unreadable ones. `lacks` are the
    kinds of all these; an empty text stands for one that is not known.
    """

    written: tuple[WrittenBlock, ...]
    unreadable: frozenset[str]
    partial: tuple[WrittenBlock, ...] = ()
    lacks: frozenset[str] = frozenset()


def read_block_files(folder: Path, project: Path, memory: Memory = FORGETFUL) -> Checked[BlockFiles]:
    """The blocks in the YAML files of `folder`, in the order of the file names; blocks with mistakes are left out.

    Files that are as `memory` knows them are not parsed again.
    Codes: `file-missing`, `kind-unknown`, and those of `load_yaml` and `diagnostics_of`.
    """
    paths = files_in(folder, ".yaml")
    if not paths:
        fault = Fault("file-missing", "there are no block files", _NO_FILES)
        return Checked(BlockFiles((), frozenset()), (fault.at(Place(relative(folder, project))),))
    written: list[WrittenBlock] = []
    problems: list[Diagnostic] = []
    unreadable: set[str] = set()
    partial: list[WrittenBlock] = []
    lacks: set[str] = set()
    for path in paths:
        shown = relative(path, project)
        file = memory.recall_file(("blocks", shown), path, partial_of(_read_block_file, path, shown))
        written += (one for one in file.value if not one.lacks)
        partial += (one for one in file.value if one.lacks)
        problems += file.problems
        if file.problems:
            content = rough_bytes(path, project)
            text = content.decode("utf-16" if b"\0" in content else "utf-8", errors="replace")
            unreadable |= _apparent_ids(text)
            kind = _KIND.search(text)
            lacks.add(kind[1] if kind and kind[1] in KINDS else "")
    readable = {item.block.id for item in written}
    files = BlockFiles(tuple(written), frozenset(unreadable - readable), tuple(partial), frozenset(lacks))
    return Checked(files, tuple(problems))


def _apparent_ids(text: str) -> set[str]:
    """The ids in the text of a file, also as they should be: in lower case, with dots between their words."""
    return {form for one in _ID.findall(text) for form in (one, *(re.sub(" +", mark, one.lower()) for mark in "._-"))}


def _read_block_file(path: Path, shown: str) -> Checked[tuple[WrittenBlock, ...]]:
    problems: list[Diagnostic] = []
    try:
        read = _load(path, shown)
        problems += read.problems
        lines = read.value.lines
        file = _kind_and_blocks(_with_blocks(read.value), lines, shown)
    except DocumentError as error:
        return Checked((), (*problems, *error.diagnostics))
    kind, blocks = file.value
    written: list[WrittenBlock] = []
    problems += file.problems
    for index, fields in enumerate(blocks):
        if len(problems) > MOST_MISTAKES:
            problems.append(_too_many(lines.line(("blocks", index)), shown))
            break
        block = parse_block(kind, fields, lines, shown, index)
        problems += block.problems
        written += filter(None, (block.value,))
    return Checked(tuple(written), tuple(problems))


def _load(path: Path, shown: str) -> Checked[ReadParts]:
    """What is in a block file, without the entries that YAML cannot read. Raises DocumentError if nothing can be read,
    and BriefsError."""
    try:
        return Checked(ReadParts(*load_yaml(path, shown)))
    except DocumentError as error:
        if error.diagnostics[0].code != "yaml-syntax":
            raise
        text = plain_line_ends(decode(read_written(path, shown), shown))
        found = read_parts(text, shown, entries_of(text, "blocks"))
        if found.read is None:
            raise DocumentError([_with_note(problem) for problem in found.problems]) from None
        return Checked(found.read, found.problems)


def _with_note(problem: Diagnostic) -> Diagnostic:
    """The reason why a file cannot be read, with a note that it may hide others; not on a line to be copied."""
    between = "\n  " if "\n" in problem.hint else "; "
    return replace(problem, hint=between.join(filter(None, (problem.hint, _NOT_CHECKED))))


def _with_blocks(read: ReadParts) -> object:
    """The value of a file; its list of blocks is empty, not missing, if every entry of it is lost."""
    value = read.value
    return (
        {**value, "blocks": []} if read.lost and isinstance(value, dict) and value.get("blocks", 0) is None else value
    )


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
        if len(problems) > MOST_MISTAKES:
            problems.append(_too_many(lines.line((key,)), shown))
            raise DocumentError(problems)
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
    return most_similar(name.strip().casefold(), _FIELDS)


def parse_block(kind: str, fields: object, lines: Lines, shown: str, index: int) -> Checked[WrittenBlock | None]:
    """The block made of `fields`, number `index` (from 0) in its file, and what is wrong with it.

    None if too little of it is right.
    """
    at = ("blocks", index)
    place = Place(shown, lines.line(at))
    if fields is None:
        fault = Fault("field-invalid", "there is no block after this hyphen", "remove it")
        return Checked(None, (fault.at(place),))
    if not isinstance(fields, dict):
        fault = Fault("field-invalid", "a block must be written as fields, such as `id: …`")
        return Checked(None, (fault.at(place),))
    numbers = [name for name in fields if not isinstance(name, str)]
    problems = [_unknown_field(name).at(Place(shown, lines.line((*at, name)))) for name in numbers]
    if "kind" in fields:
        fault = _unknown_field("kind", "the kind is given once, at the top of the file")
        problems.append(fault.at(Place(shown, lines.line((*at, "kind")))))
        if "id" not in fields:  # the head of a file, put into the list
            return Checked(None, tuple(problems))
    named = {name: value for name, value in fields.items() if name not in (*numbers, "kind")}
    try:
        block = _model(kind).model_validate({**named, "kind": kind})
    except ValidationError as error:
        problems += diagnostics_of(error, lines, shown, KINDS[kind], at)
        required = [name for name, field in KINDS[kind].model_fields.items() if field.is_required() and name != "id"]
        rest = salvaged(KINDS[kind], {**named, "kind": kind}, dict.fromkeys(required, STAND_IN))
        if rest is None:
            return Checked(None, tuple(problems))
        return Checked(WrittenBlock(cast("Block", rest.model), place, lines, index, rest.lacks), tuple(problems))
    lacks = frozenset(map(str, numbers)) | ({"kind"} if "kind" in fields else set())
    return Checked(WrittenBlock(cast("Block", block), place, lines, index, lacks), tuple(problems))


@cache
def _model(kind: str) -> type[BlockBase]:
    """The model of a kind. The parts that all kinds have are built first: else each kind would build them anew."""
    for part in (Anchor, Form, Passage, Portion, Search):
        part.model_rebuild()
    return KINDS[kind]


def _too_many(line: int, shown: str) -> Diagnostic:
    message = f"there are more than {MOST_MISTAKES} mistakes above; from here on, the file is not read"
    return Fault("field-invalid", message, "correct those above").at(Place(shown, line))


def _unknown_field(name: object, hint: str = "") -> Fault:
    return Fault("field-unknown", f'unknown field "{name}"', hint)
