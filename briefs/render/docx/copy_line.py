"""The line that says which copy it is, as runs of a paragraph.

A name in a script that runs from right to left, or of East Asia, is in a run that says so; Word would otherwise take
the font and the order of letters of the language around it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from copy import deepcopy
from itertools import groupby

from briefs.word.elements import Element, insert_before, qn, remove, w

_KANA = re.compile("[\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f]")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")
_HAN = re.compile("[\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_HEBREW = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")
_FROM_RIGHT = ("ar", "he")
_COMPLEX_FONT = "Arial"
"""A font with Arabic and Hebrew that every Word has."""
_AFTER_LANGUAGE = ("em", "eastAsianLayout", "specVanish", "oMath")
"""What follows in the properties of a run."""


def copy_runs(line: str, properties: Element | None = None) -> list[Element]:
    """The runs of the line, each with `properties` (`w:rPr`); none if it is empty."""
    return list(_runs(line, properties))


def _runs(line: str, properties: Element | None) -> Iterator[Element]:
    """Runs of text as it is: within names, no word is told apart from others."""
    for script, letters in groupby(_with_scripts(line), key=lambda one: one[1]):
        text = w("t")
        text.text = "".join(letter for letter, _ in letters)
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        yield w("r", _properties(script, properties), text)


def _with_scripts(line: str) -> Iterator[tuple[str, str]]:
    """Each character with the language tag of its script; empty: as the text around.

    What stands between two letters of one such script belongs to it, and so do marks after its letters.
    """
    scripts = [_script(character) for character in line]
    last = -1
    for place, script in enumerate(scripts):
        if script:
            if last >= 0 and scripts[last] == script and not any(map(str.isalpha, line[last + 1 : place])):
                scripts[last + 1 : place] = [script] * (place - last - 1)
            last = place
        elif last == place - 1 and unicodedata.combining(line[place]):
            scripts[place], last = scripts[last], place
    yield from zip(line, _by_name(line, scripts), strict=True)


def _by_name(line: str, scripts: list[str]) -> list[str]:
    """Han characters are Japanese or Korean beside letters that only these languages have."""
    east = "ja" if _KANA.search(line) else "ko" if _HANGUL.search(line) else "zh"
    return [east if script == "zh" else script for script in scripts]


def _script(character: str) -> str:
    if unicodedata.bidirectional(character) in ("R", "AL"):
        return "he" if _HEBREW.match(character) else "ar"  # tags of the script's chief language
    return "zh" if any(each.match(character) for each in (_HAN, _KANA, _HANGUL)) else ""


def _properties(script: str, given: Element | None) -> Element | None:
    """`given`, with what a run in `script` needs besides, in the order of the schema (A.1, EG_RPrBase)."""
    if not script:
        return deepcopy(given)
    made = w("rPr") if given is None else deepcopy(given)
    for name in ("rtl", "cs", "lang"):
        for old in made.findall(qn(f"w:{name}")):
            remove(old)
    fonts = made.find(qn("w:rFonts"))
    if fonts is None:
        fonts = w("rFonts")
        style = made.find(qn("w:rStyle"))
        made.insert(0 if style is None else 1, fonts)
    if script in _FROM_RIGHT:
        fonts.attrib.pop(qn("w:cstheme"), "")
        fonts.set(qn("w:cs"), _COMPLEX_FONT)
        added = [w("rtl"), w("lang", bidi=script)]
    else:
        fonts.set(qn("w:hint"), "eastAsia")
        added = [w("lang", eastAsia=script)]
    for each in added:
        insert_before(made, each, _AFTER_LANGUAGE)
    return made
