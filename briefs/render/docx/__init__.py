"""The Word rendition: `render_docx` writes a Document with the looks of a reference document.

`new_reference` makes such a document, `check_reference` says what is wrong with one, `read_references` finds those
of templates, where `reference_path` says.
"""

from briefs.render.docx.render import render_docx
from briefs.render.reference.lint import check_reference
from briefs.render.reference.reference_files import read_references, reference_path
from briefs.render.reference.starter_document import new_reference

__all__ = ["check_reference", "new_reference", "read_references", "reference_path", "render_docx"]
