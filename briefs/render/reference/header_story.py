"""Headers and footers as sequences of what they print: characters, breaks, fields, controls and pictures, in order.

A text box is a story of its own. One that a file holds twice, for new and for old programs, is two stories.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefs.word.controls import control_name
from briefs.word.elements import Element, local_name, qn, remove, unwrap

PAGE_NUMBERS = {"PAGE", "NUMPAGES", "SECTIONPAGES"}
"""Fields that count pages."""
_BREAKS = {"tab", "ptab", "br", "cr"}
_SIGNS = {"noBreakHyphen": "-", "softHyphen": "", "sym": "•"}
_OBJECTS = {"drawing", "pict", "object", "control"}
_ALTERNATIVES = qn("mc:AlternateContent")
_DATES = {"dayLong", "dayShort", "monthLong", "monthShort", "yearLong", "yearShort"}
"""Elements that print today's date."""
_WRAPPERS = ("hyperlink", "fldSimple", "smartTag", "customXml", "dir", "bdo")


@dataclass(slots=True, eq=False)
class Field:
    """A field, with the fields within it: what it does, and whether it is whole."""

    instruction: str = ""
    is_broken: bool = False

    @property
    def name(self) -> str:
        """The name of what it does, such as `PAGE`; empty if there is none."""
        return next(iter(self.instruction.upper().split()), "")


@dataclass(slots=True, eq=False)
class Atom:
    """The least thing in a run. `field` is the outermost one that it belongs to, `control` the innermost one."""

    element: Element
    paragraph: Element
    words: str = ""
    is_break: bool = False
    field: Field | None = None
    control: Element | None = None
    is_result: bool = False


def stories(root: Element) -> Iterator[Element]:
    """The header or footer itself, and each text box in it."""
    yield root
    yield from root.iter(qn("w:txbxContent"))


def atoms(story: Element) -> list[Atom]:
    """What a story prints, without the text boxes in it."""
    found = list(_walk(story, story, None, None))
    _find_fields(found)
    return found


def _walk(element: Element, paragraph: Element, simple: Field | None, control: Element | None) -> Iterator[Atom]:
    for child in element:
        name = local_name(child)
        if name == "r":
            yield from _of_run(child, paragraph, simple, control)
        elif name == "fldSimple":
            outer = simple or Field(child.get(qn("w:instr"), ""))
            yield from _walk(child, paragraph, outer, control)
        elif name == "sdt":
            yield from _walk(child, paragraph, simple, child)
        elif name == "p":
            yield from _walk(child, child, simple, control)
        elif isinstance(child.tag, str):
            yield from _walk(child, paragraph, simple, control)


def _of_run(run: Element, paragraph: Element, simple: Field | None, control: Element | None) -> Iterator[Atom]:
    for child in run:
        name = local_name(child)
        atom = Atom(child, paragraph, field=simple, control=control, is_result=simple is not None)
        if name == "t":
            atom.words = child.text or ""
        elif name in _SIGNS:
            atom.words = _SIGNS[name]
        elif name in _DATES:
            atom.field = simple or Field("DATE")
        elif name == "pgNum":
            atom.field = simple or Field("PAGE")
        elif name in _BREAKS:
            atom.is_break = True
        elif name not in ("fldChar", "instrText", "delText") and not is_object(child):
            continue
        yield atom


def is_object(element: Element) -> bool:
    """Whether an element of a run is a picture, a shape or an embedded object."""
    return local_name(element) in _OBJECTS or element.tag == _ALTERNATIVES


def _find_fields(found: list[Atom]) -> None:
    """Tell atoms which complex field they belong to (ISO/IEC 29500-1, 17.16.18)."""
    ends = _ends(found)
    last = {id(atom.paragraph): number for number, atom in enumerate(found)}
    place = 0
    while place < len(found):
        kind = _mark(found[place])
        if kind == "begin":
            made = Field(is_broken=place not in ends)
            stop = ends.get(place, last[id(found[place].paragraph)])
            _fill_field(made, found[place : stop + 1])
            place = stop
        elif kind or local_name(found[place].element) == "instrText":
            found[place].field = Field(is_broken=True)
        place += 1


