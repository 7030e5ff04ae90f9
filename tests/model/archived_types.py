"""The types of what a kept edition holds, found by walking the fields of a Document."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Iterator
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from briefs.model.document import Document


def archived_types() -> dict[type, dict[str, Any]]:
    """Every data class that a Document can hold, itself too, with its fields and their types."""
    found: dict[type, dict[str, Any]] = {}
    waiting: list[type] = [Document]
    while waiting:
        kind = waiting.pop(0)
        if kind not in found:
            hints = get_type_hints(kind)
            found[kind] = {field.name: hints[field.name] for field in dataclasses.fields(kind)}
            waiting += [one for annotation in found[kind].values() for one in data_classes(annotation)]
    return found


def data_classes(annotation: Any) -> Iterator[type]:
    """The data classes that the type `annotation` names."""
    if isinstance(annotation, type) and dataclasses.is_dataclass(annotation):
        yield annotation
    elif get_origin(annotation) is not Literal:
        for argument in get_args(annotation):
            yield from data_classes(argument)


def described(annotation: Any) -> str:
    """A type in words that are the same in every version of Python: `int | None`, `tuple[Strong | Text, ...]`."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return " | ".join(sorted(map(described, arguments)))
    if origin is Literal:
        return f"Literal[{', '.join(sorted(map(repr, arguments)))}]"
    if origin is tuple:
        return f"tuple[{', '.join('...' if one is ... else described(one) for one in arguments)}]"
    return "None" if annotation in (None, types.NoneType) else str(annotation.__name__)
