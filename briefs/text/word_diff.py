"""What changed between two texts, word by word, as one line: `some [-keepers-]{+masters+} agreed`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

_WORD = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]+")
_NEAR = 4
"""How many words are shown on each side of a change."""


def word_diff(before: str, after: str) -> str:
    """`after` with what it has and `before` lacks in {+ +}, and what only `before` has in [- -].

    Words far from any change are left out, as `…`. Empty if the two have the same words.
    """
    old, new = _words(before), _words(after)
    changes = SequenceMatcher(None, [word for word, _ in old], [word for word, _ in new], autojunk=False).get_opcodes()
    parts: list[str] = []
    for number, (kind, start, end, first, last) in enumerate(changes):
        if kind == "equal":
            parts.append(_shown(new[first:last], number == 0, number == len(changes) - 1))
        else:
            gone, come = _joined(old[start:end]), _joined(new[first:last])
            parts.append((f"[-{gone.strip()}-]" if gone else "") + (f"{{+{come.strip()}+}}" if come else ""))
            parts[-1] += " " if (come or gone).endswith(" ") else ""
    return "" if all(kind == "equal" for kind, *_ in changes) else "".join(parts).strip()


def likeness(before: str, after: str) -> float:
    """How much of two texts is the same words in the same order: 0 to 1."""
    old, new = [word for word, _ in _words(before)], [word for word, _ in _words(after)]
    return SequenceMatcher(None, old, new, autojunk=False).ratio()


def most_likeness(before: str, after: str) -> float:
    """The most that `likeness` can be, which is found much more quickly: how many of their words are the same in any
    order."""
    old, new = _counted(before), _counted(after)
    total = old.total() + new.total()
    return 2 * (old & new).total() / total if total else 1.0


@lru_cache(maxsize=8192)
def _counted(text: str) -> Counter[str]:
    return Counter(word for word, _ in _words(text))


def _words(text: str) -> list[tuple[str, str]]:
    """The words and marks of a text, each with whether a space follows."""
    found = list(_WORD.finditer(text))
    return [(one[0], " " if text[one.end() : one.end() + 1].isspace() else "") for one in found]


def _joined(words: Sequence[tuple[str, str]]) -> str:
    return "".join(word + space for word, space in words)


def _shown(words: Sequence[tuple[str, str]], is_first: bool, is_last: bool) -> str:
    """Words that have not changed: those near the changes around them."""
    if is_first and is_last:
        return _joined(words)
    if is_first:
        return _joined(words) if len(words) <= _NEAR else "… " + _joined(words[-_NEAR:])
    if is_last:
        return _joined(words) if len(words) <= _NEAR else _joined(words[:_NEAR]).strip() + " …"
    if len(words) <= 2 * _NEAR:
        return _joined(words)
    return f"{_joined(words[:_NEAR]).strip()} … {_joined(words[-_NEAR:])}"
