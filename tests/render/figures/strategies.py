"""Any graphics, looks and widths."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from hypothesis import strategies as st

from briefs.model.figure import Bar, Bars, Event, Graphic, Pillar, Pillars, Portion, Timeline
from briefs.render.figure_look import CLOSE, FigureLook

WORDS = st.text(st.sampled_from("aeiMW09 -/–“”&<>é☐"), min_size=1, max_size=80).map(str.strip).filter(bool)
"""What is printed as a label."""

TIMELINES = st.lists(st.builds(Event, WORDS, WORDS, st.booleans()), min_size=1, max_size=12).map(
    lambda events: Timeline(tuple(sorted(events, key=lambda event: not event.is_dated)))
)
PILLARS = st.builds(
    Pillars,
    st.lists(st.builds(Pillar, st.integers(0, 99), WORDS), min_size=1, max_size=8).map(tuple),
    st.lists(WORDS, max_size=2).map(tuple),
)
BARS = st.lists(
    st.builds(
        lambda name, portions, rest: Bar(
            name, rest + sum(value for _, value in portions), tuple(Portion(text, value) for text, value in portions)
        ),
        WORDS,
        st.lists(st.tuples(WORDS, st.integers(0, 900)), max_size=2),
        st.integers(1, 5000),
    ),
    min_size=1,
    max_size=8,
).map(lambda bars: Bars(tuple(bars)))

GRAPHICS: dict[str, st.SearchStrategy[Graphic]] = {"timeline": TIMELINES, "pillars": PILLARS, "bars": BARS}
"""Graphics of each kind."""


@st.composite
def _any_look(draw: st.DrawFn) -> FigureLook:
    sizes: dict[str, Any] = {}
    for known in fields(FigureLook):
        if "least" in known.metadata:
            least, most = known.metadata["least"], known.metadata["most"]
            sizes[known.name] = draw(st.sampled_from((least, known.default, most)) | st.floats(least, most))
    for line, others in CLOSE.items():
        sizes[line] = max(sizes[line], *(sizes[name] for name in others))
    return FigureLook(**sizes)


LOOKS = st.one_of(
    st.just(FigureLook()),
    st.just(FigureLook(type=18, head=19, line=22, bar_line=19)),
    _any_look(),
)
"""Every look that a style sheet can give."""
WIDTHS = st.integers(150, 600)
"""Points: from a narrow phone to a page in landscape."""
