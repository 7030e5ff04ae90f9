"""Fields: what is their code, and what is text."""

from __future__ import annotations

from briefs.report.word.open_fields import OpenFields
from briefs.word.elements import w


def mark(fields: OpenFields, *kinds: str) -> None:
    for kind in kinds:
        fields.mark(w("fldChar", fldCharType=kind))


def test_only_results_are_text_also_of_fields_within_codes() -> None:
    fields = OpenFields()
    mark(fields, "begin")
    assert fields.is_code
    mark(fields, "begin", "separate")
    assert fields.is_code, "a result within a code belongs to the code"
    mark(fields, "end", "separate")
    assert not fields.is_code
    mark(fields, "end", "end")
    assert not fields.is_code, "one end too many is nothing"


def test_contents_lists_and_page_numbers_are_known_by_their_codes() -> None:
    fields = OpenFields()
    mark(fields, "begin")
    fields.instruct(' TOC \\o "1-3"')
    mark(fields, "separate")
    fields.end_paragraph()
    assert fields.is_contents
    fields.open_simple("PAGE")
    assert fields.is_page
    fields.close_simple()
    assert not fields.is_page


def test_a_code_ends_with_its_paragraph_and_broken_fields_do_too() -> None:
    fields = OpenFields()
    mark(fields, "begin")
    fields.end_paragraph()
    assert not fields.is_code
    broken = OpenFields(are_whole=False)
    mark(broken, "begin")
    broken.instruct("TOC")
    mark(broken, "separate")
    broken.end_paragraph()
    assert not broken.is_contents
    broken.close_simple()
