"""Reference documents changed at random give a fault, or a Word file that holds nothing foreign."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from copy import deepcopy

import pytest
from lxml import etree

from briefs.model.diagnostics import BriefsError
from briefs.model.sheet import Sheet
from briefs.render.docx.render import word_file
from tests.render.docx.corporate import CORPORATE
from tests.render.docx.package_contents import foreign
from tests.render.docx.samples import BRIEF, starter
from tests.render.reference.letterheads import SEAL, anchored, field, letterhead, line, picture, text_box

VALUES = ["", "abc", "1e400", "9" * 401, "-1", "NaN", "१२", "1 2", "12pt", "0x10", "999999999", "1.5", "0", "31681"]


def files() -> list[bytes]:
    art = line(picture()) + line(anchored(720000, 180000)) + line(text_box(line("House", field("PAGE", "1"))))
    return [starter(), CORPORATE["many sections"](), letterhead(art, links=SEAL)]


def changed_value(root: etree._Element, chance: random.Random) -> None:
    attributes = [(element, key) for element in root.iter("*") for key in element.attrib]
    if attributes:
        element, key = chance.choice(attributes)
        element.set(key, chance.choice(VALUES))


def lost(root: etree._Element, chance: random.Random) -> None:
    element = chance.choice(list(root.iter("*")))
    if (parent := element.getparent()) is not None:
        parent.remove(element)


def twice(root: etree._Element, chance: random.Random) -> None:
    element = chance.choice(list(root.iter("*")))
    if (parent := element.getparent()) is not None:
        parent.append(deepcopy(element))


def moved(root: etree._Element, chance: random.Random) -> None:
    element, other = (chance.choice(list(root.iter("*"))) for _ in range(2))
    if other not in element.iter():
        other.insert(0, element)


def renamed(root: etree._Element, chance: random.Random) -> None:
    names = [str(element.tag) for element in root.iter("*")]
    chance.choice(list(root.iter("*"))).tag = chance.choice(names)


CHANGES: list[Callable[[etree._Element, random.Random], None]] = [
    changed_value,
    changed_value,
    lost,
    twice,
    moved,
    renamed,
]


def changed(file: bytes, chance: random.Random) -> bytes:
    """A file with up to four changes in parts that are XML, or with bytes that are lost."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(chance.choice((1, 1, 2, 4))):
        name = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))])
        root = etree.fromstring(parts[name])
        chance.choice(CHANGES)(root, chance)
        parts[name] = etree.tostring(root)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    packed = bytearray(made.getvalue())
    if chance.random() < 0.1:
        packed[chance.randrange(len(packed))] ^= 1 << chance.randrange(8)
    return bytes(packed)


def try_changes(seed: int, number: int) -> int:
    """Render files with changes; returns how many could be."""
    chance, rendered = random.Random(seed), 0
    for file in (chance.choice(files()) for _ in range(number)):
        try:
            made = word_file(BRIEF, changed(file, chance), most=2, sheet=Sheet("letter", 18)).content
        except BriefsError:
            continue
        assert foreign(made) == []
        rendered += 1
    return rendered


def test_a_changed_reference_is_a_fault_or_does_no_harm() -> None:
    assert try_changes(1, 6) > 0


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_so_are_many(seed: int) -> None:
    assert try_changes(seed + 10, 50) > 10
