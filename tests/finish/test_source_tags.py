"""The source tags of a draft."""

from __future__ import annotations

from dataclasses import replace

from briefs.finish.source_tags import add_source_tags, source_tag
from briefs.model.document import Paragraph, Table
from briefs.model.inline import SourceTag, Text, TextArea, inline_text
from briefs.model.phrases import ENGLISH
from tests.fit.builders import Brief, document, items, paragraph, section, table


def two_rows(make: Brief) -> Table:
    labels = (("I ¶2", "I item 1"), ("ES 7",))
    return table(*(replace(make.unit(), labels=each) for each in labels))


def test_a_table_has_one_source_tag_and_a_list_with_columns_one_in_each_row() -> None:
    make = Brief()
    [made] = add_source_tags(document(section(two_rows(make), replace(two_rows(make), is_list=True)))).sections
    plain, tag, columns = made.content
    assert isinstance(plain, Table)
    assert isinstance(tag, Paragraph)
    assert isinstance(columns, Table)
    assert tag.children == (SourceTag("I\u00a0¶2; item\u00a01; ES\u00a07"),)
    assert [row.cells[0].children[1:] for row in plain.rows] == [(), ()]
    assert [row.cells[0].children[1:] for row in columns.rows] == [
        (SourceTag("I\u00a0¶2; item\u00a01"),),
        (SourceTag("ES\u00a07"),),
    ]


def test_a_paragraph_or_item_has_its_tag_at_its_end_and_an_attribution_none() -> None:
    make = Brief()
    first, item, said = (replace(make.unit(), labels=("ES 7",)) for _ in range(3))
    quotation = (paragraph("“W.”", first, "quote"), paragraph("One of them", said, "attribution"))
    made = document(section(*quotation, items(item, make.unit())))

    [tagged] = add_source_tags(made).sections

    texts = [inline_text(owner.children) for one in tagged.content for owner in one.owners]  # type: ignore[union-attr]
    assert [text.endswith("ES\u00a07") for text in texts] == [True, False, True, False]


def test_a_tag_stands_above_the_room_to_write_in() -> None:
    question = Paragraph((Text("Why?"), TextArea("Notes", 3)), unit=replace(Brief().unit(), labels=("ES 7",)))
    [tagged] = add_source_tags(document(section(question))).sections
    assert tagged.content[0].owners[0].children == (  # type: ignore[union-attr]
        Text("Why?"),
        SourceTag("ES\u00a07"),
        TextArea("Notes", 3),
    )


def test_no_labels_have_no_tag() -> None:
    assert source_tag((), ENGLISH) == ()
    assert source_tag(("ES 7",), ENGLISH) == (SourceTag("ES\u00a07"),)
