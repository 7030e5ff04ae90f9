"""Personal copies of cleared editions: PDF/UA-1 and PDF/A-3a hold for them, put together or laid out, also signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from briefs.model.archive import read_edition
from briefs.model.copy import Copy
from briefs.model.document import Document
from briefs.output.last_manifest import read_manifest
from briefs.render.layout import Layout, read_layout
from briefs.render.pdf.prepared_copies import PdfCopies
from briefs.signing.pdf_signing import sign_pdf
from scripts.validation.pdf import check_pdf
from scripts.validation.results import Result
from scripts.validation.signed import new_signer
from scripts.validation.tools import Tools

SAMPLE = (
    Copy("Seán Ó RÍORDÁIN", 1, 44000),
    Copy("Владимир ЖУКОВ", 17, 44000),
    Copy("Nguyễn Thị HỒNG, ŞOŞOACĂ", 194, 44000),
    Copy("محمد الأحمد", 1994, 44000),
    Copy("Her Excellency " * 8 + "GARCÍA HERMIDA-VAN DER WALLE", 44000, 44000),
)
"""Three that are put together, in several alphabets, and two that are laid out."""


def check_copies(folder: Path, project: Path, tools: Tools) -> Iterator[Result]:
    """What veraPDF and qpdf say of copies of the cleared editions in `folder`, in the look of `project`.

    An edition whose copies are all the same is taken as if they were not. Raises ToolFailed.
    """
    layout = read_layout(project / "templates" / "layout", project, {}).value
    listed = [one for one in read_manifest(folder).get("editions", ()) if one["status"] == "cleared"]
    with TemporaryDirectory() as name:
        made: list[Path] = []
        for entry in listed:
            document = read_edition((folder / entry["path"]).read_bytes()).document
            made += _copies(document, layout, Path(name), Path(entry["path"]).name.partition(".json")[0])
        yield from check_pdf(made, tools)


def _copies(document: Document, layout: Layout, folder: Path, stem: str) -> Sequence[Path]:
    """The files of the sample, and one that is signed."""
    personal = replace(document, furniture=replace(document.furniture, is_personal=True))
    copies = PdfCopies(personal, layout)
    files = {f"{stem}_copy-{copy.number}.pdf": copies.make(copy) for copy in SAMPLE}
    files[f"{stem}_copy-{SAMPLE[0].number}_signed.pdf"] = sign_pdf(copies.make(SAMPLE[0]), new_signer(folder))
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in files]
