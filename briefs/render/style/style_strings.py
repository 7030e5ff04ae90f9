"""Addresses in texts of a style sheet, and properties that only old browsers know, which ran or loaded something.

No browser of today fetches them, but some reader may have one of yesterday, and whoever looks through a file for
addresses finds them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from briefs.model.diagnostics import Fault
from briefs.render.style.style_tokens import content_of, token_lists

_ADDRESS = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?(?://|\\\\)|\s*(?:javascript|vbscript|progid|file):", re.IGNORECASE)
_NAMESPACES = re.compile(r"http://www\.w3\.org/[\w/#.-]{1,60}")
"""Names of vocabularies, which look like addresses."""
_PRINTED = frozenset(("content", "quotes", "string-set", "bookmark-label", "--"))
"""Properties in which a text is printed, so that it may be an address."""
_OF_OLD = frozenset(("behavior", "-ms-behavior", "-moz-binding", "-o-link", "-ms-filter"))
_HINT = "take it out: what a brief shows comes from its blocks and templates"


def string_faults(tokens: list[Any], told: frozenset[int] = frozenset()) -> Iterator[tuple[int, Fault]]:
    """The faults of texts and properties in `tokens`, with their lines; of texts on lines that are `told`, none.

    Code: `style-address`.
    """
    for siblings in token_lists(tokens):
        name = ""
        for token in siblings:
            if token.type == "literal" and token.value == ";":
                name = ""
            elif token.type == "{} block":
                name = ""
                continue
            elif token.type in ("ident", "at-keyword") and not name:
                name = token.lower_value
                if name in _OF_OLD:
                    message = f"`{name}` loads or runs something in old browsers"
                    yield token.source_line, Fault("style-address", message, _HINT)
            if name not in _PRINTED:
                yield from (one for one in _in(token, name) if one[0] not in told)


def _in(token: Any, name: str) -> Iterator[tuple[int, Fault]]:
    """The faults of texts in a token of the property or rule that is called `name`."""
    waiting = [token]
    while waiting:
        one = waiting.pop()
        waiting += [] if one.type == "[] block" else content_of(one)  # these compare attributes
        if one.type in ("string", "ident") and (one.value.lower() == "progid" or _is_address(one, name)):
            shown = one.value if len(one.value) <= 60 else f"{one.value[:59]}…"
            yield one.source_line, Fault("style-address", f'a style sheet has an address in a text: "{shown}"', _HINT)


def _is_address(token: Any, name: str) -> bool:
    if token.type != "string" or not _ADDRESS.match(token.value):
        return False
    return not (name == "namespace" and _NAMESPACES.fullmatch(token.value))
