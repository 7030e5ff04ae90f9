"""Walking a Document."""

from __future__ import annotations

from typing import TypeVar

from briefs.model.document import Figure, Item, Paragraph, Row, Text, inline_text
from briefs.model.document_walk import (
    Chapter,
    chapters,
    followed,
    has_units,
    map_content_to_many,
    placed_units,
    replace_owners,
    with_inlines,
)
from tests.fit.builders import Brief, document, headings, intro, items, paragraph, section, table

O = TypeVar("O", Paragraph, Item, Row, Figure)  # noqa: E741  # an owner of one kind


def test_a_section_and_its_subsections_are_a_chapter() -> None:
    one, sub, other = section(heading="One"), section(heading="Sub", level=3), section(heading="Other")

    assert chapters((one, sub, sub, other)) == (Chapter(one, (sub, sub)), Chapter(other))
    assert chapters((one, sub))[0].sections == (one, sub)


def test_a_subsection_under_no_section_is_a_chapter_of_its_own() -> None:
    sub = section(heading="Sub", level=3)

    assert chapters((sub, sub)) == (Chapter(sub), Chapter(sub))


def test_each_element_is_given_with_the_one_that_follows_it() -> None:
    first, second = paragraph("1"), paragraph("2")

    assert list(followed(section(first, second))) == [(first, second), (second, None)]
    assert list(followed(section())) == []


def test_elements_without_units_have_none() -> None:
    assert not has_units((intro(), table()))
    assert has_units((intro(), items(Brief().unit())))


def test_units_are_placed_with_what_prints_them_and_the_section_they_stand_in() -> None:
    unit = Brief().unit()
    content = items(unit)
    made = section(intro(), content)

    assert list(placed_units((made,))) == [(unit, content.items[0], content, made)]


def test_elements_can_be_put_behind_others() -> None:
    made = map_content_to_many(
        document(section(paragraph("1"), paragraph("2"))), lambda content: (content, intro("and"))
    )

    assert [inline_text(one.children) for one in made.sections[0].content if isinstance(one, Paragraph)] == [
        *("1", "and"),
        *("2", "and"),
    ]
    assert headings(made) == ["Heading"]


def test_all_that_can_print_a_unit_is_replaced() -> None:
    def louder(owner: O) -> O:
        return with_inlines(owner, lambda inlines: (*inlines, Text("!")))

    content = replace_owners(items(Brief().unit()), louder)

    assert next(inline_text(owner.children) for owner in content.owners if isinstance(owner, Item)).endswith("!")
