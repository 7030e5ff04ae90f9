"""The fields of a block that point into the report, and what they point at."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.blocks.block_files import WrittenBlock
from briefs.model.block import BlockBase
from briefs.model.block_fields import Anchor, Form, Passage
from briefs.model.diagnostics import Checked, Diagnostic, Fault
from briefs.model.library import Extract
from briefs.text.anchors import AnchorIndex


def anchored_fields(block: BlockBase) -> Iterator[tuple[str, tuple[Anchor, ...]]]:
    """The fields of a block that have anchors of their own, named as in `Drawn.extracts`."""
    yield "anchor", block.anchor
    for name in type(block).model_fields:
        match getattr(block, name):
            case Form(anchor=anchors) if anchors:
                yield name, anchors
            case Passage(anchor=anchors, short=short):
                yield name, anchors
                if short is not None and short.anchor:
                    yield f"{name}.short", short.anchor
            case _:
                pass


def field_lines(written: WrittenBlock) -> Iterator[tuple[str, int]]:
    """The lines of a block's fields, named as in `Drawn.extracts`; for an edited form, the line of its words."""
    for name, field in type(written.block).model_fields.items():
        match getattr(written.block, name):
            case Form():
                yield name, written.place_of(name, "text").line
            case Passage(short=short):
                yield name, written.place_of(name).line
                if short is not None:
                    yield f"{name}.short", written.place_of(name, "short", "text").line
            case _:
                yield name, written.place_of(field.alias or name).line


def unresolved(block: BlockBase) -> dict[str, tuple[Extract, ...]]:
    """The fields that have anchors, without the extracts that they point at."""
    return {field: () for field, _ in anchored_fields(block)}


def resolve_fields(written: WrittenBlock, index: AnchorIndex) -> Checked[dict[str, tuple[Extract, ...]]]:
    """The extracts that each field points at; none for a field that has a wrong anchor.

    Codes: those of `AnchorIndex.resolve`.
    """
    extracts: dict[str, tuple[Extract, ...]] = {}
    problems: list[Diagnostic] = []
    for field, anchors in anchored_fields(written.block):
        owner = written.block.id if field == "anchor" else f"{written.block.id}, {field}"
        path = ("anchor",) if field == "anchor" else (*field.split("."), "anchor")
        resolved = [index.resolve(anchor, owner) for anchor in anchors]
        found = tuple(result for result in resolved if isinstance(result, Extract))
        extracts[field] = found if len(found) == len(anchors) else ()
        problems += [
            result.at(written.place_of(*path, number))
            for number, result in enumerate(resolved)
            if isinstance(result, Fault)
        ]
    return Checked(extracts, tuple(problems))
