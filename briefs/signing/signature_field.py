"""The field of a signature, as PDF/UA-1 and PDF/A-3a want it, added to a finished PDF as an incremental update.

The field shows nothing. It is part of the structure tree, has a name to be read aloud, and comes last in the order of
reading.
"""

from __future__ import annotations

from typing import Any

from briefs.model.diagnostics import BriefsError

NAME = "signature"
_PRINTED_AND_LOCKED = 4 | 128
"""The flags of an annotation that is printed with the page, and that readers do not move (ISO 32000-1, table 165)."""


NOT_OURS = ("this PDF was not built by this program, so it cannot be signed", "build it with `briefs build`")
"""What is said of a PDF that is not as ours are."""


def add_signature_field(writer: Any, label: str) -> None:
    """Add a field called NAME to a PDF; `writer` is pyHanko's for its update, `label` what is read aloud.

    Raises BriefsError if the PDF has no structure tree as briefs have it.
    """
    from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, NumberObject, StreamObject, TextStringObject
    from pyhanko.pdf_utils.generic import pdf_name as name

    tree, document, numbers = _structure(writer)
    page = writer.find_page_for_modification(-1)[0]
    key = int(tree["/ParentTreeNextKey"])
    nothing = ArrayObject([NumberObject(0)] * 4)
    form = {name("/Type"): name("/XObject"), name("/Subtype"): name("/Form"), name("/BBox"): nothing}
    drawing = writer.add_object(StreamObject({**form, name("/Resources"): DictionaryObject()}, stream_data=b""))
    field = writer.add_object(
        DictionaryObject(
            {
                name("/Type"): name("/Annot"),
                name("/Subtype"): name("/Widget"),
                name("/FT"): name("/Sig"),
                name("/T"): TextStringObject(NAME),
                name("/TU"): TextStringObject(label),
                name("/F"): NumberObject(_PRINTED_AND_LOCKED),
                name("/Rect"): nothing,
                name("/P"): page,
                name("/AP"): DictionaryObject({name("/N"): drawing}),
                name("/StructParent"): NumberObject(key),
            }
        )
    )
    writer.register_annotation(page, field)
    reference = {name("/Type"): name("/OBJR"), name("/Pg"): page, name("/Obj"): field}
    element = writer.add_object(
        DictionaryObject(
            {
                name("/Type"): name("/StructElem"),
                name("/S"): name("/Form"),
                name("/P"): _reference(document),
                name("/Alt"): TextStringObject(label),
                name("/K"): ArrayObject([DictionaryObject(reference)]),
            }
        )
    )
    document["/K"].append(element)
    writer.update_container(document["/K"])
    numbers.extend([NumberObject(key), element])
    writer.update_container(numbers)
    tree["/ParentTreeNextKey"] = NumberObject(key + 1)
    writer.update_container(tree)
    _register(writer, field)


def _structure(writer: Any) -> tuple[Any, Any, Any]:
    """The structure tree of a brief, its topmost element, and the numbers of its parent tree."""
    from pyhanko.pdf_utils.generic import ArrayObject

    try:
        tree = writer.root["/StructTreeRoot"]
        [document] = tree["/K"]
        document, numbers = document.get_object(), tree["/ParentTree"]["/Nums"]
        tree["/ParentTreeNextKey"]
        is_ours = document["/S"] == "/Document" and isinstance(document["/K"], ArrayObject)
    except (KeyError, TypeError, ValueError, AttributeError):
        is_ours = False
    if not is_ours:
        raise BriefsError(*NOT_OURS)
    return tree, document, numbers


def _reference(value: Any) -> Any:
    """A reference to an object that the file has."""
    from pyhanko.pdf_utils.generic import IndirectObject

    reference = value.container_ref
    return IndirectObject(reference.idnum, reference.generation, reference.pdf)


def _register(writer: Any, field: Any) -> None:
    """Put the field into the form of the file, which drafts have already."""
    from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject
    from pyhanko.pdf_utils.generic import pdf_name as name

    if "/AcroForm" in writer.root:
        form = writer.root["/AcroForm"]
        form["/Fields"].append(field)
        writer.update_container(form["/Fields"])
        return
    form = DictionaryObject({name("/Fields"): ArrayObject([field])})
    writer.root["/AcroForm"] = writer.add_object(form)
    writer.update_root()
