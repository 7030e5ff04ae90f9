"""The numbers of headings, as they are printed: "IV.", "2.1", "B)", "Annex II", "Chapter Three", "第一章", "أولا:"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from briefs.text.heading_words.heading_word_files import folded, heading_words
from briefs.text.roman_numbers import roman_value

NumberKind: TypeAlias = Literal["decimal", "roman", "letter", "han", "division", "annex", "named", "enumerator"]
"""How a heading is numbered. `division`: with the word for a part of a work; `named`: with that for another thing
("Recommendation 3"); `enumerator`: an ordinal in words alone; `han`: Chinese numerals alone."""


@dataclass(frozen=True, slots=True)
class HeadingNumber:
    """The number of a heading: `printed` as received, and `rest`, the heading without it.

    `path` are its components as numbers, outermost first: "2.1" is (2, 1), "B.3" (2, 3), "Annex" alone (). `form` is
    the same for numbers of one look and depth: "I.", "1.1", "(a)", "chapter 1". `rank` is that of a division, 0 for the
    outermost. If `is_bare`, no sign sets the number apart ("3 Wells"), so only other headings can show that it is one.
    """

    printed: str
    rest: str
    kind: NumberKind
    path: tuple[int, ...]
    form: str
    rank: int = 0
    is_bare: bool = False


_LONGEST = 160
"""How many characters of a heading are looked at for its number."""
_COMPONENT = r"(?:\d{1,3}|[IVXL]{1,7}|[ivxl]{1,7}|[A-Za-z]|[А-Яа-яΑ-Ωα-ω])"
_PLAIN = re.compile(
    rf"(?P<open>[(\[]|§+\s?)?(?P<path>{_COMPONENT}(?:[.\-]{_COMPONENT}){{0,5}})"
    r"(?P<close>\.\)|\.?[–—:-](?=\s)|[.)\]:](?:\s?[–—-](?=\s))?|\s[–—-](?=\s)|．|、)?(?P<space>\s+|$|(?<=[．、]))"
)
_HAN = "零〇一二三四五六七八九十百"
_HAN_ALONE = re.compile(rf"(?P<open>[(（])?(?P<path>[{_HAN}]{{1,5}})(?P<close>[)）]、?|[、．.：:])\s*")
_HAN_DIVISION = re.compile(rf"第\s?(?P<path>[{_HAN}]{{1,5}}|\d{{1,3}})\s?")
_HAN_ANNEX = re.compile(rf"(?P<word>[一-鿿]{{2}})\s?(?P<path>[{_HAN}]{{1,5}}|\d{{1,3}})")
_WIDE = str.maketrans("()", "（）")
_HAN_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0}
_AFTER_WORD = re.compile(r"[\s]*[.:–—-]?[.:–—\-\s]*")
_LETTERS = {letter: value for value, letter in enumerate("abcdefghijklmnopqrstuvwxyz", 1)}
_OTHER_LETTERS = {letter: value for value, letter in enumerate("абвгдежзиклмнопрстуфхцчшщэюя", 1)} | {
    letter: value for value, letter in enumerate("αβγδεζηθικλμνξοπρστυφχψω", 1)
}
_ENDS = ".:)–—-"
_SIGNS = frozenset(map(folded, ("#", "n°", "no", "nº", "nr", "№", "num")))
"""What stands before a number and says that it is one."""


def heading_number(text: str) -> HeadingNumber | None:
    """The number at the beginning of a heading; None if it has none.

    A letter that may also be a Roman number is one if it is I, V or X: `numbers_in_order` knows better. Numbers of
    figures and tables are none, and neither are quantities ("5 pillars", "1.5 million people") and years.
    """
    text = text.strip().lstrip("*_ ")
    head = text[:_LONGEST]
    if not head:
        return None
    return _han(text, head) or _with_word(text, head) or _plain(text, head)


def numbers_in_order(texts: Sequence[str]) -> list[HeadingNumber | None]:
    """The numbers of headings, in the order of the report: "I." is a letter after "H.", and a number that no sign sets
    apart counts only if it begins a sequence or goes on with one."""
    numbers: list[HeadingNumber | None] = []
    last: dict[str, tuple[int, ...]] = {}
    for text in texts:
        number = heading_number(text)
        if number and (letter := _as_letter(number)) and _is_next(last.get(letter.form), letter.path):
            number = letter
        if number and number.is_bare and not _may_follow(last, number):
            number = None
        if number:
            last[number.form] = number.path
        numbers.append(number)
    return numbers


def _plain(text: str, head: str) -> HeadingNumber | None:
    """A number, Roman number or letter at the beginning, alone or as a path with periods."""
    match = _PLAIN.match(head)
    if not match:
        return None
    parts = re.split(r"[.\-]", match["path"])
    rest = text[match.end() :]
    closing, opening = (match["close"] or "").strip(), (match["open"] or "").strip()
    is_bare = not closing and not opening and len(parts) == 1
    values = [_component(part) for part in parts]
    if opening in ("(", "[") and not closing:
        return None  # the brackets are around more than a number
    if None in values or (len(parts) > 1 and "-" in match["path"] and parts[0].isdigit()):
        return None
    kinds = [value[0] for value in values if value]
    path = tuple(value[1] for value in values if value)
    is_digit = kinds[0] == "decimal"
    if not rest and (is_digit or is_bare or len(parts) > 1 or (kinds[0] == "letter")):
        return None
    if not is_digit and len(parts) > 1 and any(part.isalpha() and part.islower() for part in parts):
        return None  # "i.e.", "e.g."
    if _begins_small(rest) and (not closing or (len(parts) > 1 and not is_digit)):
        return None
    if is_bare and not is_digit and (kinds[0] == "letter" or parts[0].islower() or "L" in parts[0]):
        return None
    if (rest and rest[0] in ",;%°€$£") or (is_bare and rest[:1].isdigit()):
        return None
    if len(path) > 1 and path[-1] == 0 and parts[-1] == "0":
        path = path[:-1]  # "1.0" is "1"
    form = opening + ".".join(_sample(kind, part) for kind, part in zip(kinds, parts, strict=True)) + closing[:1]
    return HeadingNumber(match[0].strip(), rest, kinds[0], path, form, is_bare=is_bare)


def _begins_small(rest: str) -> bool:
    return rest.lstrip("\"'“”‘’«»„*(")[:1].islower()


def _component(part: str) -> tuple[NumberKind, int] | None:
    if part.isdigit():
        return ("decimal", int(part))
    roman = roman_value(part)
    if roman and (len(part) > 1 or part in "IVXivx"):
        return ("roman", roman)
    value = _LETTERS.get(part.lower()) or _OTHER_LETTERS.get(part.lower())
    return ("letter", value) if value else None


def _sample(kind: NumberKind, part: str) -> str:
    """What stands in a form for a component of this kind."""
    sample = {"decimal": "1", "roman": "I"}.get(kind, "A")
    return sample.lower() if part.islower() else sample


def _with_word(text: str, head: str) -> HeadingNumber | None:
    """A number with a word: "Chapter 3", "Annex", "First part", "أولا:"."""
    words = heading_words()
    tokens = head.split(maxsplit=3)
    first = folded(tokens[0]).strip(_ENDS)
    second = folded(tokens[1]).strip(_ENDS) if len(tokens) > 1 else ""
    if first in words.enumerators and (tokens[0][-1] in _ENDS + "،" or second in _ENDS):
        return _worded(text, tokens[:1], "enumerator", (words.enumerators[first],), "enumerator", 0)
    if first in words.numerals and second in words.divisions:
        return _worded(text, tokens[:2], "division", (words.numerals[first],), second, words.divisions[second])
    kind: NumberKind
    if first in words.divisions:
        kind, rank = "division", words.divisions[first]
    elif first in words.annexes:
        kind, rank = "annex", 0
    elif first in words.named:
        kind, rank = "named", 0
    else:
        return None
    own = tokens[:3] if len(tokens) > 2 and folded(tokens[1]).rstrip(".") in _SIGNS else tokens[:2]
    if len(own) > 1 and tokens[0][-1] not in ":)" and (path := _numeral(own[-1].lstrip("#№"))) is not None:
        number = _worded(text, own, kind, path, first, rank)
        is_heading = own[-1][-1] in _ENDS or not _begins_small(number.rest)
        return number if is_heading else None
    is_alone = len(tokens) == 1 or tokens[0][-1] in _ENDS or not second
    return _worded(text, tokens[:1], kind, (), first, rank) if kind == "annex" and is_alone else None


def _numeral(token: str) -> tuple[int, ...] | None:
    """The number that follows the word for a division: digits, Roman, a letter, or a word."""
    bare = token.strip("().:–—-,")
    if not bare or token[-1] in ",;":
        return None
    if (value := heading_words().numerals.get(folded(bare))) is not None:
        return (value,)
    values = [_component(part) for part in bare.split(".")] if len(bare) <= 12 else [None]
    if None in values or (bare.isalpha() and bare.islower() and not roman_value(bare)):
        return None
    return tuple(value[1] for value in values if value)


def _worded(
    text: str, tokens: list[str], kind: NumberKind, path: tuple[int, ...], word: str, rank: int
) -> HeadingNumber:
    end = 0
    for token in tokens:
        end = text.index(token, end) + len(token)
    if match := _AFTER_WORD.match(text, end):
        after = match.end()
    form = f"{word}{' 1' * (1 if path else 0)}{'.1' * (len(path) - 1)}"
    return HeadingNumber(text[:end].strip(), text[after:], kind, path, form, rank)


def _han(text: str, head: str) -> HeadingNumber | None:
    """A number in Chinese: "第一章 总则", "二、", "（三）", "附件一"."""
    if match := _HAN_ALONE.match(head):
        form = f"{match['open'] or ''}一{match['close'][:1]}".translate(_WIDE)
        return HeadingNumber(match[0].strip(), text[match.end() :], "han", (_han_value(match["path"]),), form)
    words = heading_words()
    if match := _HAN_DIVISION.match(head):
        for length in (2, 1):
            word = text[match.end() : match.end() + length]
            if word in words.divisions:
                number, rank = _han_value(match["path"]), words.divisions[word]
                return _before(text, match.end() + length, "division", number, f"第一{word}", rank)
    elif (match := _HAN_ANNEX.match(head)) and match["word"] in words.annexes:
        return _before(text, match.end(), "annex", _han_value(match["path"]), f"{match['word']}一")
    return None


def _before(text: str, end: int, kind: NumberKind, number: int, form: str, rank: int = 0) -> HeadingNumber:
    return HeadingNumber(text[:end], text[end:].lstrip(" \u3000:：、．."), kind, (number,), form, rank)


def _han_value(digits: str) -> int:
    """The value of a Chinese number below a thousand, or of digits."""
    if digits.isdigit():
        return int(digits)
    total = digit = 0
    for character in digits:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = digit * 10 + _HAN_DIGITS[character] if digit else _HAN_DIGITS[character]
    return total + digit


def _as_letter(number: HeadingNumber) -> HeadingNumber | None:
    """The same number read as a letter, if it may be one: "I." is the ninth."""
    bare = number.printed.strip("().[]:–—- ")
    if number.kind != "roman" or len(bare) != 1:
        return None
    letter = "a" if bare.islower() else "A"
    form = number.form.replace("i" if bare.islower() else "I", letter)
    return replace(number, kind="letter", path=(_LETTERS[bare.lower()],), form=form)


def _is_next(last: tuple[int, ...] | None, path: tuple[int, ...]) -> bool:
    return last is not None and last[:-1] == path[:-1] and path[-1] == last[-1] + 1


def _may_follow(last: dict[str, tuple[int, ...]], number: HeadingNumber) -> bool:
    before = last.get(number.form)
    return number.path[-1] <= 1 if before is None else _is_next(before, number.path) or number.path[-1] == 1
