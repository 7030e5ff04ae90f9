"""Which elements record a tracked change, and what is said of each."""

from __future__ import annotations

import pytest

from briefs.model.mark import UNKNOWN, Mark
from briefs.model.marked_file import Revision
from briefs.word.revisions import CELLS, DELETED, FORMATS, INSERTED, RANGES, RevisionList, change_ids
from tests.returned_files import BY, body_of, deleted, inserted, par, row, run, table
from tests.word.marked_cases import CASES, box

NAMES = sorted({*INSERTED, *DELETED, *CELLS, *FORMATS, *RANGES})


def revisions_of(body: str) -> list[Revision]:
    """The tracked changes of a body."""
    found = RevisionList()
    found.add("word/document.xml", body_of(body))
    return found.revisions


@pytest.mark.parametrize("name", NAMES)
def test_every_element_that_records_a_change_is_one(name: str) -> None:
    (found,) = revisions_of(f"<w:p><w:{name} {BY}/></w:p>")
    assert found == Revision(name, Mark("Ana", "2026-11-02T09:00:00Z"), "", "word/document.xml")
    assert found.is_format == (name in FORMATS | RANGES)


def test_the_cases_have_every_element_that_records_a_change() -> None:
    assert [name for name in NAMES if not any(f"<w:{name} " in case.body for case in CASES.values())] == []


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (par(deleted("old")), "old"),
        (par(inserted(run("new"))), "new"),
        (par("", "ins"), "¶"),
        (table(row(par(run("a")), par(run("b")), mark="del")), "ab"),
        (par(inserted("<w:r><w:drawing/></w:r>")), "[picture]"),
        (par(inserted('<w:r><w:footnoteReference w:id="2"/></w:r>')), "[note]"),
        (par(inserted('<w:r><w:br w:type="page"/></w:r>')), "[break]"),
        ('<w:altChunk r:id="x"/>', "[another file, which Word shows here]"),
    ],
)
def test_what_a_change_is_about_is_said(body: str, text: str) -> None:
    assert [one.text for one in revisions_of(body)] == [text]


def test_a_number_put_before_a_paragraph_is_a_change_of_its_look() -> None:
    (found,) = revisions_of(f"<w:p><w:pPr><w:numPr><w:ins {BY}/></w:numPr></w:pPr></w:p>")
    assert found.is_format


@pytest.mark.parametrize(
    "branch", ["{}", "<mc:AlternateContent><mc:Choice/><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"]
)
def test_a_mark_that_former_properties_repeat_is_no_further_change(branch: str) -> None:
    end = f"<w:rPr><w:ins {BY}/><w:rPrChange {BY}><w:rPr><w:ins {BY}/></w:rPr></w:rPrChange></w:rPr>"
    assert [one.element for one in revisions_of(branch.format(f"<w:p><w:pPr>{end}</w:pPr></w:p>"))] == [
        "ins",
        "rPrChange",
    ]
    cell = f"<w:tcPr><w:cellDel {BY}/><w:tcPrChange {BY}><w:tcPr><w:cellDel {BY}/></w:tcPr></w:tcPrChange></w:tcPr>"
    found = revisions_of(branch.format(f"<w:tbl><w:tr><w:tc>{cell}{par()}</w:tc></w:tr></w:tbl>"))
    assert [one.element for one in found] == ["cellDel", "tcPrChange"]


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("Ana\nHead of&#x9;unit", "Ana Head of unit"),
        ("Ana&#x9b;31m &#x202e;anA&#x2066;&#xfdd0;", "Ana 31m anA"),
        ("A" * 9_000, "A" * 199 + "…"),
    ],
)
def test_a_name_is_read_as_one_short_line_of_letters_that_are_seen(name: str, read: str) -> None:
    (found,) = revisions_of(par(inserted(run("new"), by=f'w:author="{name}"')))
    assert found.mark == Mark(read)


@pytest.mark.parametrize(
    ("date", "is_date"),
    [
        ("2026-11-20", True),
        ("2026-11-20T10:00:00Z", True),
        ("2026-11-20T10:00:00.123+02:00", True),
        ("2026-11-20T10:00", True),
        ("2026-13-20T10:00:00Z", False),
        ("9999-99-99T99:99:99Z", False),
        ("yesterday", False),
        ("&#x9b;2J", False),
        ("٢٠٢٦-11-20", False),
        ("2026-11-20T10:00:00Z" + "0" * 9_000, False),
    ],
)
def test_what_is_no_date_is_not_read_as_one(date: str, is_date: bool) -> None:
    (found,) = revisions_of(par(inserted(run("new"), by=f'w:date="{date}"')))
    assert found.mark == Mark("", date if is_date else "")


@pytest.mark.parametrize(
    "attributes",
    ['w:id="1"', 'w:id="1" w:author="Unknown Author" w:date="1970-01-01T00:00:00Z"', 'w:date="0-00-00T00:00:00Z"'],
)
def test_a_change_may_have_neither_author_nor_date(attributes: str) -> None:
    (found,) = revisions_of(par(inserted(run("a"), by=attributes)))
    assert found.mark == UNKNOWN


def test_changes_in_both_branches_for_different_programs_count_once() -> None:
    assert len(revisions_of(par(box(par(inserted(run("a"))))))) == 1


def test_a_change_that_only_the_branch_for_older_programs_has_is_not_lost() -> None:
    only = box(par(run("a"))).replace("<mc:Fallback>", f"<mc:Fallback>{inserted(run('b'))}")
    found = RevisionList()
    root = body_of(par(only))
    found.add("word/document.xml", root)
    assert [one.text for one in found.revisions] == ["b"]


def test_each_change_has_its_id_and_comments_have_theirs() -> None:
    comment = '<w:comment w:id="7" w:author="A"/>'
    root = body_of(
        f'<w:p><w:ins w:id="7" w:author="A"/><w:del w:id="7" w:author=""/><w:bookmarkEnd w:id="8"/>{comment}</w:p>'
    )
    assert list(change_ids(root)) == ["7", "7"]
