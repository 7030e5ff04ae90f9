"""Documents of every kind of element, for property tests."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from briefs.model.document import Content, Document, Figure, List, Note, Paragraph, Section, Table
from briefs.model.figure import Bar, Bars, Event, Graphic, Pillar, Pillars, Portion, Timeline
from briefs.model.inline import Checkbox, Emphasis, Foreign, Inline, Link, NoteCall, SourceTag, Strong, Text
from briefs.model.page_furniture import Furniture, Properties
from briefs.model.provenance import Context, Origin

TEXT = st.text(max_size=12)


def _few(strategy: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=most).map(tuple)


def inlines() -> st.SearchStrategy[Inline]:
    """Inline elements, up to a few levels deep."""
    plain: st.SearchStrategy[Inline] = st.one_of(
        st.builds(Text, TEXT, st.booleans()),
        st.builds(Link, TEXT, TEXT),
        st.builds(NoteCall, TEXT, st.integers(0, 9)),
        st.builds(Checkbox, TEXT),
        st.builds(SourceTag, TEXT),
    )
    return st.recursive(
        plain,
        lambda inner: st.one_of(
            st.builds(Strong, _few(inner)), st.builds(Emphasis, _few(inner)), st.builds(Foreign, TEXT, _few(inner))
        ),
        max_leaves=4,
    )


def contents() -> st.SearchStrategy[Content]:
    """Block elements of every kind, with and without units."""
    figures = st.builds(Figure, graphic=graphics())
    return st.one_of(st.from_type(Paragraph), st.from_type(List), st.from_type(Table), figures)


def graphics() -> st.SearchStrategy[Graphic]:
    """Graphics of every kind that can be drawn."""
    portions = _few(st.builds(Portion, TEXT, st.integers(0, 9)), 2)
    bars = st.builds(
        lambda name, portions, rest: Bar(name, sum(portion.value for portion in portions) + rest, portions),
        TEXT,
        portions,
        st.integers(1, 9),
    )
    return st.one_of(
        st.builds(Timeline, st.lists(st.builds(Event, TEXT, TEXT, st.booleans()), min_size=1, max_size=3).map(tuple)),
        st.builds(
            Pillars, st.lists(st.builds(Pillar, st.integers(), TEXT), min_size=1, max_size=3).map(tuple), _few(TEXT)
        ),
        st.builds(Bars, st.lists(bars, min_size=1, max_size=3).map(tuple)),
    )


def sections() -> st.SearchStrategy[Section]:
    """Sections with any attributes."""
    return st.builds(Section, heading=_few(inlines()), content=_few(contents()))


def documents() -> st.SearchStrategy[Document]:
    """Documents with all that one can hold."""
    return st.builds(
        Document,
        furniture=st.builds(Furniture, source=_few(inlines())),
        properties=st.builds(Properties),
        sections=_few(sections()),
        notes=_few(st.builds(Note, children=_few(inlines())), 2),
        origins=_few(st.builds(Origin), 2),
        contexts=_few(st.builds(Context), 2),
    )
