"""Write `docs/kinds.md` from the models of blocks: `python -m scripts.kinds_page`, or `make docs`."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from briefs.model.block import KINDS, BlockBase
from briefs.model.block_fields import Passage

PAGE = Path(__file__).parents[1] / "docs" / "kinds.md"

_INTRODUCTION = """# Kinds of block

<!-- Generated from briefs/model/block.py by `make docs`: change it there. -->

The blocks in a file are of one kind, named at its top: `kind: statement`. Every block has an `id` and an `anchor`, and
can have the [fields that all kinds share](writing.md#blocks). Here are the fields that each kind adds.

A *passage* has an anchor of its own, and your wording of it if you have any: `{anchor: "…", short: "…"}`.
"""
_TYPES = {
    bool: "`true` or `false`",
    int: "a whole number",
    Passage: "a passage",
    Passage | None: "a passage, or `null`",
}


def kinds_page() -> str:
    """The page with a section for each kind of block, in Markdown."""
    return "\n".join([_INTRODUCTION, *map(_section, KINDS, KINDS.values())])


def _section(kind: str, block: type[BlockBase]) -> str:
    text = f"## {kind}\n\n{inspect.cleandoc(block.__doc__ or '')}\n"
    rows = list(_rows(block))
    return f"{text}\n| Field | | What it says |\n|---|---|---|\n{''.join(rows)}" if rows else text


def _rows(block: type[BlockBase]) -> Iterator[str]:
    for name, field in block.model_fields.items():
        shared = BlockBase.model_fields.get(name)
        if name == "kind" or (shared is not None and shared.is_required() == field.is_required()):
            continue
        needed = "needed" if field.is_required() else "optional"
        yield f"| `{field.alias or name}` | {needed} | {_explained(field)} |\n"


def _explained(field: FieldInfo) -> str:
    """What a field says, and which values it can have where that is not plain from its description."""
    values = _values(field.annotation)
    return "; ".join(part for part in (field.description, values) if part) or "text"


def _values(annotation: Any) -> str:
    """What can be written into a field of this type; nothing where that is just text."""
    if get_origin(annotation) is Literal:
        return " or ".join(f"`{value}`" for value in get_args(annotation))
    if get_origin(annotation) is tuple:
        return "a list"
    return _TYPES.get(annotation, "")


if __name__ == "__main__":
    PAGE.write_text(kinds_page(), encoding="utf-8")
    print(PAGE)
