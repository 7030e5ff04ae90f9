"""Data classes of the model as values that can be written as JSON, and back, without loss.

Every element is an object with all its fields, and `type` says which it is. Reading is strict: every field must be
there and of its type.
"""

from __future__ import annotations

import dataclasses
import types
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints


def encoded(value: Any) -> Any:
    """`value`, a data class with everything in it, as objects, lists and plain values."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: encoded(getattr(value, field.name)) for field in dataclasses.fields(value)}
        return {"type": type(value).__name__, **fields}
    return [encoded(one) for one in value] if isinstance(value, tuple) else value


def decoded(annotation: Any, value: Any) -> Any:
    """`value` as a value of the type `annotation`: a data class of the model, a tuple, a union, a literal, or plain.

    Raises ValueError, KeyError or TypeError if it is none.
    """
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return decoded(_chosen(arguments, value), value)
    if origin is Literal:
        if value not in arguments or type(value) is not type(arguments[arguments.index(value)]):
            raise ValueError(f"{value!r} is none of {arguments}")
        return value
    if origin is tuple:
        return _decoded_tuple(arguments, value)
    if isinstance(annotation, type) and dataclasses.is_dataclass(annotation):
        return _decoded_fields(annotation, value)
    if annotation is float and type(value) is int:
        return float(value)
    if type(value) is not (type(None) if annotation is None else annotation):
        raise TypeError(f"{value!r} is not of type {annotation}")
    return value


def _decoded_tuple(arguments: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is not a list")
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        return tuple(decoded(arguments[0], one) for one in value)
    return tuple(decoded(argument, one) for argument, one in zip(arguments, value, strict=True))


def _decoded_fields(kind: Any, value: Any) -> Any:
    fields = _fields(kind)
    if not isinstance(value, dict) or value.keys() != fields.keys() | {"type"} or value["type"] != kind.__name__:
        raise ValueError(f"this is not a {kind.__name__}")
    return kind(**{name: decoded(annotation, value[name]) for name, annotation in fields.items()})


def _chosen(alternatives: tuple[Any, ...], value: Any) -> Any:
    """The member of a union that `value` belongs to."""
    if isinstance(value, dict):
        named = {
            kind.__name__: kind for kind in alternatives if dataclasses.is_dataclass(kind) and isinstance(kind, type)
        }
        return named[value["type"]]
    plain = [kind for kind in alternatives if not dataclasses.is_dataclass(kind)]
    for kind in plain:
        if type(value) is kind or (kind in (None, types.NoneType) and value is None):
            return kind
    raise TypeError(f"{value!r} is of none of the types {alternatives}")


@cache
def _fields(kind: Any) -> dict[str, Any]:
    """The fields of a data class with their types."""
    hints = get_type_hints(kind)
    return {name: hints[name] for name in (field.name for field in dataclasses.fields(kind))}
