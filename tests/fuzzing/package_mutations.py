"""Mutations of Word files and workbooks: of their parts, of elements and attributes in these, and of the archive."""

from __future__ import annotations

import io
import random
import warnings
import zipfile
from copy import deepcopy

from lxml import etree

from tests.fuzzing.hostile_words import NUMBERS, Canary
from tests.fuzzing.text_mutations import mutated_text

_LARGEST = 60_000
"""Elements that a mutation adds at most."""


def parts_of(content: bytes) -> list[tuple[str, bytes]]:
    """The parts of a package, by name. Raises whatever `zipfile` does if it is none."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return [(name, package.read(name)) for name in package.namelist()]


def packed(parts: list[tuple[str, bytes]]) -> bytes:
    """A package of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package, warnings.catch_warnings(action="ignore"):
        for name, part in parts:  # it warns of a name that is there twice, which is meant
            package.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def mutated_package(content: bytes, chance: random.Random, canary: Canary) -> bytes:
    """A package with one thing changed in it, or as it is if it is none any more."""
    try:
        parts = parts_of(content)
    except Exception:  # an earlier change has left no package
        return content
    if not parts:
        return content
    number = chance.randrange(len(parts))
    name, part = parts[number]
    match chance.randrange(10):
        case 0:
            del parts[number]
        case 1:
            parts.append((name, part))
        case 2:
            renamed = chance.choice(
                ("../" * 5 + "x", "/" + name, name.upper(), name + "/", "\0", "word\\x.xml", "x" * 5000)
            )
            parts[number] = renamed, part
        case 3:
            parts[number] = name, chance.choice(parts)[1]
        case 4:
            parts[number] = (
                name,
                mutated_text(part.decode(errors="replace"), name, chance, canary).encode(errors="replace"),
            )
        case _:
            written = [at for at, (one, _) in enumerate(parts) if one.endswith((".xml", ".rels"))]
            if written:
                number = chance.choice(written)
                parts[number] = parts[number][0], mutated_xml(parts[number][1], chance, canary)
    return packed(parts)


def mutated_xml(content: bytes, chance: random.Random, canary: Canary) -> bytes:
    """XML with one element or attribute changed, or as it is if it cannot be read."""
    try:
        root = etree.fromstring(content)
    except (etree.XMLSyntaxError, ValueError):
        return content
    elements = [one for one in root.iter("*") if isinstance(one.tag, str)]
    element, other = chance.choice(elements), chance.choice(elements)
    parent = element.getparent()
    match chance.randrange(9):
        case 0 | 1:
            attributes = [(one, key) for one in elements for key in one.attrib]
            if attributes:
                one, key = chance.choice(attributes)
                one.set(key, chance.choice((*NUMBERS, canary.address, canary.file, "rId1", one.get(key, "") * 50)))
        case 2 if parent is not None:
            parent.remove(element)
        case 3 if parent is not None:
            size = sum(1 for _ in element.iter())
            for _ in range(min(int(10 ** chance.uniform(0, 5)), _LARGEST // size)):
                parent.append(deepcopy(element))
        case 4 if other not in element.iter():
            other.insert(0, element)
        case 5:
            element.tag = other.tag
        case 6:
            outer = element
            for _ in range(int(10 ** chance.uniform(0, 3.5))):
                outer = etree.SubElement(outer, element.tag)
        case 7:
            element.text = chance.choice(
                ("", "x" * 100_000, "e" + "\u0301" * 5000, "9" * 5000, canary.address, "“" * 3000)
            )
        case _ if other is not root and other.getparent() is not None and parent is not None:
            parent.replace(element, deepcopy(other))
    return etree.tostring(root)
