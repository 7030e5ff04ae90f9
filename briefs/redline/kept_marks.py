"""An old edition with the changes that reviewers marked in a returned file: a redline keeps them theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from briefs.model.document import Content, Document, Row, Section
from briefs.model.document_walk import O, is_attribution, replace_owners, with_inlines
from briefs.model.inline import CitedNumber, Inline, Link, NoteCall, Text, between_calls, without_text_area
from briefs.model.mark import Mark
from briefs.model.marked_file import Span
from briefs.redline.atoms import Atom, atoms, put_together

_ENDS = ("\n", "\u2028")
"""What stands in spans for the end of a paragraph, and for that of a line."""


@dataclass(frozen=True, slots=True)
class MarkedEdition:
    """The old edition as a redline with the marks of reviewers; `left` are the keys of paragraphs whose marks it cannot
    show: they were changed without tracking, parted or joined, or are no text of a unit, a heading or a note."""

    document: Document
    left: tuple[str, ...] = ()


def marked_edition(document: Document, spans: Mapping[str, Sequence[Span]]) -> MarkedEdition:
    """`document`, which was sent, with the marks in `spans`: what a returned file says in its place of a paragraph, by
    the key of the paragraph (see `SentParagraph`), source tags left out."""
    marking = _Marking(spans)
    sections = tuple(map(marking.section, document.sections))
    notes = tuple(replace(note, children=marking.run(note.unit.name, note.children)) for note in document.notes)
    left = tuple(key for key, found in spans.items() if key in marking.failed or _is_left(found, key in marking.done))
    return MarkedEdition(replace(document, sections=sections, notes=notes), left)


def _is_left(spans: Sequence[Span], is_done: bool) -> bool:
    return not is_done and any(one.inserted or one.deleted for one in spans)


def marked_run(children: tuple[Inline, ...], spans: Sequence[Span]) -> tuple[Inline, ...] | None:
    """Inline content with the marks in `spans`; None if these do not say the same once all changes are rejected."""
    words = without_text_area(children)
    parts = _Parts(atoms(words))
    made: list[Atom] = []
    for span in spans:
        if any(end in span.text for end in _ENDS):
            return None
        if span.inserted is not None:
            around = made[-1].wrappers if made else ()
            new = (replace(one, wrappers=around) for one in atoms((Text(span.text),)))
            made += (replace(one, inserted=span.inserted, deleted=span.deleted) for one in new)
            continue
        taken = parts.taken(span.text, span.deleted)
        if taken is None:
            return None
        made += taken
    made += parts.without_text()
    return (*put_together(made), *children[len(words) :]) if parts.is_at_end else None


class _Parts:
    """Gives out the atoms of a text, character by character."""

    def __init__(self, parts: Sequence[Atom]) -> None:
        self._parts = list(parts)

    @property
    def is_at_end(self) -> bool:
        """Whether none is left."""
        return not self._parts

    def without_text(self) -> list[Atom]:
        """The next ones that no character stands for: notes, tags and boxes."""
        found = []
        while self._parts and not _printed(self._parts[0]):
            found.append(self._parts.pop(0))
        return found

    def taken(self, text: str, deleted: Mark | None) -> list[Atom] | None:
        """The next ones that say `text`, as `deleted`; None if they say something else, or if a link or number is only
        in part among them."""
        found: list[Atom] = []
        while text:
            found += (replace(one, deleted=deleted) if found else one for one in self.without_text())
            if not self._parts:
                return None
            part = self._parts.pop(0)
            said = _printed(part)
            if not text.startswith(said):
                if not said.startswith(text) or not part.text:
                    return None
                rest = said[len(text) :]
                self._parts.insert(0, replace(part, key=rest, printed=(Text(rest),)))
                part, said = replace(part, key=text, printed=(Text(text),)), text
            found.append(replace(part, deleted=deleted))
            text = text[len(said) :]
        return found


def _printed(part: Atom) -> str:
    """The characters that spans have for an atom."""
    if any(isinstance(one, NoteCall) for one in part.printed):
        return "".join(between_calls(number) for number in range(1, len(part.printed)))
    return "".join(one.text for one in part.printed if isinstance(one, Text | Link | CitedNumber))


class _Marking:
    """Puts marks into a Document; `done` are the keys of the paragraphs that have got theirs, `failed` of those whose
    words are not those that were sent."""

    def __init__(self, spans: Mapping[str, Sequence[Span]]) -> None:
        self._spans = spans
        self.done: set[str] = set()
        self.failed: set[str] = set()

    def run(self, key: str, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """The inline content of the paragraph with this key, with its marks, if it has any that can be shown."""
        found = self._spans.get(key)
        if found is None:
            return children
        made = marked_run(children, found)
        if made is None:
            self.failed.add(key)
            return children
        self.done.add(key)
        return made if any(one.inserted or one.deleted for one in found) else children

    def section(self, section: Section) -> Section:
        """A section with the marks of its heading and of its units."""
        heading = self.run(f"heading {section.id}", section.heading)
        return replace(section, heading=heading, content=tuple(map(self._content, section.content)))

    def _content(self, content: Content) -> Content:
        prefix = "attribution " if is_attribution(content) else ""

        def marked(owner: O) -> O:
            if owner.unit is None:
                return owner
            name = f"{prefix}{owner.unit.name}"
            columns = count(1)

            def run(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
                return self.run(f"{name}#{next(columns)}" if isinstance(owner, Row) else name, children)

            return with_inlines(owner, run)

        return replace_owners(content, marked)
