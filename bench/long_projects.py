"""Projects with the report of another project many times over, with all of its blocks: as long as no real one is, but
of real sentences.

In each copy of the body of the report, words that no check knows begin with two letters of their own. So every sentence
is another one, and every anchor has one place, as in a long report that somebody wrote. Where words *recur* instead,
anchors name the section in which their words are.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from briefs import pipeline
from briefs.check.kept_findings import KeptFindings
from briefs.model.block_fields import Anchor
from briefs.model.diagnostics import Fault
from briefs.pipeline.checks import check_inputs
from briefs.pipeline.inputs import draw_blocks, prepare_composer
from briefs.pipeline.sources import read_sources
from briefs.text.anchors import AnchorIndex
from briefs.text.stems import stem

Rewrite: TypeAlias = Callable[[str], str]
"""A text as a copy has it."""

_WORD = re.compile(r"(?<![\w@.])[A-Za-z][a-z]{4,}(?![\w@]|\.\w)")
"""Shorter words are often of the language, not of the matter; addresses stay as they are."""
_PEOPLE = "Annex"
"""The last part of the report, of which there is one, since it lists who took part."""
_ID = re.compile(r"[a-z][a-z0-9]*(\.[a-z0-9][a-z0-9_-]*)+")
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_NOTE = re.compile(f"[{_SUPERSCRIPTS}]+")


@dataclass(frozen=True, slots=True)
class Original:
    """The project that is copied, and the ids of blocks that a copy cannot have, such as its list of people."""

    root: Path
    report: str
    without: frozenset[str] = frozenset()

    @property
    def seed(self) -> Path:
        """The folder of the report."""
        return self.root / "seeds" / self.report


def original_in(root: Path, folder: Path) -> Original:
    """The only report of the project in `root`. What is wrong in two copies of it, made in `folder`, is left out."""
    found = Original(root, pipeline.Project(root).seed().name)
    for number in range(9):
        wrong = _wrong_blocks(write_long(found, folder / f"trial{number}", 2))
        if not wrong:
            return found
        found = Original(root, found.report, found.without | {_original_id(one) for one in wrong})
    raise AssertionError(f"copies of {root} never become right")


def _wrong_blocks(root: Path) -> set[str]:
    sources = read_sources(pipeline.Project(root))
    drawn = draw_blocks(sources.value)
    composer = prepare_composer(sources.value, drawn.value).value
    wrong = [*drawn.problems, *check_inputs(sources.value, drawn.value, composer, kept=KeptFindings())]
    return {one.block for one in wrong if one.block and ".copy" in one.block}


def _original_id(block: str) -> str:
    return re.sub(r"\.copy\d+$", "", block)


def write_long(original: Original, root: Path, copies: int, recurs: bool = False) -> Path:
    """The project of `original` in `root`, with `copies` of the report's body and its blocks."""
    shutil.copytree(original.root / "templates", root / "templates")
    seed = root / "seeds" / original.report
    (seed / "blocks").mkdir(parents=True)
    if (original.seed / "house.yaml").exists():
        shutil.copy(original.seed / "house.yaml", seed)
    sources = read_sources(pipeline.Project(original.root)).value
    assert sources.report is not None
    report = sources.report.report
    hints = yaml.safe_load((original.seed / "report.yaml").read_text("utf-8"))
    lines = (original.seed / "report.txt").read_text("utf-8").split("\n")
    headings = [section.heading for section in report.sections()]
    start, end = headings[0].lines[0] - 1, headings[-1].lines[0] - 1  # the last part is a list of people
    body, last = "\n".join(lines[start:end]), len(headings) - 1
    notes = max(map(_number, _NOTE.findall(body)), default=0)
    rewriting = [_rewriting(copy, recurs, original.seed / "report.yaml") for copy in range(copies)]
    text, outline = lines[:start], list[object]()
    for copy, rewrite in enumerate(rewriting):
        text += _with_notes(rewrite(body), copy * notes).split("\n")
        outline += [_heading(one, copy, rewrite) for one in hints["outline"][:last]]
    written = "\n".join((*text, *lines[end:])).encode()
    (seed / "report.txt").write_bytes(written)
    displays = hints.get("quotations", ())
    hints["quotations"] = [
        {name: rewrite(said) if name != "role" else said for name, said in one.items()}
        for rewrite in rewriting
        for one in displays
    ]
    del hints["quotations"][len(displays) :: len(displays)]  # the first stands on the title page
    hints["signatures"] = [rewrite(one) for rewrite in rewriting for one in hints.get("signatures", ())]
    hints["outline"] = [*outline, *hints["outline"][last:]]
    hints["sha256"] = hashlib.sha256(written).hexdigest()
    index = AnchorIndex(report)
    known = draw_blocks(sources).value.blocks.keys() - original.without
    rewriters = [
        _Copying(
            copy,
            rewrite,
            _rewriting(1, recurs, original.seed / "report.yaml"),
            known,
            notes,
            max(len(displays) - 1, 0),
            index,
        )
        for copy, rewrite in enumerate(rewriting)
    ]
    hints["about"] = rewriters[0].block(hints.get("about"))
    _dump({name: value for name, value in hints.items() if value is not None}, seed / "report.yaml")
    for path in sorted((original.seed / "blocks").glob("*.yaml")):
        file = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
        blocks = [copying.block(one) for copying in rewriters for one in file["blocks"] if copying.has(one)]
        _dump({"kind": file["kind"], "blocks": blocks}, seed / "blocks" / path.name)
    return root


