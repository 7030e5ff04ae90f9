"""Splitting running text into sentences."""

from __future__ import annotations

import re

_ABBREVIATED = (
    "Adm Amb Art Arts Bros Capt Ch Cmdr Col Dept Dr Dra Fig Figs Gen Gov Hon Ing Lic Lt M Me Messrs Mgr Mlle Mm Mme Mr "
    "Mrs Ms Mt Mx Nr Para Paras Pres Prof Rep Rev Sec Sen Sgt Sr Sra Sres St Ste Vol art arts cf ch e.g eds esp fig "
    "figs i.e incl para paras p.ex resp viz vol vols vs z.B"
)
_ABBREVIATIONS = frozenset(_ABBREVIATED.split())
"""What is written with a full stop in front of a name or a number, in English and its neighbours."""
_BEGINNINGS = (
    "a all an and as at both but by each few for he her his how however i if in it its many more most no none on one "
    "only other others our she so some such that the their then there these they this those to two we what when where "
    "while who why with yet you"
)
_BEGIN = frozenset(_BEGINNINGS.split())
"""Words that begin a sentence rather than a name."""
_END = re.compile(r"[.?!؟۔](?:[\"'”’)\]]|[ \u00a0\u202f]?»)*(\s+)(?=\S)")
_OPENING = "\"'“‘„«¿¡(["
"""Marks with which a sentence can begin."""


def sentences(text: str) -> list[str]:
    """The sentences of `text`, in order, without the white space between them; quotes may be straight or curly.

    A sentence ends with a full stop, a question mark or an exclamation mark, and with the quotation marks and brackets
    that close after it, if a capital letter, a letter of a script without capitals, or a mark that opens a quotation or
    bracket, follows after white space.
    The full stop of an abbreviation or initial in front of a name ("Mr. Smith", "J. Smith") ends none.
    """
    found = []
    start = 0
    for end in _END.finditer(text):
        if not _begins(text[end.end()]):
            continue
        if text[end.start()] == "." and _is_abbreviation(text[start : end.start()], text[end.end() :]):
            continue
        found.append(text[start : end.start(1)])
        start = end.end()
    if start < len(text):
        found.append(text[start:])
    return found


def _begins(character: str) -> bool:
    """Whether a sentence can begin with `character`."""
    return (
        character in _OPENING or character.isupper() or (character.isalpha() and character.lower() == character.upper())
    )


def _is_abbreviation(before: str, after: str) -> bool:
    """Whether a full stop between these words belongs to an abbreviation or an initial."""
    word = before[max(before.rfind(" "), before.rfind("\n")) + 1 :].lstrip("([“‘\"'")
    following = re.match(r"\w+", after)
    return (
        (word in _ABBREVIATIONS or re.fullmatch(r"(?:[A-Z]\.)*[A-Z]", word) is not None)
        and following is not None
        and following[0].lower() not in _BEGIN
    )
