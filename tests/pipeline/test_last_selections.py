"""What the last build left out, for a brief that has changed since."""

from __future__ import annotations

from briefs.fit.selection import Selection
from briefs.pipeline.last_selections import with_present_names


def test_what_was_left_out_is_known_again_after_its_heading_has_changed() -> None:
    last = Selection(frozenset({"terms/st.a", "issue/st.b"}), frozenset({"terms/st.c+st.d"}))
    units = ["sensitive-terms/st.a", "issue/st.b", "elsewhere/st.b", "sensitive-terms/st.c+st.d"]
    assert with_present_names(last, units) == Selection(
        frozenset({"sensitive-terms/st.a", "issue/st.b"}), frozenset({"sensitive-terms/st.c+st.d"})
    )


def test_what_is_gone_or_is_in_two_sections_keeps_its_name() -> None:
    last = Selection(frozenset({"terms/st.a", "terms/st.gone"}))
    assert with_present_names(last, ["one/st.a", "two/st.a"]) == last
