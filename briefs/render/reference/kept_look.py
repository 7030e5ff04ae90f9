"""The adapted look of a reference document, kept in the user's cache: it is the same for all builds of a brief."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.parser import element_class_lookup
from lxml import etree

from briefs.files.kept_values import kept_value
from briefs.files.user_cache import is_off
from briefs.model.sheet import Sheet
from briefs.render.reference.look import Look, read_look
from briefs.render.reference.page_setup import PagePlace
from briefs.word.elements import Element
from briefs.word.styles import StyleSheet

_KEPT = 8
"""How many looks one process keeps; a build has one for each template at most."""
_READER = etree.XMLParser(resolve_entities=False)
_READER.set_element_class_lookup(element_class_lookup)


@dataclass(frozen=True, slots=True)
class KeptPart:
    """A part of a package that refers to no other part."""

    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class KeptLook:
    """A Look, with its elements as bytes. Each place of a header or footer has the number of its part in `parts`."""

    width: int
    section: bytes
    styles: bytes
    ids: dict[str, str]
    numbering: bytes
    lists: dict[str, int]
    settings: bytes
    parts: tuple[KeptPart, ...]
    furniture: dict[PagePlace, int]
    theme: KeptPart | None
    font_table: KeptPart | None


@dataclass(frozen=True, slots=True)
class Unkept:
    """Stands for a Look with parts that refer to others, such as pictures in headers: it is made anew each time."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What is kept of a reference document, on a sheet, in an accent and a language."""

    look: KeptLook | Unkept


@lru_cache(maxsize=_KEPT)
def look_of(reference: bytes, sheet: Sheet, accent: str, language: str, letterhead: bool = True) -> Look:
    """What `read_look` gives, or gave to an earlier process. Raises BriefsError as that does."""
    made = list[Look]()

    def read() -> Look:
        return read_look(reference, sheet, accent, language, letterhead)

    def make() -> _Answer:
        made.append(read())
        return _Answer(taken_apart(made[0]))

    if is_off():
        return read()
    told = repr(("look", sha256(reference).hexdigest(), sheet, accent, language, letterhead))
    kept = kept_value(told, _Answer, make).look
    if made:
        return made[0]
    return read() if isinstance(kept, Unkept) else put_together(kept, sheet, language)


def taken_apart(look: Look) -> KeptLook | Unkept:
    """What can be kept of a look."""
    parts = tuple(dict.fromkeys(look.furniture.values()))
    if any(part.rels for part in (*parts, look.theme, look.font_table) if part is not None):
        return Unkept()
    numbers = {part: number for number, part in enumerate(parts)}
    return KeptLook(
        look.width,
        _written(look.section),
        _written(look.styles.root),
        dict(look.ids),
        _written(look.numbering),
        dict(look.lists),
        _written(look.settings),
        tuple(_kept_part(part, _written(part.element)) for part in parts),
        {place: numbers[part] for place, part in look.furniture.items()},
        None if look.theme is None else _kept_part(look.theme, look.theme.blob),
        None if look.font_table is None else _kept_part(look.font_table, look.font_table.blob),
    )


def put_together(kept: KeptLook, sheet: Sheet, language: str) -> Look:
    """The look that was kept, on its `sheet` and in its `language`."""
    parts = [_xml_part(one) for one in kept.parts]
    return Look(
        sheet=sheet,
        language=language,
        section=_read(kept.section),
        width=kept.width,
        styles=StyleSheet(_read(kept.styles)),
        ids=kept.ids,
        numbering=_read(kept.numbering),
        lists=kept.lists,
        settings=_read(kept.settings),
        furniture={place: parts[number] for place, number in kept.furniture.items()},
        theme=_part(kept.theme),
        font_table=_part(kept.font_table),
    )


def _kept_part(part: Part, content: bytes) -> KeptPart:
    return KeptPart(str(part.partname), part.content_type, content)


def _xml_part(kept: KeptPart) -> XmlPart:
    return XmlPart(PackURI(kept.name), kept.content_type, _read(kept.content), None)  # type: ignore[arg-type]  # no package yet


def _part(kept: KeptPart | None) -> Part | None:
    return None if kept is None else Part(PackURI(kept.name), kept.content_type, kept.content)


def _written(element: Element) -> bytes:
    return etree.tostring(element, encoding="UTF-8", with_tail=False)


def _read(content: bytes) -> Element:
    """The element as it was: white space stays, which the usual parser of Word files would drop."""
    return etree.fromstring(content, _READER)
