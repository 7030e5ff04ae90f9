"""Fields and controls in headers that show properties of a brief: which those are, and what they show.

Everything else that a program would fill in has nothing to show in a brief: a date, a name of a file, a variable.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefs.model.phrases import LANGUAGES
from briefs.render.reference.header_story import Atom, atoms, stories, take_out
from briefs.word.cleaning import CORE_PROPERTIES
from briefs.word.elements import Element, local_name, qn, remove, value_of

_PROPERTIES = {"title", "subject", "author", "keywords", "category"}
_OF_CORE = {"creator": "author", "lastModifiedBy": "author"} | {name: name for name in _PROPERTIES - {"author"}}
"""The names of properties in the part that controls are bound to, and ours."""
_NOT_OURS = {"description", "contentStatus", "created", "modified", "lastPrinted"}
_ARGUMENT = re.compile(r'\s*\w+\s+(?:"([^"]*)"|(\S+))')
_BOUND = re.compile(r":(\w+)(?:\[\d+\])?\s*$")


def property_shown(instruction: str) -> str:
    """The property of a brief that a field with this instruction shows, in small letters; empty if it shows none."""
    name = next(iter(instruction.split()), "").lower()
    if name in _PROPERTIES:
        return name
    found = _ARGUMENT.match(instruction)
    argument = (found[1] or found[2] or "").strip().lower() if found else ""
    if name == "styleref":
        return argument if argument == "title" else ""
    if name != "docproperty":
        return ""
    custom = {shown.lower() for phrases in LANGUAGES.values() for shown in phrases.document_properties.values()}
    return argument if argument in _PROPERTIES | custom else ""


def property_bound(control: Element | None) -> str:
    """The property of a brief that a control shows; `-` if it shows another one of the document, empty if none."""
    binding = None if control is None else control.find(f"{qn('w:sdtPr')}/{qn('w:dataBinding')}")
    if binding is None or value_of(binding, "storeItemID").upper() != CORE_PROPERTIES:
        return ""
    found = _BOUND.search(value_of(binding, "xpath"))
    name = found[1] if found else ""
    return "-" if name in _NOT_OURS else _OF_CORE.get(name, "other")


def show_properties(root: Element, values: Mapping[str, str]) -> None:
    """Make the properties of a brief, by their names in small letters, what fields and controls show within `root`."""
    for story in stories(root):
        found = atoms(story)
        for members in _together(found):
            name = property_bound(members[0].control)
            if members[0].field is not None:
                name = property_shown(members[0].field.instruction)
            if not name or name == "other":
                continue
            if values.get(name):
                _show(members, values[name])
            else:
                take_out(story, members)


def _together(found: list[Atom]) -> list[list[Atom]]:
    """Atoms by the field or the bound control that they belong to; others do not count."""
    groups: dict[int, list[Atom]] = {}
    for atom in found:
        key = atom.field or (atom.control if property_bound(atom.control) else None)
        if key is not None:
            groups.setdefault(id(key), []).append(atom)
    return list(groups.values())


def _show(members: list[Atom], value: str) -> None:
    is_field = members[0].field is not None
    shown = [atom for atom in members if local_name(atom.element) == "t" and (atom.is_result or not is_field)]
    for number, atom in enumerate(shown):
        if number:
            remove(atom.element)
            continue
        atom.element.text = value
