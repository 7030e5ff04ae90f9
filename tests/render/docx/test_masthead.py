"""The masthead, each line in its style."""

from __future__ import annotations

from tests.render.docx.samples import body, document, paragraphs, style


def test_each_line_has_its_style() -> None:
    made = body(document())
    lines = list(zip(map(style, list(made)[:5]), paragraphs(made)[:5], strict=True))
    assert lines == [
        ("BriefMasthead", "Issuer\tBrief for Ministers"),
        ("BriefIdentity", "B/2 · 12 March 2026 · Version\u00a00.3 · English"),
        ("StatusLine", "DRAFT FOR CLEARANCE\tLimited"),
        ("Title", "Title of the brief"),
        ("Subtitle", "About the report."),
    ]
