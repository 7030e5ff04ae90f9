"""Every text of a finished brief, each with where it was written: what is read, and what files say besides.

This is what a rule that holds for all text looks through: body, headings, captions, labels of columns and boxes, notes,
masthead, lines at the head and foot of pages, alternative texts, properties, and what a draft adds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefs.check.document_reading import reading_of
from briefs.check.subjects import BriefToCheck
from briefs.model.diagnostics import Place
from briefs.model.document import Document, Figure, Unit
from briefs.model.document_text import alternative_text
from briefs.model.document_walk import contents, inlines_of
from briefs.model.edition import Template
from briefs.model.inline import Checkbox, Emphasis, Foreign, Inline, Link, Strong, TextArea
from briefs.model.phrases import phrases_for


class FinishedText(NamedTuple):
    """A text, what messages call it, where it was written, and the unit that it belongs to, if it does.

    If it `is_of_template`, it is a heading, an introduction, a caption, or the head of a column of a template.
    """

    text: str
    owner: str
    place: Place
    unit: Unit | None = None
    is_of_template: bool = False


def finished_texts(document: Document, template: Template) -> Iterator[FinishedText]:
    """All texts of `document`, in reading order; then those that no page shows."""
    reading = reading_of(document)
    front = {document.title: "title", document.furniture.series: "series"}
    for piece in (*reading.pieces, *reading.notes):
        text = " ".join((piece.text, *piece.labels)) if piece.labels else piece.text
        if piece.is_number:
            continue
        place = template.place(piece.line) if piece.line else template.place_of(front.get(piece.text, "audience"))
        yield FinishedText(text, "the brief", place, piece.unit, piece.line > 0 and piece.unit is None)
    yield from _furniture(document, template)
    yield from _behind(document, template)


def place_of(words: str, text: FinishedText, brief: BriefToCheck) -> Place:
    """Where `words` of a text are written: words around the brief are in the files of house and report."""
    is_furniture = text.unit is None and text.place == brief.template.place_of("audience")
    return (brief.furniture_place(words) if is_furniture else None) or text.place


def _furniture(document: Document, template: Template) -> Iterator[FinishedText]:
    """The lines around the text, and the properties of the files."""
    furniture, properties, front = document.furniture, document.properties, template.place_of
    yield from (FinishedText(line, "the running header", front("short_title")) for line in furniture.running_header)
    yield FinishedText(furniture.footer, "the footer", front("audience"))
    if furniture.logo is not None:
        yield FinishedText(furniture.logo.alternative, "the description of the logo", front("audience"))
    yield FinishedText(properties.subject, "the subject", front("subject"))
    for word in properties.keywords:
        written = template.front.keywords
        entry = (written.index(word),) if word in written else ()
        yield FinishedText(word, "a keyword", template.place_within("keywords", *entry))
    if (gaps := template.front.gaps) is not None:
        yield FinishedText(gaps.heading, "a draft", template.place_within("gaps", "heading"))
        for index, line in enumerate(gaps.lines):
            yield FinishedText(line, "a draft", template.place_within("gaps", "lines", index))
    for text, owner in ((properties.author, "the author"), (properties.identifier, "the identifier")):
        yield FinishedText(text, owner, front("audience"))


def _behind(document: Document, template: Template) -> Iterator[FinishedText]:
    """What is read aloud or followed, and not shown: alternative texts, names of boxes, addresses of links."""
    phrases = phrases_for(document.properties.language)
    for section, content in contents(document.sections):
        for owner in content.owners:
            line = owner.unit.line if owner.unit is not None else section.line
            if isinstance(owner, Figure):
                said = alternative_text(owner, phrases)
                yield FinishedText(said, "the description of a picture", template.place(line), owner.unit)
        for children in inlines_of(content):
            yield from (FinishedText(text, owner_, template.place(section.line)) for text, owner_ in _named(children))


def _named(children: tuple[Inline, ...]) -> Iterator[tuple[str, str]]:
    for child in children:
        match child:
            case Checkbox(label) | TextArea(label):
                yield label, "the name of a box"
            case Link(target):
                yield target, "an address"
            case Strong(inner) | Emphasis(inner) | Foreign(_, inner):
                yield from _named(inner)
            case _:
                pass
