"""Settings of a brief: the program's, and those of the reference document that its page set-up depends on.

No other settings of the reference are taken, since they can hold local paths, variables and editing history.
"""

from __future__ import annotations

from copy import deepcopy

from briefs.word.elements import Element, local_name, w
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


def document_settings(reference: Element | None, language: str, has_notes: bool) -> Element:
    """The root of the settings part of a brief in `language` (BCP 47); `reference` is the root of the reference's."""
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
    return settings_root([*ours, *notes, *(deepcopy(each) for each in theirs if local_name(each) in _KEPT)])
