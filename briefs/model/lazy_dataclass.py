"""Data classes as Python has them, whose methods are only made when they are first called.

`dataclasses.dataclass` writes, compiles and runs the source of up to six methods of each class when its module is
loaded: 0.2 to 0.4 ms a class, and a build loads hundreds of classes. Here the constructor and `repr` are compiled when
a class is first used, and comparing, hashing and freezing need nothing to be compiled.

Everything else is as in `dataclasses`, with which `fields`, `replace`, `asdict` and `copy` work as ever. Only classes
with slots and without a base are made so; all others are made by Python itself.
"""

from __future__ import annotations

import dataclasses
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as dataclass
else:

    def dataclass(made=None, /, *, frozen=False, slots=False, eq=True, order=False):
        """The class that `dataclasses.dataclass` makes, as a decorator with or without arguments."""
        if made is None:
            return lambda made: dataclass(made, frozen=frozen, slots=slots, eq=eq, order=order)
        if not slots or order or made.__mro__[1:] != (object,):
            return dataclasses.dataclass(made, frozen=frozen, slots=slots, eq=eq, order=order)
        return _with_methods(made, frozen, eq)


def _with_methods(written: type, is_frozen: bool, has_eq: bool) -> Any:
    """The class as `written`, with slots, and with the methods that it does not have itself."""
    own = vars(written)
    has_hash = "__hash__" in own and not (own["__hash__"] is None and "__eq__" in own)
    if not own.get("__doc__"):
        written.__doc__ = written.__name__  # else the signature of the constructor, for which it would be made
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(written)
    methods: dict[str, Any] = {"__init__": _first_init, "__repr__": _first_repr}
    if has_eq:
        methods |= _comparing(made)
        if not is_frozen:
            methods["__hash__"] = None
        if has_hash:
            del methods["__hash__"]
    if is_frozen:
        methods |= {"__setattr__": _assign, "__delattr__": _delete} | _pickling(made)
    for name, method in methods.items():
        if name not in own or name == "__hash__":
            setattr(made, name, method)
    parameters = made.__dataclass_params__
    parameters.init, parameters.repr, parameters.eq, parameters.frozen = True, True, has_eq, is_frozen
    return made


def _comparing(made: type) -> dict[str, Any]:
    """`__eq__` and `__hash__` of a class: two objects are equal if they are of one class and their fields are."""
    compared, hashed = [], []
    for one in dataclasses.fields(made):
        if one.compare:
            compared.append(one.name)
        if one.compare if one.hash is None else one.hash:
            hashed.append(one.name)
    values, told = _values(compared), _values(hashed)

    def __eq__(self: object, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:
        return hash(told(self))

    return {"__eq__": __eq__, "__hash__": __hash__}


def _values(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of the fields `names` of an object."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple(getattr(one, name) for name in names)


def _assign(self: object, name: str, value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(self: object, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _pickling(made: type) -> dict[str, Any]:
    """`__getstate__` and `__setstate__` of a frozen class, whose fields cannot be assigned."""
    names = [one.name for one in dataclasses.fields(made)]
    setters = [vars(made)[name].__set__ for name in names]

    def __getstate__(self: object) -> list[Any]:
        return [getattr(self, name) for name in names]

    def __setstate__(self: object, state: list[Any]) -> None:
        for set_field, value in zip(setters, state, strict=True):
            set_field(self, value)

    return {"__getstate__": __getstate__, "__setstate__": __setstate__}


# Methods that are compiled


def _first_init(self: Any, *arguments: Any, **named: Any) -> None:
    """Make the constructor of a class, and call it."""
    owner = _owner(type(self), "__init__", _first_init)
    owner.__init__ = _init(owner)
    owner.__init__(self, *arguments, **named)


def _first_repr(self: Any) -> str:
    """Make the `__repr__` of a class, and call it."""
    owner = _owner(type(self), "__repr__", _first_repr)
    owner.__repr__ = _repr(owner)
    return repr(self)


def _owner(of: type, name: str, method: object) -> Any:
    """The class from which `of` has a `method`."""
    return next(one for one in of.__mro__ if vars(one).get(name) is method)


def _init(made: type) -> Any:
    """The constructor of a class: it takes fields in order or by name, and sets them all."""
    known: dict[str, Any] = {"_left_out": object()}
    parameters, body = ["self"], []
    for one in dataclasses.fields(made):
        name = one.name
        known[f"_set_{name}"] = vars(made)[name].__set__
        value, usual = name, ""
        if one.default_factory is not dataclasses.MISSING:
            known[f"_make_{name}"] = one.default_factory
            usual = "=_left_out"
            value = f"_make_{name}() if {name} is _left_out else {name}" if one.init else f"_make_{name}()"
        elif one.default is not dataclasses.MISSING:
            known[f"_usual_{name}"] = one.default
            usual = f"=_usual_{name}"
            value = name if one.init else f"_usual_{name}"
        elif not one.init:
            continue  # it is set later
        if one.init:
            parameters.append(name + usual)
        body.append(f"_set_{name}(self, {value})")
    if hasattr(made, "__post_init__"):
        body.append("self.__post_init__()")
    return _compiled("__init__", parameters, body or ["pass"], known, made)


def _repr(made: type) -> Callable[[Any], str]:
    """The `__repr__` of a class: its name and its fields, as it would be written."""
    shown = ", ".join(f"{one.name}={{self.{one.name}!r}}" for one in dataclasses.fields(made) if one.repr)
    body = [f'return self.__class__.__qualname__ + f"({shown})"']
    return recursive_repr()(_compiled("__repr__", ["self"], body, {}, made))


def _compiled(name: str, parameters: list[str], body: list[str], known: dict[str, Any], owner: type) -> Any:
    """The method `name` of a class, from its source."""
    lines = "\n ".join(body)
    exec(f"def {name}({', '.join(parameters)}):\n {lines}", known)  # as dataclasses does
    method = known[name]
    method.__qualname__ = f"{owner.__qualname__}.{name}"
    return method
