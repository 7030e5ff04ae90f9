"""What cannot be known while a field is wrong: findings that may only be there since it is not as it was meant.

They are not reported until the field is right: one cause, one message.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from briefs.model.diagnostics import Diagnostic

STAND_IN = "…"
"""Stands for words that are wrong where something must stand; it is never checked or printed."""
OF_ROOM = frozenset({"over-budget", "over-words", "first-page"})
"""Findings that depend on how much room everything in a brief takes."""
OF_LAYOUT = OF_ROOM | {"figure-too-high", "off-page"}
"""Findings that depend on the look of briefs."""
OF_WHOLE_BRIEFS = OF_ROOM | {
    "acronym-unexpanded",
    "caption-count",
    "contents-missing",
    "section-empty",
    "short-name-first",
}
"""Findings that a part of a brief can cause by being absent; what else is found in the other parts holds."""
OF_OUTLINE = frozenset({"scope-unknown"})
"""Findings that a heading can cause that `report.yaml` names, but the report does not have."""
OF_COVERAGE = frozenset({"must-missing", "pair-broken"})
"""Findings that a block can cause whose id is not known."""

DOUBTS_OF_BLOCKS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "anchor": frozenset(
            {"anchor-not-found", "anchor-ambiguous", "anchor-too-short", "anchor-too-long", "scope-unknown"}
        ),
        "strength": frozenset({"strength-upgraded"}),
        "count": frozenset({"count-wrong"}),
        "affiliations": frozenset({"count-wrong"}),
        "counts": frozenset({"number-untraced", "number-exchanged", "name-untraced"}),
    }
)
"""By the fields of blocks."""

DOUBTS_OF_KINDS: Mapping[str, frozenset[str]] = MappingProxyType(
    dict.fromkeys(("acronym", ""), OF_ROOM | {"name-untraced", "acronym-unexpanded", "short-name-first"})
)
"""By the kinds of blocks that cannot be read: what other blocks say may rest on them."""
DOUBTS_OF_REPORTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "title": frozenset({"name-untraced"}),
        "issuer": frozenset({"name-untraced"}),
        "strength": frozenset({"strength-unknown", "strength-upgraded", "hedge-dropped"}),
        "guarded": frozenset({"strength-upgraded"}),
        "known_names": frozenset({"name-untraced"}),
        "common_acronyms": frozenset({"acronym-unexpanded"}),
        "citation": OF_ROOM,
        "about": OF_ROOM | {"acronym-unexpanded", "short-name-first"},
    }
)
"""By the fields of `report.yaml`."""

DOUBTS_OF_HOUSES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        **dict.fromkeys(("issuer", "contact", "reference", "status", "logo", "attribution", "offices"), OF_ROOM),
        "version": frozenset({"version-status", "clearance-missing"}),
        **dict.fromkeys(("offices", "clearance"), OF_ROOM | {"clearance-missing"}),
        **dict.fromkeys(("date", "valid_until"), frozenset({"edition-expired"})),
    }
)
"""By the fields of `house.yaml`."""

DOUBTS_OF_TEMPLATES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "title": frozenset({"title-long", "acronym-unexpanded", "short-name-first", "date-passed"}) | OF_ROOM,
        "pages": OF_ROOM | {"contents-missing", "section-empty", "caption-count"},
        "words": OF_ROOM | {"contents-missing", "section-empty", "caption-count"},
        "first_page": OF_ROOM,
        "contains": frozenset({"contents-missing"}),
        "repeats": frozenset({"said-twice"}),
    }
)
"""By the fields of front matter."""


def doubtful(doubts: Mapping[str, frozenset[str]], fields: Iterable[str]) -> frozenset[str]:
    """The codes of what cannot be known while `fields` are wrong."""
    return frozenset().union(*(doubts.get(field, frozenset()) for field in fields))


def certain(problems: Iterable[Diagnostic], doubts: frozenset[str]) -> tuple[Diagnostic, ...]:
    """Those of `problems` that are certain although there are `doubts`."""
    return tuple(problem for problem in problems if problem.code not in doubts)
