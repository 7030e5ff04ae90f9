"""The strict variant of the format, read as the common one: its namespaces have other names (ISO/IEC 29500-4, A)."""

from __future__ import annotations

import re

_STRICT = b"http://purl.oclc.org/ooxml/"
_OPEN = b"http://schemas.openxmlformats.org/"
_NAMES = {
    b"wordprocessingml/main": b"wordprocessingml/2006/main",
    b"drawingml/wordprocessingDrawing": b"drawingml/2006/wordprocessingDrawing",
    b"drawingml/main": b"drawingml/2006/main",
    b"drawingml/picture": b"drawingml/2006/picture",
    b"drawingml/chart": b"drawingml/2006/chart",
    b"drawingml/diagram": b"drawingml/2006/diagram",
    b"officeDocument/math": b"officeDocument/2006/math",
    b"officeDocument/relationships": b"officeDocument/2006/relationships",
    b"officeDocument/extendedProperties": b"officeDocument/2006/extended-properties",
    b"officeDocument/customProperties": b"officeDocument/2006/custom-properties",
}
_NAME = re.compile(re.escape(_STRICT) + b"(" + b"|".join(sorted(_NAMES, reverse=True)) + b")")


def in_common_names(content: bytes) -> bytes:
    """The bytes of a part with the names of the strict variant replaced; the same bytes if it has none.

    Parts are in UTF-8 or UTF-16 (ISO/IEC 29500-2, 7.1.4); names in UTF-16 are not found, and stay.
    """
    if _STRICT not in content:
        return content
    return _NAME.sub(lambda found: _OPEN + _NAMES[found[1]], content)
