"""The room that the line about a copy has where it stands, so that a longer one is known before it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefs.render.docx.type_setting import Type, TypeSetting
from briefs.render.fonts.widths import TextMeasure
from briefs.render.page_geometry import footer_copy_width, small_type
from briefs.render.reference.look import Look
from briefs.word.elements import Element, qn, text_of
from briefs.word.measures import twips

_BESIDE_CELL_TEXT = 10.8
"""Room at both sides of the text of a cell, in points, if no style says otherwise (ISO/IEC 29500-1, 17.4.42)."""
_BREAKS = (qn("w:tab"), qn("w:ptab"), qn("w:br"), qn("w:cr"))


class _Widths(dict[str, float]):
    """The widths of characters in a type, in points, each measured once."""

    def __init__(self, type: Type, letters: TextMeasure) -> None:
        self._type, self._letters = type, letters

    def __missing__(self, character: str) -> float:
        self[character] = width = self._type.width_of(character, self._letters)
        return width


class CopyRoom:
    """Where the line stands: how it is set in each of its `places`, and its room there in points."""

    def __init__(self, places: Iterable[tuple[Type, float]], letters: TextMeasure) -> None:
        self._places = [(_Widths(type, letters), room) for type, room in dict.fromkeys(places)]

    def holds(self, line: str) -> bool:
        """Whether `line` fits in one line everywhere."""
        return all(sum(map(widths.__getitem__, line)) <= room for widths, room in self._places)


def copy_room(stories: Iterable[Element], line: str, look: Look, letters: TextMeasure) -> CopyRoom:
    """The room of `line` in `stories`, the roots of parts in which it is written, and in footers of the PDF.

    Both say the same: a footer has only the number if the name is too long for that of the PDF.
    """
    setting = TypeSetting(look, look.numbering)
    printed = (Type(small_type(look.sheet)), footer_copy_width(look.sheet))
    return CopyRoom((printed, *_places(stories, line, look, setting, letters)), letters)


def _places(
    stories: Iterable[Element], line: str, look: Look, setting: TypeSetting, letters: TextMeasure
) -> Iterator[tuple[Type, float]]:
    for paragraph in (each for story in stories for each in story.iter(qn("w:p"))):
        runs = [run for run in paragraph.iter(qn("w:r")) if line in map(text_of, run)]
        if not runs:
            continue
        indents = setting.setting(paragraph).indents
        room = _column(paragraph, look) - indents.left - indents.right - max(indents.first, 0.0)
        for run in paragraph.iter(qn("w:r")):
            others = "".join(map(text_of, run)) if run not in runs else ""
            room -= setting.type_of(run, paragraph).width_of(others, letters)
        if any(child.tag in _BREAKS for run in paragraph.iter(qn("w:r")) for child in run):
            room = 0.0  # who knows where it ends
        yield setting.type_of(runs[0], paragraph), room


def _column(paragraph: Element, look: Look) -> float:
    """The width of the column that a paragraph is in, in points; none in a text box."""
    for around in paragraph.iterancestors(qn("w:tc"), qn("w:txbxContent")):
        width = around.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
        return 0.0 if width is None else twips(width, "w") / 20 - _BESIDE_CELL_TEXT
    return look.width / 20
