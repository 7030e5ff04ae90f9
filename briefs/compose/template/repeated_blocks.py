"""Calls that name a block twice; blocks that are printed twice in different places are found in the finished brief."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from jinja2 import nodes

from briefs.model.diagnostics import Fault


def repeated_faults(
    tree: nodes.Template, source: str, names: Collection[str], repeats: Collection[str]
) -> Iterator[tuple[int, Fault]]:
    """A fault, with its line of `source`, for each call of `names` that names a block twice, unless in `repeats`."""
    lines = source.split("\n")
    for call in tree.find_all(nodes.Call):
        if not isinstance(call.node, nodes.Name) or call.node.name not in names:
            continue
        seen: set[str] = set()
        for argument in call.args:
            if isinstance(argument, nodes.Const) and isinstance(argument.value, str):
                block_id = argument.value
                if block_id in seen and block_id not in repeats:
                    message = f'{call.node.name}(…) prints "{block_id}" twice'
                    yield argument.lineno, Fault("block-repeated", message, _hint(lines, argument.lineno, block_id))
                seen.add(block_id)


def _hint(lines: Sequence[str], number: int, block_id: str) -> str:
    """The line without the last time that it names a block."""
    line = lines[number - 1]
    found = list(re.finditer(rf""",\s*(["']){re.escape(block_id)}\1""", line))
    if not found:
        return "name it once"
    return f"write: {(line[: found[-1].start()] + line[found[-1].end() :]).strip()}"
