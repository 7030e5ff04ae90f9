"""What the elements within a run say (ISO/IEC 29500-1, 17.3.3), and which fields say nothing that is wording."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefs.word.controls import CHECKED, UNCHECKED
from briefs.word.elements import Element, local_name, qn, value_of

TICKED = frozenset({CHECKED, "\u2611", "\u2612", "\u2714", "\u2705"})
BOXES = TICKED | {UNCHECKED}
"""Signs that stand for a box, as programs leave them that do not know controls."""
_SYMBOLS = {
    ("wingdings", 0xA8): UNCHECKED,
    ("wingdings", 0x6F): UNCHECKED,
    ("wingdings", 0xFE): "\u2611",
    ("wingdings", 0xFD): CHECKED,
    ("wingdings 2", 0xA3): UNCHECKED,
    ("wingdings 2", 0x52): "\u2611",
    ("wingdings 2", 0x53): CHECKED,
    **{("wingdings", place): sign for place, sign in zip(b"JKL\xdf\xe0\xe7\xe8\xf3", "☺😐☹←→⬅➔⇔", strict=True)},
    **{
        ("symbol", place): sign
        for place, sign in zip(
            b"ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprVstufcyw\xb7-\xa3\xb3\xb1\xb4\xb8\xb9\xbb\xb0\xae\xac\xa5\xa2\xb2",
            "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρςστυφχψω•−≤≥±×÷≠≈°→←∞′″",
            strict=True,
        )
    },
}
"""Characters of fonts of symbols, by font and place: boxes, what Word makes of `:)` and `-->`, Greek letters, signs."""
_CONSTANT = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
_TEXTS = frozenset({qn("w:t"), qn("w:delText"), qn("m:t")})
_BREAK, _SYMBOL = qn("w:br"), qn("w:sym")
_COUNTED = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b|\s*NOTEREF\b.*\\f\b", re.IGNORECASE | re.DOTALL)
"""Fields that give numbers of pages, or the mark of a note once more."""
_CITED = re.compile(r"\s*(?:NOTE)?REF\s+_", re.IGNORECASE)
"""Fields that give the number of a paragraph or note with a hidden bookmark."""


_SHOWN = ("t", "delText", "tab", "ptab", "br", "cr", "sym", "noBreakHyphen", "drawing", "pict", "object")
_CALLED = ("fldChar", "fldSimple", "footnoteReference", "endnoteReference")
_SEEN = (*(qn(f"w:{name}") for name in (*_SHOWN, *_CALLED)), qn("m:t"))


def shows_something(content: Element) -> bool:
    """Whether anything is seen of what stands in a paragraph: words, pictures, fields, marks of notes, breaks."""
    return any(one.text if one.tag in _TEXTS else local_name(_parent(one)) != "tabs" for one in content.iter(*_SEEN))


def said_by(element: Element) -> str:
    """What an element within a run says; empty for one that says nothing. Breaks of pages and columns say nothing."""
    tag = element.tag
    if tag in _TEXTS:
        return element.text or ""
    if tag == _BREAK:
        return "" if value_of(element, "type") in ("page", "column") else "\n"
    if tag == _SYMBOL:
        return _symbol(element)
    return _CONSTANT.get(str(tag), "")


def _symbol(element: Element) -> str:
    """A character of a font of symbols (17.3.3.30), which may be counted from F000."""
    try:
        code = int(value_of(element, "char"), 16)
    except ValueError:
        return ""
    known = sign_of_font(value_of(element, "font"), code)
    return known or (chr(code) if 0x20 <= code <= 0xFFFD and not 0xD800 <= code <= 0xDFFF else "")


def sign_of_font(font: str, code: int) -> str:
    """The character that a place in a font of symbols stands for, which may be counted from F000; empty if unknown."""
    return _SYMBOLS.get((font.lower(), code - 0xF000 if 0xF000 <= code <= 0xF0FF else code), "")


def _parent(element: Element) -> Element:
    parent = element.getparent()
    return element if parent is None else parent


def is_counted(instruction: str) -> bool:
    """Whether a field with this instruction gives a number of pages, or the mark of a note."""
    return _COUNTED.match(instruction) is not None


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    has_result: bool = False
    is_hidden: bool = False
    is_changed: bool = False
    revisions: list[int] = field(default_factory=list)

    def read(self, element: Element) -> None:
        if element.tag != qn("w:fldChar"):
            self.instruction += "" if self.has_result else element.text or ""
        elif value_of(element, "fldCharType") == "separate":
            self.has_result, self.is_hidden = True, is_counted(self.instruction)


@dataclass(slots=True)
class FieldStack:
    """The complex fields that are open (17.16.18): what stands in their instructions is no text.

    Each piece of a field may be inserted or deleted by itself. So there are those that are open if all changes are
    rejected, and those if all are accepted.
    """

    _base: list[_Field] = field(default_factory=list)
    _final: list[_Field] = field(default_factory=list)

    def read(
        self, element: Element, revisions: tuple[int, ...] = (), *, in_base: bool = True, in_final: bool = True
    ) -> list[int]:
        """Note a `w:fldChar`, or a piece of an instruction, with the tracked changes around it.

        Returns those around the pieces of the field that ends here, if words of its result were changed too.
        """
        found: list[int] = []
        kind = value_of(element, "fldCharType")
        for stack, has_it in ((self._base, in_base), (self._final, in_final)):
            if not has_it:
                continue
            if kind == "begin":
                stack.append(_Field())
            if not stack:
                continue
            stack[-1].revisions += revisions
            stack[-1].read(element)
            if kind == "end" and (ended := stack.pop()).is_changed:
                found += ended.revisions
        return found

    def say(self, *, in_base: bool = True, in_final: bool = True, is_changed: bool = False) -> bool:
        """Note that words stand here; returns whether they are no text: part of an instruction, or counted."""
        for one in (*self._base, *self._final) if is_changed else ():
            one.is_changed = True
        return any(not one.has_result or one.is_hidden for one in self._at(in_base, in_final))

    def cites(self, *, in_base: bool = True, in_final: bool = True) -> bool:
        """Whether what is read now is the number of what stands elsewhere, as a program has computed it."""
        return any(_CITED.match(one.instruction) for one in self._at(in_base, in_final))

    def close(self) -> list[int]:
        """End all fields: a broken one hides no more than its paragraph. Returns what `read` does."""
        found = [number for one in (*self._base, *self._final) if one.is_changed for number in one.revisions]
        self._base.clear()
        self._final.clear()
        return found

    def _at(self, in_base: bool, in_final: bool) -> list[_Field]:
        """The fields that are open at words which are there if all is rejected, or accepted, or both."""
        return self._base if in_base and not in_final else self._final
