"""Settings of a brief: the program's, and those of the reference document that its page set-up depends on.

No other settings of the reference are taken, since they can hold local paths, variables and editing history.
"""

from __future__ import annotations

from copy import deepcopy

from briefs.word.elements import Element, local_name, qn, w
from briefs.word.settings import compatibility, separator_notes, settings_root

_KEPT = {
    "embedTrueTypeFonts",
    "saveSubsetFonts",
    "mirrorMargins",
    "bordersDoNotSurroundHeader",
    "bordersDoNotSurroundFooter",
    "defaultTabStop",
    "evenAndOddHeaders",
    "clrSchemeMapping",
}
_TAB_STOP = 454
"""The distance of default tab stops, in twips: 8 mm, where the text of numbered paragraphs begins."""


def document_settings(reference: Element | None, language: str, has_notes: bool, embeds_fonts: bool = False) -> Element:
    """The root of the settings part of a brief in `language` (BCP 47); `reference` is the root of the reference's.

    If the program `embeds_fonts`, Word keeps them when it saves the file, as far as its characters need them.
    """
    ours = [
        w("zoom", percent=100),
        w("defaultTabStop", val=_TAB_STOP),
        w("characterSpacingControl", val="doNotCompress"),
        compatibility(),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
        w("themeFontLang", val=language),
    ]
    notes = [separator_notes()] if has_notes else []
    theirs = () if reference is None else reference
    fonts = [w("embedTrueTypeFonts"), w("saveSubsetFonts")] if embeds_fonts else []
    kept = (_bare(each) for each in theirs if local_name(each) in _KEPT)
    return settings_root([*ours, *notes, *kept, *fonts])


def _bare(setting: Element) -> Element:
    """A copy of a setting with nothing in it, and attributes of its own namespace only: none of these leads away."""
    made = deepcopy(setting)
    made[:] = []
    for name in list(made.attrib):
        if not str(name).startswith(qn("w:")):
            del made.attrib[name]
    return made
