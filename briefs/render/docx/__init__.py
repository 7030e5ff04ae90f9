"""The Word rendition: `render_docx` writes a Document, `new_reference` the document that its looks come from."""

from briefs.render.docx.reference import new_reference
from briefs.render.docx.render import render_docx

__all__ = ["new_reference", "render_docx"]
