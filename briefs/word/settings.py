"""The settings part: the order of its elements, and what makes a current Word document (ISO/IEC 29500-1, 17.15)."""

from __future__ import annotations

from collections.abc import Iterable

from briefs.word.elements import Element, local_name, root, w
from briefs.word.notes import SEPARATORS

_ORDER = (
    "zoom",
    "embedTrueTypeFonts",
    "saveSubsetFonts",
    "mirrorMargins",
    "bordersDoNotSurroundHeader",
    "bordersDoNotSurroundFooter",
    "defaultTabStop",
    "evenAndOddHeaders",
    "characterSpacingControl",
    "footnotePr",
    "compat",
    "themeFontLang",
    "clrSchemeMapping",
    "decimalSymbol",
    "listSeparator",
)
"""The schema's order (ISO/IEC 29500-1, A.1, CT_Settings) of the elements that our documents have."""

_COMPATIBILITY = {
    "compatibilityMode": "15",
    "overrideTableStyleFontSizeAndJustification": "1",
    "enableOpenTypeFeatures": "1",
    "doNotFlipMirrorIndents": "1",
    "differentiateMultirowTableHeaders": "1",
}


def settings_root(settings: Iterable[Element]) -> Element:
    """The root of a settings part with `settings`, in the order of the schema; of two equal ones, the later counts."""
    by_name = {local_name(setting): setting for setting in settings}
    return root("settings", *(by_name[name] for name in _ORDER if name in by_name))


def compatibility() -> Element:
    """The settings by which Word opens a document in its own mode ([MS-DOCX] 2.3.3)."""
    uri = "http://schemas.microsoft.com/office/word"
    return w("compat", *(w("compatSetting", name=name, uri=uri, val=value) for name, value in _COMPATIBILITY.items()))


def separator_notes() -> Element:
    """The setting that names the footnotes with the rules above notes."""
    return w("footnotePr", *(w("footnote", id=number) for number in SEPARATORS.values()))
