"""Properties of a style: what counts for it, and setting them in the order of the schema (ISO/IEC 29500-1, A.1)."""

from __future__ import annotations

from typing import Literal, TypeAlias

from briefs.word.cleaning import PARAGRAPH_PROPERTIES, RUN_PROPERTIES, TABLE_PROPERTIES
from briefs.word.elements import Element, insert_before, local_name, parse, qn, remove, value_of, w
from briefs.word.styles import StyleSheet

PropertyKind: TypeAlias = Literal["pPr", "rPr", "tblPr"]

_ORDERS = {"pPr": PARAGRAPH_PROPERTIES, "rPr": RUN_PROPERTIES, "tblPr": TABLE_PROPERTIES}
_IN_STYLE = ("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblStylePr")
"""What stands at the end of a style, in this order (CT_Style)."""


def attributes(sheet: StyleSheet, id: str, kind: PropertyKind, name: str) -> dict[str, str]:
    """The attributes of the property `w:name` that count for a style, each from the nearest style that has it.

    Indents and spacing are joined attribute by attribute (17.7.2).
    """
    found: dict[str, str] = {}
    for properties in sheet.properties(id, kind):
        for element in properties.iterfind(qn(f"w:{name}")):
            for attribute, value in element.attrib.items():
                found.setdefault(str(attribute).rpartition("}")[2], str(value))
    return found


def is_set(sheet: StyleSheet, id: str, kind: PropertyKind, name: str) -> bool:
    """Whether the switch `w:name` is on for a style."""
    found = sheet.own_or_inherited(id, kind, name)
    return found is not None and value_of(found) not in ("0", "false", "off", "none")


def set_property(style: Element, kind: PropertyKind, made: Element) -> None:
    """Put `made` among the style's own properties, in place of one of the same name."""
    properties = style.find(qn(f"w:{kind}"))
    if properties is None:
        properties = w(kind)
        insert_before(style, properties, _IN_STYLE[_IN_STYLE.index(kind) + 1 :])
    name, order = local_name(made), _ORDERS[kind]
    for former in properties.findall(qn(f"w:{name}")):
        remove(former)
    insert_before(properties, made, order[order.index(name) + 1 :])


def set_attributes(style: Element, kind: PropertyKind, name: str, values: dict[str, str]) -> None:
    """Set attributes of the style's own property `w:name`, which is made if it is not there."""
    found = style.find(f"{qn(f'w:{kind}')}/{qn(f'w:{name}')}")
    if found is None:
        found = w(name)
        set_property(style, kind, found)
    for attribute, value in values.items():
        found.set(qn(f"w:{attribute}"), value)


def turn_off(sheet: StyleSheet, id: str, kind: PropertyKind, name: str, neutral: str) -> None:
    """Take the property `w:name` off a style; if it inherits it, `neutral` (markup) takes its place."""
    for former in sheet[id].findall(f"{qn(f'w:{kind}')}/{qn(f'w:{name}')}"):
        remove(former)
    if sheet.own_or_inherited(id, kind, name) is not None:
        set_property(sheet[id], kind, parse(neutral)[0])
