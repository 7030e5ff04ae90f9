"""Pictures, shapes and embedded objects in headers and footers of a reference document: what cannot stay goes.

That is art that covers the text, watermarks, objects of other programs, and pictures that are not in the file. Pictures
without a description are marked as decorative: what a masthead must say, it says in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from docx.opc.part import XmlPart
from lxml import etree

from briefs.render.reference.art_position import HeaderPage
from briefs.render.reference.header_pictures import usable_pictures
from briefs.render.reference.header_story import Atom, is_object, stories, take_out
from briefs.word.elements import NAMESPACES, Element, local_name, qn, remove

_A = NAMESPACES["a"]
_RELATIONSHIPS = NAMESPACES["r"]
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DECORATIVE_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_SHAPES = ("picture", "wordprocessingShape", "wordprocessingGroup", "wordprocessingCanvas", "lockedCanvas")
"""The last parts of the names of what a drawing may hold; charts and diagrams have data of their own."""
_FILE_NAME = re.compile(r".+\.(?:png|jpe?g|gif|svg|[ew]mf|tiff?|bmp|pdf|eps|ai)", re.IGNORECASE)
_NAMED = 40
"""How many characters of a name are shown."""


def mend_art(part: XmlPart, page: HeaderPage) -> list[str]:
    """Mend the pictures, shapes and objects of a header or footer in place; returns what was taken out, in words."""
    taken: dict[str, None] = {}
    unusable = usable_pictures(part)
    inside = set(part.rels)
    for story in list(stories(part.element)):
        unwanted = []
        for paragraph, art in _all_art(story):
            if words := _wrong(art, inside, unusable, page):
                taken[words] = None
                unwanted.append(Atom(art, paragraph))
            else:
                _take_drawings(art, inside)
                _cut_links(art, inside)
                _describe(art)
        take_out(story, unwanted)
    _drop_unused(part)
    return list(taken)


def take_empty_boxes(root: Element) -> None:
    """Remove text boxes in which nothing is left: no words, no pictures."""
    empty = []
    for paragraph, art in _all_art(root):
        boxes = list(art.iter(qn("w:txbxContent")))
        has_more = any(local_name(child) in ("t", "fldChar", "fldSimple") for child in art.iter())
        has_picture = any(str(child.tag) in (f"{{{_A}}}blip", f"{_VML}imagedata") for child in art.iter())
        is_group = any(str(child.tag).endswith(("}wgp", "}group")) for child in art.iter())
        if boxes and not (has_more or has_picture or is_group):
            empty.append(Atom(art, paragraph))
    take_out(root, empty)


def _all_art(story: Element) -> list[tuple[Element, Element]]:
    """The art of a story, without that in its text boxes, each with its paragraph."""
    found = []
    own_box = story if story.tag == qn("w:txbxContent") else None
    for run in story.iter(qn("w:r")):
        if next(run.iterancestors(qn("w:txbxContent")), None) is not own_box:
            continue
        paragraph = next(run.iterancestors(qn("w:p")), story)
        found += [(paragraph, child) for child in run if is_object(child)]
    return found


def _wrong(art: Element, inside: set[str], unusable: Mapping[str, str], page: HeaderPage) -> str:
    """What is wrong with art that cannot stay, in words; empty if it can. `inside` are the pictures in the file, by
    their relationships; `unusable` says what others are."""
    name = _name(art)
    if local_name(art) in ("object", "control") or any(True for _ in art.iter(qn("w:control"), f"{_OFFICE}OLEObject")):
        return f"an object of another program{name}"
    kinds = {str(data.get("uri")).rpartition("/")[2] for data in art.iter(f"{{{_A}}}graphicData")}
    if kinds - set(_SHAPES):
        return f"a chart, a diagram or a drawing{name} with data of its own"
    if any(shape.get("string", "").strip() for shape in art.iter(f"{_VML}textpath")):
        words = next(shape.get("string", "") for shape in art.iter(f"{_VML}textpath"))
        return f'a watermark ("{words[:_NAMED]}")'
    for element in art.iter(f"{{{_A}}}blip", f"{_VML}imagedata"):
        if _is_missing(element, inside):
            reasons = (unusable[id] for id in map(str, element.attrib.values()) if id in unusable)
            return f"a picture{name} that is {next(reasons, 'not in the file, but elsewhere')}"
    if page.covers_text(art):
        return f"a picture or shape{name} that covers the text"
    return ""


def _name(art: Element) -> str:
    named = next(art.iter(qn("wp:docPr")), None)
    name = "" if named is None else named.get("name", "")
    return f' ("{name[:_NAMED]}")' if name else ""


def _is_missing(picture: Element, inside: set[str]) -> bool:
    """Whether a picture is none of those in the file."""
    ids = {str(key).rpartition("}")[2]: value for key, value in picture.attrib.items() if _is_reference(key)}
    found = {name for name, value in ids.items() if value in inside}
    return not found & {"embed", "id", "pict", "relid"} and (bool(ids) or bool(picture.get("src")))


def _take_drawings(art: Element, inside: set[str]) -> None:
    """Remove the SVG form of pictures that is not in the file, or cannot be taken: they have another one."""
    for drawing in list(art.iter(f"{{{_SVG}}}svgBlip")):
        extension = drawing.getparent()
        if drawing.get(qn("r:embed"), "") not in inside and extension is not None:
            remove(extension)


def _cut_links(art: Element, inside: set[str]) -> None:
    """Remove references of art to anything but pictures in the file."""
    for element in list(art.iter()):
        for key, value in list(element.attrib.items()):
            if (_is_reference(key) and value not in inside) or str(key) in (
                "src",
                f"{_OFFICE}href",
                f"{_OFFICE}althref",
            ):
                del element.attrib[key]
        if local_name(element) == "" and str(element.tag).rpartition("}")[2] in ("hlinkClick", "hlinkHover"):
            remove(element)


def _is_reference(key: object) -> bool:
    return str(key).startswith(f"{{{_RELATIONSHIPS}}}") or str(key) == f"{_OFFICE}relid"


def _describe(art: Element) -> None:
    """Give art without a description that for decoration; a title does as a description."""
    for shown in art.iter(qn("wp:docPr")):
        words = shown.get("descr", "").strip() or shown.get("title", "").strip()
        if words and not _FILE_NAME.fullmatch(words):
            shown.set("descr", words)
        elif not any(str(child.tag).endswith("}decorative") for child in shown.iter()):
            shown.set("descr", "")
            _mark_decorative(shown)
    for shape in art.iter(f"{_VML}shape"):
        if not shape.get("alt", "").strip() or _FILE_NAME.fullmatch(shape.get("alt", "")):
            shape.set("alt", "")


def _mark_decorative(shown: Element) -> None:
    lists = shown.findall(f"{{{_A}}}extLst") or [etree.SubElement(shown, f"{{{_A}}}extLst")]
    extension = etree.SubElement(lists[0], f"{{{_A}}}ext", {"uri": _DECORATIVE_URI})
    etree.SubElement(extension, f"{{{_DECORATIVE}}}decorative", {"val": "1"}, {"adec": _DECORATIVE})


def _references(root: Element) -> Iterator[str]:
    for element in root.iter():
        yield from (str(value) for key, value in element.attrib.items() if _is_reference(key))


def _drop_unused(part: XmlPart) -> None:
    """Drop the relationships of a part that nothing in it refers to any more."""
    used = set(_references(part.element))
    for id in [id for id in part.rels if id not in used]:
        del part.rels[id]
