"""The two lists of a brief, running numbers and bullets, which are defined if the reference document does not do so.

A designer changes them in the reference document, where they are found by their names (ISO/IEC 29500-1, 17.9.15).
"""

from __future__ import annotations

from briefs.render.reference.starter_measures import ACCENT, BULLET_INDENT, INDENT
from briefs.word.elements import parse
from briefs.word.numbering import NumberingPart

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


def define_lists(numbering: NumberingPart) -> dict[str, int]:
    """The numbers of the definitions of both lists, by name; missing ones are added to `numbering`."""
    found = {}
    for name, markup in _DEFINITIONS.items():
        known = numbering.definition(name)
        found[name] = numbering.add_definition(parse(markup)[0]) if known is None else known
    return found
