"""What headers and footers of a reference document provide for a brief: placeholders for its words, and page numbers.

A placeholder is a content control tagged `running_header`, `footer` or `copy_line`; the words of the brief replace it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from string import Formatter

from briefs.model.phrases import Phrases
from briefs.render.reference.header_story import PAGE_NUMBERS, atoms, lines, stories, take_out
from briefs.word.controls import control_name
from briefs.word.elements import Element, field, paragraph, qn, run, tab_character, text_of

HEADER = "running_header"
FOOTER = "footer"
COPY = "copy_line"
"""Whom a personal copy is for, and its number."""


def footer_paragraph(
    style: str, content: Element, phrases: Phrases | None, page: int, tabs: Element | None = None
) -> Element:
    """A footer in the style with this id: `content`, then the page and the number of pages, in the words of `phrases`.

    They are fields; `page` is the cached result of the first. Without `phrases` there are none of them. `tabs` are the
    tab stops (`w:tabs`), if not those of the style.
    """
    number = [] if phrases is None else [tab_character(), *_page_number(phrases.page_of, page)]
    return paragraph(style, content, *number, tabs=tabs)


def _page_number(phrase: str, page: int) -> Iterator[Element]:
    """The phrase as runs, with fields in place of `{page}` and `{pages}`."""
    fields = {"page": ("PAGE", str(page)), "pages": ("NUMPAGES", "1")}
    for words, name, _, _ in Formatter().parse(phrase):
        if words:
            yield run(words)
        if name is not None:
            yield from field(*fields[name])


def word_page_numbers(root: Element, phrases: Phrases | None) -> None:
    """Give page numbers in a header or footer, which have no words any more, those of `phrases`; or remove them."""
    for story in stories(root):
        for line in list(lines(atoms(story))):
            numbers = [atom for atom in line if atom.field is not None and atom.field.name in PAGE_NUMBERS]
            if not numbers:
                continue
            first = numbers[0].element.getparent()
            assert first is not None
            has_page = any(atom.field is not None and atom.field.name == "PAGE" for atom in numbers)
            properties = first.find(qn("w:rPr"))
            around = next(first.iterancestors(qn("w:fldSimple")), first)
            for made in _page_number(phrases.page_of, 1) if phrases and has_page else ():
                if properties is not None:
                    made.insert(0, deepcopy(properties))
                around.addprevious(made)
            take_out(story, numbers)


def missing_fields(footer: Element) -> tuple[str, ...]:
    """The fields, for the page and for the number of pages, that a footer lacks."""
    codes = "".join(code.text or " " for code in footer.iter(qn("w:instrText"), qn("w:fldChar")))
    codes += "".join(f" {simple.get(qn('w:instr'), '')}" for simple in footer.iter(qn("w:fldSimple")))
    found = set(codes.upper().split())
    counts = {"NUMPAGES", "SECTIONPAGES"}
    return tuple(name for name, ways in (("PAGE", {"PAGE"}), ("NUMPAGES", counts)) if not ways & found)


def has_placeholder(root: Element, tag: str) -> bool:
    """Whether a header or footer has a place for the words that `tag` stands for."""
    return any(control_name(control) == tag for control in root.iter(qn("w:sdt")))


def is_inline(control: Element) -> bool:
    """Whether a control stands within a paragraph, and not around one."""
    around = next(control.iterancestors(qn("w:p"), qn("w:txbxContent")), None)
    return around is not None and around.tag == qn("w:p")


def words_shown(root: Element, words: Mapping[str, str]) -> str:
    """The text within `root` as it will be where `words` take the place of placeholders, by the tags of these."""
    parts: list[str] = []
    for child in root:
        is_placeholder = child.tag == qn("w:sdt") and control_name(child) in words
        if is_placeholder:
            parts.append(words[control_name(child)])
        elif text := text_of(child):
            parts.append(text)
        else:
            parts.append(words_shown(child, words))
        if child.tag == qn("w:p") or (is_placeholder and not is_inline(child)):
            parts.append("\n")
    return "".join(parts)
