"""The words of a finished PDF, as readers can search for them and copy them."""

from __future__ import annotations


def read_back(pdf: bytes) -> str:
    """The text of all pages of `pdf`, with line ends as on paper."""
    import pypdfium2  # type: ignore[import-untyped]  # ships no types

    opened = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(_text_of(page) for page in opened)
    finally:
        opened.close()


def _text_of(page: object) -> str:
    textpage = page.get_textpage()  # type: ignore[attr-defined]
    try:
        return str(textpage.get_text_bounded())
    finally:
        textpage.close()
