"""What files of a project would hold with changes written into them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from briefs.model.diagnostics import BriefsError
from briefs.model.proposal import Write


def contents_with(root: Path, writes: Iterable[Write]) -> Mapping[str, bytes]:
    """The contents, by path in the project at `root`, of the files that `writes` change. Raises BriefsError."""
    texts: dict[str, str] = {}
    for write in writes:
        text = texts.get(write.path) or (root / write.path).read_text(encoding="utf-8")
        texts[write.path] = _spliced(text, write)
    return {path: text.encode() for path, text in texts.items()}


def _spliced(text: str, write: Write) -> str:
    if not write.location:
        start = sum(len(line) for line in text.splitlines(keepends=True)[: write.line - 1])
        at = text.find(write.before, start)
        if at < 0:
            raise BriefsError(f"{write.path}:{write.line} has changed")
        return text[:at] + write.after + text[at + len(write.before) :]
    body = text.split("\n---", 1)[0] if text.startswith("---\n") else text
    node = yaml.compose(body, Loader=yaml.SafeLoader)
    for key in write.location:
        if isinstance(node, yaml.SequenceNode):
            node = node.value[key]
        elif isinstance(node, yaml.MappingNode):
            node = next(value for name, value in node.value if name.value == key)
    assert node is not None
    return text[: node.start_mark.index] + json.dumps(write.after, ensure_ascii=False) + text[node.end_mark.index :]
