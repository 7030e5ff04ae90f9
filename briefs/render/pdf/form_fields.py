"""What can be ticked and filled in in a PDF (ISO 32000-1, 12.7): check boxes and fields for text.

The pages show empty boxes and frames as on paper, and the fields lie over them: an empty field shows nothing of its
own. Readers know a field by its label. Each field is one annotation on one page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    import pikepdf

FieldKind: TypeAlias = Literal["box", "notes"]

Rectangle: TypeAlias = tuple[float, float, float, float]

_PRINT = 4
"""The flag of an annotation that is printed (table 165)."""
_MULTILINE = 1 << 12
"""The flag of a field for text of several lines (table 228)."""
_INK = (0.1, 0.1, 0.1)
_TICK = ((0.2, 0.5), (0.42, 0.25), (0.82, 0.8))
"""The corners of a tick, in shares of the sides of its box."""
_FONT = "Text"
"""The name of the font within the form."""


@dataclass(frozen=True, slots=True)
class Field:
    """A box to tick, or room for notes.

    `page` is counted from 0; `rectangle` is left, bottom, right and top in points from the lower left corner of the
    page; `size` is the size of the text around it, in points.
    """

    kind: FieldKind
    label: str
    page: int
    rectangle: Rectangle
    size: float


def write_fields(pdf: pikepdf.Pdf, fields: Sequence[Field], fonts: Path) -> dict[Field, Any]:
    """Put `fields` into `pdf`, in this order, and return the annotation of each. `fonts` is the folder of the fonts."""
    if not fields:
        return {}
    from pikepdf import Array, Dictionary, Name, String

    from briefs.render.pdf.field_font import field_font  # only loaded for drafts, which have fields

    made = {field: _widget(pdf, field, f"{field.kind}{place}") for place, field in enumerate(fields, start=1)}
    for field, widget in made.items():
        page = pdf.pages[field.page].obj
        widget.P = page
        page.Annots = Array([*page.get("/Annots", Array()), widget])
    form = Dictionary(Fields=Array(list(made.values())))
    if any(field.kind == "notes" for field in fields):
        form.DR = Dictionary(Font=Dictionary({f"/{_FONT}": field_font(pdf, fonts)}))
        form.DA = String(_appearance_of_text(fields[0].size))
    pdf.Root.AcroForm = pdf.make_indirect(form)
    assert all(page.get("/Tabs") == Name.S for page in pdf.pages), "fields must be reached in the order of reading"
    return made


def _widget(pdf: pikepdf.Pdf, field: Field, name: str) -> Any:
    """A field that is its own annotation (12.5.6.19), called `name`."""
    from pikepdf import Array, Dictionary, Name, String

    widget = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        T=String(name),
        TU=String(field.label),
        F=_PRINT,
        Rect=Array([round(side, 2) for side in field.rectangle]),
    )
    if field.kind == "box":
        widget.FT, widget.V, widget.AS = Name.Btn, Name.Off, Name.Off
        widget.AP = Dictionary(N=Dictionary(Off=_drawing(pdf, field, b""), Yes=_drawing(pdf, field, _tick(field))))
    else:
        widget.FT, widget.Ff = Name.Tx, _MULTILINE
        widget.DA = String(_appearance_of_text(field.size))
        widget.AP = Dictionary(N=_drawing(pdf, field, b"/Tx BMC EMC"))
    return pdf.make_indirect(widget)


def _drawing(pdf: pikepdf.Pdf, field: Field, content: bytes) -> Any:
    """What a field shows in one state: a form XObject as large as the field (12.5.5)."""
    from pikepdf import Array, Dictionary, Name

    width, height = _extent(field)
    box = Array([0, 0, round(width, 2), round(height, 2)])
    return pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=Dictionary())


def _tick(field: Field) -> bytes:
    width, height = _extent(field)
    corners = [f"{width * x:.2f} {height * y:.2f}" for x, y in _TICK]
    ink = " ".join(f"{share:g}" for share in _INK)
    return f"q {ink} RG {height / 8:.2f} w 1 J 1 j {corners[0]} m {corners[1]} l {corners[2]} l S Q".encode()


def _extent(field: Field) -> tuple[float, float]:
    left, bottom, right, top = field.rectangle
    return right - left, top - bottom


def _appearance_of_text(size: float) -> str:
    """How text is shown that somebody writes (12.7.3.3)."""
    return f"{' '.join(f'{share:g}' for share in _INK)} rg /{_FONT} {size:g} Tf"
