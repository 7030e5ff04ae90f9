"""A block as its file has it at this moment: its fields, where they are, and the version of the file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefs.files.bounded_reading import read_file
from briefs.files.encoding import decode, plain_line_ends
from briefs.files.inner_folder import inside_project
from briefs.files.listing import files_in
from briefs.files.yaml import Lines, Location, parse_yaml
from briefs.model.block import KINDS
from briefs.model.diagnostics import BriefsError, DocumentError, Place, relative
from briefs.model.library import ABOUT, Drawn
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.inputs import Inputs
from briefs.preview.messages import NotPossible


@dataclass(frozen=True, slots=True)
class BlockSource:
    """A block as written: `content` is that of the file at `path` in the project, and `at` the location of its
    `fields` in it. The sentence on what briefs summarize is a block of the kind `about`."""

    block: str
    kind: str
    path: str
    content: bytes
    at: Location
    fields: Mapping[str, object]
    lines: Lines

    @property
    def version(self) -> str:
        """A hash of the file."""
        return version_of(self.content)

    def place_of(self, location: Location = ()) -> Place:
        """The place of a value of the block; of what is around it, if it is not written."""
        return Place(self.path, self.lines.line((*self.at, *location)))

    def value(self, location: Location) -> object:
        """The value at a location within the block; None if it is not written."""
        value: object = self.fields
        for part in location:
            if not isinstance(value, Mapping) or part not in value:
                return None
            value = value[part]
        return value


def version_of(content: bytes) -> str:
    """A hash of what is in a file (SHA-256)."""
    return hashlib.sha256(content).hexdigest()


def drawn_block(inputs: Inputs, block: str) -> Drawn:
    """The block with this id as it was last drawn, also one with mistakes. Raises UnknownName if there is none."""
    drawn = inputs.library.find(block) or inputs.library.partial.get(block)
    if drawn is None:
        raise UnknownName("block", [block], sorted(inputs.library.ids))
    return drawn


def read_block_source(inputs: Inputs, block: str) -> BlockSource:
    """The block with this id as its file has it now; if it was moved to another file of blocks, as that one has it.

    Raises UnknownName if the report has no such block, DocumentError if its file cannot be read as YAML, and
    NotPossible if the block is gone, if two have its id, or if the file leads out of the project.
    """
    drawn = drawn_block(inputs, block)
    root = inputs.project.root
    if block == ABOUT:
        return _about(_read(root, drawn.place.path), drawn.place.path)
    paths = dict.fromkeys(
        (drawn.place.path, *(relative(path, root) for path in files_in(inputs.seed / "blocks", ".yaml")))
    )
    for path in paths:
        try:
            found = list(_in_file(_read(root, path), path, block, drawn.block.kind))
        except (BriefsError, DocumentError):
            if path == drawn.place.path and (root / path).exists():
                raise
            continue
        if len(found) > 1:
            places = " and ".join(str(one.place_of()) for one in found)
            raise NotPossible(f'two blocks have the id "{block}", {places}', "give one of them another id in the file")
        if found:
            return found[0]
    raise NotPossible(
        f'the block "{block}" is no longer in {drawn.place.path}', "it was taken out, or its id was changed meanwhile"
    )


def source_in(content: bytes, source: BlockSource) -> BlockSource:
    """The same block in other `content` of its file. Raises DocumentError and BriefsError as `read_block_source`."""
    if source.block == ABOUT:
        return _about(content, source.path)
    found = next(_in_file(content, source.path, source.block, source.kind), None)
    if found is None:
        raise NotPossible(f'the block "{source.block}" is not in {source.path}')
    return found


def blocks_folder(inputs: Inputs) -> Path:
    """The folder of the blocks of a report. Raises NotPossible if it leads out of the project."""
    root = inputs.project.root
    return inside_project(root, relative(inputs.seed / "blocks", root))


def _in_file(content: bytes, path: str, block: str, usual: str) -> Iterator[BlockSource]:
    """The blocks in a file that have this id; of the `usual` kind, if the file says none."""
    value, lines = _parsed(content, path)
    if not isinstance(value, dict) or not isinstance(blocks := value.get("blocks"), list):
        return
    kind = value.get("kind")
    kind = kind if isinstance(kind, str) and kind in KINDS else usual
    for index, fields in enumerate(blocks):
        if isinstance(fields, dict) and str(fields.get("id", "")).strip() == block:
            yield BlockSource(block, kind, path, content, ("blocks", index), fields, lines)


def _about(content: bytes, path: str) -> BlockSource:
    value, lines = _parsed(content, path)
    fields = value.get(ABOUT) if isinstance(value, dict) else None
    if not isinstance(fields, dict):
        raise NotPossible(f"{path} has no fields `about` any more", "they were taken out meanwhile")
    return BlockSource(ABOUT, ABOUT, path, content, (ABOUT,), fields, lines)


def _read(root: Path, path: str) -> bytes:
    try:
        return read_file(inside_project(root, path))
    except FileNotFoundError as error:
        raise NotPossible(f"{path} is gone", "it was deleted or renamed meanwhile") from error
    except OSError as error:
        raise BriefsError(f"cannot read {path}: {error.strerror}") from error


def _parsed(content: bytes, path: str) -> tuple[object, Lines]:
    return parse_yaml(plain_line_ends(decode(content, path)), path)
