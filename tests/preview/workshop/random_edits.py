"""Edits at random to each kind of file that briefs are made from: good ones, mistakes, and ways back."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

Edit: TypeAlias = Callable[[str, random.Random], str]
"""Makes another text of the text of a file."""


def edit_at_random(root: Path, originals: Mapping[str, str], chance: random.Random) -> str:
    """Change one file of the project in `root`, or bring it back to what it was; says what was done."""
    changed = [path for path, text in originals.items() if _text(root / path) != text]
    if changed and (chance.random() < 0.35 or len(changed) > 2):
        path = chance.choice(changed)
        (root / path).write_text(originals[path], encoding="utf-8")
        return f"restored {path}"
    path = chance.choice(sorted(path for path in originals if _edits(path)))
    name, edit = chance.choice(_edits(path))
    before = _text(root / path)
    text = edit(originals[path] if before is None else before, chance)
    if text:
        (root / path).write_text(text, encoding="utf-8")
    else:
        (root / path).unlink(missing_ok=True)
    return f"{name}: {path}"


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def _edits(path: str) -> list[tuple[str, Edit]]:
    """What may be done to a file, by its kind."""
    if "/blocks/" in path and path.endswith(".yaml"):
        return [*_OF_BLOCKS, *_OF_ANY]
    if path.endswith("report.yaml"):
        return [("title", _replaced("The Harbour Study", "The Quay Study")), ("line", _remark), *_OF_ANY]
    if path.endswith("report.txt"):
        return [("word", _replaced("winter", "summer")), ("number", _replaced("2011", "2012")), *_OF_ANY]
    if path.endswith("house.yaml"):
        return [("date", _replaced("2010-05-04", "2010-06-01")), ("line", _remark), *_OF_ANY]
    if path.endswith(".css"):
        return [("rule", _with_rule), ("broken rule", lambda text, chance: f"{text}\np {{ color: }}\n")]
    if path.endswith("blocks/statements.html"):
        return [
            ("words", lambda text, chance: f"{text}<p>More</p>"),
            ("syntax", lambda text, chance: text + "{% if %}"),
        ]
    if path.startswith("templates/") and path.endswith(".md") and path.count("/") == 1:
        return [*_OF_TEMPLATES, *_OF_ANY]
    return []


def _replaced(old: str, new: str) -> Edit:
    return lambda text, chance: text.replace(old, new)


def _remark(text: str, chance: random.Random) -> str:
    """A comment above everything, so that all lines are others."""
    return f"# a remark\n{text}"


def _weight(text: str, chance: random.Random) -> str:
    found = list(re.finditer(r"\b(must|should|could|never)\b", text))
    if not found:
        return text
    one = chance.choice(found)
    return text[: one.start()] + chance.choice(("must", "should", "could", "never")) + text[one.end() :]


def _turned(text: str, chance: random.Random) -> str:
    """Audiences in another order, where a block names two."""
    text = text.replace("{captains: must}", "{captains: must, clerks: could}")
    return re.sub(r"\{(captains: \w+), (clerks: \w+)\}", r"{\2, \1}", text)


def _line(text: str, chance: random.Random) -> str:
    """A comment before a random block."""
    found = [one.start() for one in re.finditer(r"^  - ", text, re.MULTILINE)]
    at = chance.choice(found) if found else 0
    return f"{text[:at]}  # a remark\n{text[at:]}"


def _without_block(text: str, chance: random.Random) -> str:
    blocks = re.split(r"(?m)^(?=  - )", text)
    if len(blocks) > 2:
        del blocks[chance.randrange(1, len(blocks))]
    return "".join(blocks)


def _with_block(text: str, chance: random.Random) -> str:
    """A copy of a block with another id."""
    blocks = re.split(r"(?m)^(?=  - )", text)
    number = chance.randrange(1000)
    copied = re.sub(r"(id: \w+\.\w+)", rf"\g<1>{number}", chance.choice(blocks[1:]) if len(blocks) > 1 else "")
    return text + copied


def _with_rule(text: str, chance: random.Random) -> str:
    return f"{text}\np {{ line-height: {chance.choice((1.2, 1.4, 1.9))} }}\n"


def _without_call(text: str, chance: random.Random) -> str:
    calls = re.findall(r"\{\{.*?\}\}", text)
    return text.replace(chance.choice(calls), "", 1) if calls else text


def _swapped(text: str, chance: random.Random) -> str:
    """Two neighbouring lines in the other order."""
    lines = text.split("\n")
    at = chance.randrange(max(1, len(lines) - 1))
    return "\n".join((*lines[:at], *lines[at : at + 2][::-1], *lines[at + 2 :]))


def _doubled(text: str, chance: random.Random) -> str:
    """A line twice."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    return "\n".join((*lines[: at + 1], *lines[at:]))


_OF_ANY: list[tuple[str, Edit]] = [
    ("lines swapped", _swapped),
    ("line doubled", _doubled),
    ("syntax error", lambda text, chance: f"{text}\n: [\n"),
    ("half saved", lambda text, chance: text[: len(text) // 2]),
    ("deleted", lambda text, chance: ""),
]
_OF_BLOCKS: list[tuple[str, Edit]] = [
    ("value", _replaced("Publish the tides", "Publish tides")),
    ("value", _replaced("would reduce waiting", "would lessen waiting")),
    ("wrong value", _replaced("shared timetable", "shared timetable of 99 lines")),
    ("anchor", _replaced("the tides each week", "the tides each day")),
    ("weight", _weight),
    ("order of audiences", _turned),
    ("line", _line),
    ("block taken out", _without_block),
    ("block put in", _with_block),
]
_OF_TEMPLATES: list[tuple[str, Edit]] = [
    ("heading", _replaced("## Issue", "## Issues")),
    ("call taken out", _without_call),
    ("unknown block", _replaced("fact.timetable", "fact.timetables")),
    ("budget", _replaced("words: 24", "words: 30")),
    ("text", lambda text, chance: f"{text}\n## More\n\nWords of the editor.\n"),
]
