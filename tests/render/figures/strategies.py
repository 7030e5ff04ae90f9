"""Any graphics, looks and widths."""

from __future__ import annotations

from hypothesis import strategies as st

from briefs.model.figure import Bar, Bars, Event, Graphic, Pillar, Pillars, Portion, Timeline
from briefs.render.figure_look import FigureLook

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

LOOKS = st.sampled_from(
    [
        FigureLook(),
        FigureLook(type=12, head=13, line=15, dot=12, gap=12, pillar_number=18, bar_line=13.5, bar=13),
        FigureLook(type=7, head=8, line=8, gap=4, event=40, pillar=40, bar_line=8, bar=4, bar_names=0.6),
    ]
)
WIDTHS = st.integers(150, 600)
"""Points: from a narrow phone to a page in landscape."""
