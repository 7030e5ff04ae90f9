"""Text, ends of paragraphs, rows and controls that are inserted or deleted."""

from __future__ import annotations

from briefs.model.mark import Change, Mark
from briefs.word.controls import Ids, checkbox
from briefs.word.elements import element, field, local_name, paragraph, qn, run, value_of, w
from briefs.word.revision_marks import (
    changed_control,
    is_changed_paragraph,
    mark_content,
    mark_end,
    mark_row,
    marked_runs,
)

HOUSE = Mark("ICMC", "2026-11-01T00:00:00Z")
NEW, GONE = Change("inserted", HOUSE), Change("deleted", HOUSE)


def test_inserted_runs_are_within_an_insertion_with_author_and_date() -> None:
    (made,) = marked_runs("inserted", HOUSE, [run("new")], Ids())
    assert made.tag == qn("w:ins")
    assert made.get(qn("w:author")) == "ICMC"
    assert made.get(qn("w:date")) == "2026-11-01T00:00:00Z"
    assert [one.text for one in made.iter(qn("w:t"))] == ["new"]


def test_text_and_fields_of_deleted_runs_are_deleted_text() -> None:
    (made,) = marked_runs("deleted", Mark("ICMC"), [run("old"), *field("REF _u1", "3")], Ids())
    assert made.tag == qn("w:del")
    assert made.get(qn("w:date")) is None
    assert [one.text for one in made.iter(qn("w:delText"))] == ["old", "3"]
    assert [one.text for one in made.iter(qn("w:delInstrText"))] == [" REF _u1 "]
    assert not list(made.iter(qn("w:t"), qn("w:instrText")))


def test_no_two_changes_have_the_same_id() -> None:
    ids = Ids()
    found = [marked_runs("inserted", HOUSE, [run("a")], ids)[0].get(qn("w:id")) for _ in range(3)]
    assert len(set(found)) == 3


def test_links_and_bookmarks_stay_around_changes() -> None:
    content = [
        run("a"),
        w("bookmarkStart", id=1, name="_u1"),
        run("b"),
        element("w:hyperlink", {"r:id": "x"}, run("c")),
    ]
    made = marked_runs("inserted", HOUSE, content, Ids())
    assert [local_name(one) for one in made] == ["ins", "bookmarkStart", "ins", "hyperlink"]
    assert [local_name(one) for one in made[3]] == ["ins"]


def test_what_somebody_inserted_is_deleted_within_that_and_what_somebody_deleted_stays_so() -> None:
    anna = Mark("Anna")
    inner = [*marked_runs("inserted", anna, [run("a")], Ids()), *marked_runs("deleted", anna, [run("b")], Ids())]
    inserted, deleted = marked_runs("deleted", HOUSE, inner, Ids())
    assert [local_name(one) for one in inserted.iter()] == ["ins", "del", "r", "delText"]
    assert value_of(inserted[0], "author") == "ICMC"
    assert (local_name(deleted), value_of(deleted, "author")) == ("del", "Anna")


def test_an_inserted_box_is_marked_itself_and_a_deleted_one_is_out_of_its_control() -> None:
    made = marked_runs("inserted", HOUSE, [checkbox("Held", Ids())], Ids())
    assert [local_name(one) for one in made] == ["customXmlInsRangeStart", "sdt", "customXmlInsRangeEnd"]
    content = made[1].find(qn("w:sdtContent"))
    assert content is not None
    assert [local_name(one) for one in content] == ["customXmlInsRangeEnd", "ins", "customXmlInsRangeStart"]
    (gone,) = marked_runs("deleted", HOUSE, [checkbox("Held", Ids())], Ids())
    assert [local_name(one) for one in gone] == ["r"]


def test_a_control_around_paragraphs_is_marked_only_if_it_is_inserted() -> None:
    control = w("sdt", w("sdtPr"), w("sdtContent", paragraph("Normal")))
    assert local_name(changed_control([control], NEW, Ids())[0]) == "customXmlInsRangeStart"
    assert changed_control([control], GONE, Ids()) == changed_control([control], None, Ids()) == [control]
    plain = paragraph("Normal")
    assert changed_control([plain], NEW, Ids()) == [plain]


def test_the_end_of_a_paragraph_is_marked_in_its_properties() -> None:
    made = paragraph("Normal", run("a"))
    assert not is_changed_paragraph(made)
    mark_content(made, GONE, Ids())
    assert [local_name(one) for one in made] == ["pPr", "del"]
    assert not is_changed_paragraph(made)
    mark_end(made, NEW, Ids())
    mark_end(made, GONE, Ids())
    assert is_changed_paragraph(made)
    assert is_changed_paragraph(w("sdt", w("sdtContent", made)))
    assert [local_name(one) for one in made.iterfind(f"{qn('w:pPr')}/{qn('w:rPr')}/*")] == ["ins", "del"]


def test_a_row_is_marked_in_its_properties() -> None:
    row = w("tr", w("trPr", w("cantSplit")), w("tc", paragraph("Normal", run("a"))))
    mark_row(row, GONE, Ids())
    assert [local_name(one) for one in row[0]] == ["cantSplit", "del"]
