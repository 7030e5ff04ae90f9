"""Which properties no text of a brief can have, by the styles of a reference document that may have them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefs.render.reference.starter_styles import STYLES, own_ancestry
from briefs.word.style_properties import PropertyKind

_RIGHT_TO_LEFT = ("ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi")
"""Languages that are written from right to left."""
_LISTS = ("ListBullet", "ListNumber")
"""Styles whose paragraphs always have numbers or bullets of ours, in place of those of the style."""
RUNNING = ("Normal", "BodyText")
"""The styles of running text, which others are based on."""
IN_CELLS = tuple(style.id for style in STYLES if any(each.id == "TableText" for each in own_ancestry(style)))
"""The styles of text in tables."""
_HEADS = {style.id for style in STYLES if style.level is not None or style.based_on.startswith("Heading")} | {"Title"}
_KEPT = {style.id for style in STYLES if any(each.keep in ("next", "both") for each in own_ancestry(style))} | _HEADS


class Rule(NamedTuple):
    """A property that some styles must not have: how it is turned off where it is inherited, and what it does."""

    kind: PropertyKind
    name: str
    neutral: str
    does: str


_OF_ALL = (
    Rule("pPr", "pageBreakBefore", '<w:pageBreakBefore w:val="0"/>', "begins a new page"),
    Rule("pPr", "framePr", "", "stands in a frame beside the text"),
    Rule("pPr", "textDirection", '<w:textDirection w:val="lrTb"/>', "runs from top to bottom"),
    Rule("pPr", "wordWrap", '<w:wordWrap w:val="1"/>', "is broken within words"),
    Rule("rPr", "vanish", '<w:vanish w:val="0"/>', "is hidden"),
    Rule("rPr", "webHidden", '<w:webHidden w:val="0"/>', "is hidden"),
    Rule("rPr", "specVanish", '<w:specVanish w:val="0"/>', "is hidden"),
    Rule("rPr", "fitText", "", "is pressed into a fixed width"),
)
_LEFT_TO_RIGHT = (
    Rule("pPr", "bidi", '<w:bidi w:val="0"/>', "runs from right to left"),
    Rule("rPr", "rtl", '<w:rtl w:val="0"/>', "runs from right to left"),
    Rule("rPr", "cs", '<w:cs w:val="0"/>', "has the font of Arabic and Hebrew"),
)
NUMBER = Rule("pPr", "numPr", '<w:numPr><w:numId w:val="0"/></w:numPr>', "is numbered")
_KEEPING = Rule("pPr", "keepNext", '<w:keepNext w:val="0"/>', "is kept on one page with what follows")
_OUTLINE = Rule("pPr", "outlineLvl", '<w:outlineLvl w:val="9"/>', "counts as a heading")
_NO_BORDERS = "".join(f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right", "between"))
_OF_RUNNING_TEXT = (
    Rule("pPr", "pBdr", f"<w:pBdr>{_NO_BORDERS}</w:pBdr>", "has borders"),
    Rule("pPr", "shd", '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>', "has shading"),
    Rule("rPr", "caps", '<w:caps w:val="0"/>', "is in capitals"),
    Rule("rPr", "smallCaps", '<w:smallCaps w:val="0"/>', "is in small capitals"),
    Rule("rPr", "strike", '<w:strike w:val="0"/>', "is struck through"),
    Rule("rPr", "dstrike", '<w:dstrike w:val="0"/>', "is struck through"),
    Rule("rPr", "outline", '<w:outline w:val="0"/>', "is in outline"),
    Rule("rPr", "shadow", '<w:shadow w:val="0"/>', "has a shadow"),
    Rule("rPr", "emboss", '<w:emboss w:val="0"/>', "is embossed"),
    Rule("rPr", "imprint", '<w:imprint w:val="0"/>', "is engraved"),
    Rule("rPr", "position", '<w:position w:val="0"/>', "is raised or lowered"),
    Rule("rPr", "highlight", '<w:highlight w:val="none"/>', "is highlighted"),
    Rule("rPr", "u", '<w:u w:val="none"/>', "is underlined"),
    Rule("rPr", "effect", '<w:effect w:val="none"/>', "is animated"),
    Rule("rPr", "bdr", '<w:bdr w:val="nil"/>', "has borders"),
    Rule("rPr", "shd", '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>', "has shading"),
    Rule("rPr", "vertAlign", '<w:vertAlign w:val="baseline"/>', "is raised or lowered"),
    Rule("rPr", "em", '<w:em w:val="none"/>', "has marks of emphasis"),
)
"""What nobody wants for all text, which is what these styles are for."""


def rules_for(own: str, language: str) -> Iterator[Rule]:
    """What the style that the starter calls `own` must not have in a brief in `language` (BCP 47)."""
    yield from _OF_ALL
    if language.partition("-")[0].lower() not in _RIGHT_TO_LEFT:
        yield from _LEFT_TO_RIGHT
    if own not in _LISTS:
        yield NUMBER
    if own not in _KEPT:
        yield _KEEPING
    if own not in _HEADS:
        yield _OUTLINE
    if own in RUNNING:
        yield from _OF_RUNNING_TEXT
