"""Whether the pages of two PDFs look the same, with everything that readers draw on them, such as comments."""

from __future__ import annotations

from briefs.model.taking_turns import at_pdfium

_SCALE = 1.0
"""Pixels for each point: enough for a word that was struck out."""


@at_pdfium
def pages_look_alike(one: bytes, other: bytes) -> bool | None:
    """Whether two PDFs have pages of the same size that look the same, pixel by pixel; None if one cannot be drawn."""
    import pypdfium2  # type: ignore[import-untyped]  # ships no types

    opened = []
    try:
        for content in (one, other):
            pdf = pypdfium2.PdfDocument(content)
            opened.append(pdf)
            pdf.init_forms()
        first, second = opened
        return len(first) == len(second) and all(
            _picture(first, index) == _picture(second, index) for index in range(len(first))
        )
    except (pypdfium2.PdfiumError, ValueError):
        return None
    finally:
        for pdf in opened:
            pdf.close()


def _picture(pdf: object, index: int) -> tuple[tuple[float, float], bytes]:
    page = pdf[index]  # type: ignore[index]
    size = page.get_size()
    if max(size) > 5000:
        raise ValueError("a page larger than any sheet")
    bitmap = page.render(scale=_SCALE, may_draw_forms=True)
    try:
        return size, bytes(bitmap.buffer)
    finally:
        bitmap.close()
        page.close()
