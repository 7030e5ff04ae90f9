"""Files that are attached to a PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefs.model.page_furniture import Properties
from briefs.render.pdf.metadata import pdf_date

if TYPE_CHECKING:
    import pikepdf


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside a PDF (associated file, ISO 19005-3, 6.8): name, MIME type, a description to read, and content.

    `relationship` is what it is to the brief: "Data" it was made from, or a "Supplement" to it.
    """

    name: str
    mime: str
    description: str
    content: bytes
    relationship: Literal["Data", "Supplement"] = "Data"


def attach(pdf: pikepdf.Pdf, attachment: Attachment, properties: Properties) -> None:
    """Put `attachment` into `pdf`, with the date of the edition, associated with the file as a whole (its `AF`)."""
    from pikepdf import Array, Dictionary, Name, String

    date = pdf_date(properties)
    stream = pdf.make_stream(
        attachment.content,
        Type=Name.EmbeddedFile,
        Subtype=Name(f"/{attachment.mime}"),
        Params=Dictionary(ModDate=String(date), CreationDate=String(date), Size=len(attachment.content)),
    )
    specification = pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(attachment.name),
            UF=String(attachment.name),
            Desc=String(attachment.description),
            AFRelationship=Name(f"/{attachment.relationship}"),
            EF=Dictionary(F=stream, UF=stream),
        )
    )
    names = pdf.Root.get("/Names", Dictionary())
    files = names.get("/EmbeddedFiles", Dictionary(Names=Array()))
    files.Names.extend([String(attachment.name), specification])
    names.EmbeddedFiles = files
    pdf.Root.Names = names
    pdf.Root.AF = Array([*pdf.Root.get("/AF", Array()), specification])
