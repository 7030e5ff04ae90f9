"""What may not be in a PDF, since pdfium would never come to its end with it, or would end the program.

pdfium follows number trees (ISO 32000-1, 7.9.7) as deep as they go, also in circles, and draws forms (8.10) within
forms up to forty deep, however many there are. Both are looked at with another library first, which follows nothing;
and so is how much there is to unpack (see `pdf_inflation`).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from briefs.model.diagnostics import DocumentError, Fault, Place
from briefs.report.pdf.pdf_inflation import opens_small, stays_small

_DEEPEST = 60
"""Number trees of files that programs write are no deeper than five."""
_MOST_NODES = 200_000
_MOST_FORMS = 50_000
"""So many forms may be drawn for one that stands on a page."""
_ODD = (ValueError, TypeError, AttributeError, KeyError, RuntimeError)
"""What pikepdf raises for objects that are not what they should be."""
_CALL = re.compile(rb"/([^\x00-\x20/\[\]()<>{}%]+)\s+Do\b")
"""An operator that draws a form or a picture (8.8)."""


def refuse_unsafe(content: bytes, path: str) -> None:
    """Raise DocumentError if the PDF with this `content` is made so that whoever reads it does not come to its end.

    Code: `report-damaged`. A file that cannot be opened is left to pdfium, which says why.
    """
    import pikepdf

    is_small, has_end = opens_small(content), True
    try:
        if is_small:
            with pikepdf.open(io.BytesIO(content)) as pdf:
                is_small = stays_small(pdf)
                has_end = not is_small or (all(map(_is_tree, _number_trees(pdf))) and _Forms().are_few(pdf))
    except (pikepdf.PdfError, pikepdf.PasswordError, pikepdf.DependencyError, *_ODD):
        return
    if is_small and has_end:
        return
    message = "the file is made so that whoever reads it does not come to its end"
    if not is_small:
        message = "a small part of the file unpacks to so much that whoever reads it runs out of memory"
    hint = "ask the sender for the file again; or print it into a new PDF, in a program that can show it"
    raise DocumentError([Fault("report-damaged", message, hint).at(Place(path))])


def _number_trees(pdf: Any) -> Iterator[Any]:
    """The labels of the pages (12.4.2), and the structure around their contents (14.7.4.4)."""
    import pikepdf

    root = pdf.Root
    structure = root.get("/StructTreeRoot")
    for holder, name in ((root, "/PageLabels"), (structure, "/ParentTree")):
        tree = holder.get(name) if isinstance(holder, pikepdf.Dictionary) else None
        if isinstance(tree, pikepdf.Dictionary):
            yield tree


def _is_tree(root: Any) -> bool:
    """Whether a number tree ends: each node is in it once, and none lies too deep."""
    import pikepdf

    waiting, seen = [(root, 1)], set[tuple[int, int]]()
    while waiting:
        node, depth = waiting.pop()
        if depth > _DEEPEST or len(seen) > _MOST_NODES or (node.is_indirect and node.objgen in seen):
            return False
        seen.add(node.objgen if node.is_indirect else (0, -len(seen)))
        kids = node.get("/Kids")
        if isinstance(kids, pikepdf.Array):
            waiting += [(kid, depth + 1) for kid in kids if isinstance(kid, pikepdf.Dictionary)]
    return True


class _Forms:
    """Counts what forms draw within themselves, each form once."""

    def __init__(self) -> None:
        self._counted: dict[tuple[int, int], int] = {}

    def are_few(self, pdf: Any) -> bool:
        """Whether no form on a page of `pdf` draws too many others."""
        for page in pdf.pages:
            own = _forms_in(page.obj.get("/Resources"))
            if any(self._count(form, own, ()) > _MOST_FORMS for form in own.values()):
                return False
        return True

    def _count(self, form: Any, around: dict[bytes, Any], above: tuple[tuple[int, int], ...]) -> int:
        """How many forms are drawn with this one, itself included; more than may be, if it comes back to itself twice.

        A form without resources has those `around` it (7.8.3).
        """
        known = self._counted.get(form.objgen)
        if known is not None:
            return known
        if form.objgen in above or len(above) >= _DEEPEST:
            return _MOST_FORMS
        inside = _forms_in(form.get("/Resources")) if "/Resources" in form else around
        total = 1
        if inside:
            calls = _CALL.findall(form.read_bytes())
            for name in dict.fromkeys(calls):
                if name in inside and total <= _MOST_FORMS:
                    total += calls.count(name) * self._count(inside[name], inside, (*above, form.objgen))
        self._counted[form.objgen] = total
        return total


def _forms_in(resources: Any) -> dict[bytes, Any]:
    """The forms among resources, by name."""
    import pikepdf

    objects = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
    if not isinstance(objects, pikepdf.Dictionary):
        return {}
    return {
        name.removeprefix("/").encode(errors="replace"): one
        for name, one in objects.items()
        if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form"
    }
