"""Where a sentence comes from: the forms of its unit or, of words that no edition has, the blocks that say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from briefs.model.document import Document, FormRef
from briefs.model.edition import Template
from briefs.model.form_wording import forms_of, wording_of, written_by_hand
from briefs.model.library import Drawn, Extract, Library
from briefs.model.report import Leaf
from briefs.model.typesetting import clean, typeset
from briefs.pipeline.trace import TracedForm, TracedPassage
from briefs.text.words import words_of
from briefs.verification.file_contents import words_in

_SHORTEST = 12
"""Fewer characters than these in a row may be anywhere."""
_LIKE = 0.6
"""The share of its content words that a sentence must have in common with a form to be like it."""
_SOURCES = re.compile("‹[^‹›]*›")
"""What a draft prints behind its forms."""
_SMALL = 3
"""Words of so few letters say little of where a sentence comes from."""


@dataclass(frozen=True)
class Origins:
    """The blocks of a report, or none, and the templates; what is asked of them is kept."""

    library: Library | None
    templates: Mapping[str, Template] = field(default_factory=dict)

    def of_unit(self, text: str, unit: str, document: Document) -> tuple[TracedForm, ...]:
        """The forms of `unit` that have `text` or are in it, with their passages as the edition has them.

        All forms of the unit, if their wording has changed since.
        """
        forms = next((one.forms for one in document.units() if one.name == unit), ())
        own = _squeezed(text)
        chosen = [form for form in forms if (said := self._said(form)) and (own in said or said in own)]
        return tuple(self._traced(form, unit, document) for form in (chosen or forms))

    def of_about(self) -> tuple[TracedForm, ...]:
        """The sentence on what briefs summarize, if it is there."""
        if self.library is None or self.library.about is None:
            return ()
        drawn = self.library.about
        passages = tuple(self._passage(one) for one in drawn.all_extracts())
        return (TracedForm("about", "edited", drawn.place.path, drawn.place.line or 0, passages),)

    def of_words(self, text: str) -> tuple[tuple[TracedForm, ...], float]:
        """The forms that say the words of `text`, which may be quoted from the report itself, and 1; or else those that
        it has with more around them, or the one that is most like it, and how much of its words they have (0 to 1);
        nothing if there is none."""
        own = _squeezed(text)
        if self.library is None or len(own) < _SHORTEST:
            return (), 0.0
        if same := [form for form, said in self._forms if own in said]:
            return tuple(self._drawn(form) for form in same), 1.0
        if passages := tuple(self._passages(own)):
            return (TracedForm("", "quoted", "", 0, passages),), 1.0
        if parts := [(form, said) for form, said in self._forms if len(said) >= _SHORTEST and said in own]:
            rest = own
            for _, said in sorted(parts, key=lambda part: -len(part[1])):
                rest = rest.replace(said, "")
            rest = _SOURCES.sub("", rest)
            more = sum(map(str.isalpha, rest)) / len(own)  # numbers of paragraphs do not count
            return tuple(self._drawn(form) for form, _ in parts), 1 - more
        wanted = _stems(text)
        if not wanted:
            return (), 0.0
        share, _, best = max((len(wanted & stems) / len(wanted), -len(stems), form) for form, stems in self._stems)
        return ((self._drawn(best),), share) if share >= _LIKE else ((), share)

    def _said(self, form: FormRef) -> str:
        drawn = self.library.blocks.get(form.block) if self.library else None
        return _squeezed(typeset(wording_of(drawn, form))) if drawn else ""

    def _traced(self, form: FormRef, unit: str, document: Document) -> TracedForm:
        """A form as an edition printed it, with the place where it is written now."""
        kept = [one for one in document.form_sources if one.unit == unit and one.form == str(form)]
        drawn = self.library.blocks.get(form.block) if self.library else None
        if not kept and drawn is not None:
            return self._drawn(form)
        is_quoted = kept[0].is_quoted if kept else form.is_verbatim
        passages = tuple(TracedPassage(one.label, one.address, one.lines, one.page) for one in kept)
        path, line = _place(drawn, form)
        return TracedForm(str(form), "quoted" if is_quoted else "edited", path, line, passages)

    def _drawn(self, form: FormRef) -> TracedForm:
        """A form as it is now."""
        assert self.library is not None, "forms are those of a library"
        drawn = self.library.blocks[form.block]
        rests = dict.fromkeys(drawn.resting_on(form.field))
        passages = tuple(self._passage(one) for one in rests)
        is_quoted = not written_by_hand(drawn, form)
        return TracedForm(str(form), "quoted" if is_quoted else "edited", *_place(drawn, form), passages)

    @cached_property
    def _forms(self) -> list[tuple[FormRef, str]]:
        """All forms with their words, without spaces."""
        blocks = self.library.blocks if self.library else {}
        return [(form, said) for drawn in blocks.values() for form in forms_of(drawn) if (said := self._said(form))]

    @cached_property
    def _stems(self) -> list[tuple[FormRef, frozenset[str]]]:
        blocks = self.library.blocks if self.library else {}
        return [(form, _stems(wording_of(blocks[form.block], form))) for form, _ in self._forms]

    @cached_property
    def _leaves(self) -> list[tuple[TracedPassage, str]]:
        """The paragraphs of the report with their words, without spaces."""
        if self.library is None:
            return []
        notes = self.library.report.note_numbers()
        return [
            (self._passage(leaf), _squeezed(typeset(clean(leaf.text, notes)))) for leaf in self.library.report.leaves()
        ]

    def _passage(self, one: Extract | Leaf) -> TracedPassage:
        page = self.library.report.page_of(one.lines) if self.library else ""
        return TracedPassage(one.label, one.address, one.lines, page)

    def _passages(self, own: str) -> Iterator[TracedPassage]:
        return (passage for passage, said in self._leaves if own in said)


def _place(drawn: Drawn | None, form: FormRef) -> tuple[str, int]:
    if drawn is None:
        return "", 0
    place = drawn.place_of("anchor" if form.is_verbatim else form.field)
    return place.path, place.line or 0


def _squeezed(text: str) -> str:
    return "".join(words_in(text))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in words_of(text) if not word.is_mark and len(word.text) > _SMALL)
