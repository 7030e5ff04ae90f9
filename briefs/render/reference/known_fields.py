"""Fields in headers and footers that may stay: page numbers, and properties of the brief. Any other goes.

Whatever a field hides in, such as another field, the base of a phonetic guide or an alternative for old programs, it
runs in Word (17.16). So each mark of a field must be part of one that is known as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefs.render.reference.header_fields import property_shown
from briefs.render.reference.header_story import PAGE_NUMBERS
from briefs.word.elements import Element, local_name, qn, remove, unwrap

_SWITCHES = re.compile(
    r'\s*(\w+)(?:\s+(?:"[^"\\]{0,60}"|[^\s"\\]{1,60}))?'
    r"(?:\s*\\\*\s*(?:mergeformat|charformat|arabic|arabicdash|roman|alphabetic|upper|lower|caps|firstcap|ordinal"
    r"|cardtext|ordtext)\b"
    r'|\s*\\#\s*(?:"[0#., ]{0,20}"|[0#.,]{1,20})|\s*\\[a-z]\b)*\s*',
    re.IGNORECASE,
)
"""A name, one argument, and how the result is formatted (17.16.4)."""
_WITHOUT_ARGUMENT = re.compile(r"\s*\w+\s*(?:\\.*)?", re.DOTALL)
_MARKS = ("fldChar", "instrText", "t")
_LONGEST = 200


def keep_known_fields(root: Element) -> list[str]:
    """Remove from a header or footer all fields but the known ones; returns the names of what was removed, each once.

    What a field shows goes with it.
    """
    taken: dict[str, None] = {}
    for simple in list(root.iter(qn("w:fldSimple"))):
        code = simple.get(qn("w:instr"), "")
        around = next(simple.iterancestors(qn("w:fldSimple")), None)
        held = simple.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:fldSimple"))
        if around is not None or any(each is not simple for each in held) or not is_known_field(code):
            taken[_named(code)] = None
            for each in list(simple.iter(qn("w:instrText"))):
                taken[_named(each.text or "")] = None
            _take_simple(simple)
    for marks in _stories(root):
        for code in _take_unknown(marks):
            taken[_named(code)] = None
    for mark in root.iter(qn("w:fldChar")):
        mark[:] = []  # data of a form, with the names of macros
    return list(taken)


def is_known_field(code: str) -> bool:
    """Whether a field with this code is one that briefs may have."""
    found = _SWITCHES.fullmatch(code) if len(code) <= _LONGEST else None
    name = found[1].upper() if found else ""
    if name in PAGE_NUMBERS:
        return bool(_WITHOUT_ARGUMENT.fullmatch(code))
    if not found or not property_shown(code):
        return False
    return name in ("STYLEREF", "DOCPROPERTY") or bool(_WITHOUT_ARGUMENT.fullmatch(code))


def _named(code: str) -> str:
    """The name of a field in a message."""
    return next(iter(code.split()), "a broken field")[:40]


def _take_simple(simple: Element) -> None:
    for each in list(simple.iter(*(qn(f"w:{name}") for name in _MARKS))):
        remove(each)
    for inner in [*simple.iter(qn("w:fldSimple"))][1:]:
        unwrap(inner)
    unwrap(simple)


def _stories(root: Element) -> Iterator[list[Element]]:
    """The marks of fields and the words between them: of the part itself, and of each text box."""
    found: dict[Element, list[Element]] = {}
    waiting: list[tuple[Element, Element]] = [(root, root)]
    while waiting:
        element, story = waiting.pop()
        if local_name(element) in _MARKS:
            found.setdefault(story, []).append(element)
        own = element if element.tag in (qn("w:txbxContent"), qn("mc:Choice"), qn("mc:Fallback")) else story
        waiting += [(child, own) for child in reversed(element)]
    yield from found.values()


def _take_unknown(marks: Iterable[Element]) -> Iterator[str]:
    """Remove all fields from a story that are not known, as they stand from their first mark to their last."""
    span: list[Element] = []
    depth = 0
    for mark in marks:
        kind = mark.get(qn("w:fldCharType"), "") if local_name(mark) == "fldChar" else ""
        if depth == 0 and kind != "begin":
            if local_name(mark) != "t":
                yield from _take([mark])
            continue
        span.append(mark)
        depth += (kind == "begin") - (kind == "end")
        if depth == 0:
            if not _is_whole(span):
                yield from _take(span)
            span = []
    yield from _take([mark for mark in span if local_name(mark) != "t"])


def _is_whole(span: list[Element]) -> bool:
    """Whether marks are one field without another in it, that says what it does only where it must."""
    kinds = [mark.get(qn("w:fldCharType"), "") for mark in span if local_name(mark) == "fldChar"]
    names = [
        mark.get(qn("w:fldCharType"), "") if local_name(mark) == "fldChar" else local_name(mark)[:1] for mark in span
    ]
    if kinds not in (["begin", "separate", "end"], ["begin", "end"]):
        return False
    code_end = names.index("separate") if "separate" in names else len(names) - 1
    before, after = span[1:code_end], span[code_end:]
    if any(local_name(mark) != "instrText" for mark in before) or any(local_name(m) == "instrText" for m in after):
        return False
    return is_known_field("".join(mark.text or "" for mark in before))


def _take(span: list[Element]) -> Iterator[str]:
    codes = "".join(mark.text or "" for mark in span if local_name(mark) == "instrText")
    if any(local_name(mark) != "t" for mark in span):
        yield codes
    for mark in span:
        remove(mark)
