"""The numbering part: one running list through the brief, and a list of its own for each bulleted list.

Definitions are found in the reference document by name, so that a designer can change them there; what is
missing is added. (ISO/IEC 29500-1, 17.9)
"""

from __future__ import annotations

from briefs.render.reference.starter import ACCENT, BULLET_INDENT, INDENT
from briefs.word.elements import Element, parse, qn, w

PARAGRAPHS = "Brief Paragraphs"
BULLETS = "Brief Bullets"


def _definition(name: str, number_id: str, form: str, text: str, indent: int) -> str:
    return f"""<w:abstractNum w:abstractNumId="0"><w:nsid w:val="{number_id}"/>
        <w:multiLevelType w:val="singleLevel"/><w:tmpl w:val="{number_id}"/><w:name w:val="{name}"/>
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="tab"/>
        <w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>
        <w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr>
        <w:rPr><w:b w:val="0"/><w:i w:val="0"/><w:color w:val="{ACCENT}"/></w:rPr></w:lvl></w:abstractNum>"""


_DEFINITIONS = {
    PARAGRAPHS: _definition(PARAGRAPHS, "1B8E5A01", "decimal", "%1", INDENT),
    BULLETS: _definition(BULLETS, "1B8E5A02", "bullet", "•", BULLET_INDENT),
}


class Numbering:
    """The lists of one document, written into `root` (`w:numbering`); `bulleted` are those with bullets."""

    def __init__(self, root: Element) -> None:
        self.root = root
        _drop_picture_bullets(root)
        self._definitions = {name: self._define(name) for name in _DEFINITIONS}
        self.bulleted: list[int] = []
        self._running = 0
        self._reached: int | None = None

    def running(self, number: int) -> int:
        """The list in which Word's own count at this place is `number`: one list while numbers are consecutive."""
        if self._reached is None or number != self._reached + 1:
            self._running = self._begin(PARAGRAPHS, number)
        self._reached = number
        return self._running

    def bullets(self) -> int:
        """A new bulleted list."""
        self.bulleted.append(self._begin(BULLETS))
        return self.bulleted[-1]

    def _begin(self, definition: str, start: int = 1) -> int:
        """A new `w:num`; without an override of its own it would go on counting where the last one ended."""
        number = self._free("num", "numId")
        override = w("lvlOverride", w("startOverride", val=start), ilvl=0)
        made = w("num", w("abstractNumId", val=self._definitions[definition]), override, numId=number)
        self._insert(made, before=("numIdMacAtCleanup",))
        return number

    def _define(self, name: str) -> int:
        """The number of a definition, which is added if it is not there."""
        for found in self.root.iterfind(qn("w:abstractNum")):
            named = found.find(qn("w:name"))
            if named is not None and named.get(qn("w:val")) == name:
                return int(found.get(qn("w:abstractNumId"), "0"))
        number = self._free("abstractNum", "abstractNumId")
        made = parse(_DEFINITIONS[name])[0]
        made.set(qn("w:abstractNumId"), str(number))
        self._insert(made, before=("num", "numIdMacAtCleanup"))
        return number

    def _free(self, name: str, attribute: str) -> int:
        used = (int(e.get(qn(f"w:{attribute}"), "0")) for e in self.root.iterfind(qn(f"w:{name}")))
        return max(used, default=0) + 1

    def _insert(self, made: Element, before: tuple[str, ...]) -> None:
        later = {qn(f"w:{name}") for name in before}
        place = next((i for i, child in enumerate(self.root) if child.tag in later), len(self.root))
        self.root.insert(place, made)


def _drop_picture_bullets(root: Element) -> None:
    """Remove pictures that stand for bullets: they are parts of the reference document, which a brief has not."""
    for name in ("numPicBullet", "lvlPicBulletId"):
        for found in list(root.iter(qn(f"w:{name}"))):
            parent = found.getparent()
            assert parent is not None
            parent.remove(found)
