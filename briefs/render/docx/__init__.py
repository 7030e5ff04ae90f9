"""The Word rendition: `render_docx` writes a Document in the look of a reference document (`briefs.render.reference`).

Each module writes one part of the package, or one kind of element of the body.
"""
