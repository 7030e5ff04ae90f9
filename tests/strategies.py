"""Documents of every kind of element, for property tests: each field of each element varies, also those with a default.

Strategies are made from the types of the fields, so a field that is added to the model is generated without a change
here.
"""

from __future__ import annotations

import dataclasses
import types
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from briefs.model.document import Document
from briefs.model.figure import Bar, Bars, Event, Graphic, Pillar, Pillars, Portion, Timeline
from briefs.model.inline import Deleted, Emphasis, Foreign, Inline, Inserted, Strong
from briefs.model.mark import Mark

TEXT = st.text(max_size=12)
PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    int: st.integers(),
    bool: st.booleans(),
    float: st.floats(allow_nan=False),
    None: st.none(),
    types.NoneType: st.none(),
}
CONTAINERS = (Strong, Emphasis, Foreign, Inserted, Deleted)
"""Inline elements that hold others."""


def documents() -> st.SearchStrategy[Document]:
    """Documents with all that one can hold, short of sense."""
    made: st.SearchStrategy[Document] = of_type(Document)
    return made


@cache
def of_type(annotation: Any) -> st.SearchStrategy[Any]:
    """Values of the type `annotation`: a data class of the model, a tuple, a union, a literal, or plain."""
    if annotation == Inline:
        return inlines()
    if annotation in PLAIN:
        return PLAIN[annotation]
    if annotation in get_args(Graphic):
        return graphics(annotation)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return st.one_of(*map(of_type, arguments))
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple and arguments[1:] == (...,):
        return few(of_type(arguments[0]))
    if origin is tuple:
        return st.tuples(*map(of_type, arguments))
    hints = get_type_hints(annotation)
    return st.builds(annotation, **{field.name: of_type(hints[field.name]) for field in dataclasses.fields(annotation)})


def few(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Up to three of what `strategy` makes."""
    return st.lists(strategy, max_size=3).map(tuple)


def graphics(kind: type[Graphic]) -> st.SearchStrategy[Graphic]:
    """Graphics of a kind that can be drawn."""
    if kind is Timeline:
        return st.builds(Timeline, few(of_type(Event)).filter(bool))
    if kind is Pillars:
        return st.builds(Pillars, few(of_type(Pillar)).filter(bool), few(TEXT))
    return st.builds(Bars, few(bars()).filter(bool))


@st.composite
def bars(draw: st.DrawFn) -> Bar:
    """Bars that are longer than all their portions together."""
    portions = draw(few(st.builds(Portion, TEXT, st.integers(0, 9))))
    return Bar(draw(TEXT), sum(portion.value for portion in portions) + draw(st.integers(1, 9)), portions)


def inlines() -> st.SearchStrategy[Inline]:
    """Inline elements, up to a few levels deep."""
    plain = st.one_of(*(of_type(kind) for kind in get_args(Inline) if kind not in CONTAINERS))
    return st.recursive(
        plain,
        lambda inner: st.one_of(
            st.builds(Strong, few(inner)),
            st.builds(Emphasis, few(inner)),
            st.builds(Foreign, TEXT, few(inner)),
            st.builds(Inserted, few(inner), of_type(Mark)),
            st.builds(Deleted, few(inner), of_type(Mark)),
        ),
        max_leaves=4,
    )
