"""Reads a call of a brief's template by what it must consist of, ids and options, whatever signs stand between them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import zip_longest

from briefs.compose.jinja.strings import QUOTES
from briefs.model.folding import described

_CALL = re.compile(r"\W*?(\w+)\W*?[(\[{]?(.*?)(\)\W*(\w+)\s*)?", re.DOTALL)
_ID = re.compile(r"[^\W\d_]\w*(?:[.-]\w+)+")
_PLAIN = re.compile(r"true|false|none|\d+", re.IGNORECASE)
_JUNK = re.compile(rf"[\s{QUOTES}=:,;()\[\]\\/#%&*+<>|~^$§!?@`-]+")


def read_call(inside: str, calls: Mapping[str, Collection[str]], ids: Collection[str]) -> str | None:
    """The call that `inside` is meant to be; None if it holds anything but `ids` and the options of one of `calls`."""
    found = _CALL.fullmatch(inside)
    if found is None or found[1] not in calls or "{" in found[2] or "}" in found[2]:
        return None
    name, text = found[1], found[2]
    options = {rf"[\s{QUOTES}–-]?".join(option): option for option in sorted(calls[name], key=len, reverse=True)}
    begins = list(re.finditer(rf"(?<![\w.])({'|'.join(options) or '(?!)'})(?![\w.])", text))
    begins = [one for one in begins if re.match(rf"[\s{QUOTES}]*[=:]|[^\w=]*[{QUOTES}]", text[one.end() :])]
    written = _ids(text[: begins[0].start()] if begins else text, ids)
    if not written:
        return None
    arguments = [f'"{one}"' for one in written]
    for one, other in zip_longest(begins, begins[1:]):
        value = text[one.end() : other.start() if other else len(text)]
        is_quoted = re.match(rf"[\s=:]*[{QUOTES}]", value) is not None
        if not (value := _stripped(value)) or (not is_quoted and re.search("[,=]", value)):
            return None
        option = re.sub(r"\W", "", one[1])
        arguments.append(f"{option}={value.lower()}" if _PLAIN.fullmatch(value) else f'{option}="{value}"')
    return f" {name}({', '.join(arguments)}){'.' + found[4] if found[4] else ''} "


def _ids(text: str, ids: Collection[str]) -> list[str] | None:
    """The ids in `text`, which has nothing else but signs; None if it has."""
    for between in ("", " "):
        plain = re.sub(f"[{QUOTES}]", between, re.sub(r"(?<=[\W_])(?:and|or)(?=\W)", ",", text))
        words = _ID.findall(plain)
        if all(word in ids for word in words) and not re.search(r"\w", _ID.sub("", plain)):
            return words
    return None


def _stripped(value: str) -> str:
    """The value of an option without the signs around it."""
    start = _JUNK.match(value)
    value = value[start.end() if start else 0 :]
    end = re.search(_JUNK.pattern + r"\Z", value)
    value = value[: end.start()] if end else value
    if plain := re.match(rf"({_PLAIN.pattern})\W*\Z", value, re.IGNORECASE):
        return plain[1]
    pairs = iter("“”" * len(value) if value.count('"') % 2 == 0 else "")
    return re.sub('"', lambda _: next(pairs, ""), value)


def differences(typed: str, meant: str) -> Iterator[tuple[int, str]]:
    """In words, how `typed` differs from what it is `meant` to be, other than in spaces, and where in `typed`."""
    places = [at for at, sign in enumerate(typed) if not sign.isspace()]
    one, other = "".join(typed.split()), "".join(meant.split())
    for kind, start, end, at, to in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        place = places[min(start, len(places) - 1)] if places else 0
        wrong = one[start:end]
        wrong, right = _named(wrong), _named(other[at:to])
        around = _word_at(one, start)
        if kind == "replace":
            yield place, f"{wrong} in place of {right}"
        elif kind == "delete":
            yield place, f"{wrong} {around} is too much"
        elif kind == "insert":
            yield place, f"{right} is missing {around}"


def _named(signs: str) -> str:
    """Signs as messages show them."""
    if not signs.isascii():
        return " ".join(map(described, signs))
    return "a quotation mark" if signs == '"' else signs if '"' in signs else f'"{signs}"'


def _word_at(text: str, position: int) -> str:
    """Where `position` is in `text`: after or before which word."""
    before = re.findall(r"[\w.-]+", text[:position])
    after = re.findall(r"[\w.-]+", text[position:])
    if before:
        return f"after {before[-1]}"
    return f"before {after[0]}" if after else ""
