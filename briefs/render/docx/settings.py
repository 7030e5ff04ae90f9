"""Settings: ours, and of the reference document those that its page set-up depends on.

Nothing else of the reference's settings is taken over: they can hold local paths, variables and editing history.
"""

from __future__ import annotations

from briefs.render.docx.notes import SEPARATORS
from briefs.word.elements import Element, parse, qn, root, w

_KEPT = (
    "embedTrueTypeFonts",
    "saveSubsetFonts",
    "mirrorMargins",
    "bordersDoNotSurroundHeader",
    "bordersDoNotSurroundFooter",
    "defaultTabStop",
    "evenAndOddHeaders",
    "clrSchemeMapping",
)
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
"""The order of the schema (ISO/IEC 29500-1, A.1, CT_Settings)."""

_COMPATIBILITY = "".join(
    f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
    for name, value in {
        "compatibilityMode": "15",
        "overrideTableStyleFontSizeAndJustification": "1",
        "enableOpenTypeFeatures": "1",
        "doNotFlipMirrorIndents": "1",
        "differentiateMultirowTableHeaders": "1",
    }.items()
)


def settings(reference: Element | None, language: str, has_notes: bool) -> Element:
    """The root of the settings part. `reference` is that of the reference document."""
    ours = parse(
        f"""<w:zoom w:percent="100"/><w:defaultTabStop w:val="454"/><w:characterSpacingControl w:val="doNotCompress"/>
        <w:compat>{_COMPATIBILITY}</w:compat><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>"""
    )
    made = {child.tag: child for child in ours}
    made[qn("w:themeFontLang")] = w("themeFontLang", val=language)
    if has_notes:
        made[qn("w:footnotePr")] = w("footnotePr", *(w("footnote", id=number) for number in SEPARATORS.values()))
    if reference is not None:
        made |= {child.tag: child for child in reference if child.tag in {qn(f"w:{name}") for name in _KEPT}}
    return root("settings", *(made[qn(f"w:{name}")] for name in _ORDER if qn(f"w:{name}") in made))
