"""What several pages show: the one that was touched last comes first."""

from __future__ import annotations

from typing import Any

import pytest

from briefs.preview.serving.watched_pages import MOST_PAGES, WatchedPages
from briefs.preview.serving.worker_client import Refused
from briefs.preview.shown.state_views import Variant


def test_the_latest_page_comes_first_and_each_variant_once() -> None:
    told: list[tuple[Variant, ...]] = []
    pages = WatchedPages(told.append)
    pages.see({"page": "a", "variants": [{"brief": "x"}, {"brief": "y", "status": "cleared", "sheet": "letter"}]})
    pages.see({"page": "b", "variants": [{"brief": "y"}, {"brief": "x"}]})
    assert list(told[-1]) == [Variant("y"), Variant("x"), Variant("y", "cleared", "letter")]
    pages.see({"page": "a", "variants": []})
    assert list(told[-1]) == [Variant("y"), Variant("x")]
    for number in range(3 * MOST_PAGES):
        pages.see({"page": str(number), "variants": [{"brief": str(number)}]})
    assert len(told[-1]) == MOST_PAGES


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"page": 1, "variants": []},
        {"page": "a", "variants": {}},
        {"page": "a", "variants": [], "more": 1},
        {"page": "a" * 1000, "variants": []},
        {"page": "a", "variants": ["x"]},
        {"page": "a", "variants": [{}]},
        {"page": "a", "variants": [{"brief": ["x"]}]},
        {"page": "a", "variants": [{"brief": "x", "status": "final"}]},
        {"page": "a", "variants": [{"brief": "x", "sheet": {}}]},
        {"page": "a", "variants": [{"brief": "x", "paper": "a5"}]},
        {"page": "a", "variants": [{"brief": "x"}] * 1000},
    ],
)
def test_what_no_page_says_is_refused(given: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        WatchedPages(lambda variants: None).see(given)
