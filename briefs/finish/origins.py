"""What the units of a brief rest on: places and hashes for its record and, in a draft, the passages themselves."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TypeAlias

from briefs.finish.acronyms import expansions_for
from briefs.finish.form_spans import form_spans
from briefs.finish.passage_masks import excluded_spans, masked
from briefs.finish.source_spans import source_spans
from briefs.model.block import About, Block
from briefs.model.block_fields import Passage
from briefs.model.document import Document, FormRef, Unit
from briefs.model.library import Extract, Library
from briefs.model.provenance import Context, FormSource, Origin, SourceFile, SourceSpan
from briefs.model.record import words_of_units
from briefs.model.report_places import page_label
from briefs.model.typesetting import clean, plain
from briefs.model.typography import curl

FindHidden: TypeAlias = Callable[[str], Iterable[tuple[int, int]]]
"""Finds in a text, as printed, what no brief may show, such as names of participants."""


def _nothing(text: str) -> Iterable[tuple[int, int]]:
    return ()


def add_origins(document: Document, library: Library, find_hidden: FindHidden = _nothing) -> Document:
    """`document` with the origins of its units, with the words of each of their forms and, in a draft, with the
    passages that they rest on.

    What `find_hidden` finds in passages is masked, and so are words that only blocks have which are never for its
    audience.
    """
    notes = library.report.note_numbers()
    texts = _CleanTexts({leaf.address: leaf.text for leaf in library.report.leaves()}, notes)
    origins = tuple(
        Origin(unit.name, extract.address, extract.start, extract.end, _hash(texts[extract.address], extract))
        for unit in document.units()
        for extract in _extracts(unit, library)
    )
    form_sources = tuple(_form_sources(document, library, texts, notes))
    contexts: tuple[Context, ...] = ()
    if document.properties.status == "draft":
        show = _Showing(library, texts, excluded_spans(library, document.audience), find_hidden)
        contexts = tuple(context for unit in document.units() for context in show.contexts(unit))
    source = SourceFile(PurePosixPath(library.report.path).name, library.report.sha256)
    spans = form_spans(document, library.blocks, expansions_for(document.audience, library.blocks))
    return replace(
        document,
        origins=origins,
        contexts=contexts,
        source=source,
        form_sources=form_sources,
        form_spans=tuple(spans),
    )


class _CleanTexts(dict[str, str]):
    """The clean texts of a report by address, of those that somebody asks for: a brief rests on few of them."""

    def __init__(self, received: Mapping[str, str], notes: frozenset[int]) -> None:
        super().__init__()
        self._received, self._notes = received, notes

    def __missing__(self, address: str) -> str:
        self[address] = clean(self._received[address], self._notes)
        return self[address]


def _form_sources(
    document: Document, library: Library, texts: Mapping[str, str], notes: frozenset[int]
) -> Iterator[FormSource]:
    """The passages of each form of each unit. Words of the report are kept only where the brief prints them itself."""
    spans: dict[Extract, tuple[SourceSpan, ...]] = {}
    report = library.report
    words = words_of_units(document)
    for unit in document.units():
        printed = plain(words[unit.name])
        for form in unit.forms:
            drawn = library.blocks[form.block]
            is_quoted = _is_quoted(form, drawn.block)
            for extract in dict.fromkeys(drawn.resting_on(form.field)):
                if extract not in spans:
                    spans[extract] = source_spans(extract, texts[extract.address], report, notes)
                found = tuple(
                    span if is_quoted and plain(span.exact) in printed else replace(span, exact="")
                    for span in spans[extract]
                )
                place = extract.address, extract.label, extract.lines
                page = report.page_of(extract.lines), report.page_number_of(extract.lines)
                is_shown = is_quoted and not report.text and plain(extract.text) in printed
                exact = extract.text if is_shown else ""
                yield FormSource(unit.name, str(form), is_quoted, *place, found, exact, *page)


def _is_quoted(form: FormRef, block: Block | About) -> bool:
    """Whether a form prints its passage in the report's own words."""
    if form.is_verbatim:
        return True
    passage = getattr(block, form.field, None) if form.field in type(block).model_fields else None
    return isinstance(passage, Passage) and passage.short is None


def _extracts(unit: Unit, library: Library) -> tuple[Extract, ...]:
    """The extracts that the forms of a unit rest on, each place once."""
    found: dict[tuple[str, int, int], Extract] = {}
    for form in unit.forms:
        for extract in library.blocks[form.block].resting_on(form.field):
            found.setdefault((extract.address, extract.start, extract.end), extract)
    return tuple(found.values())


def _hash(text: str, extract: Extract) -> str:
    """The SHA-256 hash, in hexadecimal digits, of the words of `extract` in the clean text of its node."""
    return hashlib.sha256(text[extract.start : extract.end].encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class _Showing:
    """Shows passages of the report: `texts` are its paragraphs by address, `excluded` the words to be masked there."""

    library: Library
    texts: Mapping[str, str]
    excluded: Mapping[str, tuple[tuple[int, int], ...]]
    find_hidden: FindHidden

    def contexts(self, unit: Unit) -> Iterator[Context]:
        """Each paragraph of the report that a unit rests on, typeset, with the words of its anchors marked."""
        by_address: dict[str, list[Extract]] = {}
        for extract in _extracts(unit, self.library):
            by_address.setdefault(extract.address, []).append(extract)
        for address, extracts in by_address.items():
            text = self.texts[address]

            def printed(span: tuple[int, int], text: str = text) -> tuple[int, int]:
                return len(curl(text[: span[0]])), len(curl(text[: span[1]]))

            typeset = curl(text)
            hidden = (*map(printed, self.excluded.get(address, ())), *self.find_hidden(typeset))
            shown = masked(typeset, hidden)
            spans = [printed((extract.start, extract.end)) for extract in extracts]
            marks = [(shown.at[start], shown.at[end]) for start, end in spans]
            page = page_label(self.library.report, extracts[0].lines)
            label = ", ".join(filter(None, (extracts[0].label, page)))
            yield Context(unit.name, label, shown.text, tuple(_merged(marks)))


def _merged(marks: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans in order; those that overlap or touch are made one."""
    current: tuple[int, int] | None = None
    for start, end in sorted(marks):
        if current is not None and start <= current[1]:
            current = (current[0], max(end, current[1]))
        else:
            if current is not None:
                yield current
            current = (start, end)
    if current is not None:
        yield current
