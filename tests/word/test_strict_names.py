"""The names of the strict variant of the format."""

from __future__ import annotations

from briefs.word.strict_names import in_common_names


def test_strict_namespaces_become_the_common_ones_and_all_else_stays() -> None:
    strict = b'<w:p xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main" x="http://purl.oclc.org/ooxml/other"/>'
    common = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    assert in_common_names(strict) == strict.replace(b"http://purl.oclc.org/ooxml/wordprocessingml/main", common)
    drawing = b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing"
    assert in_common_names(drawing) == b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    assert in_common_names(b"<plain/>") == b"<plain/>"
