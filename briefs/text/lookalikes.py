"""Characters in which two wordings differ although they look the same: what a hint must say, since nobody sees it."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher

from briefs.model.folding import described

_TWINS = str.maketrans(
    "АВЕКМНОРСТУХІЈЅаеорсухіјѕԁһ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιν" + "‒–—―−⁃٠۰" + "′`´ˈ″",
    "ABEKMHOPCTYXIJSaeopcyxijsdh" + "ABEZHIKMNOPTYXoiv" + "------00" + "''''\"",
)
"""Letters of other scripts, dashes and strokes that look like those that most people type."""
_MOST = 3
"""How many pairs of characters a hint names."""


def skeleton(text: str) -> str:
    """`text` in small letters, with the most common of the characters that look like each of its own."""
    return text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).translate(_TWINS).lower()


def lookalikes(wanted: str, found: str) -> str:
    """What to add to a hint that shows `found`, of the report, for `wanted`: the characters that only look alike.

    Both are `plain`. The result is empty if nothing differs in this way.
    """
    if wanted.isascii() and found.isascii():
        return ""
    pairs: dict[tuple[str, str], None] = {}
    for kind, start, end, at, to in SequenceMatcher(None, wanted, found, autojunk=False).get_opcodes():
        if kind == "replace" and end - start == to - at:
            changed = zip(wanted[start:end], found[at:to], strict=True)
            pairs |= dict.fromkeys(pair for pair in changed if skeleton(pair[0]) == skeleton(pair[1]))
        elif kind == "insert":
            pairs |= dict.fromkeys(("", one) for one in found[at:to] if _is_unseen(one))
        elif kind == "delete":
            pairs |= dict.fromkeys((one, "") for one in wanted[start:end] if _is_unseen(one))
    said = [f"the report has {_named(other)} in place of {_named(one)}" for one, other in list(pairs)[:_MOST]]
    return f"; {', and '.join(said)}" if said else ""


def _named(character: str) -> str:
    if not character:
        return "nothing"
    return f'"{character}"' if character.isascii() else described(character)


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in ("Cf", "Cc", "Mn")
