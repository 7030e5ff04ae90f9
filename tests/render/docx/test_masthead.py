"""The masthead, each line in its style."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.copy import Copy
from briefs.word.elements import qn, value_of
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


def test_an_edition_with_personal_copies_has_a_line_for_whom_one_is_for() -> None:
    plain = document()
    empty = replace(plain, furniture=replace(plain.furniture, is_personal=True))
    addressed = replace(empty, furniture=replace(empty.furniture, copy=Copy("Jane DOE", 17, 194)))
    for made, line in ((empty, ""), (addressed, "For: Jane DOE · Copy\u00a017\u00a0of\u00a0194")):
        lines = list(body(made))[1:4]
        assert [style(each) for each in lines] == ["BriefIdentity", "BriefIdentity", "StatusLine"]
        assert paragraphs(body(made))[2] == line
        spaces = [value_of(each.find(f"{qn('w:pPr')}/{qn('w:spacing')}"), "after") for each in lines]
        assert spaces == ["0", "", ""]
