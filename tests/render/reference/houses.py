"""Styles of invented houses: small style sheets, and reference documents that have them."""

from __future__ import annotations

from briefs.render.reference.style_completion import complete_styles, find_styles
from briefs.word.elements import Element, parse, qn, root
from briefs.word.styles import StyleSheet
from tests.render.docx.corporate import with_parts
from tests.render.docx.samples import starter

MEASURE = 8844
"""The measure of the starter, in twips."""
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FONT = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/>'


def style(id: str, name: str, paragraph: str = "", text: str = "", based_on: str = "Normal") -> str:
    """A paragraph style, as markup."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="{based_on}"/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{text}</w:rPr></w:style>"
    )


def _content(paragraph: str, text: str, defaults: str, others: str) -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_FONT}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{defaults}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f'<w:pPr>{paragraph}</w:pPr><w:rPr>{text}<w:sz w:val="22"/></w:rPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        f'<w:name w:val="Default Paragraph Font"/></w:style>{others}'
    )


def house(paragraph: str = "", text: str = "", defaults: str = "", others: str = "") -> StyleSheet:
    """The styles of a house whose Normal has these properties; `defaults` are those of all paragraphs."""
    return StyleSheet(root("styles", *parse(_content(paragraph, text, defaults, others))))


def with_guests(sheet: StyleSheet) -> dict[str, Element]:
    """All styles, by id, after those that are missing have been added."""
    complete_styles(sheet, MEASURE)
    return {str(each.get(qn("w:styleId"))): each for each in sheet}


def known(sheet: StyleSheet) -> dict[str, str]:
    """The ids of the styles that briefs use and the house has."""
    return find_styles(sheet)


def reference(paragraph: str = "", text: str = "", defaults: str = "", others: str = "") -> bytes:
    """The starter with the styles of such a house in place of its own."""
    styles = f"<w:styles {_W}>{_content(paragraph, text, defaults, others)}</w:styles>"
    return with_parts(starter(), {"word/styles.xml": lambda old: styles.encode()})


def own(style: Element, kind: str, name: str) -> Element | None:
    """The property `w:name` that a style itself has, in `w:pPr` or `w:rPr` (`kind`)."""
    return style.find(f"{qn(f'w:{kind}')}/{qn(f'w:{name}')}")


def attribute(style: Element, kind: str, name: str, attribute: str = "val") -> str | None:
    """An attribute of such a property; None if the style has none."""
    found = own(style, kind, name)
    return None if found is None else found.get(qn(f"w:{attribute}"))
