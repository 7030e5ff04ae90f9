"""Headers and footers: those of the reference document, with the words of the brief in their placeholders.

A placeholder is a content control tagged `running_header` or `footer`; the words take its place. Where a header
or footer has none, a paragraph is added to it, as every page must say what it belongs to and how it may be used.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from briefs.model.document import Furniture
from briefs.word.elements import Element, field, paragraph, qn, run, w

HEADER = "running_header"
FOOTER = "footer"


def placeholder(tag: str, words: str, number: int) -> Element:
    """A control that holds `words` until they are replaced."""
    properties = w("sdtPr", w("alias", val=tag), w("tag", val=tag), w("id", val=number), w("text"))
    return w("sdt", properties, w("sdtContent", run(words)))


def header_paragraph(content: Element) -> Element:
    """The running header."""
    return paragraph("Header", content)


def footer_paragraph(content: Element, page: int, has_fields: bool = True) -> Element:
    """The footer, with the page and the number of pages as fields if it has any; `page` is the cached result."""
    number = [w("r", w("tab")), run("Page "), *field("PAGE", str(page)), run(" of "), *field("NUMPAGES", "1")]
    return paragraph("Footer", content, *(number if has_fields else ()))


def set_right_tab(footer: Element, width: int, stops: list[int]) -> None:
    """Give the paragraph `footer` one tab, at the measure (twips), in place of the `stops` of its style."""
    if stops != [width]:
        cleared = [w("tab", val="clear", pos=stop) for stop in sorted(set(stops) - {width})]
        footer[0].append(w("tabs", *cleared, w("tab", val="right", pos=width)))


def missing_fields(root: Element) -> tuple[str, ...]:
    """Which of the fields for the page and for the number of pages a footer has not."""
    codes = "".join(code.text or " " for code in root.iter(qn("w:instrText"), qn("w:fldChar")))
    codes += "".join(f" {simple.get(qn('w:instr'), '')}" for simple in root.iter(qn("w:fldSimple")))
    found = set(codes.upper().split())
    counts = {"NUMPAGES", "SECTIONPAGES"}
    return tuple(name for name, ways in (("PAGE", {"PAGE"}), ("NUMPAGES", counts)) if not ways & found)


def has_placeholder(root: Element, tag: str) -> bool:
    """Whether a header or footer has a place for these words."""
    return any(_tag(control) == tag for control in root.iter(qn("w:sdt")))


def fill(roots: Iterable[Element], furniture: Furniture, pages: int, is_large: bool = False) -> None:
    """Put the words in their places, and the number of pages in the cached results of its fields.

    In large print (`is_large`) the running header is two lines.
    """
    words = {HEADER: furniture.running_lines if is_large else furniture.running_line, FOOTER: furniture.footer}
    for root in roots:
        for control in list(root.iter(qn("w:sdt"))):
            if _tag(control) in words:
                _replace(control, words[_tag(control)])
        _set_pages(root, pages)


def _tag(control: Element) -> str:
    """The name of a control: its tag, or its title, which is what a save in LibreOffice keeps."""
    for name in ("tag", "alias"):
        found = control.find(f"{qn('w:sdtPr')}/{qn(f'w:{name}')}")
        if found is not None:
            return found.get(qn("w:val"), "")
    return ""


def _replace(control: Element, words: str) -> None:
    """Put `words` where `control` is, formatted as its first run is."""
    parent = control.getparent()
    assert parent is not None
    properties = next(control.iterfind(f"{qn('w:sdtContent')}//{qn('w:r')}/{qn('w:rPr')}"), None)
    made = run(words, None if properties is None else deepcopy(properties))
    around = next(control.iterancestors(qn("w:p"), qn("w:txbxContent")), None)
    is_inline = around is not None and around.tag == qn("w:p")
    parent.replace(control, made if is_inline else header_paragraph(made))


def _set_pages(root: Element, pages: int) -> None:
    for simple in root.iter(qn("w:fldSimple")):
        if simple.get(qn("w:instr"), "").split()[:1] == ["NUMPAGES"]:
            for text in simple.iter(qn("w:t")):
                text.text = str(pages)
    is_count = is_result = False
    for child in root.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:t")):
        if child.tag == qn("w:instrText"):
            is_count = is_count or (child.text or "").split()[:1] == ["NUMPAGES"]
        elif child.tag == qn("w:fldChar"):
            kind = child.get(qn("w:fldCharType"))
            is_result = kind == "separate"
            is_count = is_count and kind != "end"
        elif is_count and is_result:
            child.text = str(pages)
