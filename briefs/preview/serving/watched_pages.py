"""What the open pages show now, each page by the name that it gives itself: what was looked at last comes first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from briefs.preview.messages import Refusal
from briefs.preview.serving.worker_client import Refused
from briefs.preview.shown.state_views import Variant

MOST_PAGES, MOST_VARIANTS, MOST_CHARACTERS = 16, 16, 200
"""How many pages are kept in mind, how many variants of each, and how long a name may be."""
CHOICES: Mapping[str, tuple[str, ...]] = {
    "status": ("draft", "cleared"),
    "sheet": ("a4", "letter", "a4-large", "letter-large"),
}


class WatchedPages:
    """Keeps what pages show, and tells it, each variant once."""

    def __init__(self, tell: Callable[[tuple[Variant, ...]], None]) -> None:
        self._tell, self._pages = tell, dict[str, tuple[Variant, ...]]()

    def see(self, given: Mapping[str, Any]) -> None:
        """Take in what a page says that it shows: {page, variants: [{brief, status, sheet}]}. Raises Refused."""
        match given:
            case {"page": str(page), "variants": list(variants)} if (
                len(given) == 2 and len(page) <= MOST_CHARACTERS and len(variants) <= MOST_VARIANTS
            ):
                shown = tuple(map(_variant, variants))
            case _:
                raise Refused(Refusal(400, 'A page must say "page" and "variants", and nothing else.'))
        self._pages.pop(page, None)
        if shown:
            self._pages[page] = shown
        while len(self._pages) > MOST_PAGES:
            del self._pages[next(iter(self._pages))]
        latest = [one for variants in reversed(self._pages.values()) for one in variants]
        self._tell(tuple(dict.fromkeys(latest)))


def _variant(given: Any) -> Variant:
    if (
        isinstance(given, dict)
        and given.keys() <= {"brief", *CHOICES}
        and isinstance(given.get("brief"), str)
        and len(given["brief"]) <= MOST_CHARACTERS
        and all(given[name] in choices for name, choices in CHOICES.items() if name in given)
    ):
        return Variant(**given)
    raise Refused(Refusal(400, 'A variant has "brief" and, if it must, "status" and "sheet".'))
