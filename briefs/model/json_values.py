"""Data classes of the model as values that can be written as JSON, and back, without loss.

Every element is an object with all its fields, and `type` says which it is. Reading is strict: every field must be
there and of its type.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
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
    return _decoder(annotation)(value)


@cache
def _decoder(annotation: Any) -> Callable[[Any], Any]:
    """The function that makes values of the type `annotation`; types are taken apart once, since values are many."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return _union_decoder(arguments)
    if origin is Literal:
        return _literal_decoder(arguments)
    if origin is tuple:
        return _tuple_decoder(arguments)
    if isinstance(annotation, type) and dataclasses.is_dataclass(annotation):
        return _class_decoder(annotation)
    kind = type(None) if annotation is None else annotation

    def decode(value: Any) -> Any:
        if kind is float and type(value) is int:
            return float(value)
        if type(value) is not kind:
            raise TypeError(f"{value!r} is not of type {annotation}")
        return value

    return decode


def _literal_decoder(arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    def decode(value: Any) -> Any:
        if value not in arguments or type(value) is not type(arguments[arguments.index(value)]):
            raise ValueError(f"{value!r} is none of {arguments}")
        return value

    return decode


def _tuple_decoder(arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    is_sequence = len(arguments) == 2 and arguments[1] is Ellipsis

    def decode(value: Any) -> Any:
        if not isinstance(value, list):
            raise TypeError(f"{value!r} is not a list")
        if is_sequence:
            return tuple(map(_decoder(arguments[0]), value))
        return tuple(_decoder(argument)(one) for argument, one in zip(arguments, value, strict=True))

    return decode


def _class_decoder(kind: Any) -> Callable[[Any], Any]:
    def decode(value: Any) -> Any:
        fields, names = _fields(kind)
        if not isinstance(value, dict) or value.keys() != names or value["type"] != kind.__name__:
            raise ValueError(f"this is not a {kind.__name__}")
        return kind(*[decode_field(value[name]) for name, decode_field in fields])

    return decode


def _union_decoder(alternatives: tuple[Any, ...]) -> Callable[[Any], Any]:
    """The function that makes a value of the member of a union that it belongs to."""
    classes = [kind for kind in alternatives if dataclasses.is_dataclass(kind) and isinstance(kind, type)]
    named = {kind.__name__: kind for kind in classes}
    plain = [kind for kind in alternatives if not dataclasses.is_dataclass(kind)]

    def decode(value: Any) -> Any:
        if isinstance(value, dict):
            return _decoder(named[value["type"]])(value)
        for kind in plain:
            if type(value) is kind or (kind in (None, types.NoneType) and value is None):
                return _decoder(kind)(value)
        raise TypeError(f"{value!r} is of none of the types {alternatives}")

    return decode


@cache
def _fields(kind: Any) -> tuple[list[tuple[str, Callable[[Any], Any]]], frozenset[str]]:
    """The fields of a data class with what makes their values, and the names that its JSON has."""
    hints = get_type_hints(kind)
    fields = [(field.name, _decoder(hints[field.name])) for field in dataclasses.fields(kind)]
    return fields, frozenset(("type", *(name for name, _ in fields)))