def drop_audiences(path: Path) -> None:
    """Write a file of blocks again without saying for whom they must be, or must not."""
    file = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    blocks = [{name: value for name, value in one.items() if name != "audiences"} for one in file["blocks"]]
    _dump({**file, "blocks": blocks}, path)


def _heading(one: Mapping[str, Any], copy: int, rewrite: Rewrite) -> dict[str, Any]:
    if not copy:
        return dict(one)
    numbered = {"numbered_as": f"{one['numbered_as']}{_letters(copy)}"} if "numbered_as" in one else {}
    label = f"{one['label']}{_letters(copy)}" if one["level"] == 1 else one["label"]
    return {**one, "text": rewrite(one["text"]), "label": label, **numbered}


@dataclass(frozen=True, slots=True)
class _Copying:
    """How copy number `copy` has blocks: with its own words, ids of its own, and the places of its own part."""

    copy: int
    rewrite: Rewrite
    first: Rewrite
    known: Set[str]
    notes: int
    displays: int
    index: AnchorIndex

    def has(self, block: Mapping[str, Any]) -> bool:
        """Whether the copy has this block of the original."""
        return not self.copy or (block["id"] in self.known and "expansion" not in block)

    def block(self, value: Any, name: str = "") -> Any:
        """A block, or a value in one, in the field `name`."""
        if name == "anchor" and isinstance(value, list):
            return [self.block(one, "anchor") for one in value]
        if name in ("anchor", "item", "other_anchor") and isinstance(value, str):
            return self._anchor(value)
        if isinstance(value, dict) and value.keys() == {"text", "in"}:
            found = self.index.resolve(Anchor(text=value["text"], scope=value["in"]), "")
            place = self._place(value["in"] if isinstance(found, Fault) else found.address)
            return {"text": value["text"] if place.startswith(_PEOPLE) else self._own(value["text"]), "in": place}
        if isinstance(value, dict):
            return {own: self._place(one) if own == "in" else self.block(one, own) for own, one in value.items()}
        if isinstance(value, list):
            return [self.block(one, name) for one in value]
        if not isinstance(value, str) or not self.copy:
            return value
        if _ID.fullmatch(value):
            return f"{value}.copy{self.copy}" if value in self.known else value
        return self._own(value)

    def _own(self, text: str) -> str:
        return _with_notes(self.rewrite(text), self.copy * self.notes)

    def _anchor(self, text: str) -> Any:
        """An anchor, with a place if its words are not the copy's own."""
        own = self._own(text)
        if self.first(text) != text:
            return own
        found = self.index.resolve(Anchor(text=text), "")
        return own if isinstance(found, Fault) else {"text": own, "in": self._place(found.address)}

    def _place(self, scope: str) -> str:
        if not self.copy or scope.startswith(_PEOPLE):
            return scope
        if scope.startswith("fn "):
            return f"fn {int(scope[3:]) + self.copy * self.notes}"
        if scope.startswith("quotation "):
            return f"quotation {int(scope[10:]) + self.copy * self.displays}"
        first, *rest = scope.split(" ", 1)
        return " ".join((f"{first}{_letters(self.copy)}", *map(self.rewrite, rest)))


def _rewriting(copy: int, recurs: bool, hints: Path) -> Rewrite:
    if not copy or recurs:
        return str
    start, known = _letters(copy), _known_stems(hints)

    def own(found: re.Match[str]) -> str:
        word = found[0]
        if stem(word.lower(), "en") in known:
            return word
        return f"{start}{word}" if word.islower() else f"{start}{word}".capitalize()

    return lambda text: _WORD.sub(own, text)


def _letters(copy: int) -> str:
    """The letters of a copy, of which there are 120."""
    first = "bcdfghjklmnpqrstvwxz"
    return f"{first[copy % len(first)]}{'aeiouy'[copy // len(first)]}"


@cache
def _known_stems(report: Path) -> frozenset[str]:
    """The stems of the English words that the program or the description of a report knows."""
    root = Path(pipeline.__file__).parents[1]
    names = ("check/lexicon/en.yaml", "model/language_words.py", "model/phrases.py", "model/block.py")
    files = [
        report,
        *(root / name for name in names),
        *(path for name in ("text", "check") for path in (root / name).rglob("*.py")),
    ]
    said = (file.read_text("utf-8") for file in files)
    return frozenset(stem(word.lower(), "en") for text in said for word in re.findall(r"[A-Za-z]+", text))


def _number(superscript: str) -> int:
    return int("".join(str(_SUPERSCRIPTS.index(one)) for one in superscript))


def _with_notes(text: str, more: int) -> str:
    return _NOTE.sub(lambda found: "".join(_SUPERSCRIPTS[int(one)] for one in str(_number(found[0]) + more)), text)


class _Dumper(yaml.CSafeDumper):
    """Writes texts that begin with a curly quotation mark in straight ones."""


def _quoted(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, '"' if text[:1] in "“”" else None)


_Dumper.add_representer(str, _quoted)


def _dump(value: object, path: Path) -> None:
    path.write_text(yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=9999), "utf-8")
