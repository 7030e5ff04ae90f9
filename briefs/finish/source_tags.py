"""The source tags of a draft: after each unit, the places of the report that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefs.finish.labels import merged_labels
from briefs.model.document import Content, Document, Paragraph, Row
from briefs.model.document_walk import (
    O,
    is_attribution,
    map_content_to_many,
    owners_of,
    replace_owners,
    table_of_one_number,
    with_inlines,
)
from briefs.model.inline import Inline, SourceTag, appended
from briefs.model.phrases import Phrases, phrases_for


def add_source_tags(document: Document) -> Document:
    """`document` with source tags: after the text of a unit, in the first cell of a row, and after a table."""
    phrases = phrases_for(document.properties.language)
    return map_content_to_many(document, lambda content: _tagged(content, phrases))


def source_tag(labels: tuple[str, ...], phrases: Phrases) -> tuple[SourceTag, ...]:
    """The tag for the places with these labels; none without labels."""
    return (SourceTag(merged_labels(labels, phrases)),) if labels else ()


def _tagged(content: Content, phrases: Phrases) -> Iterator[Content]:
    """A block element with its tags; the tags of a table are in a paragraph of their own, unless it is a list."""

    def tagged(owner: O) -> O:
        tag: tuple[SourceTag, ...] = source_tag(owner.unit.labels, phrases) if owner.unit is not None else ()

        def with_tag(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
            return appended(inlines, tag)

        if isinstance(owner, Row):
            first, *others = owner.cells
            return replace(owner, cells=(replace(first, children=with_tag(first.children)), *others))
        return with_inlines(owner, with_tag)

    if is_attribution(content):
        yield content
    elif table_of_one_number(content) is not None:
        yield content
        labels = dict.fromkeys(label for unit, _ in owners_of(content) for label in unit.labels)
        if tag := source_tag(tuple(labels), phrases):
            yield Paragraph(tag, "tag")
    else:
        yield replace_owners(content, tagged)
