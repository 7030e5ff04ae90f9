"""House style for quotation marks, dashes and the spaces at them; words are never changed (editorial guide A4)."""

from __future__ import annotations

import re

from briefs.model.language_words import LANGUAGE_WORDS, one_of
from briefs.model.left_alone import LEFT_ALONE

_HOLE = "\uf8ff"
"""Stands for a passage that is left alone, while the rest is set."""
_HELD = re.compile(f"{LEFT_ALONE.pattern}|{_HOLE}")
_MAY_BE_HELD = re.compile(rf"[/@`°\\{_HOLE}]|www\.|\d-\d\d-|\d'")
"""What a passage to be left alone has in it; most texts do not."""

_DOUBLE = re.compile(
    r"""((?:^|[\s(\[{—–“‘„‚«‹¿¡/-]|(?:^|\s)[*']+))"(?=\S)|((?<=[^\W\d_])['’])"(?=\w)""",
)
_SINGLE = re.compile(r"(^|[\s(\[{—–“„«‹¿¡/]|(?:^|\s)\*+)'(?=\S)")
_OMITTING = one_of(
    form
    for words in LANGUAGE_WORDS.values()
    for word in words.omitting
    for form in (word, word.capitalize() if len(word) > 1 else word)
)
_OMISSION = re.compile(rf"(?<![\w'’])['‘](?:(?=\d\d(?:s|()(?!['’s]))(?!\w))|(?=(?:{_OMITTING})(?!\w)))")
_CLOSING_SINGLE = re.compile(r"[\w.,!?…]['’](?!\w)")

_NUMBER = r"(?:\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+(?:[.,]\d+)?(?!\d)|\d{1,2}:\d\d|\d+(?:[.,]\d+)?)"
_UNIT = r"(?:km|m|cm|mm|kg|g|t|ha|MW|GW|kW|th|st|nd|rd|bn|mn|k|h)[²³]?(?!\w)"
_RANGE = re.compile(
    rf"(?<![\w/.,:@#=&?+×÷·<>−–-])({_NUMBER})(\s?)-(\s?)({_NUMBER})(?:(?={_UNIT})|(?![\w/@#&=-]|[.,:]\d))"
)
_CODE = re.compile(r"0\d")
_FREE_CALL = re.compile(r"1-(?:800|833|844|855|866|877|888|900)(?!,?\d)")
_NAMED_DAYS = ("9-11",)
_AT_NAMED_DAY = re.compile(
    rf"\b(?:{one_of(word for words in LANGUAGE_WORDS.values() for word in words.at_days)})\s\Z", re.I
)
_CAPITALIZED = re.compile(r"(?<![\w-])([^\W\d_a-z][\w-]*(?<!s))[ \u00a0]\Z")
"""What is likely the name of a product, unless it is one of `_NO_NAMES`; numbers of several things follow a plural."""
_MODEL = re.compile(r"\d{3,}-\d{3,}")
_NO_NAMES = {word for words in LANGUAGE_WORDS.values() for word in words.before_ranges}
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d-\d{2,4}")
_SHORTENED = 3
"""The fewest digits of a number whose first digits need not be repeated."""
_DASH = re.compile(r"\d\s?-\s?\d")
_NUMBERED = one_of(word for words in LANGUAGE_WORDS.values() for word in words.numbered)
_LABEL = re.compile(rf"(?:(?<!\w)(?:{_NUMBERED})\.?[\s:]?[°º]?|[№#])\s?\Z|\+[\d\s().-]+\Z|\d\s\Z|\(\d+\)\s\Z", re.I)
"""What precedes one number with a hyphen in it: a label, or other digits, as of a telephone number."""
_OPERATOR_BEFORE = re.compile(r"[=+×÷<>≤≥≈·]\s?\Z|\d\s?[*/]\s?\Z|[*/]\s\Z")
_OPERATOR_AFTER = re.compile(r"\)?\s?(?:[=+×÷≈·]|[*/]\s?\d|-\s)")

_AT_MARKS = re.compile(r"(?<![\w.,!?…])[«‹] (?=\S)|(?<=[\w.»›”’)…!?%]) (?=[;:?!](?:[\s”»›).]|$)|[»›](?!\w))")
_MAY_BE_AT_MARKS = re.compile(" [;:?!»›]|[«‹] ")
_ELLIPSIS = " ... "


def curl(text: str) -> str:
    """`text` with curly quotes, en dashes in ranges of numbers, and no break before an ellipsis or inside guillemets.

    Addresses, document symbols, dates in digits, numbers of telephones and books, arithmetic and code stay as they are;
    so does all other space.
    """
    if _MAY_BE_HELD.search(text) is None:
        return _set(text)
    held = _HELD.findall(text)
    if not held:
        return _set(text)
    back = iter(held)
    return re.sub(_HOLE, lambda _: next(back), _set(_HELD.sub(_HOLE, text)))


def _set(text: str) -> str:
    if '"' in text:
        text = _DOUBLE.sub(lambda mark: f"{mark[1] or mark[2] or ''}“", text).replace('"', "”")
    if "'" in text or "‘" in text:
        text = _OMISSION.sub(lambda mark: _omission(mark, text), text)
        text = _SINGLE.sub(r"\1‘", text).replace("'", "’")
    if _DASH.search(text):
        text = _RANGE.sub(_dashed, text)
    if _MAY_BE_AT_MARKS.search(text):
        text = _AT_MARKS.sub(lambda found: found[0].replace(" ", "\u00a0"), text)
    return text.replace(_ELLIPSIS, "\u00a0… ")


def _omission(mark: re.Match[str], text: str) -> str:
    """An apostrophe; but the mark as it is if it seems to open a quotation that begins with a number."""
    is_quotation = mark[1] is not None and _CLOSING_SINGLE.search(text, mark.end())
    return mark[0] if is_quotation else "’"


def _dashed(found: re.Match[str]) -> str:
    """A range of numbers with its dash; what may be another thing stays as it is."""
    first, before, after, last = found.groups()
    text = found.string
    if (before and not after) or _OPERATOR_AFTER.match(text, found.end()):
        return found[0]
    lead = text[max(0, found.start() - 24) : found.start()]
    if _FREE_CALL.match(text, found.start()) or _is_name(lead, f"{first}-{last}"):
        return found[0]
    if not _ascends(first, last) or _LABEL.search(lead) or _OPERATOR_BEFORE.search(lead):
        return found[0]
    return f"{first}–{last}"


def _is_name(lead: str, numbers: str) -> bool:
    """Whether numbers with a hyphen, after `lead`, are a name: "Boeing 737-800", "since 9-11"."""
    if numbers in _NAMED_DAYS:
        return _AT_NAMED_DAY.search(lead) is not None
    name = _CAPITALIZED.search(lead)
    if name is None or name[1].lower() in _NO_NAMES:
        return False
    return _MODEL.fullmatch(numbers) is not None and not _YEARS.fullmatch(numbers)


def _ascends(first: str, last: str) -> bool:
    """Whether a range leads from `first` to `last`, which may be shortened ("1914-18"). A number with a 0 in front of
    it begins none: it is a code."""
    if ":" in first + last:
        return True
    if _CODE.match(first):
        return False
    if not _CODE.match(last) and _value(first) < _value(last):
        return True
    is_shortened = first.isdecimal() and last.isdecimal() and len(last) < len(first) >= _SHORTENED
    return is_shortened and first[: -len(last)] + last > first


def _value(number: str) -> float:
    return float(re.sub(r"[,\s](?=\d{3}(?!\d))", "", number).replace(",", ".").replace(".", "", number.count(".") - 1))
