"""How offices write in a clearance table what they decided, by language.

The three decisions themselves are those that the table names. Whatever is neither one of them nor listed here is not
understood: what an office decided is never guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from briefs.model.answer import Decision
from briefs.model.phrases import phrases_for

_OTHER_WORDS: Mapping[str, Mapping[Decision, tuple[str, ...]]] = MappingProxyType(
    {
        "en": MappingProxyType(
            {
                "cleared": (
                    *("yes", "ok", "o k", "okay", "approved", "agreed", "no objection", "no objections"),
                    *("cleared without comments", "cleared without comment", "yes cleared", "ok cleared"),
                ),
                "with comments": (
                    *("with comments", "with comment", "cleared with comment", "yes with comments"),
                    *("ok with comments", "okay with comments", "approved with comments", "agreed with comments"),
                ),
                "not cleared": ("no", "not approved", "not agreed", "refused", "no not cleared"),
            }
        )
    }
)
_SPELLED_OUT = ((re.compile(r"\bw/\s*(?!o)"), "with "), (re.compile(r"\bw/o\b"), "without"))
_DOUBT = re.compile(r"[?？؟;]")  # question marks of all scripts that have one of their own


def decision_in(written: str, language: str) -> Decision:
    """What an office decided, as it is `written` in a clearance table in the language with this BCP 47 tag."""
    if _DOUBT.search(written):
        return "unclear"
    return _decisions(language).get(_plain(written), "unclear")


def _decisions(language: str) -> dict[str, Decision]:
    """The decision that each wording means."""
    order: tuple[Decision, ...] = ("cleared", "with comments", "not cleared")
    named = phrases_for(language).clearance_columns[2].split("/")
    found = {_plain(words): decision for words, decision in zip(named, order, strict=True)}
    others = _OTHER_WORDS.get(language.partition("-")[0].lower(), {})
    return {**{_plain(one): decision for decision, words in others.items() for one in words}, **found}


def _plain(text: str) -> str:
    """`text` in small letters, with single spaces for everything but letters and digits."""
    text = unicodedata.normalize("NFKC", text).casefold()
    for short, long in _SPELLED_OUT:
        text = short.sub(long, text)
    return " ".join(re.findall(r"\w+", text.replace("_", " ")))