def _fill_field(made: Field, members: list[Atom]) -> None:
    depth, is_result = 0, False
    for atom in members:
        kind = _mark(atom)
        depth += (kind == "begin") - (kind == "end")
        is_result = is_result or (kind == "separate" and depth == 1)
        atom.field, atom.is_result = made, is_result
        if local_name(atom.element) == "instrText" and depth == 1 and not is_result:
            made.instruction += atom.element.text or ""
        if not is_result:
            atom.words = ""


def _mark(atom: Atom) -> str:
    is_mark = local_name(atom.element) == "fldChar" and not atom.field
    return atom.element.get(qn("w:fldCharType"), "broken") if is_mark else ""


def _ends(found: list[Atom]) -> dict[int, int]:
    """Where each field ends, by where it begins; fields that do not end are not there."""
    ends: dict[int, int] = {}
    begun: list[int] = []
    for number, atom in enumerate(found):
        kind = _mark(atom)
        if kind == "begin":
            begun.append(number)
        elif kind == "end" and begun:
            ends[begun.pop()] = number
    return ends


def control_tag(atom: Atom) -> str:
    """The tag or the title of the control that an atom is in; empty if it is in none."""
    return "" if atom.control is None else control_name(atom.control)


def lines(found: list[Atom]) -> Iterator[list[Atom]]:
    """Atoms by the line that they stand on, as far as tabs and breaks part lines; without these."""
    line: list[Atom] = []
    for atom in found:
        is_break = atom.is_break and atom.field is None
        if line and (is_break or atom.paragraph is not line[0].paragraph):
            yield line
            line = []
        if not is_break:
            line.append(atom)
    if line:
        yield line


def take_out(story: Element, unwanted: list[Atom]) -> None:
    """Remove `unwanted` atoms of a story, and what holds nothing without them: runs, links, controls, lines, tables."""
    touched = list(dict.fromkeys(atom.paragraph for atom in unwanted))
    for atom in unwanted:
        run = atom.element.getparent()
        remove(atom.element)
        if run is not None and all(local_name(child) == "rPr" for child in run):
            _remove_with_wrappers(run)
    for paragraph in touched:
        _tidy(paragraph, story)


def _remove_with_wrappers(element: Element) -> None:
    parent = element.getparent()
    remove(element)
    if parent is None or len(parent):
        return
    if local_name(parent) in _WRAPPERS:
        _remove_with_wrappers(parent)
    elif local_name(parent) == "sdtContent":
        control = parent.getparent()
        assert control is not None
        _remove_with_wrappers(control)


def _tidy(paragraph: Element, story: Element) -> None:
    """Remove a paragraph that prints nothing any more, and the table around it if nothing in it is printed."""
    if paragraph is story or _prints(paragraph):
        return
    for control in list(paragraph.iterancestors(qn("w:sdt"))):
        content = control.find(qn("w:sdtContent"))
        if content is not None and not _prints(content):
            unwrap(control, content)
    for table in list(paragraph.iterancestors(qn("w:tbl"))):
        if not _prints(table) and _has_line_beside(table):
            remove(table)
            return
    if _has_line_beside(paragraph):
        remove(paragraph)


def _has_line_beside(element: Element) -> bool:
    """Whether a paragraph stays at the end of what holds `element` without it, as the schema requires of cells."""
    parent = element.getparent()
    if parent is None:
        return False
    last = element.getprevious() if parent[-1] is element else parent[-1]
    return last is not None and local_name(last) == "p"


def _prints(element: Element) -> bool:
    if any((text.text or "").strip() for text in element.iter(qn("w:t"))):
        return True
    if any(child.tag in (qn("w:fldChar"), qn("w:fldSimple"), qn("w:sym")) for child in element.iter()):
        return True
    return any(is_object(child) for run in element.iter(qn("w:r")) for child in run)
